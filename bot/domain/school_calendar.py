"""What a calendar from outside says: rows of whole days, or why it can not be read."""

from dataclasses import dataclass
from datetime import date, datetime
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
    NO_SCHOOL_DAY = "no-school-day"
    """What a teacher called days off before would leave none, by the dates that they have now."""


class CalendarUnread(Exception):
    """A calendar from outside could not be read; `kind` says why."""

    def __init__(self, kind: Unread) -> None:
        super().__init__(kind.value)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """Where the days off of a class come from, beside those that its teachers typed. A class has one file, or one
    address that gives a file, and the public holidays of one place; "" for none.

    `good_at` is when the file was last read, and `trouble` why it could not be read since.
    """

    workspace: str
    classroom: int
    country: str = ""
    region: str = ""
    address: str = ""
    asked_by: str = ""
    tried_at: datetime | None = None
    good_at: datetime | None = None
    trouble: str = ""
    id: int = 0
