"""Reads a school's .ics file, in a program of its own that is ended when it takes too long (worker.py)."""

import asyncio
import json
import os
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

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
    """It is told nothing of our environment: what is hostile in a file finds no token there."""
    pipe = asyncio.subprocess.PIPE
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-I", str(WORKER), stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL, env=_bare()
    )
    try:
        said, _ = await asyncio.wait_for(worker.communicate(asked), patience)
    except TimeoutError:
        raise CalendarUnread(Unread.ENDLESS) from None
    finally:
        if worker.returncode is None:
            with suppress(ProcessLookupError):
                worker.kill()
            await worker.wait()
    if worker.returncode:  # below 0, a limit of the system's ended it
        raise CalendarUnread(Unread.ENDLESS if worker.returncode < 0 else Unread.BROKEN)
    answer: dict[str, Any] = json.loads(said)
    return answer


def _bare() -> dict[str, str]:
    """Windows starts no program without this one."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
