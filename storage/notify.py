"""Replicas wake each other: PostgreSQL's NOTIFY and LISTEN. https://www.postgresql.org/docs/current/sql-notify.html

A transaction that leaves work says so in itself, so that the word goes out when it commits and never when it does not.
Each replica has one connection that listens. It carries nothing but the word: who hears it looks into the tables, and
who does not, looks at them regularly anyway. SQLite has one program, which wakes itself: here, nothing happens.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import Connection, Engine, text

log = structlog.get_logger(__name__)

OUTBOX, ERRANDS = "accord_outbox", "accord_errands"

FIRST_WAIT = timedelta(seconds=0.5)
LONGEST_WAIT = timedelta(seconds=30)
"""Between attempts to listen again: the database may be away for long."""

STILL_THERE = timedelta(seconds=30)
"""After so long without a word we ask the database whether it is still there: a dead connection says nothing either."""

ANSWERS_WITHIN = timedelta(seconds=10)

Rings = Mapping[str, Callable[[], None]]
"""What is rung when a word comes, by channel."""

_TELL = text("SELECT pg_notify(channel, '') FROM unnest(CAST(:channels AS text[])) AS channel")


def announce(connection: Connection, *, outbox: bool = False, errands: bool = False) -> None:
    """Within a transaction: there will be something to send, or errands to do, once it commits."""
    channels = [name for name, told in ((OUTBOX, outbox), (ERRANDS, errands)) if told]
    if channels and connection.dialect.name == "postgresql":
        connection.execute(_TELL, {"channels": channels})


@asynccontextmanager
async def listening(
    engine: Engine, *, outbox: Callable[[], None], errands: Callable[[], None]
) -> AsyncIterator["Listener | None"]:
    """Ring `outbox` and `errands` when another replica leaves work, while the block runs. None on SQLite."""
    if engine.dialect.name != "postgresql":
        yield None
        return
    listener = Listener(engine, {OUTBOX: outbox, ERRANDS: errands})
    task = asyncio.create_task(listener.run())
    try:
        yield listener
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


class Listener:
    """One connection that listens, made anew whenever it is lost. `ready` is set while it hears."""

    def __init__(self, engine: Engine, rings: Rings, *, first_wait: timedelta = FIRST_WAIT) -> None:
        _, self._address = engine.dialect.create_connect_args(engine.url)
        self._rings = rings
        self._first_wait = first_wait
        self.ready = asyncio.Event()

    async def run(self) -> None:
        """Listen until cancelled."""
        from psycopg import Error

        lost = 0
        while True:
            try:
                await self._listen()
            except (Error, OSError, TimeoutError) as error:
                lost = 1 if self.ready.is_set() else lost + 1
                self.ready.clear()
                if lost == 1:
                    log.warning("nobody wakes us", action="waking.lost", reason=type(error).__name__)
            await asyncio.sleep(wait_after(lost, self._first_wait).total_seconds())

    async def _listen(self) -> None:
        """Until the connection is lost, which raises what psycopg raises, or TimeoutError."""
        from psycopg import AsyncConnection

        async with asyncio.timeout(ANSWERS_WITHIN.total_seconds()):
            connection = await AsyncConnection.connect(**self._known())
        async with connection:
            for channel in self._rings:
                await connection.execute(f"LISTEN {channel}")
            self.ready.set()
            log.info("woken by the others", action="waking.listening")
            for ring in self._rings.values():
                ring()  # nobody told us what came while we did not listen
            while True:
                async for told in connection.notifies(timeout=STILL_THERE.total_seconds()):
                    self._rings[told.channel]()
                async with asyncio.timeout(ANSWERS_WITHIN.total_seconds()):
                    await connection.execute("SELECT 1")

    def _known(self) -> dict[str, Any]:
        return {**self._address, "autocommit": True, "application_name": "accord-waking"}


def wait_after(lost: int, first: timedelta = FIRST_WAIT) -> timedelta:
    """How long to wait after so many attempts (1 or more): doubling, with a ceiling, and not all replicas at once."""
    longest = min(first * 2.0 ** min(lost - 1, 30), LONGEST_WAIT)
    return longest * random.uniform(0.5, 1)  # noqa: S311 - spreads attempts, guards nothing
