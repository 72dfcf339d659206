"""What a class is asked in one round: twelve short questions about how and what somebody likes to learn, or a profile,
one goal of school and one of one's own at the start of a year.

The answers are the student's own. Each says who sees them: nobody at all, nobody but as a part of numbers without
names, or their teachers. Numbers are shown of `TOGETHER` people or more, and once the round is over: whoever watched
them grow would know who had just answered. That somebody has answered is no secret, and they read that it is none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.actor import Refusal
from bot.domain.seen import clean


class RoundKind(StrEnum):
    INTERESTS = "interests"
    YEAR = "year"


ROUNDS = tuple(RoundKind)


class Share(StrEnum):
    TEACHERS = "teachers"
    """Their teachers see them, with the name."""
    COUNTED = "counted"
    """Only as a part of the numbers of the class."""
    NOBODY = "nobody"
    """Not even that."""


QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "learn": ("reading", "listening", "trying", "explaining"),
    "work": ("alone", "two", "group"),
    "hour": ("morning", "midday", "evening"),
    "show": ("writing", "speaking", "making", "filming"),
    "stuck": ("ask", "look-up", "again", "later"),
    "feedback": ("at-once", "at-the-end", "written", "talk"),
    "topic": ("people", "nature", "machines", "art"),
    "go-on": ("progress", "others", "curious", "deadline"),
    "plan": ("ahead", "days", "same-day"),
    "choose": ("topic", "time", "form", "partner"),
    "outside": ("sport", "music", "screens", "people"),
    "year": ("hands", "language", "subject", "outside"),
}
"""The twelve, each with what can be chosen. What stands there is copy: `inventory-q-<question>`,
`inventory-o-<question>-<choice>`."""

OPEN_FOR = timedelta(days=7)
TOGETHER = 5
GOAL_MOST = 300


@dataclass(frozen=True, slots=True)
class Inventory:
    """One round in a class, by which teacher it was asked, and until when it can be answered."""

    workspace: str
    classroom: int
    teacher: str
    kind: RoundKind
    asked_at: datetime
    open_until: datetime
    ended_at: datetime | None = None
    id: int = 0

    def takes_answers(self, now: datetime) -> bool:
        return self.ended_at is None and now < self.open_until


@dataclass(frozen=True, slots=True)
class InventoryAnswer:
    """That of one student; it stands from when they were asked. `chosen`: a choice for each question, or ""."""

    workspace: str
    inventory: int
    student: str
    chosen: tuple[str, ...] = ()
    school: str = ""
    own: str = ""
    share: str = ""
    said_at: datetime | None = None
    id: int = 0

    @property
    def is_said(self) -> bool:
        return self.said_at is not None

    @property
    def choices(self) -> list[tuple[str, str]]:
        """(question, choice), of those that were answered."""
        return [(question, choice) for question, choice in zip(QUESTIONS, self.chosen, strict=False) if choice]


InventoryCounts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Summary:
    """`counts`, by question and choice, are None while there is too little to show."""

    asked: int
    answered: int
    counts: InventoryCounts | None = None


def said_interests(standing: InventoryAnswer, typed: Mapping[str, str], share: str, at: datetime) -> InventoryAnswer:
    """`typed`: what was chosen, by question; any may be left out, but not all."""
    chosen = tuple(_one_of(typed.get(question, ""), choices) for question, choices in QUESTIONS.items())
    if not any(chosen):
        raise Refusal("inventory-empty", field=next(iter(QUESTIONS)))
    return replace(standing, chosen=chosen, share=_share(share), said_at=at)


def said_goals(standing: InventoryAnswer, school: str, own: str, share: str, at: datetime) -> InventoryAnswer:
    for field, text in (("school", clean(school)), ("own", clean(own))):
        if not text:
            raise Refusal("empty", field=field)
        if len(text) > GOAL_MOST:
            raise Refusal("inventory-too-long", field=field)
    return replace(standing, school=clean(school), own=clean(own), share=_share(share), said_at=at)


def kept(standing: InventoryAnswer) -> InventoryAnswer:
    """Shown with the name no more; what was counted stays so, and goals are counted nowhere."""
    if standing.share != Share.TEACHERS:
        return standing
    return replace(standing, share=Share.COUNTED if standing.chosen else Share.NOBODY)


def _one_of(chosen: str, choices: Sequence[str]) -> str:
    return chosen if chosen in choices else ""


def _share(share: str) -> str:
    if share not in set(Share):
        raise Refusal("inventory-share", field="share")
    return share


def summary_of(answers: Sequence[InventoryAnswer]) -> Summary:
    """Numbers of those who want to be counted."""
    said = [one for one in answers if one.is_said]
    counted = [one for one in said if one.share in (Share.COUNTED, Share.TEACHERS)]
    if len(counted) < TOGETHER:
        return Summary(len(answers), len(said))
    chosen = [set(one.choices) for one in counted]
    counts = {
        question: {choice: sum((question, choice) in each for each in chosen) for choice in choices}
        for question, choices in QUESTIONS.items()
    }
    return Summary(len(answers), len(said), counts)


def shown_to_teachers(answers: Sequence[InventoryAnswer]) -> list[InventoryAnswer]:
    return [one for one in answers if one.is_said and one.share == Share.TEACHERS]
