"""Practice and progress side by side: said only where the numbers say so."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.practice_and_progress import BY_CHANCE, STEPS_LEAST, Step, Together, together

CLEAR = [Step(0.1, 2), Step(0.0, 0)] * 4


def test_eight_clear_steps_are_enough() -> None:
    assert together(CLEAR) is Together.PRACTISED


def test_seven_are_not() -> None:
    assert together(CLEAR[: STEPS_LEAST - 1]) is None


@pytest.mark.parametrize(
    "steps",
    [
        [Step(0.0, 2), Step(0.1, 0)] * 4,  # the other way round
        [Step(0.1, 2), Step(0.1, 0)] * 4,  # no difference
        [Step(-0.1, 2), Step(-0.2, 0)] * 4,  # both led away
        [Step(0.1, 2)] * 8,  # always practised alike
        [Step(0.1, 1)] * 6 + [Step(0.0, 0)] * 2,  # hardly any without, and the middle parts them no better
    ],
)
def test_else_nothing_is_said(steps: list[Step]) -> None:
    assert together(steps) is None


def test_more_practice_is_told_where_there_was_always_some() -> None:
    assert together([Step(0.12, 3), Step(0.01, 1)] * 4) is Together.MORE


def test_what_is_long_past_does_not_count() -> None:
    assert together([*CLEAR, *[Step(0.05, 1), Step(0.05, 0)] * 8]) is None


def test_chance_says_it_seldom() -> None:
    rng = random.Random(20_270_118)
    said = 0
    for _ in range(400):
        steps = [Step(rng.gauss(0.05, 0.1), rng.choice((0, 0, 1, 2))) for _ in range(10)]
        said += together(steps) is not None
    assert said / 400 <= BY_CHANCE + 0.025  # two standard errors above what is allowed


@given(st.lists(st.builds(Step, st.floats(-1, 1), st.integers(0, 9)), max_size=14))
@settings(max_examples=60, deadline=None)
def test_the_order_of_steps_says_nothing(steps: list[Step]) -> None:
    assert together(steps) == together(steps[::-1])
