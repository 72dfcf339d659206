"""The last day of a contract is a day: a check-in of its own, answers until midnight, and the end after that."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.activities.checking_in import answering, planning
from bot.activities.looking_back import use_cases as looking_back
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.contract import Contract, Status
from tests.unit.checking_in.answers import say, value
from tests.unit.checking_in.steps import NOBODY, at, check_ins, posts, rendered, replies, tick
from tests.world import World

FRIDAY = datetime(2027, 3, 12, tzinfo=UTC)
"""The last day of the sample's contract, whose check-ins come on Mondays."""
MORNING = FRIDAY.replace(hour=8, minute=45)
MIDNIGHT = FRIDAY + timedelta(days=1)


def until(world: World, contract: Contract, moment: datetime) -> None:
    """Go there as the program does: whatever is due on the way is done, and nobody answers."""
    while (coming := _next_wake(world, contract)) is not None and coming <= moment:
        at(world, max(coming, world.now))
    at(world, moment)


def _next_wake(world: World, contract: Contract) -> datetime | None:
    return min((c.wake_at for c in check_ins(world, contract) if c.wake_at is not None), default=None)


def last(world: World, contract: Contract) -> CheckIn:
    return check_ins(world, contract)[-1]


def end(world: World, contract: Contract) -> Status:
    """What the clockwork makes of the contract now."""
    world.do(looking_back.begin, NOBODY, contract.id)
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    return found.status


def prompts(world: World) -> int:
    return posts(world, world.student.user).count("check-in-due")


def follow(world: World, contract: Contract) -> Contract:
    with world.uow() as uow:
        return uow.contracts.save(planning.follow(uow, contract, world.classroom))


def renegotiated(world: World, contract: Contract, ends_on: date) -> Contract:
    with world.uow() as uow:
        standing = uow.contracts.get(contract.id)
        assert standing is not None
        terms = replace(standing.in_force.terms, ends_on=ends_on)
        standing = life.propose_change(standing, terms, Side.STUDENT, world.student.user, world.now)
        number = standing.on_the_table.number
        standing = life.agree_to_change(standing, number, Side.TEACHER, world.teacher.user, world.now)
        return uow.contracts.save(planning.follow(uow, standing, world.classroom))


def test_what_is_said_on_the_last_morning_counts(world: World) -> None:
    contract = world.agree()
    until(world, contract, MORNING + timedelta(minutes=45))
    assert end(world, contract) is Status.ACTIVE
    asked = last(world, contract)
    say(world, asked.id, "8 of 10, finally")
    world.do(answering.right_or_not, world.student, asked.id, True)
    assert value(world, asked.id) == 8
    assert replies(world, asked.id)[0].confirmed


def test_the_last_day_is_asked_about_though_it_is_no_check_in_day(world: World) -> None:
    contract = world.agree()
    until(world, contract, MORNING)
    assert (last(world, contract).due_at, last(world, contract).state) == (MORNING, CheckInState.PROMPTED)
    assert "last day" in rendered(world)["check-in-due"][-1]


def test_it_is_asked_about_once_where_it_is_a_check_in_day(world: World) -> None:
    contract = world.agree(check_in_days=("TU", "FR"))
    until(world, contract, MIDNIGHT - timedelta(hours=1))
    assert [c.due_at.date() for c in check_ins(world, contract)][-2:] == [date(2027, 3, 9), date(2027, 3, 12)]


def test_nothing_comes_after_it_whatever_was_answered(world: World) -> None:
    contract = world.agree()
    until(world, contract, MORNING)
    say(world, last(world, contract).id, "8 of 10")
    before = check_ins(world, contract)
    follow(world, _stored(world, contract))
    world.later(hours=6)
    follow(world, _stored(world, contract))
    assert check_ins(world, contract) == before


def test_nobody_is_reminded_after_the_end(world: World) -> None:
    contract = world.agree()
    until(world, contract, MORNING)
    reminders = posts(world, world.student.user).count("check-in-reminder")
    missed = posts(world, world.teacher.user).count("check-in-missed")
    at(world, MORNING + timedelta(days=1))  # late to end it, and the reminder would be due
    assert end(world, contract) is Status.REASSESSING
    at(world, MORNING + timedelta(days=3))
    assert posts(world, world.student.user).count("check-in-reminder") == reminders
    assert posts(world, world.teacher.user).count("check-in-missed") == missed
    assert last(world, contract).wake_at is None


def test_one_that_could_not_be_asked_before_the_end_is_dropped(world: World) -> None:
    contract = world.agree()
    until(world, contract, FRIDAY)
    asked = prompts(world)
    at(world, MIDNIGHT + timedelta(hours=8))
    assert prompts(world) == asked
    assert last(world, contract).state is CheckInState.DROPPED


def test_an_open_one_asks_for_the_last_number_when_it_is_reminded_of(world: World) -> None:
    contract = world.agree(check_in_days=("TH",))
    until(world, contract, MORNING)
    assert last(world, contract).due_at.date() == date(2027, 3, 11)
    assert "last day" in rendered(world)["check-in-reminder"][-1]
    say(world, last(world, contract).id, "8 of 10")
    tick(world)
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 3, 11)


def test_one_that_nobody_answered_makes_room_for_it(world: World) -> None:
    contract = world.agree(check_in_days=("WE",))
    until(world, contract, MORNING)
    assert [c.state for c in check_ins(world, contract)][-2:] == [CheckInState.MISSED, CheckInState.PROMPTED]
    assert last(world, contract).due_at == MORNING


def test_it_ends_at_midnight_and_says_so_in_the_morning(world: World) -> None:
    contract = world.agree()
    world.now = MIDNIGHT - timedelta(seconds=1)
    assert end(world, contract) is Status.ACTIVE
    world.now = MIDNIGHT
    assert end(world, contract) is Status.REASSESSING


def test_signed_on_its_last_day_it_is_asked_about_at_once(world: World) -> None:
    world.now = FRIDAY.replace(hour=10)
    contract = world.agree()
    tick(world)
    assert [(c.due_at, c.state) for c in check_ins(world, contract)] == [(world.now, CheckInState.PROMPTED)]


def test_a_contract_of_two_days_has_its_check_in_and_the_last(world: World) -> None:
    contract = world.agree(ends_on=date(2027, 1, 12))
    until(world, contract, datetime(2027, 1, 12, 9, tzinfo=UTC))
    (first,) = check_ins(world, contract)
    assert (first.due_at.date(), first.state) == (date(2027, 1, 11), CheckInState.REMINDED)
    assert "last day" in rendered(world)["check-in-reminder"][-1]


def test_a_later_end_moves_the_last_one(world: World) -> None:
    contract = world.agree(check_in_days=("FR",), ends_on=date(2027, 1, 13))
    until(world, contract, datetime(2027, 1, 12, tzinfo=UTC))
    assert last(world, contract).due_at == datetime(2027, 1, 13, 8, 45, tzinfo=UTC)
    changed = renegotiated(world, contract, date(2027, 1, 20))
    assert last(world, contract).due_at == datetime(2027, 1, 15, 8, 45, tzinfo=UTC)
    assert changed.ends_at == datetime(2027, 1, 21, tzinfo=UTC)


def test_an_end_changed_on_the_last_day_goes_on(world: World) -> None:
    contract = world.agree(ends_on=date(2027, 1, 14))
    until(world, contract, datetime(2027, 1, 14, 9, tzinfo=UTC))
    asked = last(world, contract)
    changed = renegotiated(world, contract, date(2027, 1, 27))
    assert "last day" not in rendered(world)["check-in-due"][-1]
    say(world, asked.id, "5 of 10")
    assert last(world, contract).due_at == datetime(2027, 1, 18, 8, 45, tzinfo=UTC)
    assert changed.ends_at == datetime(2027, 1, 28, tzinfo=UTC)


def test_a_student_who_moved_has_the_last_day_where_they_are(world: World) -> None:
    contract = world.agree()
    with world.uow() as uow:
        person = uow.people.of(world.student.user)
        assert person is not None
        uow.people.save(replace(person, timezone="America/New_York"))
        planning.move_with(uow, world.student.user)
    assert _stored(world, contract).ends_at == datetime(2027, 3, 13, 5, tzinfo=UTC)
    until(world, contract, datetime(2027, 3, 12, 14, tzinfo=UTC))
    assert last(world, contract).due_at == datetime(2027, 3, 12, 13, 45, tzinfo=UTC)


@pytest.mark.parametrize("asked_before", [True, False])
def test_an_end_written_by_the_earlier_rule_moves_to_midnight(world: World, asked_before: bool) -> None:
    """It was the check-in time of the last day, and no check-in was planned on that day."""
    contract = world.agree()
    until(world, contract, FRIDAY)
    with world.uow() as uow:
        standing = uow.contracts.get(contract.id)
        assert standing is not None
        uow.contracts.save(replace(standing, ends_at=MORNING))
        planned = uow.check_ins.newest_of(contract.id)
        assert planned is not None
        if not asked_before:
            uow.check_ins.save(replace(planned, state=CheckInState.DROPPED, wake_at=None))
    at(world, MORNING)
    assert end(world, contract) is Status.ACTIVE
    tick(world)
    assert _stored(world, contract).ends_at == MIDNIGHT
    assert [c.due_at for c in check_ins(world, contract) if c.state is CheckInState.PROMPTED] == [MORNING]


def test_nobody_is_asked_on_it_who_has_left(world: World) -> None:
    contract = world.agree(check_in_days=("TH",))
    until(world, contract, MORNING - timedelta(hours=2))
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, world.student.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    asked = len(posts(world, world.student.user))
    until(world, contract, MORNING + timedelta(hours=1))
    assert len(posts(world, world.student.user)) == asked
    assert _next_wake(world, contract) is None


@pytest.mark.parametrize("days", [("FR",), ("TH",)])
def test_one_that_was_set_aside_on_it_does_not_come_back(world: World, days: tuple[str, ...]) -> None:
    contract = world.agree(check_in_days=days)
    until(world, contract, MORNING)
    standing = last(world, contract)
    with world.uow() as uow:
        planning.excuse(uow, standing)
    asked = len(posts(world, world.student.user))
    until(world, contract, MIDNIGHT - timedelta(hours=1))
    assert len(posts(world, world.student.user)) == asked


def test_the_check_in_time_in_the_quiet_hours_is_asked_before_them(world: World) -> None:
    contract = world.agree(check_in_time=time(21, 30))
    until(world, contract, FRIDAY.replace(hour=18))
    assert (last(world, contract).due_at, last(world, contract).state) == (world.now, CheckInState.PROMPTED)


def _stored(world: World, contract: Contract) -> Contract:
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    return found
