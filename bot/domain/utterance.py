"""What somebody wrote a moment ago. People write in bursts: parts within seconds of each other are one message."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bot.domain.interview import About

BURST = timedelta(seconds=6)
"""Between two parts of one message, by the time that Slack gave each of them."""

BURST_BEFORE_A_QUESTION = timedelta(seconds=3)
"""The same, where the first part was answered with a new question: nobody reads it and answers in less, but in more."""

TAKEN_BACK_WITHIN = timedelta(minutes=10)
"""So long can be undone what was noted; nothing that the class would hear of leaves before."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """`parts` are the words by the ts of each message; without words where nothing of them may be kept. `before` is how
    what they changed stood before them, `deliveries` what was said on them. `joinable`: a part that follows joins it.
    """

    workspace: str
    user: str
    channel: str
    thread: str
    parts: Mapping[str, str]
    heard_at: datetime
    before: Mapping[str, Any] = field(default_factory=dict)
    deliveries: tuple[int, ...] = ()
    joinable: bool = True
    id: int = 0

    def is_continued_by(self, channel: str, thread: str, ts: str, within: timedelta = BURST) -> bool:
        """Whether a message with this ts is a part of it, whatever order they arrived in."""
        if not self.joinable or (channel, thread) != (self.channel, self.thread) or ts in self.parts:
            return False
        return any(abs(seconds(ts) - seconds(part)) <= Decimal(within.seconds) for part in self.parts)

    def joined_with(self, ts: str, text: str) -> "Utterance":
        """With one part more."""
        return replace(self, parts={**self.parts, ts: text})

    def without_words(self) -> "Utterance":
        """That it was written, and nothing of what."""
        return replace(self, parts=dict.fromkeys(self.parts, ""))

    @property
    def text(self) -> str:
        """The words of all parts, in the order in which they were written."""
        return "\n".join(self.parts[ts] for ts in sorted(self.parts, key=seconds) if self.parts[ts])

    @property
    def ts(self) -> str:
        """The ts of its first part."""
        return min(self.parts, key=seconds)


def seconds(ts: str) -> Decimal:
    """A Slack ts as a number: "1736780400.000100". Zero for what is none."""
    whole, _, fraction = ts.partition(".")
    return Decimal(f"{whole}.{fraction or 0}") if whole.isdecimal() and (fraction or "0").isdecimal() else Decimal(0)


def written_at(ts: str) -> datetime:
    """The moment that a Slack ts stands for."""
    return datetime.fromtimestamp(float(seconds(ts)), UTC)


DROPPED = "dropped"
"""How a question back is settled that nobody answered."""


class What(StrEnum):
    """What Accord asks back."""

    WHICH = "which"
    """Which of several places the words belong to."""
    PASS_ON = "pass-on"  # noqa: S105 - a value of the enumeration
    """Whether they are to be passed on to a teacher, word for word."""
    STUCK = "stuck"
    """The same of words that say that somebody is stuck."""
    PROGRESS = "progress"
    """Whether a number that nobody asked for is to be noted."""
    PROGRESS_FOR = "progress-for"
    """The same, and for which target."""
    NUMBER_AWAY = "number-away"
    """Whether a number of somebody who is away is to be noted; after that, whether a check-in is to be left out."""
    LEAVE_OUT = "leave-out"
    """Until when they are away. A yes means the days that their words may mean, or leaves this check-in out alone."""
    AWAY = "away"
    """Whether the days that were noted are right; `number` holds the ids of what was noted."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a message may be about: `about` and `ref` as in a Focus, in a class."""

    about: About
    ref: int
    classroom: int


@dataclass(frozen=True, slots=True)
class AskedBack:
    """What was asked about the words; `places` are what it is about, or what one can choose from. `number` is what was
    understood of them, as text, where a number was. `settled` says how it was answered, in a word of what was asked;
    then the words are gone from here, and only the newest that is not settled is open."""

    workspace: str
    user: str
    what: What
    text: str
    channel: str
    thread: str
    ts: str
    places: tuple[Place, ...]
    asked_at: datetime
    number: str | None = None
    settled: str | None = None
    id: int = 0


# What a student and a teacher write to each other through Accord, beside check-ins and contracts.


@dataclass(frozen=True, slots=True)
class Note:
    """Words of `sender`, passed on word for word in an exchange with this student. `recipient` is "" for all who teach
    the class. `about` and `ref` say what began the exchange: the class, or a feedback, a response or a first note.
    `thread` is the ts of the message under which its sender wrote it, in their conversation; "" for none."""

    workspace: str
    classroom: int
    student: str
    sender: str
    recipient: str
    about: About
    ref: int
    text: str
    said_at: datetime
    thread: str = ""
    ts: str = ""
    """The ts of the message that the words were typed in."""
    taken_back_at: datetime | None = None
    """When its sender deleted that message; nothing is left of the words then."""
    stuck: bool = False
    """A student says that they do not get on."""
    id: int = 0
