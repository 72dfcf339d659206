"""Where people's calendars fetch their dates: an address that is as secret as a key, and says nothing of whose it is.

Whatever is wrong with one (it never was, it was stopped, its person or their workspace is gone) is answered the same.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Engine

from bot.activities.dates import use_cases as dates
from bot.activities.dates.writing import DateEntry, write
from bot.domain.actor import Actor
from bot.domain.dates import digest_of, is_token
from bot.runner import Executor, Runner
from bot.slack.http.front import HttpResponse, Request
from prompts.words import Words
from storage.queries.dates import owner_of
from storage.subscribing import BELOW, ENDS

CALENDAR = "text/calendar; charset=utf-8"
AGAIN = timedelta(hours=1)
"""So often a calendar is to look, and may show what it has meanwhile."""

AT_ONCE = 2
"""So many are made at the same time: who presses a button waits for none of them."""

NONE_HERE = HttpResponse(404)


class CalendarFeed:
    def __init__(self, engine: Engine, executor: Executor, runner: Runner) -> None:
        self._engine = engine
        self._executor = executor
        self._runner = runner
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, request: Request) -> HttpResponse:
        token = _token_in(request.path)
        if token is None:
            return NONE_HERE
        async with self._turn:
            content = await self._made(digest_of(token))
        if content is None:
            return NONE_HERE
        return _answer(content, request.headers.get("if-none-match", ()))

    async def _made(self, digest: str) -> str | None:
        owner = await self._executor(lambda: owner_of(self._engine, digest))
        if owner is None:
            return None
        found = await self._runner.read(Actor(*owner), dates.fetch, digest)
        return await asyncio.to_thread(self._written, *found) if found is not None else None

    def _written(self, words: Words, entries: Sequence[DateEntry]) -> str:
        """Stamped with the day, so that it is the same while nothing changes."""
        today = self._runner.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        return write(entries, today, words("dates-neutral-name"), AGAIN).decode()


def _token_in(path: str) -> str | None:
    name = path.removeprefix(BELOW)
    token = name.removesuffix(ENDS)
    return token if name != token and is_token(token) else None


def _answer(content: str, known: Sequence[str]) -> HttpResponse:
    tag = f'"{hashlib.sha256(content.encode()).hexdigest()[:32]}"'
    headers = [
        ("cache-control", f"private, max-age={int(AGAIN.total_seconds())}"),
        ("etag", tag),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
    ]
    if tag in [one.strip().removeprefix("W/") for line in known for one in line.split(",")]:
        return HttpResponse(304, "", CALENDAR, headers)
    return HttpResponse(200, content, CALENDAR, headers)
