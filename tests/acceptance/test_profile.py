"""Ana writes about herself, changes it, lets her teachers read it, and takes it away again."""

from bot.demo.scene import School
from prompts.words import words_for
from tests.acceptance.steps import everybody_has_looked, sends, set_up

words = words_for()
ABOUT_ME = {"interests": "football and old maps", "supports": "more time to read"}


async def opens(scene: School) -> dict[str, object]:
    """Ana opens her page from Home; returns what she wrote in it."""
    await scene.ana.opens_home()
    await scene.quiet()
    await scene.ana.presses("profile.open")
    stands = (await scene.ana.sees_modal("profile.save")).values
    assert stands["language"] == "slack"
    return {name: value for name, value in stands.items() if name != "language"}


async def reads(scene: School) -> list[str]:
    """Ms Lee reads about Ana; returns what she finds of what Ana wrote."""
    await scene.lee.opens_home()
    await scene.quiet()
    await scene.lee.presses("profile.choose")
    assert await sends(scene, scene.lee, "profile.choose", student=scene.ana) == {}
    text = (await scene.lee.sees_modal("profile.read")).text
    await scene.lee.closes()
    return [written for written in ABOUT_ME.values() if written in text]


async def test_a_student_writes_about_herself_and_decides_who_reads_it(scene: School) -> None:
    await set_up(scene)
    assert not any((await opens(scene)).values())
    assert await sends(scene, scene.ana, "profile.save", **ABOUT_ME) == {}
    await scene.ana.sees_home("what you wrote about yourself")
    assert await reads(scene) == []

    stands = await opens(scene)
    assert {name: value for name, value in stands.items() if value} == ABOUT_ME
    assert await sends(scene, scene.ana, "profile.save", share_with_teachers=["yes"]) == {}
    assert await reads(scene) == list(ABOUT_ME.values())

    await opens(scene)
    assert set(await sends(scene, scene.ana, "profile.save", goals="x" * 501)) == {"goals"}
    everything = dict.fromkeys(("goals", *ABOUT_ME))
    assert await sends(scene, scene.ana, "profile.save", **everything) == {}
    await scene.ana.sees_home("what you are good at")
    assert not any((await opens(scene)).values())
    assert await reads(scene) == []
    for person in (scene.ana, scene.ben, scene.lee):
        person.sees_nothing_more()


async def test_who_is_in_no_class_is_refused_kindly(scene: School) -> None:
    await set_up(scene)
    await opens(scene)
    await scene.english.leave(scene.ana)
    await scene.quiet()
    everybody_has_looked(scene)
    (why,) = (await sends(scene, scene.ana, "profile.save", **ABOUT_ME)).values()
    assert why == words("refused-form", why=words("refusal-profile-for-students"))
