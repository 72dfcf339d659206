"""Somebody else was faster, or something changed, while a form was open: what was written into it is not lost."""

from bot.demo.scene import School
from prompts.words import words_for
from tests.acceptance.steps import everybody_has_looked, propose, set_up, shows_everything

words = words_for()
THURSDAYS = "We meet on Thursdays, and I bring three model essays"


async def test_what_a_teacher_wrote_stays_where_a_colleague_was_faster(scene: School) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.suggest")
    await shows_everything(scene.lee)
    await scene.lee.fills({"commitments": THURSDAYS})
    await scene.bell.presses("reviewing.approve")
    await scene.quiet()
    everybody_has_looked(scene)
    errors = await scene.lee.submits()
    await scene.quiet()
    why = words("refusal-somebody-decided", name="Mr Bell", status="active")
    assert list(errors.values()) == [words("refused-form", why=why)]
    assert scene.lee.modal is not None
    assert THURSDAYS in str(scene.ws.core.state.views[scene.lee.modal.id].inputs)
    scene.lee.sees_nothing_more()


async def test_what_a_student_wrote_stays_where_the_question_is_gone(scene: School) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.ask")
    await scene.lee.fills({"text": "Which essays?"})
    await scene.lee.submits()
    await scene.quiet()
    await scene.ana.presses("reviewing.answer")
    await scene.ana.fills({"text": "the next three"})
    await scene.ana.says("the next four")
    await scene.quiet()
    errors = await scene.ana.submits()
    await scene.quiet()
    assert list(errors) == ["text"]
    assert scene.ana.modal is not None
