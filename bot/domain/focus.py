"""What a typed message in somebody's direct messages is about: whatever Accord asked there last."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
