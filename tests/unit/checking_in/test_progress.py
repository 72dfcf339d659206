"""Progress on the line from baseline to goal."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.progress import expected_share, share, way, went_forward
from bot.messages.blocks import spoken
from bot.messages.terms import bar, progress
from prompts.words import words_for
from tests.world import START, terms

TARGET = terms().targets[0]  # from 2 to 8
END = START + timedelta(days=40)


def test_a_goal_below_the_baseline_is_as_good_as_one_above() -> None:
    fewer = replace(TARGET, baseline=Decimal(8), goal=Decimal(2))
    assert share(TARGET, Decimal(5)) == share(fewer, Decimal(5)) == Decimal("0.5")


@pytest.mark.parametrize(
    ("before", "value", "forward"), [(2, 3, True), (5, 5, False), (5, 4, False), (8, 8, True), (9, 8, True)]
)
def test_a_number_goes_forward_where_it_is_nearer_to_the_goal(before: int, value: int, forward: bool) -> None:
    fewer = replace(TARGET, baseline=Decimal(8), goal=Decimal(2))
    assert went_forward(TARGET, Decimal(value), Decimal(before)) is forward
    assert went_forward(fewer, Decimal(10 - value), Decimal(10 - before)) is forward


@given(st.integers(-10, 60))
def test_the_line_stays_between_start_and_end(days: int) -> None:
    now = START + timedelta(days=days)
    assert expected_share(START, END, now) == min(max(Decimal(days) / 40, Decimal(0)), Decimal(1))


def test_the_bar_never_stands_without_its_numbers() -> None:
    for value in (None, Decimal(2), Decimal(5), Decimal(8)):
        first, *said = progress(words_for(), TARGET, value)
        assert first == f"{bar(TARGET, value)} "
        assert set(bar(TARGET, value)) <= {"●", "○"}
        assert str(TARGET.goal) in spoken(said)


@pytest.mark.parametrize(
    ("value", "before", "went"), [(5, 4, 1), (4, 5, -1), (4, 4, 0), (8, 8, 0), (9, 8, 1), (9, 10, 0), (7, 8, -1)]
)
def test_who_is_beyond_the_goal_did_not_go_away_from_it(value: int, before: int, went: int) -> None:
    target = replace(TARGET, baseline=Decimal(3), goal=Decimal(8))
    assert way(target, Decimal(value), Decimal(before)) == went
