"""What a target counts: its direction, its period, and what its unit means."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.terms import Direction, Measure, MeasureKind
from bot.language.agreement import Figures, contradictions, numbers_said, with_number
from bot.language.reading.numbers import find_numbers
from bot.language.targets import grade_on, graded, measure_of, read, scale_of, spelled, unit_of

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


LETTERS = ("F", "E", "D", "C", "B", "A")


@pytest.mark.parametrize(
    ("row", "scale"),
    [
        ("A to F", LETTERS),
        ("a-f", LETTERS),
        ("A* to D", ("D", "C", "B", "A", "A*")),
        ("B+ to D", ("D", "C-", "C", "C+", "B-", "B", "B+")),
        ("9 to 1", tuple("123456789")),
        ("1 to 6", tuple("654321")),
        ("distinction, merit, pass", ("pass", "merit", "distinction")),
        ("secure / developing / emerging", ("emerging", "developing", "secure")),
        ("F to A", ()),
        ("A", ()),
        ("pass, pass", ()),
        ("1 to 99", ()),
        ("", ()),
    ],
)
def test_a_scale_is_written_the_best_first_and_read_the_worst_first(row: str, scale: tuple[str, ...]) -> None:
    assert scale_of(row) == scale


@given(st.text(max_size=60))
def test_any_row_is_a_scale_or_none(row: str) -> None:
    scale = scale_of(row)
    assert len(set(scale)) == len(scale) != 1
    if scale and "(" not in row and ")" not in row:
        assert measure_of(f"grade ({row})").scale in (scale, ())


@given(st.sampled_from(["A to F", "A+ to F", "A* to G", "9 to 1", "1 to 6", "distinction, merit, pass"]), st.data())
def test_every_grade_is_read_on_its_own_scale(row: str, data: st.DataObject) -> None:
    scale = scale_of(row)
    place = data.draw(st.integers(0, len(scale) - 1))
    assert grade_on(scale[place].lower(), scale) == place
    assert measure_of(f"grade ({row})").text(Decimal(place)) == scale[place]


@pytest.mark.parametrize(
    ("text", "row", "start", "goal"),
    [
        ("get from a c to a b in chemistry by 12 march", "", "C", "B"),
        ("get a B+ in history, now C-", "", "C-", "B+"),
        ("get a b instead of a c in maths", "", "C", "B"),
        ("from a d to an a in art", "", "D", "A"),
        ("get an A* in art, i have a B", "", "B", "A*"),
        ("get a distinction in unit 3 by june, i have a merit now", "", "merit", "distinction"),
        ("go from a 4 to a 6 in maths by june", "9 to 1", "4", "6"),
        ("get my maths grade from 4 to 2 by june", "1 to 6", "4", "2"),
        ("get an A in biology", "", None, "A"),
    ],
)
def test_a_better_grade_is_up_on_every_scale(text: str, row: str, start: str | None, goal: str) -> None:
    found = graded(text, read(text).extracted, row)
    assert found is not None
    measure = measure_of(found.unit)
    assert found.goal is not None
    assert measure.text(found.goal) == goal
    assert (None if found.baseline is None else measure.text(found.baseline)) == start
    assert found.baseline is None or found.baseline < found.goal


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("pass my driving test by june", ""),
        ("read a book a week", ""),
        ("read 4 books", "9 to 1"),
        ("go from a 4 to a 6 in maths", ""),
        ("get vitamin c every day", ""),
    ],
)
def test_not_every_letter_is_a_grade(text: str, row: str) -> None:
    assert graded(text, read(text).extracted, row) is None


def test_a_sentence_and_a_grade_say_the_same() -> None:
    sentence, unit = "get from a C to a B in chemistry", "grade (A to F)"
    assert numbers_said(sentence, unit) == (Decimal(3), Decimal(4))
    assert [one.field for one in contradictions(sentence, Figures(Decimal(3), Decimal(5), unit, None))] == ["goal"]
    assert with_number(sentence, "goal", Decimal(4), Decimal(5), unit) == "get from a C to an A in chemistry"


def test_a_unit_is_spelled_out_for_the_hearing() -> None:
    assert spelled("£ per month", measure_of("£ per month")) == "pounds per month"
    assert spelled("grade (B to D)", measure_of("grade (B to D)")) == "grade (D = 0, C = 1, B = 2)"
    assert spelled("pages", measure_of("pages")) == "pages"
