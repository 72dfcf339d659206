"""How many it is now: periods, parts and what is below zero are no such number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actor import Refusal
from bot.language.counts import number
from tests.unit.interview.transcripts import OPENING, Transcript

BOOKS = ("1.statement", "Read 4 books in English by 12 March")


def read(text: str, unit: str) -> str:
    try:
        return f"{number(text, unit).value:f}"
    except Refusal as refusal:
        return f"!{refusal.key}"


@pytest.mark.parametrize("unit", ["books", ""])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the last two weeks 1", "1"),
        ("1 in the last two weeks", "1"),
        ("since about 3 weeks none", "0"),
        ("2 weeks ago 5", "5"),
        ("none", "0"),
        ("none of 5", "0"),
        ("none, 0", "0"),
        ("none so far but 2 started", "!one-number"),
        ("one or none", "!one-number"),
        ("since 3 weeks", "!another-measure"),
        ("half of one", "!no-number"),
        ("half of my 4", "!no-number"),
        ("half a book", "0.5"),
        ("two and a half", "2.5"),
        ("-1", "!number-below-zero"),
        ("3", "3"),
    ],
)
def test_how_many_it_is(text: str, unit: str, value: str) -> None:
    assert read(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("2 hours", "books", "!another-measure"),
        ("2 hours, 3 books", "books", "3"),
        ("2 hours", "", "2"),
        ("20 mins", "minutes", "20"),
        ("31:20", "minutes", "31.33"),
        ("20 minutes in the last 2 weeks", "minutes", "20"),
        ("1 hour 30 minutes", "minutes", "!another-measure"),
        ("31:20", "5k time", "31.33"),
        ("2 hours", "hours per week", "2"),
        ("20 minutes", "pages a day", "!another-measure"),
        ("for the last 3 weeks", "weeks in a row", "3"),
        ("50 %", "% of the words", "50"),
        ("-5 %", "", "-5"),
        ("-5", "percent", "-5"),
    ],
)
def test_what_is_counted_decides(text: str, unit: str, value: str) -> None:
    assert read(text, unit) == value


@given(st.text(alphabet="0123456789 -%.,fhalonesincwksdy", max_size=40), st.sampled_from(["", "books", "minutes", "%"]))
def test_whatever_is_typed_is_a_number_that_can_be_or_refused(text: str, unit: str) -> None:
    found = read(text, unit)
    assert found.startswith("!") or Decimal(found) >= 0 or "%" in unit + text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("in the last two weeks 1", "1"), ("since 3 weeks none", "0"), ("2 hours", None), ("-1", None)],
)
def test_now_of_books_in_an_interview(text: str, expected: str | None) -> None:
    talk = Transcript().through(*OPENING, BOOKS)
    answered = talk.say(text)
    assert (answered, talk.asked) == (("1.strategies", "1.strategies") if expected else (answered, "1.baseline"))
    assert (talk.draft["1.baseline"].value if "1.baseline" in talk.draft else None) == expected


def test_a_number_may_be_said_in_another_unit_while_the_unit_is_asked_anew() -> None:
    talk = Transcript().through(*OPENING, ("1.statement", "get better at openings"))
    for _ in range(3):
        talk.skip()
    talk.through(("1.baseline", "30 minutes"), ("1.goal", "40"))
    assert talk.asked == "1.strategies"
    assert talk.correct("1.baseline", "1 hour") == "1.strategies"
    assert talk.correct("1.goal", "40 seconds") == "!another-measure"


def test_below_zero_is_not_taken_from_what_was_said() -> None:
    talk = Transcript().through(*OPENING, ("1.statement", "get better at openings"))
    talk.skip()
    assert talk.say("from -1 to 4 openings") == "1.timeframe"
    talk.skip()
    talk.choose("keep")
    assert talk.asked == "1.baseline"


def test_the_numbers_of_the_summary_may_get_another_unit() -> None:
    talk = Transcript().through(*OPENING, BOOKS, ("1.baseline", "2"))
    talk.edit("1.numbers")
    assert talk.say("30 minutes") == "1.goal"
    assert talk.say("60 minutes") == "1.unit"
    assert talk.say("minutes a day") == "1.strategies"
