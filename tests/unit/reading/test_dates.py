"""Dates as people type them, read on Sunday 22 November 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.reading import FoundDate, Impossible, Nothing, Unclear, find_dates, read_date

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-02-03", date(2027, 2, 3)),
        ("12 May", date(2027, 5, 12)),
        ("12 may 2028", date(2028, 5, 12)),
        ("May 12th", date(2027, 5, 12)),
        ("the 2nd of may", date(2027, 5, 2)),
        ("22 November", TODAY),
        ("21 November", date(2027, 11, 21)),
        ("12/5/2027", date(2027, 5, 12)),
        ("12.5.2027", date(2027, 5, 12)),
        ("12/25/2026", date(2026, 12, 25)),
        ("25/12", date(2026, 12, 25)),
        ("by 15.12.", date(2026, 12, 15)),
        ("today", TODAY),
        ("tomorow", date(2026, 11, 23)),
        ("the day after tomorrow", date(2026, 11, 24)),
        ("friday", date(2026, 11, 27)),
        ("by sat", date(2026, 11, 28)),
        ("sunday", date(2026, 11, 29)),
        ("this sunday", TODAY),
        ("next monday", date(2026, 11, 23)),
        ("next friday", date(2026, 11, 27)),
        ("in three weeks", date(2026, 12, 13)),
        ("in 10 days", date(2026, 12, 2)),
        ("two weeks' time", date(2026, 12, 6)),
        ("3 months from now", date(2027, 2, 22)),
        ("in a fortnight", date(2026, 12, 6)),
        ("two weeks", date(2026, 12, 6)),
        ("end of the month", date(2026, 11, 30)),
        ("end of next month", date(2026, 12, 31)),
        ("next week", date(2026, 11, 27)),
        ("end of the year", date(2026, 12, 31)),
        ("mid may", date(2027, 5, 15)),
        ("by june", date(2027, 6, 30)),
        ("June", date(2027, 6, 30)),
        ("by november", date(2026, 11, 30)),
        ("by the end of february 2028", date(2028, 2, 29)),
        ("by christmas", date(2026, 12, 25)),
        ("before new year", date(2027, 1, 1)),
        ("easter", date(2027, 3, 28)),
        ("good friday", date(2027, 3, 26)),
        ("by the 12th", date(2026, 12, 12)),
        ("the 31st", date(2026, 12, 31)),
        ("by 2028", date(2028, 12, 31)),
        ("write 3 essays, by 12 June please", date(2027, 6, 12)),
        ("from 1 May to 12 June", date(2027, 6, 12)),
        ("before february half term, so 12 feb", date(2027, 2, 12)),
        ("before easter, say by 20 march", date(2027, 3, 20)),
    ],
)
def test_date(text: str, expected: date) -> None:
    reading = read_date(text, TODAY)
    assert isinstance(reading, FoundDate)
    assert reading.date == expected


def test_next_friday_is_that_of_the_following_week() -> None:
    monday = date(2026, 11, 16)
    coming, following = read_date("friday", monday), read_date("next friday", monday)
    assert isinstance(coming, FoundDate)
    assert isinstance(following, FoundDate)
    assert (coming.date, following.date) == (date(2026, 11, 20), date(2026, 11, 27))


def test_month_first() -> None:
    reading = read_date("12/5/2027", TODAY, day_first=False)
    assert isinstance(reading, FoundDate)
    assert reading.date == date(2027, 12, 5)


def test_end_of_term_is_what_the_class_says() -> None:
    known = read_date("by the end of term", TODAY, term_end=date(2026, 12, 18))
    assert isinstance(known, FoundDate)
    assert known.date == date(2026, 12, 18)
    assert read_date("by the end of term", TODAY) == Nothing()


@pytest.mark.parametrize(
    "text", ["31 February", "30 feb 2027", "31/2/2027", "2027-13-01", "0 May", "29 feb", "in 999999999 weeks"]
)
def test_impossible(text: str) -> None:
    reading = read_date(text, TODAY)
    assert isinstance(reading, Impossible)
    assert reading.text == text


@pytest.mark.parametrize(
    "text",
    ["", "🎉", "soon", "14/20", "5,000", "i may do 3", "we march on", "i sat down", "the 2nd essay", "it took 3 weeks"],
)
def test_nothing(text: str) -> None:
    assert read_date(text, TODAY) == Nothing()


_pieces = st.sampled_from(
    [
        "12",
        "31",
        "/",
        ".",
        "-",
        "may",
        "feb",
        "2027",
        "'27",
        "the",
        "2nd",
        "of",
        "by",
        "in",
        "three",
        "weeks",
        "next",
        "friday",
        "end of",
        "month",
        "easter",
        "new year",
        " ",
        "\n",
        "İ",
        "ſ",
        "٣",
        "999999999",
        "from now",
        "sat",
        "or",
        "after",
        "before",
        "monday",
        "1/2",
        "week",
    ]
)
_days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


@settings(deadline=None)  # a busy machine is no failure
@given(st.one_of(st.text(max_size=300), st.lists(_pieces, max_size=40).map(" ".join)), _days)
def test_anything_typed_is_read_without_error_and_spans_lie_inside(text: str, today: date) -> None:
    found = find_dates(text, today)
    end = 0
    for reading in found:
        assert end <= reading.start < reading.end <= len(text)
        end = reading.end
    meant = read_date(text, today)
    if isinstance(meant, Unclear):
        assert meant.text == text[meant.start : meant.end]
        assert (meant.start, meant.end) in {(a.start, b.end) for a in found for b in found}
    else:
        assert meant in (found or (Nothing(),))


@settings(deadline=None)  # a busy machine is no failure
@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)), _days)
def test_every_date_is_read_back(day: date, today: date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b %Y}",
    ):
        assert read_date(f"by {text}", today) == FoundDate(day, 3, 3 + len(text))


@settings(deadline=None)  # a busy machine is no failure
@given(_days, st.integers(min_value=0, max_value=364))
def test_a_date_without_a_year_is_its_next_occurrence(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    reading = read_date(f"{day.day} {day:%B}", today)
    if (day.month, day.day) != (2, 29):
        assert isinstance(reading, FoundDate)
        assert reading.date == day


@pytest.mark.parametrize("piece", ["12/", "may 3 ", "end of ", "the ", " ", "1.", "in 3 weeks ", "20", "by "])
def test_five_thousand_characters_of_the_same(piece: str) -> None:
    text = (piece * 5000)[:5000]
    assert all(reading.end <= len(text) for reading in find_dates(text, TODAY))
