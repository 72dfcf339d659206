"""Days without school as teachers type them. It is 12 January 2027; the term ends on 30 June."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.days_typed import TypedDays, UnclearDays, read_days

TODAY, TERM_END = date(2027, 1, 12), date(2027, 6, 30)


def read(text: str, lang: str = "en", **how: bool) -> list[tuple[str, str, str] | str]:
    return [
        one.line if isinstance(one, UnclearDays) else (one.first_on.isoformat(), one.last_on.isoformat(), one.name)
        for one in read_days(text, TODAY, TERM_END, lang=lang, **how)
    ]


WEEK = ("2027-02-15", "2027-02-19")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("15 to 19 February half term", "half term"),
        ("no school 15-19 February", ""),
        ("15 February to 19 February: Half term", "Half term"),
        ("Feb 15 - 19", ""),
        ("from 15 until 19 Feb", ""),
        ("2027-02-15 to 2027-02-19 Carnival", "Carnival"),
        ("15/2 - 19/2", ""),
        ("15.2. - 19.2. Ferien", "Ferien"),
        ("15th-19th Feb 2027", ""),
        ("February 15th to February 19th, 2027", ""),
        ("week of 15 February", ""),
        ("the week of 17 February: half term", "half term"),
        ("Half-term (15–19 February)", "Half-term"),
        ("No school from 15 until 19 February because of Carnival", "Carnival"),
    ],
)
def test_a_week(typed: str, name: str) -> None:
    assert read(typed) == [(*WEEK, name)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("15 al 19 de febrero semana blanca", "semana blanca"),
        ("No hay clase del 15 al 19 de febrero", ""),
        ("del 15 de febrero al 19 de febrero: Semana blanca", "Semana blanca"),
        ("semana del 15 de febrero", ""),
        ("15/2 - 19/2", ""),
    ],
)
def test_a_week_in_spanish(typed: str, name: str) -> None:
    assert read(typed, "es") == [(*WEEK, name)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("19 March: inset day", [("2027-03-19", "2027-03-19", "inset day")]),
        ("tomorrow", [("2027-01-13", "2027-01-13", "")]),
        ("Monday 15 February", [("2027-02-15", "2027-02-15", "")]),
        ("easter monday", [("2027-03-29", "2027-03-29", "")]),
        ("Easter, 29 March", [("2027-03-29", "2027-03-29", "Easter")]),
        ("next week", [("2027-01-18", "2027-01-22", "")]),
        ("15 and 17 February", [("2027-02-15",) * 2 + ("",), ("2027-02-17",) * 2 + ("",)]),
        ("28 to 3 March", [("2027-02-28", "2027-03-03", "")]),
        ("28 December to 8 January", [("2026-12-28", "2027-01-08", "")]),
        ("Christmas 21 December 2027 to 4 January 2028", [("2027-12-21", "2028-01-04", "Christmas")]),
        ("Christmas 21 December to 4 January 2028", [("2027-12-21", "2028-01-04", "Christmas")]),
        (
            "5 May; 6 May\n7 May: Ascension",
            [(f"2027-05-0{n}",) * 2 + (name,) for n, name in ((5, ""), (6, ""), (7, "Ascension"))],
        ),
        # over, or after the term: whichever is nearer
        ("5 January", [("2027-01-05", "2027-01-05", "")]),
        ("5 July", [("2027-07-05", "2027-07-05", "")]),
        ("1 February 2028", [("2028-02-01", "2028-02-01", "")]),
    ],
)
def test_days(typed: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(typed) == expected


def test_a_name_that_is_a_date_too_is_a_name_beside_a_date() -> None:
    assert read("del 29 de marzo al 2 de abril: Semana Santa", "es") == [("2027-03-29", "2027-04-02", "Semana Santa")]


def test_month_first_where_people_write_so() -> None:
    assert read("2/3", day_first=False) == [("2027-02-03", "2027-02-03", "")]
    assert read("2/3") == [("2027-03-02", "2027-03-02", "")]


@pytest.mark.parametrize(
    "typed", ["half term", "8 to 4 February", "31 February", "19 to 15 February 2027", "soon", "30 to 32 March"]
)
def test_what_stays_unclear_is_said_as_it_was_typed(typed: str) -> None:
    assert read(typed) == [typed]


def test_nothing_typed_is_nothing() -> None:
    assert read(" \n;; ") == []


@given(st.dates(date(2027, 1, 12), date(2027, 6, 1)), st.integers(1, 20), st.sampled_from(["to", "until", "-", "–"]))
def test_each_range_is_read_as_it_is_written(first: date, more: int, join: str) -> None:
    last = first + timedelta(days=more)
    for typed in (
        f"{first.day} {first:%B} {join} {last.day} {last:%B}",
        f"{first.isoformat()} {join} {last.isoformat()}",
        f"{first:%B} {first.day} {join} {last:%B} {last.day}",
        *([f"{first.day} {join} {last.day} {last:%B}"] if first.month == last.month else []),
    ):
        assert read_days(typed, TODAY, TERM_END) == [TypedDays(first, last)], typed


@given(st.text(max_size=60))
def test_nothing_that_is_typed_makes_it_stumble(text: str) -> None:
    for found in read_days(text, TODAY, TERM_END):
        assert isinstance(found, UnclearDays) or found.first_on <= found.last_on
