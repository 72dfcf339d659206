"""Dates named in several words that belong together, read on Wednesday 13 January 2027; the term ends on 25 June."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.reading import DateReading, FoundDate, Impossible, Nothing, Unclear, find_dates, read_date

TODAY = date(2027, 1, 13)
_days = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1))
_counts = st.integers(min_value=1, max_value=40)


def _read(text: str, part: str = "") -> DateReading:
    return read_date(text, TODAY, term_end=date(2027, 6, 25), part=part)


def test_a_part_that_names_no_day_leaves_the_one_that_is_said_to_be_the_deadline() -> None:
    reading = _read("start essays 4 days before the deadline by 19 march", part="before the deadline")
    assert isinstance(reading, FoundDate)
    assert reading.date == date(2027, 3, 19)


def _reads(text: str, day: date) -> None:
    reading = _read(text)
    assert isinstance(reading, FoundDate)
    assert reading.date == day


@pytest.mark.parametrize(
    ("text", "month", "number"),
    [
        ("Friday 26 February", 2, 26),
        ("friday 26 feb", 2, 26),
        ("fri. 26 feb", 2, 26),
        ("friday 26/2", 2, 26),
        ("friday 12.3.", 3, 12),
        ("friday 2027-03-12", 3, 12),
        ("friday the 26th", 2, 26),
        ("until friday 29", 1, 29),
        ("friday 26th", 2, 26),
        ("by friday the 26th please", 2, 26),
        ("the 26th, friday", 2, 26),
        ("friday 19 march", 3, 19),
        ("Friday, the 12th of March", 3, 12),
        ("Friday (12 March)", 3, 12),
        ("due friday 12th march 2027", 3, 12),
        ("next friday 26 february", 2, 26),
        ("this friday, 15 january", 1, 15),
        ("26 feb, friday", 2, 26),
        ("26 february (friday)", 2, 26),
        ("wed 3 march", 3, 3),
        ("mon 1st march", 3, 1),
        ("12 march 2027, a friday", 3, 12),
        ("friday the twenty-sixth of february", 2, 26),
        ("the first of march", 3, 1),
        ("twenty first of march", 3, 21),
        ("tomorrow, thursday", 1, 14),
    ],
)
def test_a_weekday_beside_a_date_is_part_of_it(text: str, month: int, number: int) -> None:
    _reads(text, date(2027, month, number))


@pytest.mark.parametrize("text", ["Monday 26 February", "26 feb, monday", "wed 4 march", "saturday the 26th"])
def test_a_date_on_another_weekday_is_none(text: str) -> None:
    assert _read(text) == Impossible(text, 0, len(text), weekday=True)


def test_a_weekday_does_not_save_a_day_that_is_none() -> None:
    assert _read("friday 31 february") == Impossible("friday 31 february", 0, 18)


@pytest.mark.parametrize(
    ("text", "month", "number"),
    [
        ("last friday of february", 2, 26),
        ("the first monday in march", 3, 1),
        ("by the 2nd tuesday of may", 5, 11),
        ("the second friday of next month", 2, 12),
        ("the last friday of the month", 1, 29),
        ("the last friday of term", 6, 25),
        ("monday in 3 weeks", 2, 1),
        ("friday in two weeks", 1, 29),
        ("friday in two weeks' time", 1, 29),
        ("in two weeks on friday", 1, 29),
        ("a week on friday", 1, 22),
        ("friday week", 1, 22),
        ("the friday after next", 1, 22),
        ("back on the monday after next", 1, 25),
        ("friday next week", 1, 22),
        ("friday of next week", 1, 22),
        ("next week, on friday", 1, 22),
        ("friday of the week after next", 1, 29),
        ("the week after next", 1, 29),
        ("end of the month after next", 3, 31),
    ],
)
def test_a_weekday_of_a_week_or_a_month(text: str, month: int, number: int) -> None:
    _reads(text, date(2027, month, number))


@pytest.mark.parametrize(
    ("text", "month", "number"),
    [
        ("in 1 1/2 months", 2, 28),
        ("1 1/2 months", 2, 28),
        ("in one and a half months", 2, 28),
        ("in 2.5 weeks", 1, 31),
        ("in half a year", 7, 13),
        ("in 3 weeks from monday", 2, 8),
        ("two weeks before the end of term", 6, 11),
        ("by 2 weeks before the end of term", 6, 11),
        ("a month before the end of term", 5, 25),
        ("4 weeks after easter", 4, 25),
        ("30 days after 1 march", 3, 31),
        ("two weeks before friday 26 february", 2, 12),
        ("a week before the end of june", 6, 23),
        ("the day before easter", 3, 27),
        ("three weeks today", 2, 3),
        ("a week tomorrow", 1, 21),
        ("the day after tomorrow", 1, 15),
        ("the monday after easter", 3, 29),
        ("by the friday before easter", 3, 26),
        ("the second monday after easter", 4, 5),
        ("the last friday before the end of term", 6, 18),
    ],
)
def test_a_distance_from_another_date(text: str, month: int, number: int) -> None:
    _reads(text, date(2027, month, number))


@pytest.mark.parametrize(
    "text",
    [
        "12 march or 19 march",
        "by 12 march or by 19 march",
        "12 or 19 march",
        "christmas or easter",
        "in 3 weeks or 4",
        "friday and monday",
        "after easter",
        "from monday",
        "not before 12 may",
        "the week before easter",
        "two weeks before june",
        "the friday before half term",
        "friday after the exam",
        "last friday",
        "fri 26",
        "first week of april",
        "the friday of half term",
        "12 march (or 13)",
        "in two weeks and a half",
        "every friday",
    ],
)
def test_what_is_a_guess_is_not_read(text: str) -> None:
    assert isinstance(_read(text), Unclear)


@pytest.mark.parametrize(
    ("text", "month", "number"),
    [
        ("from 1 may to 12 june", 6, 12),
        ("between 1 may and 12 june", 6, 12),
        ("from 1 may, due 12 june", 6, 12),
        ("after easter, by 12 may", 5, 12),
        ("by 12 May after feedback", 5, 12),
        ("12 may or earlier", 5, 12),
        ("no later than 12 may", 5, 12),
        ("on or before 12 may", 5, 12),
        ("by friday after school", 1, 15),
        ("friday before 5pm", 1, 15),
        ("twice a week before easter", 3, 28),
        ("in the last two weeks before the end of term", 6, 25),
        ("every monday until 12 may", 5, 12),
        ("twice a week from now until 12 may", 5, 12),
        ("a streak of 30 days before easter", 3, 28),
        ("before easter", 3, 28),
        ("by 26 May. On Monday I start", 5, 26),
        ("see you friday. By 26 May it is done", 5, 26),
    ],
)
def test_what_stands_beside_a_deadline_leaves_it_as_it_is(text: str, month: int, number: int) -> None:
    _reads(text, date(2027, month, number))


def test_only_the_part_that_says_by_when_counts() -> None:
    sentence = "I got 3 on friday, I write 5 two weeks before the end of term"
    assert _read(sentence, "before the end of term") == FoundDate(date(2027, 6, 11), 29, len(sentence))
    assert isinstance(_read(sentence), Unclear)


def test_a_part_that_is_a_date_only_by_itself() -> None:
    assert _read("5 essays, june then", "june") == FoundDate(date(2027, 6, 30), 0, 4)
    assert _read("5 essays, june then") == Nothing()


@settings(deadline=None)  # a busy machine is no failure
@given(_days, _days)
def test_every_date_is_read_back_with_its_weekday_and_no_other(day: date, today: date) -> None:
    for text in (f"{day:%A} {day:%d/%m/%Y}", f"{day:%A}, {day:%d %B %Y}", f"{day:%d %B %Y}, {day:%A}"):
        assert read_date(text, today) == FoundDate(day, 0, len(text))
    other = day + timedelta(days=1)
    reading = read_date(f"{other:%A} {day:%d %B %Y}", today)
    assert isinstance(reading, Impossible)
    assert reading.weekday


@settings(deadline=None)  # a busy machine is no failure
@given(_days, _days, _counts)
def test_weeks_and_days_are_counted_from_a_date_both_ways(day: date, today: date, count: int) -> None:
    for unit, length in (("days", 1), ("weeks", 7)):
        for word, sign in (("after", 1), ("before", -1)):
            reading = read_date(f"{count} {unit} {word} {day:%d %B %Y}", today)
            assert isinstance(reading, FoundDate)
            assert reading.date == day + timedelta(days=sign * count * length)


@settings(deadline=None)  # a busy machine is no failure
@given(_days, _days)
def test_a_weekday_beside_a_date_is_within_a_week_of_it(day: date, today: date) -> None:
    for word, nearest, farthest in (("after", 1, 7), ("before", -7, -1)):
        reading = read_date(f"the tuesday {word} {day:%d %B %Y}", today)
        assert isinstance(reading, FoundDate)
        assert reading.date.weekday() == 1
        assert nearest <= (reading.date - day).days <= farthest


@settings(deadline=None)  # a busy machine is no failure
@given(_days, _counts)
def test_a_weekday_in_so_many_weeks_is_of_that_week(today: date, count: int) -> None:
    reading = read_date(f"monday in {count} weeks", today)
    assert isinstance(reading, FoundDate)
    assert reading.date.isocalendar()[:2] == (today + timedelta(weeks=count)).isocalendar()[:2]


@settings(deadline=None)  # a busy machine is no failure
@given(_days, _days)
def test_of_two_dates_none_is_guessed(first: date, second: date) -> None:
    reading = read_date(f"{first.isoformat()} or {second.isoformat()}", TODAY)
    assert isinstance(reading, Unclear)


@pytest.mark.parametrize("piece", ["friday ", "a week before ", "the first monday after ", "1 1/2 ", "or ", "12 may, "])
def test_five_thousand_characters_of_the_same(piece: str) -> None:
    text = (piece * 5000)[:5000]
    assert all(reading.end <= len(text) for reading in find_dates(text, TODAY))
