"""Questions and answers, before a decision and about suggested changes."""

import pytest

from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Refusal
from bot.domain.contract import Status
from bot.domain.interview import About
from tests.unit.checking_in.answers import types
from tests.unit.reviewing.scenes import amended, announced, buttons, leave, messages, newest, now_is, texts
from tests.world import World

HOSTILE = "Which <!channel> @here #general *essays* <https://x.y|z>?"


def test_a_question_reaches_the_student_who_may_type_the_answer(world: World) -> None:
    contract = announced(world)
    asked = world.do(reviewing.ask, world.teacher, contract.id, 1, HOSTILE)
    assert asked.status is Status.QUESTIONED
    told = newest(world, world.student.user, "teacher-asked")
    assert HOSTILE in texts(told)
    assert set(buttons(told)) == {"reviewing.answer"}
    with world.uow() as uow:
        focus = uow.focus.of(world.student.user)
    assert focus is not None
    assert (focus.about, focus.ref) == (About.QUESTION, contract.id)


def test_the_answer_brings_the_proposal_back_to_the_teachers(world: World) -> None:
    contract = announced(world)
    world.do(reviewing.ask, world.teacher2, contract.id, 1, "Which essays?")
    assert buttons(newest(world, world.teacher.user, "proposal-card")) == {}
    answered = world.do(reviewing.hear, world.student, contract.id, HOSTILE, "1.1")
    assert answered is None
    assert now_is(world, contract).status is Status.PROPOSED
    assert world.kinds(world.student.user)[-1] == "answer-passed-on"
    told = newest(world, world.teacher2.user, "student-answered")
    assert HOSTILE in texts(told)
    assert "reviewing.approve" in buttons(told)
    assert "student-answered" not in world.kinds(world.teacher.user)
    assert "reviewing.approve" in buttons(newest(world, world.teacher.user, "proposal-card"))
    assert buttons(newest(world, world.student.user, "teacher-asked")) == {}


def test_the_answer_goes_to_all_teachers_when_the_asker_is_gone(world: World) -> None:
    contract = announced(world)
    world.do(reviewing.ask, world.teacher2, contract.id, 1, "Which essays?")
    leave(world, world.teacher2)
    world.do(reviewing.answer, world.student, contract.id, "These")
    assert "student-answered" in world.kinds(world.teacher.user)


def test_a_question_is_answered_once(world: World) -> None:
    contract = announced(world)
    world.do(reviewing.ask, world.teacher, contract.id, 1, "Which essays?")
    world.do(reviewing.answer, world.student, contract.id, "These")
    assert not world.do(lambda uow, actor: reviewing.awaits_answer(uow, actor, contract.id), world.student)
    for late in (reviewing.answer, reviewing.hear):
        with pytest.raises(Refusal, match="nothing-asked"):
            world.do(late, world.student, contract.id, "Those", *(["1.2"] if late is reviewing.hear else []))
    with pytest.raises(Refusal, match="nothing-asked"):
        world.do(reviewing.open_question, world.student, contract.id)


def test_each_notice_keeps_its_own_question(world: World) -> None:
    contract = announced(world)
    for question, answer in (("First?", "One"), ("Second?", "Two")):
        world.do(reviewing.ask, world.teacher, contract.id, 1, question)
        world.do(reviewing.answer, world.student, contract.id, answer)
    first, second = (message for _, message in messages(world, "teacher-asked"))
    assert ("First?" in texts(first), "Second?" in texts(second)) == (True, True)
    answered = newest(world, world.teacher.user, "student-answered")
    assert [t for t in texts(answered) if t in {"First?", "One", "Second?", "Two"}] == [
        "First?",
        "One",
        "Second?",
        "Two",
    ]


def test_the_student_asks_about_a_suggestion_and_it_stays_their_turn(world: World) -> None:
    contract = amended(world)
    wondered = world.do(reviewing.wonder, world.student, contract.id, 2, HOSTILE)
    assert wondered.status is Status.AMENDED
    told = newest(world, world.teacher.user, "student-wondered")
    assert HOSTILE in texts(told)
    assert buttons(told) == {"reviewing.explain": f"{contract.id}:2"}
    assert "student-wondered" not in world.kinds(world.teacher2.user)
    assert "reviewing.sign" in buttons(newest(world, world.student.user, "amendment-card"))


def test_the_first_answer_to_the_students_question_is_the_answer(world: World) -> None:
    contract = amended(world)
    world.do(reviewing.wonder, world.student, contract.id, 2, "Why?")
    shown = world.do(reviewing.open_explanation, world.teacher2, contract.id, 2)
    assert (shown.name, shown.text) == ("Ana", "Why?")
    world.do(reviewing.explain, world.teacher2, contract.id, 2, HOSTILE)
    told = newest(world, world.student.user, "teacher-explained")
    assert HOSTILE in texts(told)
    assert "reviewing.sign" in buttons(told)
    assert buttons(newest(world, world.teacher.user, "student-wondered")) == {}
    with pytest.raises(Refusal, match="nothing-asked"):
        world.do(reviewing.explain, world.teacher, contract.id, 2, "Because")


@pytest.mark.parametrize("entry", [0, 1, 3, 10**8])
def test_a_forged_line_of_the_history_is_an_old_button(world: World, entry: int) -> None:
    contract = amended(world)
    world.do(reviewing.wonder, world.student, contract.id, 2, "Why?")
    with pytest.raises(Refusal, match="old-button"):
        world.do(reviewing.explain, world.teacher, contract.id, entry, "Because")


def test_a_question_about_a_version_that_is_settled_needs_no_answer(world: World) -> None:
    contract = amended(world)
    world.do(reviewing.wonder, world.student, contract.id, 2, "Why?")
    world.do(reviewing.sign, world.student, contract.id, 2)
    with pytest.raises(Refusal, match="nothing-asked"):
        world.do(reviewing.explain, world.teacher, contract.id, 2, "Because")


def test_what_is_typed_after_the_answer_is_no_second_answer(world: World) -> None:
    contract = announced(world)
    world.do(reviewing.ask, world.teacher, contract.id, 1, "Which essays?")
    for at, text in ((100, "These"), (200, "Thank you")):
        types(world, text, at)
    with world.uow() as uow:
        said = [h.detail["text"] for h in uow.contracts.history(contract.id) if h.action == "answered"]
    assert said == ["These"]
    assert world.kinds(world.student.user)[-1] == "remark"
