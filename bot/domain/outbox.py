"""Everything said to people leaves through the outbox: one row for each thing to say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to say. `notice` and `args` name what (see bot/messages/notices.py), never how.

    `lane` is the conversation ("C…" a channel, "U…" the direct messages with a person): the rows of a lane
    leave in the order of their ids. `subject` ("contract:12") makes the message a card, refreshed when its
    subject changes. `once` is unique in a workspace: the same thing is never queued twice. `thread` is the ts of the
    message under which a post stands, in a lane of direct messages. What has a `not_before` in the future from the
    start lets younger rows of its lane pass until then.
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
    id: int = 0

    @property
    def place(self) -> str:
        """Where it is posted: a channel, or a user for their direct messages."""
        return self.lane.removeprefix(URGENT)


@dataclass(frozen=True, slots=True)
class Manner:
    """How what is queued in answer to `user` leaves: their posts under `thread`, where that is given, in the place of
    the posts `instead_of`, first for first; and what goes to anybody else from `others_from` on."""

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


@dataclass(frozen=True, slots=True)
class Late:
    """Words of which nothing is kept here: what `user` wrote in a conversation, by the ts of each message. They are
    read from Slack when the message leaves, and `say` makes the message of them, oldest first."""

    user: str
    channel: str
    sources: tuple[str, ...]
    say: Callable[[Sequence[str]], Message]
