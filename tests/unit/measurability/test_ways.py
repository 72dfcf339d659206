"""Start, goal, unit, direction and total, however they are told."""

from decimal import Decimal

import pytest

from bot.language.targets import Direction, Gap, read, to_ask

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
        ("run 5k in 24:30, my best is 27:10", "27.17", "24.5", "min", DOWN, None),
        ("swim 100 m in 1:20", None, "1.33", "min", DOWN, None),
        ("swim 50m in 40 s, at the moment its 48", "48", "40", "s", DOWN, None),
        ("run 5 km in 30 minutes, now i can run 3 km", "3", "5", "km", UP, None),
        ("type 40 words in a minute, now 25", "25", "40", "words", UP, None),
        ("hand in 5 of my next 6 reports on time, of the last 6 it was only 2", "2", "5", "reports", UP, "6"),
        ("bring my kit to 8 of the next 10 lessons, of the last 10 it was 5", "5", "8", "lessons", UP, "10"),
        ("win 3 of my next 4 games, in the last 4 it was 1", "1", "3", "games", UP, "4"),
        ("revise for 30 min 4 times a week, now i do it once", "1", "4", "times per week", UP, None),
        ("practise scales for 20 minutes 5 times a week, now twice", "2", "5", "times per week", UP, None),
        ("go running 3 times a week for 30 min, now once", "1", "3", "times per week", UP, None),
        ("45 out of 50 in the mock tests, im on 38 atm", "38", "45", "", UP, "50"),
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


@pytest.mark.parametrize(
    "text",
    [
        "from 6 hours of phone a day to 2 by 1 march",
        "from 4 hours of tiktok a day to 1 by june",
        "from 3 cans of coke a day to 1 by may",
    ],
)
def test_the_period_of_the_start_is_that_of_the_goal(text: str) -> None:
    assert read(text).extracted.period == "day"


def test_the_day_of_an_exam_says_until_when() -> None:
    assert read("revise 4 times a week until the exam on 14 may").extracted.due == "until the exam on 14 may"
    assert read("revise 4 times a week until the exam").extracted.due == "until the exam"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("pass my theory test", (Gap.MEASURE, Gap.TIMEFRAME)),
        ("pass the driving test by june", (Gap.MEASURE,)),
        ("pass my maths exam with at least 60 % in june", ()),
    ],
)
def test_of_an_exam_that_is_only_to_be_passed_the_score_is_asked(text: str, asked: tuple[Gap, ...]) -> None:
    assert to_ask(read(text)) == asked
