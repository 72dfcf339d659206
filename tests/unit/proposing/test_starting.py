"""Where an interview starts, and where it does not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.activities.feedback import use_cases as feedback
from bot.activities.proposing import interviewing
from bot.domain.actor import Refusal, Side
from bot.domain.classroom import Classroom, Membership
from bot.domain.contract import Status
from bot.domain.contract import redirect as send_back
from bot.domain.interview import InterviewState
from storage.tables.classes import InterviewRow
from tests.rows import first_row
from tests.unit.proposing.talk import Talk, proposed_by
from tests.world import WORKSPACE, World


def _second_class(world: World) -> Classroom:
    with world.uow() as uow:
        made = uow.classrooms.add(replace(world.classroom, id=0, channel="C2", name="History 11"))
        uow.memberships.add(Membership(WORKSPACE, made.id, world.student.user, Side.STUDENT, world.now))
    return made


def test_a_student_of_several_classes_says_which(world: World) -> None:
    second = _second_class(world)
    world.do(interviewing.begin, world.student, None, None)
    talk = Talk(world)
    assert world.kinds(world.student.user)[-1] == "choose-class"
    assert set(talk.buttons().values()) == {str(world.classroom.id), str(second.id)}
    talk.begin(second.id)
    assert talk.interview().classroom == second.id
    world.do(interviewing.begin_in_channel, world.student, world.classroom.channel)
    assert talk.interview().classroom == world.classroom.id


def test_feedback_chooses_its_class(world: World) -> None:
    _second_class(world)
    (given,) = world.do(feedback.give_feedback, world.teacher, [world.student.user], "Seen", "Matters", "Try")
    talk = Talk(world).begin(feedback=given.id)
    assert talk.interview().classroom == world.classroom.id
    ident = talk.interview().contract
    with world.uow() as uow:
        contract = uow.contracts.get(ident)
    assert contract is not None
    assert contract.feedback == given.id
    with pytest.raises(Refusal, match="no-such-feedback"):
        world.do(interviewing.begin, world.classmate, None, given.id)


def test_who_is_no_student_is_told_what_to_do(world: World) -> None:
    for actor in (world.teacher, world.stranger):
        with pytest.raises(Refusal, match="no-class-to-start-in"):
            world.do(interviewing.begin, actor, None, None)
    with pytest.raises(Refusal, match="for-students"):
        world.do(interviewing.begin_in_channel, world.teacher, world.classroom.channel)


def test_who_left_the_class_can_not_go_on(world: World) -> None:
    talk = Talk(world).begin()
    with world.uow() as uow:
        place = first_row(uow.memberships, user=world.student.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    with pytest.raises(Refusal, match="not-in-this-class"):
        talk.say("Starting")


def test_an_open_contract_says_where_it_stands(world: World) -> None:
    world.proposed()
    world.do(interviewing.begin, world.student, None, None)
    assert world.kinds(world.student.user) == ["contract-card"]
    assert world.count(InterviewRow) == 0


def test_a_proposal_that_was_sent_back_has_its_draft(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    talk.submit()
    ident = talk.interview().contract
    with world.uow() as uow:
        contract = uow.contracts.get(ident)
        assert contract is not None
        sent = uow.contracts.save(send_back(contract, 1, "Make it smaller", world.teacher.user, world.now))
        interviewing.reopen(uow, sent)
    assert talk.interview().state is InterviewState.LATER
    talk.begin()
    assert talk.now_asked() == ""
    talk.press(interviewing.edit, "1.goal")
    talk.say("7")
    talk.submit()
    assert proposed_by(world).targets[0].goal == Decimal(7)


def test_a_closed_draft_takes_nothing_any_more(world: World) -> None:
    talk = Talk(world).begin()
    ts = talk.say("Starting")
    interview = talk.interview()
    with world.uow() as uow:
        uow.interviews.save(replace(interview, state=InterviewState.CLOSED))
    with pytest.raises(Refusal, match="draft-closed"):
        talk.say("Ideas")
    assert not world.do(interviewing.correct, world.student, "Ending", ts)


def test_after_one_contract_the_next(world: World) -> None:
    finished = world.proposed()
    with world.uow() as uow:
        uow.contracts.save(replace(finished, status=Status.COMPLETED))
    world.do(interviewing.next_one, world.student, finished)
    assert Talk(world).now_asked() == "hardest"
