"""Days off: as a set of days, and what they do to the check-ins of a contract, in every zone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from dateutil.rrule import WEEKLY, rrule
from dateutil.rrule import weekday as rrule_day
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import recurrence
from bot.domain.check_ins import ASKED, Act, CheckInState, Lateness, Situation, awake, next_step, out_of_quiet
from bot.domain.classroom import WEEKDAYS, Classroom
from bot.domain.days_off import DAY, NO_DAYS_OFF, DayOffRule, DaysOff, Span
from bot.domain.schedule import Schedule, end_of
from tests.world import terms

CLASSROOM = Classroom("T1", "C1", "English 11", "Europe/Vienna", date(2030, 6, 30), ("MO",), time(8, 45))
NEW_YEAR = date(2027, 1, 1)
MONDAY = date(2027, 2, 15)

days = st.integers(0, 120).map(lambda n: NEW_YEAR + timedelta(days=n))
spans = st.builds(lambda first, length: Span(first, first + timedelta(days=length)), days, st.integers(0, 20))
sets = st.lists(spans, max_size=6)
zones = st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"}))
times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
weekdays = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(lambda d: tuple(sorted(d, key=WEEKDAYS.index)))
rules = st.sampled_from(DayOffRule)
classrooms = st.builds(
    lambda start, end, rule: replace(CLASSROOM, quiet_from=start, quiet_until=end, on_days_off=rule),
    times,
    times,
    rules,
)


def _in(span: Span, day: date) -> bool:
    return span.first <= day <= span.last


@given(sets, days)
def test_a_day_is_off_where_any_span_has_it(those: list[Span], day: date) -> None:
    assert DaysOff.of(those).covers(day) == any(_in(span, day) for span in those)


@given(sets, sets, days)
def test_two_sets_together_have_the_days_of_both(one: list[Span], other: list[Span], day: date) -> None:
    assert (DaysOff.of(one) | DaysOff.of(other)).covers(day) == DaysOff.of([*one, *other]).covers(day)


@given(sets, days)
def test_the_nearest_open_days(those: list[Span], day: date) -> None:
    off = DaysOff.of(those)
    after, before = off.first_open(day), off.last_open(day)
    assert before <= day <= after
    assert not off.covers(after)
    assert not off.covers(before)
    between = [before + DAY * n for n in range(1, (after - before).days)]
    assert all(off.covers(one) for one in between)


@given(sets, days)
def test_the_next_day_off(those: list[Span], day: date) -> None:
    off = DaysOff.of(those)
    ahead = [span for span in those if span.last >= day]
    assert off.next_off(day) == (max(day, min(span.first for span in ahead)) if ahead else None)


@pytest.mark.parametrize("span", [Span(date(2027, 3, 2), date(2027, 3, 1)), Span(date.max, date.min)])
def test_a_span_that_ends_before_it_begins_holds_no_day(span: Span) -> None:
    assert DaysOff.of([span]) == NO_DAYS_OFF


def test_the_last_day_that_there_is_can_be_off() -> None:
    assert DaysOff.of([Span(date(2027, 1, 1), date.max), Span(date(2027, 1, 5), date.max)]).covers(date.max)


@given(days, weekdays, times, classrooms, zones, sets, sets)
def test_nobody_is_asked_on_a_day_off_or_while_away(
    ends_on: date,
    at: tuple[str, ...],
    hour: time,
    classroom: Classroom,
    timezone: str,
    off: list[Span],
    away: list[Span],
) -> None:
    agreed = terms(ends_on=ends_on, check_in_days=at, check_in_time=hour)
    schedule = Schedule(agreed, classroom, timezone, DaysOff.of(off), DaysOff.of(away))
    after = datetime(2026, 12, 20, tzinfo=UTC)
    for coming in _all(schedule, after):
        day = recurrence.local_day(coming, timezone)
        assert not any(_in(span, day) for span in (*off, *away))
        assert out_of_quiet(coming, classroom, timezone) == coming
        assert coming < end_of(ends_on, timezone)


@given(days, weekdays, times, zones, sets)
def test_a_class_that_leaves_out_asks_on_its_own_days_alone(
    ends_on: date, at: tuple[str, ...], hour: time, timezone: str, off: list[Span]
) -> None:
    """Before the last day; the check-ins are those of no days off, without those that fall on one."""
    quiet = replace(CLASSROOM, on_days_off=DayOffRule.LEAVE_OUT, quiet_from=time(0), quiet_until=time(0))
    agreed = terms(ends_on=ends_on, check_in_days=at, check_in_time=hour)
    schedule = Schedule(agreed, quiet, timezone, DaysOff.of(off))
    after = datetime(2026, 12, 20, tzinfo=UTC)
    free = [m for m in _all(Schedule(agreed, quiet, timezone), after) if not _is_off(m, timezone, off)]
    last = schedule.last_day
    assert [m for m in _all(schedule, after) if recurrence.local_day(m, timezone) < last] == [
        m for m in free if recurrence.local_day(m, timezone) < last
    ]


def _is_off(moment: datetime, timezone: str, off: list[Span]) -> bool:
    return any(_in(span, recurrence.local_day(moment, timezone)) for span in off)


def _all(schedule: Schedule, after: datetime) -> list[datetime]:
    found = []
    newest = None
    while (coming := schedule.next_check_in(after, newest)) is not None:
        found.append(coming.wake_at)
        assert coming.due_at > after
        if schedule.falls_on_last_day(coming.wake_at):
            return found
        after = coming.due_at
    return found


def _asked(off: list[Span], *, rule: DayOffRule = DayOffRule.MOVE, ends_on: date = date(2027, 3, 12)) -> list[date]:
    agreed = terms(ends_on=ends_on, check_in_days=("MO",), check_in_time=time(8, 45))
    schedule = Schedule(agreed, replace(CLASSROOM, on_days_off=rule), "Europe/Vienna", DaysOff.of(off))
    found = _all(schedule, datetime(2027, 2, 9, tzinfo=UTC))
    return [recurrence.local_day(moment, "Europe/Vienna") for moment in found]


def test_a_monday_off_is_asked_on_the_tuesday() -> None:
    assert _asked([Span(MONDAY, MONDAY)])[:2] == [MONDAY + DAY, date(2027, 2, 22)]


def test_a_week_off_is_not_asked_on_the_saturday_after_it() -> None:
    """The Monday after it has its own."""
    assert _asked([Span(MONDAY, MONDAY + 4 * DAY)])[0] == date(2027, 2, 22)


def test_two_weeks_off_that_end_on_a_tuesday_are_asked_of_on_the_wednesday() -> None:
    assert _asked([Span(MONDAY, date(2027, 2, 23))])[:2] == [date(2027, 2, 24), date(2027, 3, 1)]


def test_a_class_can_leave_out_what_falls_on_a_day_off() -> None:
    assert _asked([Span(MONDAY, MONDAY)], rule=DayOffRule.LEAVE_OUT)[0] == date(2027, 2, 22)


def test_the_last_check_in_comes_before_days_off_that_reach_beyond_the_end() -> None:
    assert _asked([Span(date(2027, 3, 10), date(2027, 3, 20))])[-1] == date(2027, 3, 9)


@given(days, weekdays, times, zones, sets, sets, st.integers(0, 30))
def test_every_second_week_asks_of_the_days_that_an_interval_says(
    ends_on: date, at: tuple[str, ...], hour: time, timezone: str, off: list[Span], away: list[Span], week: int
) -> None:
    """Those that are off are left out here; before the last day, in every zone and over each change of its clock."""
    quiet = replace(CLASSROOM, on_days_off=DayOffRule.LEAVE_OUT, quiet_from=time(0), quiet_until=time(0))
    begins = NEW_YEAR + timedelta(days=week)
    agreed = terms(ends_on=ends_on, check_in_days=at, check_in_time=hour, alternates_from=begins)
    schedule = Schedule(agreed, quiet, timezone, DaysOff.of(off), DaysOff.of(away))
    after = datetime(2026, 12, 20, tzinfo=UTC)
    turns = rrule(
        WEEKLY,
        interval=2,
        byweekday=[rrule_day(WEEKDAYS.index(d)) for d in at],
        dtstart=datetime.combine(begins - timedelta(days=begins.weekday() + 140), time(0)),
        until=datetime.combine(schedule.last_day - DAY, time(0)),
    )
    open_ones = [d.date() for d in turns if not any(_in(span, d.date()) for span in (*off, *away))]
    expected = [moment for day in open_ones if (moment := recurrence.instant(day, hour, timezone)) > after]
    found = [m for m in _all(schedule, after) if not schedule.falls_on_last_day(m)]
    assert found == [m for m in expected if not schedule.falls_on_last_day(m)]


@pytest.mark.parametrize(
    ("off", "rule", "first"),
    [
        ([], DayOffRule.MOVE, [date(2027, 2, 15), date(2027, 3, 1)]),
        ([Span(MONDAY, MONDAY)], DayOffRule.MOVE, [date(2027, 2, 16), date(2027, 3, 1)]),
        ([Span(MONDAY, MONDAY + 4 * DAY)], DayOffRule.MOVE, [date(2027, 2, 22), date(2027, 3, 1)]),
        ([Span(MONDAY, MONDAY)], DayOffRule.LEAVE_OUT, [date(2027, 3, 1), date(2027, 3, 12)]),
        ([Span(MONDAY + 7 * DAY, MONDAY + 11 * DAY)], DayOffRule.MOVE, [date(2027, 2, 15), date(2027, 3, 1)]),
    ],
    ids=["no day off", "moved by a day", "moved by a week", "left out", "a week without a turn is off"],
)
def test_a_day_off_moves_one_of_every_second_week_and_not_the_weeks(
    off: list[Span], rule: DayOffRule, first: list[date]
) -> None:
    agreed = terms(ends_on=date(2027, 3, 12), check_in_days=("MO",), alternates_from=date(2027, 1, 18))
    schedule = Schedule(agreed, replace(CLASSROOM, on_days_off=rule), "Europe/Vienna", DaysOff.of(off))
    found = schedule.coming(datetime(2027, 2, 9, tzinfo=UTC), 2)
    assert [recurrence.local_day(moment, "Europe/Vienna") for moment in found] == first


def test_without_a_day_left_nothing_is_asked() -> None:
    assert _asked([Span(date(2027, 1, 1), date(2027, 12, 31))]) == []


def test_the_coming_ones_are_those_that_come() -> None:
    agreed = terms(ends_on=date(2027, 3, 12), check_in_days=("MO",), check_in_time=time(8, 45))
    off = DaysOff.of([Span(MONDAY, MONDAY)])
    schedule = Schedule(agreed, CLASSROOM, "Europe/Vienna", off)
    after = datetime(2027, 2, 9, tzinfo=UTC)
    assert schedule.coming(after, 20) == _all(schedule, after)
    assert schedule.coming(after, 3) == _all(schedule, after)[:3]


situations = st.builds(
    Situation,
    st.sampled_from(sorted({CheckInState.PLANNED, *ASKED})),
    st.just(1),
    zones,
    st.just(False),
    st.sampled_from([Lateness.FRESH, Lateness.LATE]),
    st.just(False),
)
moments = st.integers(0, 120 * 1440).map(lambda n: datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=n))


@given(situations, classrooms, moments, sets)
def test_nobody_is_asked_reminded_or_called_missing_on_a_day_off(
    situation: Situation, classroom: Classroom, now: datetime, those: list[Span]
) -> None:
    step = next_step(situation, classroom, now, DaysOff.of(those))
    told = classroom.timezone if situation.state is CheckInState.REMINDED else situation.timezone
    told = classroom.timezone if told == "UTC" else told
    if _is_off(now, told, those):
        assert step.act is Act.WAIT
    if step.act is Act.WAIT:
        assert step.wake_at is not None
        assert step.wake_at > now
        assert not _is_off(step.wake_at, told, those)
    if step.until is not None:
        between = [now, step.until - timedelta(microseconds=1)]
        assert not any(_is_off(moment, told, those) for moment in between)


@given(moments, classrooms, zones, sets, times)
def test_awake_is_open_and_out_of_the_quiet_hours(
    moment: datetime, classroom: Classroom, timezone: str, those: list[Span], at: time
) -> None:
    woken = awake(moment, classroom, timezone, DaysOff.of(those), at)
    assert woken >= moment
    assert out_of_quiet(woken, classroom, timezone) == woken
    assert not _is_off(woken, timezone, those)
