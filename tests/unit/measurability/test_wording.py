"""The suggested wording."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.measurability import Direction, Verdict, read, suggest_wording


def test_a_vague_statement_and_its_answers_become_measurable() -> None:
    wording = suggest_wording(
        read("i want to improve my writing"),
        observable="use linking words between my paragraphs",
        baseline=Decimal(2),
        goal=Decimal(6),
        unit="linking words",
        by_when="next three essays",
    )
    assert read(wording).verdict is Verdict.MEASURABLE
    for part in ("use linking words between my paragraphs", "at least 6 linking words", "now 2", "next three essays"):
        assert part in wording
    assert "improve" not in wording


def test_what_was_said_is_not_said_again() -> None:
    wording = suggest_wording(read("I will read 10 pages a day by 2 May."))
    assert wording.count("10") == 1
    assert wording.count("2 May") == 1


def test_direction_share_and_date() -> None:
    wording = suggest_wording(
        read("vary sentence openings"),
        goal=Decimal(2),
        out_of=Decimal(10),
        unit="openings alike",
        direction=Direction.DOWN,
        by_when=date(2027, 5, 12),
    )
    assert "at most 2 out of 10 openings alike" in wording
    assert "by 12 May 2027" in wording


@pytest.mark.parametrize("when", ["by 2 May", "in my next three essays", "2 May", "next friday"])
def test_any_answer_to_when_gives_a_timeframe(when: str) -> None:
    wording = suggest_wording(read("write essays"), goal=Decimal(3), unit="essays", by_when=when)
    assert read(wording).verdict is Verdict.MEASURABLE


@settings(deadline=None)  # a busy machine is no failure
@given(
    st.text(max_size=200),
    st.text(max_size=80),
    st.none() | st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**9, places=2),
    st.text(max_size=30),
)
def test_any_answers_can_be_put_together(statement: str, observable: str, goal: Decimal | None, when: str) -> None:
    wording = suggest_wording(read(statement), observable=observable, goal=goal, baseline=goal, by_when=when)
    assert wording.endswith(".")
    assert "\n" not in wording
