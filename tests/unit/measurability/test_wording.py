"""The suggested wording."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.targets import Direction, Verdict, measure_of, read, suggest_wording
from bot.language.targets.kinds import head_of, stretch_of

CASES = tomllib.loads((Path(__file__).parents[2] / "data" / "goals" / "wordings.toml").read_text("utf-8"))["cases"]


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
    for part in ("use at least 6 linking words between my paragraphs", "now 2", "in my next three essays"):
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
    assert "at most 2 of 10 openings alike" in wording
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
    assert wording[-1:] in {"", "."}
    assert "\n" not in wording
    assert not wording.startswith("I will I ")


def wording_of(case: dict[str, str], lang: str = "en") -> str:
    """The sentence that is suggested for the parts of a judged case."""
    number = {name: Decimal(case[name]) if name in case else None for name in ("start", "goal", "out_of")}
    by = case["by"]
    return suggest_wording(
        read(case["action"], lang),
        baseline=number["start"],
        goal=number["goal"],
        unit=case.get("unit", ""),
        out_of=number["out_of"],
        period=case.get("period", ""),
        currency=case.get("currency", ""),
        direction=Direction(case.get("way", "up")),
        by_when=date.fromisoformat(by) if by[:4].isdigit() else by,
        today=date(2026, 11, 29),
        lang=lang,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['action']}, {case.get('goal', '')}")
def test_a_wording_is_the_one_that_was_judged_right(case: dict[str, str]) -> None:
    assert wording_of(case) == case["wording"]


@pytest.mark.parametrize(
    "lead", ["", "I will ", "I have decided to ", "My aim this time is to ", "i wanna ", "i'm going to "]
)
@pytest.mark.parametrize("action", ["do worksheets", "raise my hand", "begin my sentences in different ways", "swim"])
def test_what_leads_to_the_action_is_not_said(lead: str, action: str) -> None:
    said: dict[str, Any] = {"goal": Decimal(3), "unit": "times", "period": "week", "by_when": date(2027, 2, 24)}
    assert (
        suggest_wording(read(lead + action), **said) == f"I will {action} at least 3 times a week by 24 February 2027."
    )


def test_a_day_that_is_far_keeps_its_year() -> None:
    said: dict[str, Any] = {"goal": Decimal(3), "unit": "essays", "by_when": date(2027, 2, 24)}
    assert suggest_wording(read("write essays"), today=date(2026, 2, 1), **said).endswith("by 24 February 2027.")
    assert suggest_wording(read("write essays"), today=date(2027, 2, 1), **said).endswith("by 24 February.")


_PERIODS = ("", "", "day", "week", "lesson", "month")
_ACTIONS = (
    "begin my sentences in different ways",
    "do worksheets",
    "make fewer mistakes",
    "play the cello",
    "improve my writing",
    "score points in tests",
    "use linking words",
    "swim",
    "label the bones of the hand",
    "win matches",
    "speak up in class",
    "type",
    "drink water",
    "finish chapters of the set novel",
    "label the axes of my graphs",
    "leave questions blank",
    "stop being late",
    "save money for a bike",
    "be on my phone",
    "hand in homework",
    "warm up before training",
)
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
    "sentences",
    "worksheets",
    "times",
    "glasses",
    "chapters",
    "pieces",
    "mistakes per page",
    "minutes per evening",
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
        "period": "" if stretch_of(unit) else draw(st.sampled_from(_PERIODS)),
        "currency": "" if unit or out_of is not None else draw(st.sampled_from(("", "", "£"))),
        "by_when": draw(st.sampled_from(_TIMES)),
    }


def _counted(unit: str, period: str) -> tuple[str, str]:
    """What a unit counts, by its beginning, and the time for which: the same for "worksheet per week" and
    "worksheets"."""
    measure, last = measure_of(unit), (head_of(unit) or "times").split()[-1]
    kind = f"{measure.seconds} s" if measure.seconds else last[:4]
    return kind, period or measure.period or stretch_of(unit)


@settings(deadline=None, max_examples=1200)
@given(_extractions())
def test_a_suggested_wording_is_read_with_the_parts_that_it_was_made_of(said: dict[str, Any]) -> None:
    wording = suggest_wording(read("be better at it"), **said)
    if not wording:
        return
    found = read(wording).extracted
    assert (found.baseline, found.goal, found.out_of) == (said["baseline"], said["goal"], said["out_of"]), wording
    assert found.direction is (Direction.DOWN if not said["goal"] else said["direction"]), wording
    if said["unit"]:
        read_again, wanted = _counted(found.unit, found.period), _counted(said["unit"], said["period"])
        assert read_again == wanted or (not said["goal"] and read_again[0] == wanted[0]), wording
    assert read(wording).timeframes, wording
    assert found.currency == said["currency"], wording
    assert not wording.startswith("I will I")
