"""Which number an answer gives: taken where it is sure, asked for where it is not."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actor import Refusal
from bot.domain.terms import Target
from bot.language.counts import MOST, value_for, value_of, values_in
from tests.world import terms

OPENINGS = terms().targets[0]  # counts "varied openings of 10"
SENTENCES = replace(OPENINGS, unit="sentences out of 10")  # as the interview names it
PAGES = replace(OPENINGS, unit="pages")
PERCENT = replace(OPENINGS, unit="%", baseline=Decimal(40), goal=Decimal(80))
POINTS = replace(OPENINGS, unit="points")
BELOW_ZERO = replace(OPENINGS, unit="points", baseline=Decimal(-5))


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("7", OPENINGS, "7"),
        ("7 of 10, it went well", OPENINGS, "7"),
        ("7/10", OPENINGS, "7"),
        ("7 of 10", SENTENCES, "7"),
        ("7 sentences", SENTENCES, "7"),
        ("14/20", POINTS, "14"),
        ("14/20", PERCENT, "70"),
        ("about 70 %", PERCENT, "70"),
        ("70", PERCENT, "70"),
        ("1,5", PAGES, "1.5"),
        ("one", PAGES, "1"),
        ("I read 12 pages on 3 May", PAGES, "12"),
        ("12 pages :100:", PAGES, "12"),
        ("-3", BELOW_ZERO, "-3"),
    ],
)
def test_what_is_taken(text: str, target: Target, value: str) -> None:
    assert value_for(text, target) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("", OPENINGS),
        ("it was fine", OPENINGS),
        ("3 or 4", OPENINGS),
        ("14/20", OPENINGS),
        ("14/20", SENTENCES),
        ("40 minutes", OPENINGS),
        ("70 %", OPENINGS),
        ("one of them was hard", OPENINGS),
        (":100:", OPENINGS),
        ("💯", OPENINGS),
        ("7 and 9", OPENINGS),
        ("99999999999", PAGES),
    ],
)
def test_what_is_asked_for_instead(text: str, target: Target) -> None:
    assert value_for(text, target) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 pages", {0: 12}),
        ("60 %", {1: 60}),
        ("12 pages and 60 %", {0: 12, 1: 60}),
        ("12", {}),
        ("it was fine", {}),
    ],
)
def test_of_several_targets_the_unit_tells_which(text: str, values: dict[int, int]) -> None:
    assert values_in(text, (PAGES, PERCENT)) == values


def test_two_targets_with_one_unit_are_not_guessed_at() -> None:
    assert values_in("12 pages", (PAGES, PAGES)) == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("many", "check-in-no-number"),
        ("3 or 4", "check-in-which-number"),
        ("40 minutes", "check-in-another-measure"),
        ("7 of 12", "check-in-another-measure"),
        ("3 less", "check-in-change"),
        ("-3", "check-in-change"),
        ("about 1 more than last week", "check-in-change"),
    ],
)
def test_a_field_says_what_does_not_fit(text: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        value_of(text, OPENINGS, "value-0")
    assert (refused.value.key, refused.value.field) == (reason, "value-0")


def test_an_empty_field_is_no_number() -> None:
    assert value_of("  ", OPENINGS, "value-0") is None


@given(st.text(max_size=200))
def test_whatever_is_typed_gives_a_number_that_can_be_stored_or_none(text: str) -> None:
    for target in (OPENINGS, PERCENT):
        value = value_for(text, target)
        assert value is None or (abs(value) < MOST and len(str(value)) <= 40)
