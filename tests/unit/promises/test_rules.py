"""When a promise is due."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.classroom import WEEKDAYS
from bot.domain.days_off import DaysOff, Span
from bot.domain.promises import (
    AHEAD,
    Promise,
    PromiseState,
    answered,
    first_after,
    keeping_of,
    next_due,
)

MONDAY = date(2027, 1, 11)
DAY = timedelta(days=1)

days = st.integers(0, 200).map(lambda number: MONDAY + DAY * number)
spans = st.lists(st.tuples(days, st.integers(0, 20)).map(lambda s: Span(s[0], s[0] + DAY * s[1])), max_size=4)


@given(st.sampled_from(WEEKDAYS), days, days, spans)
def test_of_every_week_it_is_the_next_such_day_that_is_open(
    day: str, after: date, until: date, off: list[Span]
) -> None:
    closed = DaysOff.of(off)
    found = next_due(day, after, until, closed)
    possible = (after + DAY * n for n in range(1, 400))
    wanted = next(d for d in possible if WEEKDAYS[d.weekday()] == day and not closed.covers(d))
    assert found == (wanted if wanted <= until else None)


@given(days, days, days, spans)
def test_a_single_day_is_moved_on_and_never_lost_before_the_end(
    once: date, after: date, until: date, off: list[Span]
) -> None:
    closed = DaysOff.of(off)
    found = next_due(once.isoformat(), after, until, closed)
    possible = (max(once, after + DAY) + DAY * n for n in range(400))
    wanted = next(d for d in possible if not closed.covers(d))
    assert found == (wanted if wanted <= until else None)


@given(st.sampled_from(WEEKDAYS), days, spans)
def test_one_rhythm_never_falls_twice_into_a_message(day: str, today: date, off: list[Span]) -> None:
    """Nor does what begins now come between two messages."""
    first = next_due(day, first_after(day, today), date.max, DaysOff.of(off))
    assert first is not None
    assert first > today + AHEAD
    second = next_due(day, first, date.max, DaysOff.of(off))
    assert second is not None
    assert second - first >= timedelta(days=7)


def test_no_rhythm_is_never_due() -> None:
    assert next_due("", MONDAY, date.max, DaysOff()) is None


def test_how_it_was_kept_is_counted_of_what_was_said_alone() -> None:
    def due(week: int) -> Promise:
        return Promise("T1", 1, "U1", "FR", MONDAY + DAY * (4 + 7 * week), None)

    now = datetime(2027, 3, 1, tzinfo=UTC)
    kept = [answered(due(week), PromiseState.KEPT, "U2", now) for week in (0, 2)]
    missed = answered(due(3), PromiseState.NOT_KEPT, "U2", now)
    found = keeping_of([*kept, missed, due(4), due(1)])
    assert (found.kept, found.last_kept, found.newest) == (2, due(2).due_on, PromiseState.NOT_KEPT)
    assert keeping_of([due(1)]).newest is None
