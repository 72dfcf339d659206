"""How a call to Slack ended, as far as we can know."""

from dataclasses import dataclass

RATE_LIMITED = "ratelimited"


@dataclass(frozen=True, slots=True)
class Sent:
    """Slack took it. A server that knows less than Slack may not say where it is: then it can not be refreshed."""

    channel: str | None
    ts: str | None


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


Outcome = Sent | Refused | Limited | Unknown
Found = Sent | Missing | Refused | Limited | Unknown
