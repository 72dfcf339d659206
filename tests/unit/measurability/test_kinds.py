"""What a target counts: its direction, its period, and what its unit means."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.terms import Direction, Measure, MeasureKind
from bot.language.reading.numbers import find_numbers
from bot.language.targets import measure_of, read, unit_of

COUNT, SHARE, TIME, MONEY = MeasureKind.COUNT, MeasureKind.SHARE, MeasureKind.TIME, MeasureKind.MONEY


@pytest.mark.parametrize(
    ("unit", "measure"),
    [
        ("pages", Measure()),
        ("pages/day", Measure(period="day")),
        ("times a week", Measure(period="week")),
        ("questions per lesson", Measure(period="lesson")),
        ("mistakes per page", Measure()),
        ("words per minute", Measure()),
        ("sentences out of 10", Measure(SHARE, out_of=Decimal(10))),
        ("varied openings of 10", Measure(SHARE, out_of=Decimal(10))),
        ("%", Measure(SHARE)),
        ("min", Measure(TIME, seconds=60)),
        ("hours per day", Measure(TIME, "day", seconds=3600)),
        ("practice hours", Measure(TIME, seconds=3600)),
        ("second drafts", Measure()),
        ("£ per month", Measure(MONEY, "month", currency="£")),
        ("euros", Measure(MONEY)),
        ("", Measure()),
    ],
)
def test_a_unit_says_what_is_counted(unit: str, measure: Measure) -> None:
    assert measure_of(unit) == measure


@given(
    st.sampled_from(["pages", "hours", "min", "times", "points"]),
    st.one_of(st.none(), st.integers(1, 500).map(Decimal)),
    st.sampled_from(["", "day", "week", "fortnight", "month", "term", "lesson", "session", "shift"]),
)
def test_a_unit_reads_back_as_it_was_put_together(counted: str, out_of: Decimal | None, period: str) -> None:
    unit = unit_of(counted, out_of=out_of, period=period)
    assert (measure_of(unit).out_of, measure_of(unit).period) == (out_of, period)
    assert unit_of(unit, period=period) == unit


@given(st.text(max_size=80))
def test_anything_may_be_a_unit(unit: str) -> None:
    assert measure_of(unit).kind in MeasureKind


@pytest.mark.parametrize(
    ("text", "baseline", "goal", "way"),
    [
        ("12 to 6", "12", "6", Direction.DOWN),
        ("12 to 6 mistakes", "12", "6", Direction.DOWN),
        ("6 hours to 2 hours a day", "6", "2", Direction.DOWN),
        ("run 5k in 24:30 instead of 27:10", "27.17", "24.5", Direction.DOWN),
        ("finish a past paper in 1h 30 instead of 1h 50", "1.8333", "1.5", Direction.DOWN),
        ("fewer than 3 spelling mistakes in my next essay", None, "2", Direction.DOWN),
        ("no more than 3 spelling mistakes in my next essay", None, "3", Direction.DOWN),
        ("read more than 5 articles", None, "6", Direction.UP),
        ("less than 2 hours on my phone", None, "2", Direction.DOWN),
        ("no mistakes in 3 essays", None, "0", Direction.DOWN),
        ("save £50 a month, at the moment i save nothing", "0", "50", Direction.UP),
        ("read 10-15 pages every day", None, "10", Direction.UP),
        ("make fewer mistakes in my essays", None, None, Direction.DOWN),
        ("spend less time on my phone", None, None, Direction.DOWN),
        ("be less shy: talk to 2 new people a week", None, "2", Direction.UP),
    ],
)
def test_the_words_say_which_way(text: str, baseline: str | None, goal: str | None, way: Direction) -> None:
    said = read(text).extracted
    numbers = tuple(None if n is None else Decimal(n) for n in (baseline, goal))
    assert (said.baseline, said.goal, said.direction) == (*numbers, way)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("answer a question in class twice a week", "week"),
        ("practise 2 hours every week", "week"),
        ("speak once per lesson", "lesson"),
        ("read 10 pages every day", "day"),
        ("save £50 a month", "month"),
        ("make at most 3 mistakes per page", ""),
        ("score 8 of 10", ""),
    ],
)
def test_a_rate_has_a_period(text: str, period: str) -> None:
    assert read(text).extracted.period == period


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1h 30", "1.5", "h"),
        ("1h30", "1.5", "h"),
        ("1 hour 20 minutes", "1.3333", "hour"),
        ("2 hours and 15 mins", "2.25", "hours"),
        ("2 min 30", "2.5", "min"),
    ],
)
def test_a_time_in_two_units_is_one_number(text: str, value: str, unit: str) -> None:
    (found,) = find_numbers(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["1 hour 30 pages", "an hour and 30 mistakes", "5 m 30"])
def test_two_things_are_two_numbers(text: str) -> None:
    assert all(found.value in {1, 5, 30} for found in find_numbers(text))
