"""A class with days off: what was planned moves, and what was asked waits until school begins again."""

from datetime import UTC, date, datetime, timedelta

from bot.activities.checking_in import planning
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckInState
from bot.domain.days_off import DayOff, Source
from tests.unit.checking_in.steps import asked, at, check_ins, posts
from tests.world import WORKSPACE, World

MONDAY = datetime(2027, 1, 11, 8, 45, tzinfo=UTC)
DAY = timedelta(days=1)


def _off(world: World, first: date, last: date, *, closes: bool = True) -> None:
    with world.uow() as uow:
        uow.days_off.add(DayOff(WORKSPACE, world.classroom.id, first, last, "Half term", Source.FILE, "1", closes))
        planning.plan_anew(uow, Actor(WORKSPACE, ""))


def test_a_planned_check_in_moves_to_the_next_school_day(world: World) -> None:
    contract = world.agree()
    _off(world, MONDAY.date(), MONDAY.date())
    assert [c.due_at for c in check_ins(world, contract)] == [MONDAY + DAY]
    at(world, MONDAY + DAY - timedelta(seconds=1))
    assert posts(world, "USTUDENT") == []
    at(world, MONDAY + DAY)
    assert posts(world, "USTUDENT") == ["check-in-due"]


def test_an_event_that_no_teacher_called_a_day_off_changes_nothing(world: World) -> None:
    contract = world.agree()
    _off(world, MONDAY.date(), MONDAY.date(), closes=False)
    assert [c.due_at for c in check_ins(world, contract)] == [MONDAY]


def test_who_was_asked_before_days_off_is_reminded_after_them_and_not_missed_on_them(world: World) -> None:
    contract = world.agree()
    asked(world, contract)
    _off(world, MONDAY.date() + DAY, MONDAY.date() + 3 * DAY)
    at(world, MONDAY + 2 * DAY)
    at(world, MONDAY + 3 * DAY)
    assert posts(world, "USTUDENT") == ["check-in-due"]
    assert check_ins(world, contract)[0].state is CheckInState.PROMPTED
    at(world, MONDAY + 4 * DAY)
    assert posts(world, "USTUDENT") == ["check-in-due", "check-in-reminder"]
    assert "check-in-missed" not in posts(world, "UTEACHER")
