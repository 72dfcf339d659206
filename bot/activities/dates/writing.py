"""Writes a calendar file (RFC 5545). Knows no words and no rows; its library is loaded when a file is written."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.seen import seen

MAKER = "-//Accord//Accord//EN"
HOST = "accord"
TITLE_MOST, TEXT_MOST = 200, 1000
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DateEntry:
    """One event: at an instant, for so long, or on a whole day. Two files name it by the same `id`."""

    id: str
    title: str
    at: datetime | None = None
    lasts: timedelta = timedelta()
    day: date | None = None
    text: str = ""
    sequence: int = 0
    off: bool = False
    busy: bool = False
    """Whether others who look at the calendar see that the time is taken."""


def write(entries: Sequence[DateEntry], stamp: datetime, name: str = "", every: timedelta | None = None) -> bytes:
    """The file. Instants stand in UTC, so that they are the same in every zone and over every change of the clock;
    whole days stand without one. `stamp` is when that was so. `every`: how soon whoever follows it looks again."""
    from icalendar import Calendar, vDuration

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", _clean(name, TITLE_MOST))
    if every is not None:
        calendar.add("refresh-interval", every, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(every))
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def id_of(workspace: str, key: str) -> str:
    """The same each time, and says nothing of what it is of."""
    return f"{hashlib.sha256(f'{workspace}:{key}'.encode()).hexdigest()[:32]}@{HOST}"


def _event(entry: DateEntry, stamp: datetime) -> Any:
    """An event of the library's."""
    from icalendar import Event

    event = Event()
    event.add("uid", entry.id)
    event.add("dtstamp", stamp)
    event.add("sequence", entry.sequence)
    event.add("summary", _clean(entry.title, TITLE_MOST))
    if entry.at is not None:
        event.add("dtstart", entry.at)
        event.add("dtend", entry.at + entry.lasts)
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + DAY if entry.day is not None else None)
    if entry.text:
        event.add("description", _clean(entry.text, TEXT_MOST))
    event.add("status", "CANCELLED" if entry.off else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy and not entry.off else "TRANSPARENT")
    return event


def _clean(text: str, most: int) -> str:
    """As it is seen, and no longer than a calendar shows."""
    shown = seen(text).strip()
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"
