"""What is ahead of one person, as it stands in a calendar of their own: check-ins, due dates, talks."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class DateKind(StrEnum):
    CHECK_IN = "check-in"
    DUE = "due"
    """Targets of one contract that are due on a day."""
    LAST_DAY = "last-day"
    """Of a contract, where nothing is due on it."""
    CONTRACTS_END = "contracts-end"
    """For a teacher: contracts of one class end on a day."""
    TALK = "talk"


CHECK_IN_LASTS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class OwnDate:
    """One line of somebody's calendar: at an instant, or on a whole day. `key` is the same whenever it is written down,
    also where it has moved, and `sequence` grows with what it is about. `classroom` is the name of the class, `about`
    what more it says: statements of targets, the name of the other one. `off`: it was to come, and does not."""

    kind: DateKind
    key: str
    classroom: str
    at: datetime | None = None
    lasts: timedelta = timedelta()
    day: date | None = None
    about: tuple[str, ...] = ()
    count: int = 1
    sequence: int = 0
    off: bool = False


# The address from which somebody's calendar fetches their dates. Whoever has it reads them: it is as secret as a key.


TOKEN_BYTES = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


@dataclass(frozen=True, slots=True)
class CalendarAddress:
    """Somebody has one since then. Of what is secret in it only the hash is kept."""

    workspace: str
    user: str
    digest: str
    since: datetime
    id: int = 0


def new_token() -> str:
    """What is secret in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def is_token(text: str) -> bool:
    return _TOKEN.fullmatch(text) is not None


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
