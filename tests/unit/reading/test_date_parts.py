"""Days named by their place in a month or a week, read on Wednesday 13 January 2027; and parts that nobody can tell."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.language.reading import DateReading, FoundDate, Impossible, Unclear, read_date

TODAY = date(2027, 1, 13)
_days = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1))


def _read(text: str, today: date = TODAY) -> DateReading:
    return read_date(text, today, term_end=date(2027, 6, 25))


def _day(text: str, today: date = TODAY) -> date | None:
    found = _read(text, today)
    return found.date if isinstance(found, FoundDate) else None


@pytest.mark.parametrize(
    ("text", "month", "number"),
    [
        ("the 12th of next month", 2, 12),
        ("by the 12th of next month", 2, 12),
        ("12th next month", 2, 12),
        ("12 of next month", 2, 12),
        ("the twelfth of next month", 2, 12),
        ("next month, on the 12th", 2, 12),
        ("next month the 12th", 2, 12),
        ("between the 10th and 12th of next month", 2, 12),
        ("the morning of the 12th of next month", 2, 12),
        ("the 20th of this month", 1, 20),
        ("the 5th of this month", 1, 5),
        ("the 5th of the month", 2, 5),
        ("the 5th of the month after next", 3, 5),
        ("the 3rd day of the next month", 2, 3),
        ("beginning of march", 3, 1),
        ("the beginning of next month", 2, 1),
        ("first day of next month", 2, 1),
        ("early in march", 3, 10),
        ("early next month", 2, 10),
        ("mid-february", 2, 15),
        ("in the middle of the month", 1, 15),
        ("mid-month", 1, 15),
        ("middle of next month", 2, 15),
        ("late in april", 4, 30),
        ("end of next month", 2, 28),
        ("start of next week", 1, 18),
        ("the middle of next week", 1, 20),
        ("in the second week of march", 3, 12),
        ("2nd week of next month", 2, 12),
        ("the last week of march", 3, 31),
        ("the first week after easter", 4, 2),
        ("the week after easter", 4, 2),
        ("the second week after easter", 4, 9),
        ("a week after easter", 4, 4),
    ],
)
def test_a_place_in_a_month_or_a_week(text: str, month: int, number: int) -> None:
    assert _day(text) == date(2027, month, number)


@pytest.mark.parametrize(
    "text",
    [
        "early next week",
        "some time in march",
        "sometime next week",
        "mid to late march",
        "the first half of march",
        "third quarter of march",
        "in march, second week",
        "the second last week of march",
        "the second week of april",
        "the end of the first week of march",
        "the week beginning 15 march",
        "week commencing 1 march",
        "the week of 15 march",
        "the weekend after easter",
        "last week before easter",
        "week before the end of term",
        "the beginning of the easter holidays",
        "easter week",
        "first week after the easter holidays",
        "the 12th of that month",
        "the 12th or 13th of next month",
    ],
)
def test_what_is_only_half_understood_is_no_other_day(text: str) -> None:
    assert isinstance(_read(text), Unclear)


def test_a_month_that_is_too_short_has_no_such_day() -> None:
    assert isinstance(_read("the 31st of next month"), Impossible)


@pytest.mark.parametrize("text", ["read 12 next month", "my 2nd essay next month", "the 12th of each month"])
def test_a_number_beside_a_month_is_not_always_its_day(text: str) -> None:
    assert _day(text) != date(2027, 2, 12)


@settings(deadline=None)
@given(
    _days, st.integers(1, 31), st.sampled_from(["the {}{} of next month", "{}{} next month", "next month on the {}{}"])
)
def test_a_numbered_day_of_next_month(today: date, number: int, form: str) -> None:
    ending = "th" if 4 <= number <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    month = today.replace(day=1) + relativedelta(months=1)
    reading = _read(form.format(number, ending), today)
    if number <= monthrange(month.year, month.month)[1]:
        assert isinstance(reading, FoundDate)
        assert reading.date == month.replace(day=number)
    else:
        assert isinstance(reading, Impossible)


@settings(deadline=None)
@given(
    _days,
    st.sampled_from(
        ["start of", "middle of", "first half of", "2nd week of", "some time in", "3rd of", "5th", "early to mid"]
    ),
    st.sampled_from(["march", "next month", "this month", "next week", "the month after next"]),
)
def test_a_part_is_never_taken_for_the_end_of_the_whole(today: date, part: str, whole: str) -> None:
    end, found = _day(f"by {whole}", today), _day(f"by the {part} {whole}", today)
    assert end is not None
    assert found != end


@settings(deadline=None)
@given(_days, st.integers(1, 4), st.sampled_from(["january", "february", "march", "june", "december"]))
def test_a_week_of_a_month_lies_in_it(today: date, place: int, month: str) -> None:
    name = ("first", "second", "third", "fourth")[place - 1]
    found = _day(f"the {name} week of {month}", today)
    assume(found is not None)
    assert found is not None
    assert today <= found <= today + timedelta(days=366)
    assert found.strftime("%B").lower() == month
    assert (found.day - 1) // 7 == place - 1
