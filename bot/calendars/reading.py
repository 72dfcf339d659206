"""Reads a school's .ics file, in a program of its own that is ended when it takes too long (worker.py)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from bot.apart import Failed, answer_of
from bot.calendars.worker import SIZE_MOST
from bot.domain.school_calendar import CalendarDays, CalendarUnread, Unread

WORKER = Path(__file__).with_name("worker.py")
PATIENCE_SECONDS = 10.0
"""The system ends it after 5 s of work; a busy computer may take longer to do them."""


async def read_calendar(
    data: bytes, first: date, last: date, timezone: str, *, patience: float = PATIENCE_SECONDS
) -> list[CalendarDays]:
    """The whole days that its events cover between two days, oldest first. Raises CalendarUnread."""
    if len(data) > SIZE_MOST:
        raise CalendarUnread(Unread.TOO_BIG)
    asked = json.dumps({"first": first.isoformat(), "last": last.isoformat(), "timezone": timezone})
    said = await _ask(asked.encode() + b"\n" + data, patience)
    if "refused" in said:
        raise CalendarUnread(Unread(str(said["refused"])))
    return [CalendarDays(date.fromisoformat(a), date.fromisoformat(b), *rest) for a, b, *rest in said["rows"]]


async def _ask(asked: bytes, patience: float) -> dict[str, Any]:
    try:
        return await answer_of(WORKER, asked, patience)
    except Failed as failed:
        raise CalendarUnread(Unread.ENDLESS if failed.endless else Unread.BROKEN) from None
