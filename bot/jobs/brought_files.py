"""The errand for a file that a teacher brought: fetched from Slack, and read in a program of its own.

What a file is, and what is wrong in it, is no failure of the errand: the teacher is told.
"""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from bot.activities.bringing import use_cases as bringing
from bot.domain.actor import Actor
from bot.domain.bringing import Brought, FileUnread, ReadFile
from bot.domain.evidence import Unfit, Why
from bot.domain.outbox import Errand, ErrandKind, Later
from bot.evidence.checking import is_page
from bot.evidence.fetching import NotYet, download
from bot.jobs.errands import Doer
from bot.jobs.slack_files import SOON, told
from bot.runner import Runner
from bot.slack.calls import Clients
from bot.standards.reading import read_brought
from bot.standards.worker import SIZE_MOST
from bot.steady_clock import Clock

log = structlog.get_logger(__name__)

SCANNED_WITHIN = timedelta(minutes=3)
GIVEN_UP = timedelta(days=1)
WHY = {Why.TOO_BIG: "too-big", Why.NOT_ALLOWED: "not-allowed", Why.EMPTY: "empty"}
"""Words of the copy; any other reason means that Slack did not give the file."""


class BroughtErrands:
    """How READ_BROUGHT is done."""

    def __init__(self, runner: Runner, clients: Clients, clock: Clock) -> None:
        self._runner = runner
        self._clients = clients
        self._clock = clock

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {ErrandKind.READ_BROUGHT: self.read}

    async def read(self, errand: Errand) -> None:
        actor, id = Actor(errand.workspace, ""), int(errand.args["brought"])
        brought = await self._runner.read(actor, bringing.to_read, id)
        if brought is None:
            return
        try:
            found = await self._read(brought)
        except FileUnread as unread:
            log.info("file not read", action="bringing.not-read", workspace=errand.workspace, why=unread.why)
            await self._runner.run(actor, bringing.not_read, id, unread.why, unread.place)
        else:
            await self._runner.run(actor, bringing.was_read, id, found)

    async def _read(self, brought: Brought) -> ReadFile:
        try:
            data = await self._bytes_of(brought)
        except Unfit as unfit:
            raise FileUnread(WHY.get(unfit.why, "not-sent")) from None
        except NotYet as not_yet:
            if self._clock.now() - brought.came_at < SCANNED_WITHIN:
                raise Later(not_yet.why.value, SOON) from None
            raise FileUnread("not-sent") from None
        return await read_brought(brought.brings, data)

    async def _bytes_of(self, brought: Brought) -> bytes:
        is_old = self._clock.now() - brought.came_at > GIVEN_UP
        about = await told(self._clients, brought.workspace, brought.slack_file, is_old=is_old)
        if about.size > SIZE_MOST:
            raise Unfit(Why.TOO_BIG)
        with TemporaryDirectory(prefix="accord-") as folder:
            path = Path(folder) / "brought"
            head = await download(self._clients(brought.workspace), about, path, SIZE_MOST)
            if is_page(head):
                raise NotYet(Why.NOT_SENT)  # what Slack gives whoever may not have a file
            return await asyncio.to_thread(path.read_bytes)
