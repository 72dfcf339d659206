"""A check-in waits until later today, or tomorrow: never past the next one, in quiet hours, or on a day off."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.activities.checking_in import answering
from bot.activities.checking_in import snoozing as use_cases
from bot.domain import snoozing
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState, out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.days_off import DaysOff, Span
from bot.domain.schedule import Schedule, end_of
from tests.unit.checking_in.steps import asked, at, check_ins, posts
from tests.world import World, terms

ROOM = Classroom("T1", "C1", "English 11", "Europe/London", date(2027, 6, 25), ("MO",), time(8, 45))


def test_later_today_the_reminder_comes_then_and_no_other(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    put = world.do(use_cases.later, world.student, first)
    assert put.wake_at == world.now + snoozing.LATER_BY
    assert posts(world, "USTUDENT")[-1] == "check-in-snoozed"
    world.render_all()
    at(world, put.wake_at)
    assert posts(world, "USTUDENT")[-1] == "check-in-reminder"
    assert check_ins(world, contract)[0].state is CheckInState.REMINDED
    with pytest.raises(Refusal, match="snooze-asked-twice"):
        world.do(use_cases.tomorrow, world.student, first)
    for _ in range(8):
        at(world, world.now + timedelta(hours=6))
    assert posts(world, "USTUDENT").count("check-in-reminder") == 1
    assert "class-check-ins" in posts(world, "UTEACHER")


def test_what_can_wait_is_in_one_menu_beside_the_answer(world: World) -> None:
    contract = world.agree()
    first = asked(world, contract)
    assert beside_the_answer(world, "check-in-due") == ["later", "tomorrow", "away"]
    at(world, check_ins(world, contract)[0].wake_at or world.now)
    assert check_ins(world, contract)[0].state is CheckInState.REMINDED
    assert beside_the_answer(world, "check-in-reminder") == ["absence.open"]
    world.do(answering.number, world.student, first, 0, 3)
    assert beside_the_answer(world, "check-in-reminder") == []


def beside_the_answer(world: World, notice: str) -> list[str]:
    """The ways to let it wait: the options of the menu, or the button, in the row of [Check in]."""
    (message,) = [m for d, m in world.render_all() if d.notice == notice and m is not None]
    (row,) = [b["elements"] for b in message.blocks if b["type"] == "actions" and "checking_in.log" in str(b)]
    options = [option["value"].partition(":")[0] for element in row for option in element.get("options", [])]
    return options or [e["action_id"] for e in row if e["action_id"].startswith("absence")]


def test_tomorrow_it_comes_at_the_time_of_a_check_in(world: World) -> None:
    contract = world.agree()
    put = world.do(use_cases.tomorrow, world.student, asked(world, contract))
    assert put.wake_at == datetime(2027, 1, 12, 8, 45, tzinfo=UTC)


def test_one_that_is_planned_or_answered_is_no_more_to_wait(world: World) -> None:
    contract = world.agree()
    (coming,) = check_ins(world, contract)
    with pytest.raises(Refusal, match="old-button"):
        world.do(use_cases.later, world.student, coming.id)


def test_never_past_the_last_day(world: World) -> None:
    schedule = Schedule(terms(ends_on=date(2027, 1, 18)), ROOM, "Europe/London")
    now = datetime(2027, 1, 18, 9, tzinfo=UTC)
    with pytest.raises(Refusal, match="snooze-last-day"):
        snoozing.checked(schedule, snoozing.tomorrow(schedule, now), None)


def test_never_past_the_next_one() -> None:
    schedule = Schedule(terms(check_in_days=("MO", "TU")), ROOM, "Europe/London")
    now = datetime(2027, 1, 18, 9, tzinfo=UTC)
    with pytest.raises(Refusal, match="snooze-next-one"):
        snoozing.checked(schedule, snoozing.tomorrow(schedule, now), datetime(2027, 1, 19, 8, 45, tzinfo=UTC))


ZONES = st.sampled_from(["Europe/London", "America/St_Johns", "Asia/Kolkata", "Pacific/Chatham", "America/New_York"])
NOWS = st.integers(0, 210 * 24 * 60).map(lambda minutes: datetime(2026, 10, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@given(NOWS, ZONES)
def test_later_today_is_today_and_in_no_quiet_hours(now: datetime, zone: str) -> None:
    schedule = Schedule(terms(), ROOM, zone)
    try:
        moment = snoozing.later_today(schedule, now)
    except Refusal:
        assume(False)
    assert moment >= now + snoozing.LEAST
    assert moment.astimezone(ZoneInfo(zone)).date() == now.astimezone(ZoneInfo(zone)).date()
    assert out_of_quiet(moment, ROOM, zone) == moment


@given(NOWS, ZONES, st.integers(0, 20))
def test_tomorrow_is_no_day_off(now: datetime, zone: str, off: int) -> None:
    today = now.astimezone(ZoneInfo(zone)).date()
    closed = DaysOff.of([Span(today + timedelta(days=1), today + timedelta(days=off))])
    schedule = Schedule(terms(ends_on=today + timedelta(days=60)), ROOM, zone, away=closed)
    moment = snoozing.tomorrow(schedule, now)
    day = moment.astimezone(ZoneInfo(zone)).date()
    assert day == today + timedelta(days=max(off, 0) + 1)
    assert now < moment < end_of(schedule.terms.ends_on, zone)


def test_tomorrow_goes_by_the_time_of_a_class_that_the_contract_goes_with() -> None:
    """It was another one when the contract was signed."""
    room = replace(ROOM, check_in_time=time(10, 15))
    schedule = Schedule(terms(with_class=True), room, "Europe/London")
    now, then = datetime(2027, 1, 11, 9, tzinfo=UTC), datetime(2027, 1, 12, 10, 15, tzinfo=UTC)
    assert snoozing.tomorrow(schedule, now) == then
