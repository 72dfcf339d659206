"""Planted where somebody is not well: who is told, who is not, and what is said about it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from bot.activities.care import use_cases as care
from bot.activities.checking_in import planning
from bot.domain.care import Told
from tests.planted.plants import plant

UNIT = "tests/unit/care"


@plant("Whoever is named in the message is told of it.", test=f"{UNIT}/test_whom.py")
def who_is_named_is_told() -> Iterator[None]:
    with patch.object(care, "_meant", lambda *_: set()):
        yield


@plant("The answer says that somebody was told before Slack took it.", test=f"{UNIT}/test_answer.py")
def told_before_slack_took_it() -> Iterator[None]:
    tell = care.tell

    def told_already(uow: Any, alert: Any, told: Any) -> None:
        tell(uow, alert, told)
        uow.care_told.save(replace(told, state=Told.TOLD, told_at=uow.now))

    with patch.object(care, "tell", told_already):
        yield


@plant("The check-in goes on: a reminder, a miss, and the teacher hears of it.", test=f"{UNIT}/test_stopping.py")
def check_in_not_set_aside() -> Iterator[None]:
    with patch.object(planning, "excuse", lambda *_: None):
        yield


@plant("Nobody is told after the first one, whoever takes it or not.", test="tests/acceptance/test_care.py")
def nobody_after_the_first() -> Iterator[None]:
    with patch.object(care, "next_wake", lambda *_: None):
        yield


@plant("What is written while somebody has not gone on is an answer again.", test=f"{UNIT}/test_stopping.py")
def what_follows_is_taken() -> Iterator[None]:
    with patch.object(care, "hear_on", lambda *_, **__: False):
        yield
