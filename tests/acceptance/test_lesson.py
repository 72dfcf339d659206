"""A lesson, a round of questions, and a contract with oneself, over the real protocol."""

from bot.demo.scene import School
from prompts.words import words_for
from tests.acceptance.forging import refusal
from tests.acceptance.steps import everybody_has_looked, sends, set_up

words = words_for()


async def test_a_step_is_posted_once_by_a_double_click(scene: School) -> None:
    await set_up(scene)
    everybody_has_looked(scene)
    await scene.lee.types("/accord lesson", in_=scene.english)
    await scene.lee.sees("lesson-scripts")
    await scene.lee.presses("lesson.begin.0")
    script = await scene.lee.sees("lesson-script")
    scene.ana.sees_nothing_more()
    await scene.lee.does(*(scene.lee.presses("lesson.post.1", on=script) for _ in range(2)))
    await scene.quiet()
    await scene.ana.sees("lesson-step", in_=scene.english)
    assert (
        len([post for post in scene.ana.posts(scene.english.place) if words("lesson-start-2-class") in post.text]) == 1
    )
    await scene.ana.types("/accord lesson", in_=scene.english)
    await scene.ana.sees(refusal("for-teachers"), in_=scene.english)


async def test_a_contract_with_oneself_is_signed_by_its_student_and_reaches_nobody(scene: School) -> None:
    await set_up(scene)
    everybody_has_looked(scene)
    await scene.ana.types("/accord myself", in_=scene.english)
    await scene.ana.sees("self-contracts")
    await scene.ana.presses("oneself.open_lesson")
    said = {"goal": "Two equations", "steps": "Read it\nTry one", "sign": "Both are right"}
    errors = await sends(scene, scene.ana, "oneself.save_lesson", **(said | {"steps": "a\nb\nc\nd"}))
    assert errors == {"steps": refusal("self-steps")}
    assert await sends(scene, scene.ana, "oneself.save_lesson", **said) == {}
    await scene.ana.sees("self-card")
    await scene.ana.presses("oneself.sign")
    await scene.quiet()
    for other in (scene.lee, scene.bell, scene.ben):
        other.sees_nothing_more()
