"""From where to where, and of what, where only what stands around a number says it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.activities.proposing.interview import wording
from tests.unit.interview.transcripts import Transcript

Read = tuple[int | None, int | None, str]


def read(sentence: str, *, answers: bool = False) -> tuple[Any, Any, str]:
    found = wording.numbers(sentence, answers=answers)
    return found.baseline, found.goal, found.counted


@pytest.mark.parametrize("answers", [False, True])
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("start 3 to 8 of 10 sentences in a new way", (3, 8, "sentences out of 10")),
        ("from 3 to 8 of 10 sentences", (3, 8, "sentences out of 10")),
        ("3-8 out of 10", (3, 8, "out of 10")),
        ("from 2 to 3 of my next 4 essays", (2, 3, "essays out of 4")),
        ("vary my openings in 3 of my next 4 essays", (None, 3, "essays out of 4")),
        ("begin at most 2 of ten sentences alike in 3 of my next 4 essays", (None, 2, "sentences out of 10")),
        ("at least 8 (now 3)", (3, 8, "")),
        ("use 8 of 10 key terms, right now it is only about 4", (4, 8, "key terms out of 10")),
        ("from now on 8 of 10", (None, 8, "out of 10")),
        ("better", (None, None, "")),
    ],
)
def test_numbers_and_their_surroundings(sentence: str, expected: Read, answers: bool) -> None:
    assert read(sentence, answers=answers) == expected


def test_a_choice_is_no_way() -> None:
    assert read("2 or 3 of 10")[:2] == (None, 2)


def test_a_range_is_the_way_only_where_the_way_was_asked_for() -> None:
    assert read("write 3 to 5 sentences") == (None, 3, "sentences")
    assert read("3 to 5 sentences", answers=True) == (3, 5, "sentences")


def test_a_total_that_can_not_be_is_left_out() -> None:
    assert read("3 to 8 of 5") == (None, 3, "")
    assert read("3 to 8 of 5", answers=True) == (3, 8, "")


@settings(max_examples=200)
@given(st.text(alphabet="0123456789 ofnow()-to,.e", max_size=60))
def test_whatever_is_typed_is_read_without_a_fault(text: str) -> None:
    baseline, goal, _ = read(text, answers=True)
    assert baseline is None or goal is not None or read(text)[1] is None


@pytest.mark.parametrize(
    ("statement", "measure"),
    [
        ("start 3 to 8 of 10 sentences in a new way in my essays by 24 february", ""),
        ("start my sentences in a new way in my essays by 24 february", "3 to 8 of 10 sentences"),
    ],
)
def test_neither_the_total_nor_the_unit_is_asked_again(statement: str, measure: str) -> None:
    talk = Transcript()
    for answer in ("My sentences", "My ideas", statement, *([measure] if measure else [])):
        talk.say(answer)
    if talk.asked == "1.wording":
        talk.choose("take")
    assert talk.asked == "1.strategies"


def test_where_one_is_now_is_not_asked_again() -> None:
    talk = Transcript()
    for answer in ("My sentences", "My ideas", "start my sentences in a new way by 24 february", "at least 8 (now 3)"):
        talk.say(answer)
    if talk.asked == "1.wording":
        talk.choose("take")
    assert talk.asked == "1.unit"
