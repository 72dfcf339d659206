"""The record of who was shown, handed or rid of somebody's data: when, by whom, about whom, why.

34 CFR 99.32 wants it of disclosures; article 30 and article 5(2) GDPR want that one can show what was done.
"""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

PSEUDONYM = "former-member-"
"""People read it where the name of somebody who was erased would stand."""

_MARKED = re.compile(PSEUDONYM + r"[0-9a-f]{8}")


class What(StrEnum):
    """What was done with somebody's data."""

    EXPORTED = "exported"
    """Everything held about one person was written out."""
    ERASED = "erased"
    RETAINED = "retention"
    """What had been kept long enough was erased."""
    SHOWN = "shown"
    """Whoever runs Accord looked at personal data with a command."""
    DECIDED = "retention-set"
    """How long things are kept was changed."""
    TEACHES = "teaches"
    """An admin made themselves a teacher of a class: from then on they read what its teachers read."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One line of the record. `by` is a Slack user id, "operator:<account>" or "accord"; `about` is a Slack user
    id, the person's pseudonym once they are erased, or None where it was not about one person. `detail` holds
    counts and the names of commands and settings, never what anybody wrote."""

    workspace: str
    at: datetime
    what: What
    by: str
    about: str | None
    reason: str
    detail: Mapping[str, int | str] = field(default_factory=dict)
    id: int = 0


class Retracting(StrEnum):
    """What is to go from Slack."""

    MESSAGE = "message"
    """The bot's message `ts` in the conversation `place`."""
    CONVERSATION = "conversation"
    """All of the bot's messages in the direct messages with the user `place`; only those that hold one of the
    `needles`, where there are any. `ts` is where the search goes on: older than that."""
    HOME = "home"
    """The Home of the user `place`."""


@dataclass(frozen=True, slots=True)
class Retraction:
    """Something in Slack that is to go. The row goes with it."""

    workspace: str
    disclosure: int
    kind: Retracting
    place: str
    ts: str | None = None
    needles: tuple[str, ...] = ()
    id: int = 0


def pseudonym(key: str, workspace: str, user: str) -> str:
    """What stands for an erased person: the same each time, and nobody's without the key (HMAC-SHA256)."""
    digest = hmac.new(bytes.fromhex(key), f"{workspace}:{user}".encode(), hashlib.sha256)
    return PSEUDONYM + digest.hexdigest()[:8]


def is_pseudonym(user: str) -> bool:
    return _MARKED.fullmatch(user) is not None
