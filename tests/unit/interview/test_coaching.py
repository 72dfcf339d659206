"""What the interview takes from the wording of a target, and what it suggests."""

from datetime import date
from decimal import Decimal

import pytest

from bot.activities.proposing.interview import wording
from bot.activities.proposing.interview.wording import Added
from tests.unit.interview.transcripts import frame


@pytest.mark.parametrize(
    ("sentence", "baseline", "goal", "counted"),
    [
        ("from 5 to 8 openings", 5, 8, "openings"),
        ("go from 40% to 80% in vocabulary tests", 40, 80, "%"),
        ("start 8 of 10 paragraphs differently in my next three essays", None, 8, "paragraphs out of 10"),
        ("read 4 books", None, 4, "books"),
        ("get better at openings", None, None, ""),
    ],
)
def test_numbers(sentence: str, baseline: int | None, goal: int | None, counted: str) -> None:
    found = wording.numbers(sentence)
    assert found.baseline == (None if baseline is None else Decimal(baseline))
    assert found.goal == (None if goal is None else Decimal(goal))
    assert found.counted == counted


def test_when() -> None:
    assert wording.when("by 12 March", frame()).day == date(2027, 3, 12)
    assert wording.when("by the end of term", frame()).day == date(2027, 6, 25)
    assert wording.when("by 31 February", frame()).impossible
    assert wording.when("in my next three essays", frame()).open_ended
    assert wording.when("write 3 essays by 12 March or 19 March", frame()).impossible
    assert wording.when("Write 3 essays by Friday 26 February", frame()).day == date(2027, 2, 26)
    assert wording.when("write 3 essays two weeks before the end of term", frame()).day == date(2027, 6, 11)
    assert wording.when("read 4 books 4 weeks after easter", frame()).day == date(2027, 4, 25)
    assert wording.when("I write one page every friday in my next three essays", frame()).open_ended
    assert wording.when("get better", frame()) == wording.When()


def test_a_suggestion_holds_what_was_added() -> None:
    added = Added("start each paragraph differently", "from 5 to 8 of 10", "by 12 March")
    suggested = wording.suggest("get better at openings", added, frame())
    assert suggested is not None
    assert wording.gaps(suggested) == ()
    assert wording.numbers(suggested).goal == Decimal(8)
    assert wording.when(suggested, frame()).day == date(2027, 3, 12)


@pytest.mark.parametrize("observable", ["the first words are different", "raising my hand", "only the idea", "I"])
def test_a_reply_that_is_no_action_stands_beside_the_statement(observable: str) -> None:
    suggested = wording.suggest("get better at openings", Added(observable), frame())
    assert suggested is not None
    assert "get better at openings" in suggested
    assert observable in suggested


def test_a_limit_stays_a_limit() -> None:
    suggested = wording.suggest("improve my spelling", Added(measure="fewer than 3 mistakes"), frame())
    assert suggested is not None
    assert wording.numbers(suggested).goal == Decimal(2)
    assert "at most" in suggested


def test_a_big_step_is_pointed_out() -> None:
    keys = wording.thoughts("Write 40 pages by 1 March", Decimal(2), Decimal(40), date(2027, 3, 1), frame())
    assert keys[:1] == ("goal-far-beyond-baseline",)
    assert wording.thoughts("Write 8 pages by 1 March", Decimal(5), Decimal(8), date(2027, 3, 1), frame()) == ()
