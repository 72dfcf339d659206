"""What a calendar from outside says: rows of whole days, or why it can not be read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """Days that an event covers from midnight to midnight, both inclusive. `uid` is what the file calls the event."""

    first_on: date
    last_on: date
    name: str
    uid: str = ""


class Unread(StrEnum):
    """Why a calendar was not read. Each has copy of its own, `calendar-unread-…`."""

    EMPTY = "empty"
    PAGE = "page"
    """A web page, or something else that is no calendar by its first characters."""
    TOO_BIG = "too-big"
    TOO_MANY = "too-many"
    ENCODING = "encoding"
    BROKEN = "broken"
    ENDLESS = "endless"
    """It repeats for ever in small steps, or takes longer to read than any school's does."""
    NOT_HTTPS = "not-https"
    INSIDE = "inside"
    """The address lies in a private network, or leads into one."""
    UNKNOWN = "unknown"
    """No server of that name, or none that answers with a certificate."""
    SILENT = "silent"
    """The server did not answer in time."""
    REFUSED = "refused"
    """The server answered, but with no file."""
    LOOPS = "loops"


class CalendarUnread(Exception):
    """A calendar from outside could not be read; `kind` says why."""

    def __init__(self, kind: Unread) -> None:
        super().__init__(kind.value)
        self.kind = kind
