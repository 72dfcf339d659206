"""A check-in that is set aside: nobody is asked again, nobody missed anything, and an answer still counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.activities.checking_in import answering, planning
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.checking_in.messages import CheckInMissed
from bot.domain.check_ins import CheckIn, CheckInState
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork
from tests.unit.checking_in.steps import asked, at, check_ins, posts, tick
from tests.unit.home.pages import shown, text
from tests.world import World


def excuse(world: World, check_in: int) -> None:
    with world.uow() as uow:
        found = uow.check_ins.get(check_in)
        assert found is not None
        planning.excuse(uow, found)


def test_no_reminder_no_miss_no_drift_and_the_next_one_comes(world: World) -> None:
    contract = world.agree()
    excuse(world, asked(world, contract))
    aside, ahead = check_ins(world, contract)
    assert (aside.state, aside.wake_at, ahead.state) == (CheckInState.EXCUSED, None, CheckInState.PLANNED)
    for _ in range(6):
        world.later(days=1)
        tick(world)
    assert posts(world, "UTEACHER") == []
    assert [k for k in posts(world, "USTUDENT") if k.startswith("check-in")] == ["check-in-due"]
    at(world, ahead.due_at)
    assert check_ins(world, contract)[1].state is CheckInState.PROMPTED


def test_one_that_is_still_ahead_is_left_out_and_the_one_after_it_comes(world: World) -> None:
    contract = world.agree()
    (ahead,) = check_ins(world, contract)
    excuse(world, ahead.id)
    aside, following = check_ins(world, contract)
    assert (aside.state, following.due_at) == (CheckInState.EXCUSED, ahead.due_at + timedelta(days=7))


def test_an_answer_counts_and_plans_no_second_one(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    excuse(world, first)
    world.do(answering.log, world.student, first, ReplyForm(("5",)))
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.ANSWERED, CheckInState.PLANNED]


@pytest.mark.parametrize("state", [CheckInState.MISSED, CheckInState.ANSWERED, CheckInState.DROPPED])
def test_what_has_ended_stays_as_it_ended(world: World, state: CheckInState) -> None:
    contract = world.agree()
    first = asked(world, contract)
    with world.uow() as uow:
        uow.check_ins.save(replace(_get(uow, first), state=state))
    excuse(world, first)
    assert [c.state for c in check_ins(world, contract)] == [state]


def test_to_the_teacher_it_looks_like_any_that_was_left_out(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    with world.uow() as uow:
        planning.excuse(uow, _get(uow, first))
    excused = shown(world, world.teacher)
    with world.uow() as uow:
        uow.check_ins.save(replace(_get(uow, first), state=CheckInState.DROPPED))
    assert shown(world, world.teacher) == excused
    assert "left out" in text(excused)


def test_its_student_alone_is_shown_that_it_is_set_aside(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    with world.uow() as uow:
        tell(uow, "UTEACHER", CheckInMissed(first))
        for card in uow.outbox.cards(f"check-in:{first}"):
            _sent(uow, card)
    excuse(world, first)
    refreshed = [d.reader for d in world.deliveries() if d.refreshes is not None]
    assert refreshed == ["USTUDENT"]
    world.render_all()


def _get(uow: UnitOfWork, check_in: int) -> CheckIn:
    found = uow.check_ins.get(check_in)
    assert found is not None
    return found


def _sent(uow: UnitOfWork, card: Any) -> None:
    save: Callable[[Any], None] = uow.outbox._deliveries.save
    save(replace(card, state="sent", channel="D1", ts="1.1", sent_at=card.created_at))
