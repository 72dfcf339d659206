"""The last day of a contract, in every zone and over both changes of the clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import available_timezones

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import recurrence, schedule
from bot.domain.check_ins import CheckIn, CheckInState, out_of_quiet
from bot.domain.classroom import WEEKDAYS, Classroom
from bot.domain.schedule import Schedule
from tests.world import terms

TICK = timedelta(microseconds=1)
CLASSROOM = Classroom("T1", "C1", "English 11", "Europe/Vienna", date(2030, 6, 30), ("MO",), time(8, 45))
ASKED = tuple(sorted(set(CheckInState) - {CheckInState.PLANNED, CheckInState.DROPPED}))

zones = st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"}))
days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
weekdays = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(lambda d: tuple(sorted(d, key=WEEKDAYS.index)))
classrooms = st.builds(lambda start, end: replace(CLASSROOM, quiet_from=start, quiet_until=end), times, times)


@given(days, zones)
def test_it_ends_at_the_midnight_after_it(ends_on: date, timezone: str) -> None:
    end = schedule.end_of(ends_on, timezone)
    assert recurrence.local_day(end - TICK, timezone) == ends_on
    assert recurrence.local_day(end, timezone) > ends_on
    assert recurrence.local_day(schedule.begin_of(ends_on, timezone), timezone) == ends_on


@given(days, weekdays, times, classrooms, zones, st.integers(0, 40 * 24))
def test_it_has_one_check_in_outside_the_quiet_hours_and_nothing_comes_after_it(
    ends_on: date, at: tuple[str, ...], hour: time, classroom: Classroom, timezone: str, hours: int
) -> None:
    agreed = terms(ends_on=ends_on, check_in_days=at, check_in_time=hour)
    end = schedule.end_of(ends_on, timezone)
    newest, after = None, end - timedelta(hours=hours) - timedelta(days=2)
    on_it = []
    for number in range(1, 60):
        coming = Schedule(agreed, classroom, timezone).next_check_in(after, newest)
        if coming is None:
            break
        assert after < coming.wake_at < end
        assert out_of_quiet(coming.wake_at, classroom, timezone) == coming.wake_at
        if recurrence.local_day(coming.wake_at, timezone) == ends_on:
            on_it.append(coming)
        after = coming.due_at
        newest = CheckIn("T1", 1, "U1", number, coming.due_at, None, ASKED[number % len(ASKED)])
    assert len(on_it) == 1


@given(days, times, classrooms, zones, st.integers(0, 48 * 60))
def test_who_was_asked_on_it_is_not_asked_again(
    ends_on: date, hour: time, classroom: Classroom, timezone: str, minutes: int
) -> None:
    agreed = terms(ends_on=ends_on, check_in_days=WEEKDAYS, check_in_time=hour)
    after = schedule.begin_of(ends_on, timezone) - timedelta(days=1) + timedelta(minutes=minutes)
    coming = Schedule(agreed, classroom, timezone).next_check_in(after, None)
    if coming is None or recurrence.local_day(coming.due_at, timezone) < ends_on:
        return
    for state in ASKED:
        asked = CheckIn("T1", 1, "U1", 1, coming.due_at, None, state)
        assert Schedule(agreed, classroom, timezone).next_check_in(after, asked) is None
    dropped = CheckIn("T1", 1, "U1", 1, coming.due_at, None, CheckInState.DROPPED)
    assert Schedule(agreed, classroom, timezone).next_check_in(after, dropped) == coming


def test_its_time_in_the_quiet_hours_comes_before_the_night() -> None:
    agreed = terms(check_in_time=time(22, 0))
    coming = Schedule(agreed, CLASSROOM, "UTC").next_check_in(datetime(2027, 3, 11, tzinfo=UTC), None)
    assert coming is not None
    assert coming.wake_at == datetime(2027, 3, 12, 18, 0, tzinfo=UTC)


def test_its_time_before_the_morning_comes_in_the_morning() -> None:
    agreed = terms(check_in_time=time(6, 0))
    coming = Schedule(agreed, CLASSROOM, "UTC").next_check_in(datetime(2027, 3, 11, tzinfo=UTC), None)
    assert coming is not None
    assert coming.wake_at == datetime(2027, 3, 12, 7, 0, tzinfo=UTC)
