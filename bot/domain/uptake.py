"""What a student does with feedback, or with a reply to a check-in: a press is an answer, and words are."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from bot.domain.actor import Refusal
from bot.domain.check_ins import Response
from bot.domain.classroom import Feedback

G = TypeVar("G", Feedback, Response)


class UptakeWay(StrEnum):
    """The buttons below what a teacher wrote."""

    TRY = "try"
    UNCLEAR = "unclear"
    TALK = "talk"


FIELDS = {UptakeWay.TRY: "tried_at", UptakeWay.UNCLEAR: "unclear_at", UptakeWay.TALK: "talk_at"}
"""Where it stands when one was pressed first."""


def ways_of(given: Feedback | Response) -> frozenset[UptakeWay]:
    return frozenset(way for way, field in FIELDS.items() if getattr(given, field) is not None)


def answered(given: G, way: UptakeWay, now: datetime) -> G:
    """Raises Refusal where this was said before."""
    if way in ways_of(given):
        raise Refusal("feedback-said-already")
    moment: dict[str, Any] = {FIELDS[way]: now}
    return replace(given, **moment)


class Uptake(StrEnum):
    """How far feedback has come, the furthest last."""

    SENT = "sent"
    WROTE = "wrote"
    """The student wrote to the teacher about it."""
    TALK = "talk"
    UNCLEAR = "unclear"
    TRIES = "tries"
    TARGET = "target"
    """Both signed a contract that it began."""


@dataclass(frozen=True, slots=True)
class UptakeShown:
    """What stands below feedback or a reply for its student. `about` is "feedback" or "response", `open` says whether
    its buttons lead somewhere still."""

    about: str
    ref: int
    ways: frozenset[UptakeWay]
    open: bool


def uptake_of(given: Feedback | Response, *, wrote: bool = False, target: bool = False) -> Uptake:
    """`wrote`: there are words of the student's under it. Of several presses the newest counts."""
    if target:
        return Uptake.TARGET
    pressed = {getattr(given, field): way for way, field in FIELDS.items() if getattr(given, field) is not None}
    if pressed:
        newest = pressed[max(pressed)]
        return {UptakeWay.TRY: Uptake.TRIES, UptakeWay.UNCLEAR: Uptake.UNCLEAR, UptakeWay.TALK: Uptake.TALK}[newest]
    return Uptake.WROTE if wrote else Uptake.SENT
