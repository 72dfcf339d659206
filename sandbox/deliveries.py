"""What is on its way to the app: envelopes, how often each was sent, and what was answered.

Retries: https://docs.slack.dev/apis/events-api#retries (at once, after one minute, after five).
Socket Mode envelopes: https://docs.slack.dev/apis/events-api/using-socket-mode
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

KEPT_FOR = timedelta(minutes=6)
"""Events that could not be delivered in this time (the last retry comes after 6 minutes) are gone."""

MOST_SENDS = 4
"""An event is sent once and retried three times."""


@dataclass
class Ack:
    """One acknowledgement, with what the app answered in it."""

    at: datetime
    payload: dict[str, Any] | None
    took: float = 0.0
    """Real seconds since the envelope was sent for the first time; the workspace's clock may have been moved."""


@dataclass
class Envelope:
    """One payload for the app. `kind` is `events_api`, `interactive` or `slash_commands`."""

    id: str
    kind: str
    payload: dict[str, Any]
    answerable: bool
    created: datetime
    order: int = 0
    sent_at: list[datetime] = field(default_factory=list)
    acks: list[Ack] = field(default_factory=list)
    lost_acks: int = 0
    copies: int = 1
    gone: bool = False
    problem: str | None = None
    sent_real: float | None = None
    """When it was first sent, on the machine's monotonic clock."""

    @property
    def acknowledged(self) -> bool:
        return bool(self.acks)

    @property
    def pending(self) -> bool:
        """Whether an answer to it is still expected."""
        return len(self.acks) < self.copies and not self.gone

    @property
    def acknowledged_too_often(self) -> bool:
        return len(self.acks) + self.lost_acks > len(self.sent_at)

    @property
    def label(self) -> str:
        """Name it for a person who reads a failure."""
        body = self.payload.get("event") or self.payload
        name = body.get("type") or body.get("command") or self.kind
        detail = body.get("subtype") or body.get("callback_id") or ""
        actions = ", ".join(action.get("action_id", "?") for action in body.get("actions") or ())
        return " ".join(part for part in (name, detail, actions) if part)

    def wire(self) -> dict[str, Any]:
        """Return the Socket Mode message. A repeat looks exactly like the first one."""
        message: dict[str, Any] = {
            "envelope_id": self.id,
            "payload": self.payload,
            "type": self.kind,
            "accepts_response_payload": self.answerable,
        }
        if self.kind == "events_api":
            message |= {"retry_attempt": 0, "retry_reason": ""}
        return message


class Deliveries:
    """All envelopes of a workspace, oldest first."""

    def __init__(self) -> None:
        self.all: list[Envelope] = []
        self.by_id: dict[str, Envelope] = {}
        self.open: dict[str, Envelope] = {}
        self.on_new: list[Callable[[Envelope], None]] = []

    def add(self, envelope: Envelope) -> None:
        """Take in a new envelope and tell the carriers."""
        self.all.append(envelope)
        self.by_id[envelope.id] = envelope
        self.open[envelope.id] = envelope
        for carrier in list(self.on_new):
            carrier(envelope)

    def waiting(self, now: datetime) -> list[Envelope]:
        """Return what an app that connects now is sent: unanswered events, and what was never sent."""
        self.expire(now)
        return [envelope for envelope in self.open.values() if envelope.kind == "events_api" or not envelope.sent_at]

    def settle(self, envelope: Envelope) -> None:
        """Note whether an answer to it is still expected."""
        if not envelope.pending:
            self.open.pop(envelope.id, None)

    def give_up(self, envelope: Envelope) -> None:
        """Nothing came; Slack stops trying."""
        envelope.gone = True
        self.settle(envelope)

    def may_resend(self, envelope: Envelope, now: datetime) -> bool:
        """Whether Slack would send it once more. Interactions are never repeated."""
        if not envelope.pending or envelope.kind != "events_api":
            return False
        return len(envelope.sent_at) < MOST_SENDS and now - envelope.created <= KEPT_FOR

    def expire(self, now: datetime) -> None:
        """Drop what is too old to be delivered."""
        for envelope in list(self.open.values()):
            if now - envelope.created > KEPT_FOR:
                self.give_up(envelope)
