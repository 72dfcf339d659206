"""Planted where words are given their place and their number: what one person wrote goes to another, and a number
counts that nobody meant."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from bot.activities.checking_in import answering, taking_back
from bot.activities.hearing import placing, understanding
from bot.language.hearing import Number
from handlers import inbound
from tests.planted.plants import plant


@plant(
    "Where several questions are open, the newest takes every answer.",
    "words_reach_whom_they_are_for",
    first=29,
    classes=2,
)
def the_newest_takes_everything() -> Iterator[None]:
    def newest(uow: Any, places: Any, focus: Any, said: Any, lang: str) -> Any:
        return (places[-1] if places else None), said.text

    with patch.object(understanding, "_decide", newest):
        yield


@plant("What counts is one more than what was said.", "no_number_that_nobody_meant")
def one_more_counts() -> Iterator[None]:
    taken = answering.taken_from

    def more(*args: Any) -> Any:
        return {place: Number(number.value + 1, number.sure) for place, number in taken(*args).items()}

    with patch.object(answering, "taken_from", more):
        yield


@plant("Every number counts at once, whatever was said around it.", test="tests/unit/checking_in/test_called_right.py")
def every_number_is_sure() -> Iterator[None]:
    taken = answering.taken_from

    def all_sure(*args: Any) -> Any:
        return {place: Number(number.value, True) for place, number in taken(*args).items()}

    with patch.object(answering, "taken_from", all_sure):
        yield


@plant("What is said of two classes goes whole to one.", test="tests/unit/listening/test_several_classes.py")
def two_classes_are_one() -> Iterator[None]:
    with patch.object(placing, "shared_out", lambda *_: None):
        yield


@plant("A thread says nothing of which class it is about.", test="tests/unit/listening/test_class_above.py")
def a_thread_is_of_no_class() -> Iterator[None]:
    with patch.object(understanding, "class_above", lambda *_: None):
        yield


@plant("What was deleted whole stays an answer.", test="tests/unit/checking_in/test_forgetting.py")
def nothing_is_an_answer() -> Iterator[None]:
    with patch.object(taking_back, "reopen", lambda *_: None):
        yield


@plant("A label says where a link leads.", test="tests/unit/handlers/test_typed_text.py")
def a_label_hides_its_address() -> Iterator[None]:
    with patch.object(inbound, "_link", lambda target, label: label or target):
        yield
