"""The errand that reads the calendar of a class's school: fetched from its address, read in a program of its own."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

import structlog

from bot.activities.calendar import taking_in
from bot.domain.actor import Actor
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.school_calendar import CalendarDays, CalendarUnread, Unread
from bot.jobs.errands import Doer
from bot.runner import Runner

log = structlog.get_logger(__name__)


class Fetch(Protocol):
    """What lies at an address; CalendarUnread where nothing does that may be had."""

    async def __call__(self, address: str) -> bytes: ...


class Read(Protocol):
    """The whole days of a file between two days; CalendarUnread where it is none."""

    async def __call__(self, data: bytes, first: date, last: date, timezone: str) -> Sequence[CalendarDays]: ...


async def fetch(address: str) -> bytes:
    """What it needs is loaded when the first address is read."""
    from bot.calendars.fetching import Fetcher

    return await Fetcher().fetch(address)


async def read(data: bytes, first: date, last: date, timezone: str) -> Sequence[CalendarDays]:
    from bot.calendars.reading import read_calendar

    return await read_calendar(data, first, last, timezone)


class CalendarErrands:
    """How READ_CALENDAR is done. What a server or a file does is no failure of the errand: it is told, and tried again
    on the next day."""

    def __init__(self, runner: Runner, *, fetch: Fetch = fetch, read: Read = read) -> None:
        self._runner = runner
        self._fetch = fetch
        self._read = read

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.READ_CALENDAR: self.read}

    async def read(self, errand: Errand) -> None:
        actor, classroom = Actor(errand.workspace, ""), int(errand.args["classroom"])
        wanted = await self._runner.read(actor, taking_in.to_read, classroom)
        if wanted is None:
            return
        await self._runner.run(actor, taking_in.renew, classroom)
        if not wanted.address:
            return
        try:
            data = await self._fetch(wanted.address)
            days = await self._read(data, wanted.first, wanted.last, wanted.timezone)
        except CalendarUnread as unread:
            self._say(errand, unread.kind)
            await self._runner.run(actor, taking_in.not_read, classroom, wanted.address, unread.kind)
            return
        await self._runner.run(actor, taking_in.take_in, classroom, wanted.address, list(days))

    def _say(self, errand: Errand, kind: Unread) -> None:
        """The address may be a secret of the school's: it is in no log."""
        log.warning(
            "calendar not read",
            action="calendar.not-read",
            workspace=errand.workspace,
            classroom=errand.args["classroom"],
            kind=kind.value,
        )
