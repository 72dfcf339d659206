"""The suggested wording."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.targets import Direction, Verdict, read, suggest_wording


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
    for part in ("use linking words between my paragraphs", "at least 6 linking words", "from 2", "next three essays"):
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


_ACTIONS = ("use linking words", "swim", "label the bones of the hand", "win matches", "speak up in class", "type")
_UNITS = (
    "",
    "%",
    "linking words",
    "lengths",
    "mistakes",
    "points",
    "wpm",
    "minutes",
    "matches",
    "spelling errors",
    "kg",
)
_TIMES = ("next three essays", "by 2 May", "by the end of term", "in my next two lessons", date(2027, 5, 12))
_numbers = st.one_of(
    st.integers(0, 200).map(Decimal),
    st.decimals(min_value=Decimal("0.5"), max_value=99, places=1, allow_nan=False, allow_infinity=False),
)


@st.composite
def _extractions(draw: st.DrawFn) -> dict[str, Any]:
    """What an interview may have found out, with numbers that fit each other."""
    goal, unit = draw(_numbers), draw(st.sampled_from(_UNITS))
    if unit == "%":
        goal = min(goal, Decimal(100))
    baseline = draw(st.none() | _numbers.filter(lambda number: number != goal))
    most = max(goal, baseline or goal)
    out_of = None if unit == "%" else draw(st.none() | st.integers(int(most) + 1, 300).map(Decimal))
    ways = list(Direction) if baseline is None else [Direction.UP if goal > baseline else Direction.DOWN]
    return {
        "observable": draw(st.sampled_from(_ACTIONS)),
        "baseline": baseline,
        "goal": goal,
        "unit": unit,
        "out_of": out_of,
        "direction": draw(st.sampled_from(ways)),
        "by_when": draw(st.sampled_from(_TIMES)),
    }


@settings(deadline=None)
@given(_extractions())
def test_a_suggested_wording_is_read_with_the_numbers_that_it_was_made_of(said: dict[str, Any]) -> None:
    wording = suggest_wording(read("be better at it"), **said)
    reading = read(wording)
    found = reading.extracted
    assert reading.verdict is Verdict.MEASURABLE, wording
    assert (found.baseline, found.goal, found.out_of) == (said["baseline"], said["goal"], said["out_of"]), wording
    assert found.direction is (Direction.DOWN if not said["goal"] else said["direction"]), wording
    assert found.unit == said["unit"], wording
