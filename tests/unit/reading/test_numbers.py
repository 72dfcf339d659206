"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.reading import find_numbers, read_number, unambiguous_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14", "14"),
        ("14.", "14"),
        ("0.5", "0.5"),
        ("1,5", "1.5"),
        ("1,500", "1500"),
        ("1 000", "1000"),
        ("1.500,25", "1500.25"),
        ("1,200.50", "1200.50"),
        ("0,500", "0.5"),
        ("-2", "-2"),
        ("½", "0.5"),
        ("2½ pages", "2.5"),
        ("2 1/2 hours", "2.5"),
        ("two and a half pages", "2.5"),
        ("half a page", "0.5"),
        ("fourteen", "14"),
        ("twenty-five", "25"),
        ("one hundred and twenty five words", "125"),
        ("two thousand and six", "2006"),
        ("a hundred", "100"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("a couple of times", "2"),
        ("5k words", "5000"),
        ("31:30", "31.5"),
        ("1:02:30", "62.5"),
        ("none", "0"),
        ("one", "1"),
        ("chapter 4", "4"),
        ("on 12 May I did 7", "7"),
        ("at 8:30 I did 12", "12"),
        ("1.5 days", "1.5"),
        ("I did 3 two weeks before christmas", "3"),
        ("friday 7/10", "7"),
    ],
)
def test_value(text: str, value: str) -> None:
    reading = read_number(text)
    assert reading is not None
    assert reading.value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["14/20", "14 out of 20", "14 of 20", "14 / 20", "14 out of my last 20", "fourteen of twenty"]
)
def test_out_of(text: str) -> None:
    reading = read_number(text)
    assert reading is not None
    assert (reading.value, reading.out_of) == (Decimal(14), Decimal(20))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("about 70 %", "%"),
        ("70 percent", "%"),
        ("8 sentences, felt ok", "sentences"),
        ("3 complex sentences", "complex sentences"),
        ("20 words per minute", "words per minute"),
        ("30min", "min"),
        ("31:20", "min"),
        ("twice a week", "times"),
        ("12 of them were good", ""),
        ("ten full push-ups", "full push-ups"),
        ("a 5 minute talk", "minute"),
        ("a two-minute talk", "minute"),
        ("8 out of 10 simultaneous equations", "simultaneous equations"),
        ("1 mistake max", "mistake"),
        ("7 today", ""),
    ],
)
def test_unit(text: str, unit: str) -> None:
    reading = read_number(text)
    assert reading is not None
    assert reading.unit == unit


@pytest.mark.parametrize("text", ["about 70 %", "~70", "70ish", "roughly 70", "70+"])
def test_approximate(text: str) -> None:
    reading = read_number(text)
    assert reading is not None
    assert reading.approximate


@pytest.mark.parametrize("text", ["3 or 4", "from 3 to 5", "between 3 and 5", "3-5 pages", "3 – 5"])
def test_two_values_for_one_thing_are_ambiguous(text: str) -> None:
    reading = read_number(text)
    assert reading is not None
    assert reading.value == 3
    assert reading.high in (4, 5)
    assert reading.ambiguous
    assert unambiguous_number(text) is None


def test_five_k_is_a_distance_to_a_runner() -> None:
    ran, hinted, plain = read_number("ran 5k today"), read_number("5k", "km"), read_number("5k")
    assert ran is not None
    assert hinted is not None
    assert plain is not None
    assert (ran.value, ran.unit) == (Decimal(5), "km")
    assert (hinted.value, hinted.unit) == (Decimal(5), "km")
    assert plain.value == 5000


@pytest.mark.parametrize(
    "text", ["", "   ", "🎉🎉", "no idea", "2nd try went ok", "half of them", "9" * 5000, "x" * 5000]
)
def test_no_number(text: str) -> None:
    assert read_number(text) is None
    assert unambiguous_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I did 7 of 10 today", 7),
        ("8 sentences, felt ok", 8),
        ("week 3: 8 pages", 8),
        ("one of my friends helped, did 8", 8),
        ("did it at 8 pm, 12 pages", 12),
        ("8 on friday, next one on 3 June", 8),
    ],
)
def test_the_only_sensible_number(text: str, value: int) -> None:
    reading = unambiguous_number(text)
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(
    "text", ["went from 3 to 5 and did 2 pages", "8 pages and 3 essays", "chapter 4 was hard", "Year 10", "5 three"]
)
def test_none_or_several_are_not_guessed(text: str) -> None:
    assert unambiguous_number(text) is None


def test_the_unit_that_is_counted_decides() -> None:
    text = "8 sentences in 20 minutes"
    reading = unambiguous_number(text, "sentence")
    assert reading is not None
    assert reading.value == 8
    assert unambiguous_number(text) is None
    assert unambiguous_number("8 sentences and then 9", "sentences") is None


_pieces = st.sampled_from(
    [
        "3",
        "5k",
        "1,500",
        "1.500,25",
        "31:20",
        "½",
        "two",
        "hundred",
        "and",
        "a",
        "half",
        "dozen",
        "of",
        "out",
        "or",
        "to",
        "-",
        "/",
        "%",
        " ",
        ",",
        ".",
        "chapter",
        "12 May",
        "İ",
        "ſ",
        "٣",
        "²",
        "1/2",
        "st",
        "about",
        "pages",
        "\n",
    ]
)


@settings(deadline=None)  # a busy machine is no failure
@given(
    st.one_of(
        st.text(max_size=300), st.lists(_pieces, max_size=60).map("".join), st.lists(_pieces, max_size=60).map(" ".join)
    )
)
def test_anything_typed_is_read_without_error_and_spans_lie_inside(text: str) -> None:
    found = find_numbers(text)
    end = 0
    for reading in found:
        assert end <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end].strip() == text[reading.start : reading.end]
        end = reading.end
    first, only = read_number(text), unambiguous_number(text)
    assert (first is None) == (not found)
    assert only is None or (only in found and not only.ambiguous)


@settings(deadline=None)  # a busy machine is no failure
@given(st.integers(min_value=0, max_value=999_999_999))
def test_every_whole_number_is_read_back(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        reading = unambiguous_number(f"got {text} pages")
        assert reading is not None
        assert reading.value == number


@pytest.mark.parametrize(
    "piece", ["1,111", "3 of ", "3 or ", "two hundred and ", "5k ran ", "12/", "1:", "half a ", "a "]
)
def test_five_thousand_characters_of_the_same(piece: str) -> None:
    text = (piece * 5000)[:5000]
    assert all(reading.end <= len(text) for reading in find_numbers(text))


def test_letters_and_digits_that_are_one_word_hold_no_number() -> None:
    assert [reading.value for reading in find_numbers("b4 friday i did 3 pages, then B2")] == [Decimal(3)]
