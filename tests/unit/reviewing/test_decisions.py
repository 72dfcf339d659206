"""A teacher decides on a proposal, and the first decision wins."""

from dataclasses import replace

import pytest

from bot.activities.contract import reads
from bot.activities.reviewing import use_cases as reviewing
from bot.domain import contract as life
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Status
from bot.domain.interview import InterviewState
from prompts.words import words_for
from tests.unit.reviewing.scenes import announced, buttons, leave, messages, newest, texts
from tests.world import World


def test_each_teacher_of_the_class_gets_the_proposal_once(world: World) -> None:
    contract = announced(world)
    with world.uow() as uow:
        reviewing.announce(uow, contract)
    card = ("proposal-card", {"contract": contract.id, "version": 1, "before": 0})
    assert world.said(world.teacher.user) == [card]
    assert world.said(world.teacher2.user) == [card]
    assert world.said(world.student.user) == []


def test_signing_makes_it_active_and_tells_both_sides(world: World) -> None:
    contract = announced(world)
    active = world.do(reviewing.approve, world.teacher, contract.id, 1)
    assert active.status is Status.ACTIVE
    assert active.in_force.agreed
    assert "contract-card" in world.kinds(world.student.user)
    assert "agreed" in world.kinds(world.teacher.user)
    assert "agreed" not in world.kinds(world.teacher2.user)
    with world.uow() as uow:
        assert [c.state for c in uow.check_ins.of_contract(contract.id)] == [CheckInState.PLANNED]
    messages(world)


def test_a_second_teacher_learns_who_decided(world: World) -> None:
    contract = announced(world)
    world.do(reviewing.approve, world.teacher, contract.id, 1)
    for late in (reviewing.approve, reviewing.look_to_decide):
        with pytest.raises(Refusal) as refused:
            world.do(late, world.teacher2, contract.id, 1)
        assert refused.value.key == "somebody-decided"
        assert refused.value.args_for_copy == {"name": "Ms Lee", "status": "active"}


def test_a_card_shows_the_decision_once_it_is_taken(world: World) -> None:
    contract = announced(world)
    card = newest(world, world.teacher2.user, "proposal-card")
    assert set(buttons(card)) == {"reviewing.approve", "reviewing.ask", "reviewing.suggest", "reviewing.redirect"}
    assert set(buttons(card).values()) == {f"{contract.id}:1"}
    world.do(reviewing.approve, world.teacher, contract.id, 1)
    assert buttons(newest(world, world.teacher2.user, "proposal-card")) == {}


def test_a_double_click_is_told_that_it_is_done(world: World) -> None:
    contract = announced(world)
    world.do(reviewing.approve, world.teacher, contract.id, 1)
    with pytest.raises(Refusal, match="you-decided-already"):
        world.do(reviewing.approve, world.teacher, contract.id, 1)


def test_sending_it_back_opens_the_draft_again_and_tells_why(world: World) -> None:
    contract = announced(world)
    sent = world.do(reviewing.redirect, world.teacher, contract.id, 1, "Which <!channel> essays?")
    assert sent.status is Status.DRAFTING
    with world.uow() as uow:
        interview = uow.interviews.of_contract(contract.id)
    assert interview is not None
    assert interview.state is InterviewState.LATER
    told = newest(world, world.student.user, "sent-back")
    assert "Which <!channel> essays?" in texts(told)
    assert buttons(told) == {"proposing.start_in.0": str(world.classroom.id)}
    assert buttons(newest(world, world.teacher2.user, "proposal-card")) == {}


def test_a_new_version_brings_a_new_card_and_retires_the_old_one(world: World) -> None:
    contract = announced(world)
    sent = world.do(reviewing.redirect, world.teacher, contract.id, 1, "Which essays?")
    with world.uow() as uow:
        again = uow.contracts.save(life.submit(sent, world.terms(supports="None"), world.student.user, world.now))
        reviewing.announce(uow, again)
    old, new = (m for d, m in messages(world, "proposal-card") if d.lane == world.teacher.user)
    assert buttons(old) == {}
    assert set(buttons(new).values()) == {f"{contract.id}:2"}
    with pytest.raises(Refusal, match="newer-version"):
        world.do(reviewing.approve, world.teacher2, contract.id, 1)


def test_a_teacher_who_teaches_the_class_no_more_sees_nothing_new(world: World) -> None:
    announced(world)
    leave(world, world.teacher2)
    assert [d.lane for d, _ in messages(world, "proposal-card")] == [world.teacher.user]


def test_nothing_is_decided_while_the_student_is_away(world: World) -> None:
    contract = announced(world)
    leave(world, world.student)
    for decide, more in ((reviewing.approve, ()), (reviewing.ask, ("Which?",))):
        with pytest.raises(Refusal, match="student-not-here"):
            world.do(decide, world.teacher, contract.id, 1, *more)


@pytest.mark.parametrize("text", ["", "  ", "\n", "x" * 1501, "🎉"])
def test_a_question_a_reason_and_an_answer_are_words(world: World, text: str) -> None:
    contract = announced(world)
    for decide in (reviewing.ask, reviewing.redirect):
        with pytest.raises(Refusal) as refused:
            world.do(decide, world.teacher, contract.id, 1, text)
        assert refused.value.field == "text"
    world.do(reviewing.ask, world.teacher, contract.id, 1, "Which?")
    with pytest.raises(Refusal) as refused:
        world.do(reviewing.answer, world.student, contract.id, text)
    assert refused.value.field == "text"


def test_what_lay_so_long_that_no_dates_are_left_is_not_signed(world: World) -> None:
    contract = announced(world)
    world.later(days=164)
    with pytest.raises(Refusal, match="version-too-late"):
        world.do(reviewing.approve, world.teacher, contract.id, 1)


def test_the_card_names_what_the_wording_leaves_open(world: World) -> None:
    vague = replace(world.terms().targets[0], statement="Understand fractions better")
    contract = announced(world, targets=(vague,))
    assert reads.vague_points(contract.on_the_table.terms) == ((0, "observable"),)
    assert reads.vague_points(world.terms()) == ()
    named = words_for()("vague-title").strip("*")
    assert named in texts(newest(world, world.teacher.user, "proposal-card"))
