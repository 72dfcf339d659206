"""What a message is, and which number it gives: the values that the hearing returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Moment(StrEnum):
    """What is open for the writer while they write."""

    CHECK_IN = "check-in"
    INTERVIEW = "interview"
    IDLE = "idle"


class Kind(StrEnum):
    """What a message is. Of two the one that needs somebody to act wins, in the order in which they stand here."""

    DISTRESS = "distress"
    """Somebody is not well, or somebody's friend. Before anything else is made of it."""
    FOR_TEACHER = "for-teacher"
    """Meant for a teacher."""
    STOP = "stop"
    """Wants the contract, or being asked, to end."""
    CHANGE = "change"
    """Wants another goal, date or target."""
    AWAY = "away"
    """Ill, travelling, not there: never a zero."""
    QUESTION = "question"
    """To Accord itself."""
    PROGRESS = "progress"
    """How it is going, while nobody asked."""
    ANSWER = "answer"
    """To what was asked."""
    THANKS = "thanks"
    GREETING = "greeting"
    UNWILLING = "unwilling"
    """Does not want to answer, or swears at a program."""
    NOT_FOR_US = "not-a-message-for-us"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Aim:
    """What a target counts, as far as the hearing of a number needs it. `last` is the newest number, if any."""

    statement: str
    unit: str
    baseline: Decimal
    goal: Decimal
    last: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """The number that a message gives for a target. Only what is `sure` may be noted without a question."""

    value: Decimal
    sure: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message is, and the number that it gives for each aim, by the aim's place. `topic` says what a
    question is about, by a word of the data; "" where that is not known."""

    kind: Kind
    numbers: Mapping[int, Number] = field(default_factory=dict)
    topic: str = ""
