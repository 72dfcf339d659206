"""What stands beside the form of feedback."""

import pytest

from bot.activities.feedback import use_cases as feedback
from bot.activities.feedback.messages import feedback_form
from bot.activities.feedback.quick_forms import quick_form
from bot.domain.profile import LearnerProfile
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.world import WORKSPACE, World


def _writes(world: World, *, shown: bool) -> None:
    with world.uow() as uow:
        uow.profiles.put(LearnerProfile(WORKSPACE, "USTUDENT", world.now, strengths="Ideas", share_with_teachers=shown))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_last_feedback_and_what_the_student_shows(world: World, lang: str) -> None:
    _writes(world, shown=True)
    for text in ("First", "Second"):
        world.later(minutes=1)
        world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], text, "It matters", "Go on")
    form = world.do(feedback.open_form, world.teacher, ["USTUDENT"])
    words = words_for(lang)
    for view in (
        feedback_form(words, form.students, form.classrooms, form.about, form.beside),
        quick_form(words, form.students, form.classrooms, form.about, form.beside),
    ):
        assert check_view(view) == []
        assert "Second" in str(view)
        assert "Ideas" in str(view)
        assert "First" not in str(view)


def test_what_is_not_shown_and_what_a_colleague_wrote_are_not_there(world: World) -> None:
    _writes(world, shown=False)
    world.do(feedback.give_feedback, world.teacher2, ["USTUDENT"], "Seen", "It matters", "Go on")
    assert world.do(feedback.open_form, world.teacher, ["USTUDENT"]).beside is None


def test_for_several_or_for_somebody_else_nothing_stands_there(world: World) -> None:
    _writes(world, shown=True)
    assert world.do(feedback.open_form, world.teacher, ["USTUDENT", "UCLASSMATE"]).beside is None
    with world.uow() as uow:
        uow.profiles.put(LearnerProfile(WORKSPACE, "USTRANGER", world.now, strengths="X", share_with_teachers=True))
    assert world.do(feedback.open_form, world.teacher, ["USTRANGER"]).beside is None
