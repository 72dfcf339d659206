"""What a target already answers."""

from decimal import Decimal

import pytest

from bot.language.targets import Direction, read


@pytest.mark.parametrize(
    ("text", "baseline", "goal", "unit", "direction"),
    [
        ("cut my comma errors from 15 per page to 5 per page", "15", "5", "comma errors", Direction.DOWN),
        ("raise attendance from 82% to 95% by march", "82", "95", "%", Direction.UP),
        ("swim 20 lengths without stopping (now i manage 12)", "12", "20", "lengths", Direction.UP),
        ("hold a plank for 2 minutes (can do 30 secs atm)", "0.5", "2", "minutes", Direction.UP),
        ("run 5k in under 27 mins, my time now is 31:30", "31.5", "27", "mins", Direction.DOWN),
        ("write essays faster: currently 55 mins, aiming for 40 mins or less", "55", "40", "mins", Direction.DOWN),
        ("write at least 300 words every day", None, "300", "words per day", Direction.UP),
        ("label 40 countries with 4 or less wrong", None, "4", "wrong", Direction.DOWN),
        ("play the first page with no wrong notes", None, "0", "wrong notes", Direction.DOWN),
        ("Since september i was late 9 times. Until christmas 2 times at most.", "9", "2", "times", Direction.DOWN),
        ("fix 10 bugs", None, "10", "bugs", Direction.UP),
        ("make 2 mistakes", None, "2", "mistakes", Direction.DOWN),
        ("reach level 4 in the lab", None, "4", "level", Direction.UP),
        ("write more clearly", None, None, "", None),
    ],
)
def test_from_where_to_where(
    text: str, baseline: str | None, goal: str | None, unit: str, direction: Direction | None
) -> None:
    found = read(text).extracted
    assert found.baseline == (None if baseline is None else Decimal(baseline))
    assert found.goal == (None if goal is None else Decimal(goal))
    assert found.unit == unit
    assert found.direction is direction


def test_share_and_ceiling() -> None:
    found = read("at most 2 of 10 sentences begin alike").extracted
    assert (found.goal, found.out_of, found.ceiling) == (Decimal(2), Decimal(10), True)
    assert not read("get 4 out of 5 right").extracted.ceiling


def test_the_criterion_goes_before_the_count() -> None:
    found = read("conjugate twenty verbs with 95% accuracy").extracted
    assert (found.goal, found.unit) == (Decimal(95), "%")


def test_grades() -> None:
    found = read("bring my essays up from a D to a B by the end of term").extracted
    assert (found.grade_from, found.grade_to) == ("D", "B")
    assert read("get an A in art").extracted.grade_to == "A"


@pytest.mark.parametrize(
    ("text", "due", "tasks", "count", "frequency"),
    [
        ("cite 3 sources by the 2nd of may", "by the 2nd of may", "", None, ""),
        ("cite 3 sources in my next three essays", "", "next three essays", 3, ""),
        ("cite 3 sources in my next essay", "", "next essay", 1, ""),
        ("read 10 pages every sunday till christmas", "till christmas", "", None, "every sunday"),
        ("ask 2 questions a week over the next six weeks", "over the next six weeks", "", None, "2 questions a week"),
    ],
)
def test_when_and_how_often(text: str, due: str, tasks: str, count: int | None, frequency: str) -> None:
    found = read(text).extracted
    assert (found.due, found.tasks, found.task_count, found.frequency) == (due, tasks, count, frequency)
