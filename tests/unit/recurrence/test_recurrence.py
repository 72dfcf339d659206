"""Wall-clock rules against a slow and obvious oracle, in every zone and over both changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.rrule import WEEKLY, rrule
from dateutil.rrule import weekday as rrule_day
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import recurrence
from bot.domain.actor import Refusal
from bot.domain.classroom import WEEKDAYS

ZONES = sorted(z for z in available_timezones() if z not in ("Factory", "localtime"))
MINUTE = timedelta(minutes=1)

zones = st.sampled_from(ZONES)
times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
some_days = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(lambda d: tuple(sorted(d, key=WEEKDAYS.index)))
moments = st.integers(0, 18 * 365 * 1440).map(lambda n: datetime(2019, 1, 1, tzinfo=UTC) + n * MINUTE)


def shown(moment: datetime, timezone: str) -> datetime:
    """What a clock on the wall shows, without a zone."""
    return moment.astimezone(ZoneInfo(timezone)).replace(tzinfo=None, fold=0)


def first_time_shown(day: date, at: time, timezone: str) -> datetime:
    """The first instant at which the wall clock there shows this, or has jumped over it; minute by minute.

    A clock that jumps over the time by a gap shows it so much later: the time and the gap.
    """
    wanted = datetime.combine(day, at)
    moment = wanted.replace(tzinfo=UTC) - timedelta(hours=26)
    before = shown(moment, timezone)
    while True:
        now = shown(moment, timezone)
        if now == wanted:
            return moment
        if before < wanted < now:  # the gap is as long as the clock's jump beyond the minute that passed
            return moment + (wanted - before) - MINUTE
        before, moment = now, moment + MINUTE


def changes_of(year: int) -> list[tuple[str, datetime]]:
    """Each change of the clock in a year, to the minute: the zone and the first minute after it."""
    found = []
    for timezone in ZONES:
        moment = datetime(year, 1, 1, tzinfo=UTC)
        while moment.year == year:
            after = moment + timedelta(days=1)
            if offset(moment, timezone) != offset(after, timezone):
                found.append((timezone, _minute_of_change(moment, after, timezone)))
            moment = after
    return found


def _minute_of_change(before: datetime, after: datetime, timezone: str) -> datetime:
    while after - before > MINUTE:
        middle = before + (after - before) // 2
        middle = middle.replace(second=0, microsecond=0)
        if offset(middle, timezone) == offset(before, timezone):
            before = middle
        else:
            after = middle
    return after


def offset(moment: datetime, timezone: str) -> timedelta | None:
    return moment.astimezone(ZoneInfo(timezone)).utcoffset()


@given(zones, st.dates(date(2019, 1, 2), date(2036, 12, 1)), times)
def test_an_instant_is_when_the_wall_clock_first_shows_it(timezone: str, day: date, at: time) -> None:
    assert recurrence.instant(day, at, timezone) == first_time_shown(day, at, timezone)


def test_gap_and_fold_in_every_zone_that_changes_its_clock() -> None:
    changes = changes_of(2026)
    assert len({timezone for timezone, _ in changes}) > 100
    for timezone, change in changes:
        for minutes in (-61, -60, -30, -1, 0, 1, 29, 30, 59, 60, 61):
            local = shown(change, timezone) + timedelta(minutes=minutes)
            expected = first_time_shown_near(local, change, timezone)
            assert recurrence.instant(local.date(), local.time(), timezone) == expected, (timezone, local)


def first_time_shown_near(wanted: datetime, change: datetime, timezone: str) -> datetime:
    """As above, looked for around a change of the clock alone."""
    moment = change - timedelta(hours=4)
    before = shown(moment, timezone)
    while True:
        now = shown(moment, timezone)
        if now == wanted:
            return moment
        if before < wanted < now:
            return moment + (wanted - before) - MINUTE
        before, moment = now, moment + MINUTE


@given(zones, some_days, times, moments)
def test_the_next_occurrence_is_the_earliest_one_after(
    timezone: str, days: tuple[str, ...], at: time, after: datetime
) -> None:
    start = shown(after, timezone).date()
    near = [start + timedelta(days=n) for n in range(-3, 12)]
    all_of_them = [recurrence.instant(d, at, timezone) for d in near if WEEKDAYS[d.weekday()] in days]
    expected = min(moment for moment in all_of_them if moment > after)
    assert recurrence.next_occurrence(days, at, timezone, after) == expected


@given(zones, some_days, times, moments)
def test_occurrences_go_on_one_after_the_other(timezone: str, days: tuple[str, ...], at: time, after: datetime) -> None:
    for _ in range(60):
        following = recurrence.next_occurrence(days, at, timezone, after)
        assert after < following <= after + timedelta(days=8, hours=2)
        after = following


@given(zones, times, times, moments)
def test_after_the_quiet_hours_it_is_not_quiet(timezone: str, start: time, end: time, moment: datetime) -> None:
    moved = recurrence.after_quiet(moment, start, end, timezone)
    assert moment <= moved <= moment + timedelta(hours=27)
    assert not quiet(shown(moved, timezone).time(), start, end) or moved_by_a_gap(moved, timezone)
    if moved != moment:
        assert quiet(shown(moment, timezone).time(), start, end)


def quiet(at: time, start: time, end: time) -> bool:
    """Walk around the clock from the beginning of the quiet hours: is `at` met before their end?"""
    minutes = [(t.hour * 60 + t.minute) for t in (at, start, end)]
    length = (minutes[2] - minutes[1]) % 1440
    return (minutes[0] - minutes[1]) % 1440 < length


def moved_by_a_gap(moment: datetime, timezone: str) -> bool:
    """The clock has changed within the last hours: the end of the quiet hours was jumped over."""
    return offset(moment, timezone) != offset(moment - timedelta(hours=25), timezone)


@pytest.mark.parametrize("name", ["", "Mars/Olympus_Mons", "../etc/passwd", "Europe", "a" * 300, "\0", "/UTC"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    assert not recurrence.is_zone(name)
    with pytest.raises(Refusal, match="unknown-zone"):
        recurrence.zone(name)


def test_a_check_in_by_the_midpoint() -> None:
    monday = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
    at = time(8, 45)
    assert recurrence.has_one_by_midpoint(("MO",), at, "UTC", start=monday, ends_on=date(2027, 1, 13))
    assert not recurrence.has_one_by_midpoint(("SU",), at, "UTC", start=monday, ends_on=date(2027, 1, 20))
    assert not recurrence.has_one_by_midpoint((), at, "UTC", start=monday, ends_on=date(2027, 6, 1))


@given(zones, some_days, times, moments, st.dates(date(2019, 1, 1), date(2037, 1, 1)))
def test_every_second_week_is_what_an_interval_of_two_weeks_says(
    timezone: str, days: tuple[str, ...], at: time, after: datetime, week: date
) -> None:
    """RFC 5545: weeks begin with Monday, and an interval counts from the week of the start."""
    start = datetime.combine(shown(after, timezone).date(), time(0))
    turns = rrule(
        WEEKLY,
        interval=2,
        byweekday=[rrule_day(WEEKDAYS.index(d)) for d in days],
        dtstart=datetime.combine(week - timedelta(days=week.weekday() + 14 * 500), at),
    )
    near = turns.between(start - timedelta(days=3), start + timedelta(days=20))
    expected = min(moment for moment in (recurrence.instant(d.date(), at, timezone) for d in near) if moment > after)
    assert recurrence.next_occurrence(days, at, timezone, after, week) == expected


@given(zones, some_days, times, moments)
def test_every_second_week_counted_from_the_first_one_begins_with_the_next_occurrence(
    timezone: str, days: tuple[str, ...], at: time, after: datetime
) -> None:
    week = recurrence.first_week(days, at, timezone, after)
    soonest = recurrence.next_occurrence(days, at, timezone, after)
    assert recurrence.next_occurrence(days, at, timezone, after, week) == soonest
    assert recurrence.next_occurrence(days, at, timezone, after, week + timedelta(days=7)) > soonest


def test_every_second_week_has_one_by_the_midpoint_or_not() -> None:
    at, monday, end = time(8, 45), datetime(2027, 1, 11, 12, tzinfo=UTC), date(2027, 2, 5)
    assert recurrence.has_one_by_midpoint(
        ("MO",), at, "UTC", start=monday, ends_on=end, alternates_from=date(2027, 1, 18)
    )
    assert not recurrence.has_one_by_midpoint(
        ("MO",), at, "UTC", start=monday, ends_on=end, alternates_from=date(2027, 1, 25)
    )
