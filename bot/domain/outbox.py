"""Everything said to people leaves through the outbox: one row for each thing to say."""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

URGENT = "care:"
"""Begins the lane of what waits for nothing else that its reader is told: "care:U…"."""


WORDS_GONE = "words_gone"
"""Why a message was not sent that was to hold words which are no longer in Slack."""


class Verb(StrEnum):
    POST = "post"
    """A message in a conversation."""
    EPHEMERAL = "ephemeral"
    """A message in a channel that only `reader` sees. It is lost when nobody looks, so never a duty."""
    REFRESH = "refresh"
    """Render an earlier delivery (`refreshes`) again and update its message in place."""
    HOME = "home"
    """Publish `reader`'s Home."""


class DeliveryState(StrEnum):
    WAITING = "waiting"
    CLAIMED = "claimed"
    """A sender took it under a lease: from here on its outcome is unknown until that sender says."""
    SENT = "sent"
    FAILED = "failed"
    """Slack refused for a lasting reason; `error` names it."""
    EXPIRED = "expired"
    """It could not be said in time, and saying it late would be worse than not at all."""


LIVE = frozenset({DeliveryState.WAITING, DeliveryState.CLAIMED, DeliveryState.SENT})


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to say. `notice` and `args` name what (see bot/messages/registry.py), never how.

    `lane` is the conversation ("C…" a channel, "U…" the direct messages with a person): the rows of a lane
    leave in the order of their ids. `subject` ("contract:12") makes the message a card, refreshed when its
    subject changes. `once` is unique in a workspace: the same thing is never queued twice. `thread` is the ts of the
    message under which a post stands, in a lane of direct messages. What has a `not_before` in the future from the
    start lets younger rows of its lane pass until then. `shown` names what stands in Slack of it (see `Message.name`),
    or of what it shows anew; None where that is not known.
    """

    workspace: str
    lane: str
    verb: Verb
    notice: str
    args: Mapping[str, Any]
    reader: str
    created_at: datetime
    not_before: datetime
    subject: str | None = None
    once: str | None = None
    refreshes: int | None = None
    expires_at: datetime | None = None
    state: DeliveryState = DeliveryState.WAITING
    attempts: int = 0
    owner: str | None = None
    lease_until: datetime | None = None
    channel: str | None = None
    ts: str | None = None
    sent_at: datetime | None = None
    error: str | None = None
    thread: str | None = None
    shown: str | None = None
    file: str | None = None
    """Slack's id of the file that it brings, from when Slack has the bytes on."""
    id: int = 0

    @property
    def place(self) -> str:
        """Where it is posted: a channel, or a user for their direct messages."""
        return self.lane.removeprefix(URGENT)

    @property
    def is_live(self) -> bool:
        """Whether it stands in Slack, or is on its way there."""
        return self.state in LIVE


@dataclass(frozen=True, slots=True)
class Manner:
    """How what is queued in answer to `user` leaves: their posts under `thread`, where that is given, in the place of
    the posts `instead_of` that stand there, first for first; and what goes to anybody else from `others_from` on."""

    user: str
    others_from: datetime
    thread: str | None = None
    instead_of: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """What leaves for Slack: `blocks` are Block Kit, `text` what a notification and a screen reader say."""

    text: str
    blocks: tuple[Mapping[str, Any], ...]
    late: "Late | None" = None
    file: "File | None" = None
    in_words: "Message | None" = None
    """The same without a chart, said where Slack refuses its blocks."""

    @property
    def name(self) -> str:
        """The same for two messages that are the same to see."""
        content = json.dumps([self.text, self.blocks], sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Late:
    """Words of which nothing is kept here: what `user` wrote in a conversation, by the ts of each message. They are
    read from Slack when the message leaves, and `say` makes the message of them, oldest first."""

    user: str
    channel: str
    sources: tuple[str, ...]
    say: Callable[[Sequence[str]], Message]


@dataclass(frozen=True, slots=True)
class File:
    """A file that a message brings; the message's text stands above it, and its blocks are not shown. It is no card:
    Slack does not say where it stands. `content` makes or fetches the bytes: it is called off the event loop, once the
    message may leave. `instead` is said where Slack, or the school, takes no such file; None where nothing need be.
    `alt` is what a screen reader says of a picture. `long`: it takes a second or more of the processor, and `content`
    can be pickled, to be called in a process of its own."""

    name: str
    title: str
    content: Callable[[], bytes]
    instead: Message | None
    alt: str = ""
    long: bool = False


# Work that needs Slack or time, done after the transaction that asked for it.


class ErrandKind(StrEnum):
    SYNC_ROSTER = "sync-roster"
    """Read the class channel's members and enrol them. args: classroom."""
    LEARN_PERSON = "learn-person"
    """Ask Slack who somebody is. args: user."""
    FIND_ADMINS = "find-admins"
    """Ask Slack who the workspace's admins are, and tell them that nobody teaches a class. args: classroom, since (when
    that was)."""
    DRAFT_TARGETS = "draft-targets"
    """Ask a language model for draft targets. args: feedback."""
    SUGGEST_REPLIES = "suggest-replies"
    """Ask a language model for beginnings of a reply to a check-in. args: check_in."""
    READ_CALENDAR = "read-calendar"
    """Read the calendar of a class's school from its address, and its public holidays anew. args: classroom."""
    HEAR_BACK = "hear-back"
    """Read what somebody wrote while nobody listened. args: user, channel ("" where it has to be asked for), oldest."""
    RETRACT = "retract"
    """Take what is about an erased person out of Slack, step by step. args: disclosure."""
    FETCH_FILE = "fetch-file"
    """Fetch the file of a piece of evidence from Slack, look at it, keep it. args: piece."""
    REMOVE_FILE = "remove-file"
    """Take a file that was given to somebody out of Slack. args: file (Slack's id)."""
    READ_ROSTER = "read-roster"
    """Fetch and read a class list, or ask who those on it are that come into the class. args: roster."""
    TIDY_FILES = "tidy-files"
    """Take out of the store what stands in no row. No args."""
    READ_BROUGHT = "read-brought"
    """Fetch a file that a teacher brought from Slack, and read it. args: brought."""
    END_WAIT = "end-wait"
    """Let a shoutout rest for which no teacher had time. args: milestone."""
    GIVE_REPORT = "give-report"
    """Work out the numbers of the school for somebody who may have them. args: user."""
    HEAR = "hear"
    """Hear what somebody wrote when more came in than could be worked on. args: user, channel, text, ts, edited,
    deleted, thread (ts of the message above it, or ""), files (names), file_ids, incoming (the id under which it came
    in)."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Done at least once: what an errand does must bear being done twice."""

    workspace: str
    kind: ErrandKind
    args: Mapping[str, Any]
    not_before: datetime
    attempts: int = 0
    done: bool = False
    error: str | None = None
    in_turn_of: str | None = None
    """User id: what is asked for in somebody's turn is done one after the other, in the order of the ids."""
    id: int = 0


class Later(Exception):
    """An errand can not be done now, by nobody's fault: try again after `wait`. It counts as no attempt."""

    def __init__(self, error: str, wait: timedelta) -> None:
        super().__init__(error)
        self.wait = wait


# What waits and what has failed, over all workspaces: numbers and instants, nothing of anybody.


@dataclass(frozen=True, slots=True)
class Backlog:
    """`outbox_due` is when the oldest message that may leave by now could have left first, `check_in_due` when the
    oldest check-in that something has to be done about fell due; None where there is none. Dead are those that have
    failed for good."""

    outbox_waiting: int
    outbox_due: datetime | None
    check_in_due: datetime | None
    dead_messages: int
    dead_errands: int

    def outbox_lag(self, now: datetime) -> timedelta:
        """How long the oldest message waits that may leave by now; zero where none does."""
        return _since(self.outbox_due, now)

    def due_lag(self, now: datetime) -> timedelta:
        """How long the oldest check-in is due; zero where none is."""
        return _since(self.check_in_due, now)


def _since(instant: datetime | None, now: datetime) -> timedelta:
    return max(timedelta(), now - instant) if instant is not None else timedelta()


# How a call to Slack ended, as far as we can know.


RATE_LIMITED = "ratelimited"


@dataclass(frozen=True, slots=True)
class Sent:
    """Slack took it. A server that knows less than Slack may not say where it is: then it can not be refreshed."""

    channel: str | None
    ts: str | None
    in_words: bool = False
    """It refused the chart of the message, and took the words."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """Slack has the bytes of a message's file, under this id. Nobody sees it yet."""

    file: str


@dataclass(frozen=True, slots=True)
class Missing:
    """We looked for it where it would be, and it is not there."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Slack said no: nothing was posted. `error` is Slack's key; a `lasting` refusal stays one however often we ask."""

    error: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Limited:
    """Nothing was posted: the workspace takes nothing for `retry_after` seconds, or can not be reached."""

    retry_after: float
    error: str = RATE_LIMITED


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer, or none that says anything: it may have been posted."""

    reason: str


Outcome = Sent | Uploaded | Refused | Limited | Unknown
SearchOutcome = Sent | Missing | Refused | Limited | Unknown


EndedAttempt = tuple[Delivery, Delivery]
"""How an attempt ended: the row as it was claimed, and what it becomes."""


class Pace(Protocol):
    """Who may go now, by Slack's rates. It is asked once for each row, in the order of claiming."""

    def resting(self, workspace: str) -> tuple[Collection[Verb], Collection[str]]:
        """Verbs and lanes that may not go now."""

    def admits(self, delivery: Delivery) -> bool:
        """Whether this one may go now; if so, it is counted."""
