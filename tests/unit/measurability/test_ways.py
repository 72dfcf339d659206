"""Start, goal, unit, direction and total, however they are told."""

from decimal import Decimal

import pytest

from bot.language.targets import Direction, read

UP, DOWN = Direction.UP, Direction.DOWN


@pytest.mark.parametrize(
    ("text", "baseline", "goal", "unit", "direction", "out_of"),
    [
        ("climb from 14th to 5th", "14", "5", "place", DOWN, None),
        ("go from 9th place down to 12th place", "9", "12", "place", UP, None),
        ("finish 3rd in the cup", None, "3", "place", DOWN, None),
        ("memorise 20 lines, i know 6", "6", "20", "lines", UP, None),
        ("do 20 press ups but I can do only 8", "8", "20", "press ups", UP, None),
        ("reach 60 wpm by may, I type 40", "40", "60", "wpm", UP, None),
        ("win 3 of my next 5 matches", None, "3", "matches", UP, "5"),
        ("run 5 of the next 6 saturdays", None, "5", "saturdays", UP, "6"),
        ("cite a source in 2 out of my next 3 essays", None, "2", "essays", UP, "3"),
        ("go from 4 to 7 out of 10", "4", "7", "", UP, "10"),
        ("get from 3 to 8 correct sentences out of 10", "3", "8", "sentences", UP, "10"),
        ("3 to 8 of 10 sentences", "3", "8", "sentences", UP, "10"),
        ("write 2 or 3 of 10 sentences", None, "2", "sentences", UP, "10"),
        ("at least 70 % of 20 questions", None, "70", "%", UP, None),
        ("run 5k in 25 minutes, my time is 29", "29", "25", "minutes", DOWN, None),
        ("swim 400 m in 7 minutes, i swim it in 8 now", "8", "7", "minutes", DOWN, None),
        ("draw 4 graphs with at least 8 labels (now 3)", "3", "8", "labels", UP, None),
        ("at least 8 (now 3)", "3", "8", "", UP, None),
        ("at least 8 (from 3)", "3", "8", "", UP, None),
        ("at least 90 points (from 3)", "3", "90", "points", UP, None),
        ("find at least 10 mistakes a page", None, "10", "mistakes per page", UP, None),
        ("have at least 2 pauses", None, "2", "pauses", UP, None),
    ],
)
def test_way(text: str, baseline: str | None, goal: str, unit: str, direction: Direction, out_of: str | None) -> None:
    found = read(text).extracted
    assert found.baseline == (None if baseline is None else Decimal(baseline))
    assert found.goal == Decimal(goal)
    assert found.unit == unit
    assert found.direction is direction
    assert found.out_of == (None if out_of is None else Decimal(out_of))


@pytest.mark.parametrize(
    "text",
    [
        "write 3 essays, I will write them in 2 hours",
        "read 10 pages a day, we meet at the library on 2 may",
        "learn 20 words, at least 6 of them verbs",
        "revise 5 topics and I do a test of 40 questions on each of them before the exam",
    ],
)
def test_what_else_is_said_is_no_start(text: str) -> None:
    assert read(text).extracted.baseline is None
