"""What a typed message in somebody's direct messages is about: whatever Accord asked there last."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class About(StrEnum):
    INTERVIEW = "interview"
    """`ref` is an interview."""
    CHECK_IN = "check-in"
    """`ref` is a check-in."""
    QUESTION = "question"
    """A teacher asked about a proposal; `ref` is the contract."""


@dataclass(frozen=True, slots=True)
class Focus:
    """One for each person: the newest question wins."""

    workspace: str
    user: str
    about: About
    ref: int
    since: datetime
    id: int = 0


class Awaited(NamedTuple):
    """Somebody who was asked something and has not answered. `channel` is "" where it is not known.

    `oldest` is the ts of what asked them, or the moment before which nothing can be an answer.
    """

    workspace: str
    user: str
    channel: str
    oldest: str
