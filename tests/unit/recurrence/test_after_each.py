"""Check-ins that come when the student says so: one by the midpoint and one on the last day, whatever else there is."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import recurrence, schedule
from bot.domain.check_ins import NEAR, CheckIn, CheckInState
from bot.domain.days_off import DaysOff, Span
from bot.domain.schedule import Schedule
from tests.unit.recurrence.test_last_day import CLASSROOM, days, times, zones
from tests.world import terms

AT = time(8, 45)
NO_QUIET = replace(CLASSROOM, quiet_from=time(0), quiet_until=time(0))
spans = st.lists(st.tuples(st.integers(-5, 130), st.integers(0, 20)), max_size=4)


def _off(begin: date, found: list[tuple[int, int]]) -> DaysOff:
    return DaysOff.of(
        Span(begin + timedelta(days=first), begin + timedelta(days=first + long)) for first, long in found
    )


def _all(one: Schedule, began_at: datetime) -> list[datetime]:
    """When each is due, where every one is answered at once."""
    newest, after, found = None, began_at, []
    while (coming := one.next_check_in(after, newest)) is not None:
        assert coming.due_at > after
        found.append(coming.due_at)
        after = coming.due_at
        newest = CheckIn("T1", 1, "U1", len(found), after, None, CheckInState.ANSWERED, answered_at=after)
    return found


@given(days, times, st.integers(4, 120), times, zones, spans, spans)
def test_one_comes_by_the_midpoint_and_one_on_the_last_day_and_none_on_a_day_off(
    begin: date,
    began: time,
    long: int,
    at: time,
    timezone: str,
    off: list[tuple[int, int]],
    away: list[tuple[int, int]],
) -> None:
    agreed = terms(after_each="essay", check_in_days=(), ends_on=begin + timedelta(days=long), check_in_time=at)
    began_at = recurrence.instant(begin, began, timezone)
    one = Schedule(agreed, NO_QUIET, timezone, _off(begin, off), _off(begin, away), began_at)
    due = _all(one, began_at)
    local = [recurrence.local_day(moment, timezone) for moment in due]
    assert not any(one.closed.covers(day) for day in local)
    assert len(due) <= 2
    if one.last_day >= begin + timedelta(days=1):
        assert local[-1] == one.last_day
    midpoint = began_at + (recurrence.instant(agreed.ends_on, at, timezone) - began_at) / 2
    by_then = [d for n in range(long) if not one.closed.covers(d := begin + timedelta(days=n))]
    if any(began_at < recurrence.instant(d, at, timezone) <= midpoint for d in by_then) and not one.away.spans:
        assert due[0] <= midpoint


@given(st.integers(0, 58), st.integers(0, 23))
def test_who_said_something_just_before_it_is_not_asked_again_by_the_midpoint(days_on: int, hours: int) -> None:
    began_at = recurrence.instant(date(2027, 1, 11), AT, "UTC")
    agreed = terms(after_each="essay", check_in_days=(), ends_on=date(2027, 3, 12))
    one = Schedule(agreed, CLASSROOM, "UTC", began_at=began_at)
    middle = recurrence.instant(date(2027, 2, 10), AT, "UTC")
    said = began_at + timedelta(days=days_on, hours=hours)
    newest = CheckIn("T1", 1, "U1", 1, said, None, CheckInState.ANSWERED, answered_at=said)
    coming = one.next_check_in(said, newest)
    assert coming is not None
    assert (coming.due_at == middle) == (said < middle - NEAR)


def test_where_it_could_not_be_it_comes_as_soon_as_it_can() -> None:
    """A teacher called off school for all that was left until then: who had none yet is asked after it."""
    began_at = recurrence.instant(date(2027, 1, 11), AT, "UTC")
    agreed = terms(after_each="essay", check_in_days=(), ends_on=date(2027, 3, 12))
    off = DaysOff.of([Span(date(2027, 2, 1), date(2027, 2, 14))])
    one = Schedule(agreed, CLASSROOM, "UTC", off, began_at=began_at)
    coming = one.next_check_in(recurrence.instant(date(2027, 1, 31), AT, "UTC"), None)
    assert coming is not None
    assert coming.due_at.date() == date(2027, 2, 15)


def test_on_a_weekday_and_after_days_away() -> None:
    began_at = recurrence.instant(date(2027, 1, 11), AT, "UTC")
    agreed = terms(after_each="essay", check_in_days=(), ends_on=date(2027, 3, 20))
    one = Schedule(agreed, CLASSROOM, "UTC", began_at=began_at)
    assert [m.date() for m in one.coming(began_at, 3)] == [date(2027, 2, 12), date(2027, 3, 20)]  # not Saturday 13
    away = DaysOff.of([Span(date(2027, 2, 8), date(2027, 2, 16))])
    assert [m.date() for m in replace(one, away=away).coming(began_at, 3)] == [date(2027, 2, 17), date(2027, 3, 20)]


def test_without_days_there_is_time_by_the_midpoint_on_any_day() -> None:
    start = recurrence.instant(date(2027, 1, 11), AT, "UTC")
    agreed = terms(after_each="essay", check_in_days=())
    assert schedule.has_one_by_midpoint(agreed, "UTC", start)
    assert not schedule.has_one_by_midpoint(replace(agreed, after_each=""), "UTC", start)
    assert not schedule.has_one_by_midpoint(replace(agreed, ends_on=date(2027, 1, 12)), "UTC", start)
