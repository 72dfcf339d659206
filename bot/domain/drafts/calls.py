"""What is kept of each call to a language model: enough to look into it, and nothing personal."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """How a call ended."""

    UNDER_WAY = "under-way"
    """It has not ended, or the program ended before it did."""
    ANSWERED = "answered"
    UNREADABLE = "unreadable"
    """An answer, but not the one that was asked for."""
    REFUSED = "refused"
    """The model declined to answer."""
    CUT_SHORT = "cut-short"
    """The answer was longer than it may be."""
    UNSUPPORTED = "unsupported"
    """The server does not know this way of asking."""
    LIMITED = "limited"
    FORBIDDEN = "forbidden"
    """The key is not accepted."""
    SERVER_FAILED = "server-failed"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"


@dataclass(frozen=True, slots=True)
class Call:
    """`sent` are the messages as they left, `received` the text of the answer, both with placeholders for names.

    `way` says how the answer's form was asked for: schema, json, plain. `latency_ms` is in milliseconds.
    """

    workspace: str
    at: datetime
    task: str
    prompt_version: int
    model: str
    way: str
    sent: tuple[dict[str, str], ...]
    received: str = ""
    outcome: Outcome = Outcome.UNDER_WAY
    latency_ms: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    feedback: int | None = None
    """What it was about, so that it can go when that feedback goes."""
    id: int = 0
