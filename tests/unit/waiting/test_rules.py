"""When somebody whose turn it is is reminded: by school days, twice, on a school day and in the day."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actor import Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Status
from bot.domain.waiting import LAST, REMINDED_AFTER, is_time, reminder_due, school_days, turn_of

MONDAY = date(2027, 1, 11)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "by_student", "wondered", "turn"),
    [
        (None, True, False, None),
        (Status.DRAFTING, True, False, None),
        (Status.PROPOSED, True, False, Side.TEACHER),
        (Status.QUESTIONED, True, False, Side.STUDENT),
        (Status.AMENDED, False, False, Side.STUDENT),
        (Status.AMENDED, False, True, Side.TEACHER),
        (Status.ACTIVE, True, False, None),
        (Status.RENEGOTIATING, True, False, Side.TEACHER),
        (Status.RENEGOTIATING, False, False, Side.STUDENT),
        (Status.REASSESSING, True, False, None),
        (Status.COMPLETED, True, False, None),
        (Status.CLOSED, True, False, None),
    ],
)
def test_whose_turn_it_is(status: Status | None, by_student: bool, wondered: bool, turn: Side | None) -> None:
    assert turn_of(status, by_student=by_student, wondered=wondered) is turn


@pytest.mark.parametrize(
    ("days", "reminded", "due"),
    [(0, 0, 0), (1, 0, 0), (2, 0, 1), (4, 0, 1), (4, 1, 0), (5, 1, 2), (5, 0, 2), (5, 2, 0), (90, 0, 2), (90, 2, 0)],
)
def test_which_reminder_is_due(days: int, reminded: int, due: int) -> None:
    assert reminder_due(days, reminded) == due


def _weekday(day: date) -> bool:
    return day.weekday() < 5


def test_days_are_counted_after_the_one_on_which_it_began() -> None:
    friday = MONDAY + 4 * DAY
    assert [school_days(friday, friday + n * DAY, _weekday) for n in range(5)] == [0, 0, 0, 1, 2]


days_off = st.sets(st.integers(0, 60), max_size=40)


@given(st.integers(0, 6), days_off)
def test_each_is_reminded_twice_on_school_days_and_never_again(start: int, off: set[int]) -> None:
    """Whatever the calendar: looked at each day, there are as many as there should be, each on a school day."""

    def has_school(day: date) -> bool:
        return _weekday(day) and (day - MONDAY).days not in off

    since, reminded, given_on = MONDAY + start * DAY, 0, []
    for n in range(120):
        today = since + n * DAY
        due = reminder_due(school_days(since, today, has_school), reminded) if has_school(today) else 0
        if due:
            reminded = due
            given_on.append(today)
    assert len(given_on) == LAST
    assert all(has_school(day) for day in given_on)
    assert [school_days(since, day, has_school) for day in given_on] == list(REMINDED_AFTER)


@given(st.integers(0, 6), days_off, st.sets(st.integers(0, 119), max_size=60))
def test_a_day_on_which_nobody_looked_is_made_up_for_once(start: int, off: set[int], asleep: set[int]) -> None:
    def has_school(day: date) -> bool:
        return _weekday(day) and (day - MONDAY).days not in off

    since, reminded, found = MONDAY + start * DAY, 0, []
    for n in (n for n in range(200) if n not in asleep):
        due = reminder_due(school_days(since, since + n * DAY, has_school), reminded)
        reminded = due or reminded
        found += [due] if due else []
    assert found in ([1, 2], [2])


def _classroom(at: time, quiet_from: time = time(20), quiet_until: time = time(7), zone: str = "UTC") -> Classroom:
    days = ("MO",)
    end = date(2027, 6, 25)
    return Classroom("T1", "C1", "E", zone, end, days, at, quiet_from=quiet_from, quiet_until=quiet_until)


@pytest.mark.parametrize(
    ("at", "hour", "now"),
    [
        (time(8, 45), 8, False),
        (time(8, 45), 9, True),
        (time(8, 45), 19, True),
        (time(8, 45), 20, False),
        (time(8, 45), 3, False),
        (time(6), 6, False),  # it was allowed once: the quiet hours count
        (time(6), 7, True),
    ],
)
def test_the_time_of_day(at: time, hour: int, now: bool) -> None:
    moment = datetime(2027, 1, 11, hour, 0, tzinfo=UTC)
    assert is_time(moment, _classroom(at), _weekday) is now


def test_the_day_is_the_one_of_the_class() -> None:
    sunday_here = datetime(2027, 1, 10, 22, 0, tzinfo=UTC)
    assert is_time(sunday_here, _classroom(time(8, 45), zone="Pacific/Auckland"), _weekday)
    assert not is_time(sunday_here, _classroom(time(8, 45)), _weekday)


def test_quiet_hours_in_the_middle_of_the_day_hold_too() -> None:
    room = _classroom(time(8, 45), quiet_from=time(12), quiet_until=time(13))
    moments = [datetime(2027, 1, 11, hour, 30, tzinfo=UTC) for hour in (9, 12, 14)]
    assert [is_time(moment, room, _weekday) for moment in moments] == [True, False, False]
