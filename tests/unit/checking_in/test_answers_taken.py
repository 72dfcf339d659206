"""Whose answers are taken, to which check-ins, and for how long."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.checking_in import answering, reads
from bot.activities.hearing import placing
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import Status
from bot.domain.interview import About
from storage.unit_of_work import UnitOfWork
from tests.unit.checking_in.answers import FORM, end, say
from tests.unit.checking_in.steps import asked, at, check_ins, posts, rendered
from tests.world import World


@pytest.mark.parametrize("who", ["classmate", "teacher", "stranger"])
def test_nobody_answers_for_somebody_else(world: World, who: str) -> None:
    check_in = asked(world, world.agree())
    actor: Actor = getattr(world, who)
    for attempt in (
        lambda: world.do(answering.hear, actor, check_in, "7", "1.1"),
        lambda: world.do(answering.log, actor, check_in, FORM),
        lambda: world.do(reads.open_log, actor, check_in),
        lambda: world.do(answering.confirm, actor, check_in),
        lambda: world.do(answering.choose, actor, check_in, 0, "1.1"),
    ):
        with pytest.raises(Refusal, match="no-such-contract"):
            attempt()


def test_a_check_in_that_does_not_exist_or_has_not_come_is_refused(world: World) -> None:
    (planned,) = check_ins(world, world.agree())
    with pytest.raises(Refusal, match="check-in-not-yet"):
        say(world, planned.id, "7")
    with pytest.raises(Refusal, match="no-such-contract"):
        say(world, 999, "7")


def test_a_closed_contract_takes_no_answers(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    end(world, contract)
    with pytest.raises(Refusal, match="check-in-over"):
        say(world, check_in, "7")
    at(world, world.now + timedelta(days=1))
    assert "check-in-reminder" not in posts(world, "USTUDENT")
    rendered(world)


@pytest.mark.parametrize("status", list(Status))
def test_a_check_in_waits_only_while_its_contract_takes_answers(world: World, status: Status) -> None:
    contract = world.agree()
    asked(world, contract)
    with world.uow() as uow:
        stands = uow.contracts.get(contract.id)
        assert stands is not None
        uow.contracts.save(replace(stands, status=status))
        takes = status in (Status.ACTIVE, Status.RENEGOTIATING, Status.REASSESSING)
        owed = {one.place.about for one in placing.owed(uow, world.student.user)}
    assert (About.CHECK_IN in owed) is takes
    assert (world.do(reads.newest_awaiting, world.student) is not None) is takes


def test_the_student_sees_who_waits_and_what_comes(world: World) -> None:
    contract = world.agree()
    assert world.do(reads.newest_awaiting, world.student) is None
    check_in = asked(world, contract)
    brief = world.do(reads.newest_awaiting, world.student)
    assert brief is not None
    assert brief.check_in.id == check_in
    say(world, check_in, "7")
    assert world.do(reads.newest_awaiting, world.student) is None
    for actor in (world.student, world.classmate):
        world.do(reads.say_when, actor)
    rendered(world)


def test_what_is_typed_is_about_the_check_in_for_a_while(world: World) -> None:
    contract = world.agree()

    def listens(check_in: int, actor: Actor = world.student) -> bool:
        """Whether it would be taken; nothing of it stays."""
        with world.transactions.connection() as connection:
            uow = UnitOfWork(connection, actor.workspace, world.now)
            heard = answering.hear_if_asked(uow, actor, check_in, "5", "9.9")
            connection.rollback()
        return heard

    check_in = asked(world, contract)
    assert listens(check_in)
    assert not listens(check_in, world.classmate)
    assert not listens(999)
    say(world, check_in, "fine")
    world.later(hours=3)
    assert listens(check_in)  # the number was asked for
    say(world, check_in, "7", "1.2")
    assert not listens(check_in)
    end(world, contract)
    assert not listens(check_in)
