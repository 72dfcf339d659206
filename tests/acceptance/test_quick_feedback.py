"""Ms Lee gives feedback in a minute, from a message of Ana's, and Ana answers it."""

from bot.demo.scene import School
from prompts.words import words_for
from tests.acceptance.steps import sends, set_up

words = words_for()
SAID = "The zebra poem has three pictures in it"


async def test_from_a_message_to_an_answer(scene: School) -> None:
    await set_up(scene)
    await scene.ana.says("Here is my zebra poem", in_=scene.english)
    poem = await scene.lee.sees("zebra", in_=scene.english)
    await scene.lee.uses_shortcut("feedback.on_message", on=poem)
    form = await scene.lee.sees_modal("feedback.quick")
    assert "Here is my zebra poem" in form.text

    await scene.lee.fills({"seen": SAID})
    await scene.lee.presses("feedback.in_three")
    assert (await scene.lee.sees_modal("feedback.give")).values["seen"] == SAID
    await scene.lee.presses("feedback.in_one")
    assert await sends(scene, scene.lee, "feedback.quick") == {}
    before = await scene.lee.sees_modal("feedback.send")
    assert words("feedback-lacks-next") in before.text
    assert await sends(scene, scene.lee, "feedback.send", seen=f"{SAID}. Try one more.") == {}

    await scene.lee.sees("feedback-delivered")
    given = await scene.ana.sees("feedback-given")
    await scene.ana.presses("feedback.unclear", on=given)
    unclear = await scene.lee.sees("feedback-unclear")
    await scene.lee.presses("feedback.explain", on=unclear)
    assert await sends(scene, scene.lee, "feedback.explain", text="One more picture in words") == {}
    note = await scene.ana.sees("note-from")
    assert note.shows("One more picture in words")
