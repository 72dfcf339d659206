"""Engines: SQLite as a safe embedded store, PostgreSQL for many schools."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

BUSY_MS = 5_000
BRIEFLY_MS = 500
_READS = "accord_reads"


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///path` or `postgresql+psycopg://…`; a plain `postgresql://` means psycopg.

    Its errors do not show parameters: they are what students write, and errors end up in logs.
    """
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        return _sqlite(url, target.database)
    if target.drivername in ("postgresql", "postgres"):
        target = target.set(drivername="postgresql+psycopg")
    return create_engine(target, pool_pre_ping=True, hide_parameters=True)


def _sqlite(url: str, path: str | None) -> Engine:
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, hide_parameters=True, connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000}
    )

    @event.listens_for(engine, "do_connect")
    def _make_private(*_: Any) -> None:
        # It holds what students write: it is made for its owner alone, and what SQLite puts beside it goes by it.
        if path and path != ":memory:" and not Path(path).exists():
            with suppress(OSError):  # SQLite says what is in the way
                os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        for pragma in (
            "foreign_keys=ON",
            "journal_mode=WAL",
            "synchronous=FULL",  # NORMAL can lose an acknowledged reply with the power
            "secure_delete=ON",  # erased words are overwritten; without it they stay in the file's free pages
            f"busy_timeout={BUSY_MS}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # busy_timeout does not cover the upgrade from reading to writing: take the write lock at once.
        reads = connection.get_execution_options().get(_READS)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def reader_of(engine: Engine) -> Engine:
    """The same database for who only reads, and takes an engine: see `reading`."""
    return engine.execution_options(**{_READS: True})


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads: it waits for nobody, and on SQLite nobody waits for it."""
    with engine.connect().execution_options(**{_READS: True}) as connection:
        yield connection


def empty_log(engine: Engine) -> None:
    """What was erased leaves SQLite's write-ahead log too, outside of any transaction; elsewhere nothing is done.

    Where somebody reads for long, or the disk is ill, the log stays as it is: what was erased is erased, and the next
    one empties it.
    """
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection, suppress(sqlite3.OperationalError):
        cursor = connection.cursor()
        try:
            cursor.execute(f"PRAGMA busy_timeout={BRIEFLY_MS}")  # whoever writes waits as long as this does
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            cursor.close()
