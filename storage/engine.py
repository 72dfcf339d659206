"""Engines: SQLite as a safe embedded store, PostgreSQL for many schools."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

BUSY_MS = 5_000
BRIEFLY_MS = 500
MIGRATES_MS = 120_000
_READS = "accord_reads"
SYNCHRONOUS = "FULL"
"""How SQLite waits for the disk: NORMAL can lose an acknowledged reply with the power."""

_IN_MEMORY = (None, "", ":memory:")
_KINDS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgres", "postgresql+psycopg")


class UnknownKind(ArgumentError):
    """An address of neither SQLite nor PostgreSQL, or for another driver of theirs. `kind` is what it begins with."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class NotEncoded(ArgumentError):
    """A name or a password holds a character that has a meaning in an address; nothing of it is said."""


def address_of(url: str) -> URL:
    """The address, taken apart. UnknownKind, NotEncoded, or another ArgumentError where it has no sense."""
    if not url.startswith("sqlite") and url.partition("://")[2].count("@") > 1:
        raise NotEncoded("not encoded")  # else a part of the password would count as the host, and be said
    try:
        target = make_url(url)
    except ValueError as error:  # a port that is no number
        raise ArgumentError("no address") from error
    if target.drivername not in _KINDS:
        raise UnknownKind(target.drivername)
    return target


def open_engine(url: str, *, as_it_is: bool = False) -> Engine:
    """An engine for `sqlite:///path` or `postgresql+psycopg://…`; a plain `postgresql://` means psycopg.

    Its errors do not show parameters: they are what students write, and errors end up in logs. `as_it_is` leaves a
    SQLite file's kind of journal, and so its bytes, as they are. ArgumentError as `address_of`.
    """
    target = address_of(url)
    if target.get_backend_name() == "sqlite":
        return _sqlite(url, target.database, as_it_is)
    return create_engine(target.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True)


def open_to_look(url: str) -> Engine:
    """An engine that can only read. Nothing of a SQLite file changes by it, and nothing is made that it can do without.
    ArgumentError as `address_of`."""
    path = address_of(url).database
    if address_of(url).get_backend_name() != "sqlite" or path in _IN_MEMORY:
        return open_engine(url)
    engine = create_engine(url, creator=lambda: looking_at(Path(str(path))), hide_parameters=True)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def looking_at(path: Path) -> sqlite3.Connection:
    """To read, and to leave nothing beside it; where somebody works with it, it is read with their log."""
    at_work = any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-journal"))
    how = "mode=ro" if at_work else "mode=ro&immutable=1"
    where = f"{path.resolve().as_uri()}?{how}"
    return sqlite3.connect(where, BUSY_MS / 1000, uri=True, isolation_level=None, check_same_thread=False)


def _sqlite(url: str, path: str | None, as_it_is: bool) -> Engine:
    in_file = path not in _IN_MEMORY
    if in_file:
        Path(str(path)).parent.mkdir(0o700, parents=True, exist_ok=True)
    engine = create_engine(
        url, hide_parameters=True, connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000}
    )

    @event.listens_for(engine, "do_connect")
    def _make_private(*_: Any) -> None:
        # It holds what students write: it is made for its owner alone, and what SQLite puts beside it goes by it.
        if in_file and not Path(str(path)).exists():
            with suppress(OSError):  # SQLite says what is in the way
                os.close(os.open(str(path), os.O_CREAT | os.O_WRONLY, 0o600))

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        for pragma in (
            "foreign_keys=ON",
            "journal_mode" if as_it_is else "journal_mode=WAL",
            f"synchronous={SYNCHRONOUS}",
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


@contextmanager
def waiting(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes, and that waits for another writer as long as a migration may take."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _waits_for(connection, MIGRATES_MS)
        try:
            with connection.begin():
                yield connection
        finally:
            if engine.dialect.name == "sqlite":
                _waits_for(connection, BUSY_MS)


def _waits_for(connection: Connection, milliseconds: int) -> None:
    """Said past SQLAlchemy, for which it would begin a transaction."""
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={milliseconds}")
    cursor.close()


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


# One program works with a SQLite file: a second one would send what the first is about to send.
#
# The sign of it is an advisory lock on a file beside the database. The system lets go of it when the program ends,
# however that is; the file stays. Who only reads, copies or looks takes no lock.


ENDING = ".lock"

Release = Callable[[], None]


class InUse(Exception):
    """Another program works with the database at `path`: the process `number`, or "?"."""

    def __init__(self, path: str, number: str) -> None:
        super().__init__(path)
        self.path = path
        self.number = number


def keep_to_ourselves(engine: Engine) -> Release:
    """Work with this database alone until the release; InUse where another program does. PostgreSQL is shared, and one
    in memory is nobody else's. OSError where there can be no file beside the database."""
    path = engine.url.database
    if engine.dialect.name != "sqlite" or path in (None, "", ":memory:"):
        return _nothing
    beside = Path(f"{path}{ENDING}")
    beside.parent.mkdir(0o700, parents=True, exist_ok=True)
    file = os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT, 0o600), "r+")
    if not _locked(file):
        number = file.read(20).strip()
        file.close()
        raise InUse(str(path), number or "?")
    file.truncate()
    file.write(f"{os.getpid()}\n")
    file.flush()
    return file.close


def _nothing() -> None:
    """There was nothing to lock."""


if sys.platform == "win32":
    import msvcrt

    FAR_AWAY = 1 << 30
    """The byte that is locked: others can read what stands before it."""

    def _locked(file: IO[str]) -> bool:
        try:
            os.lseek(file.fileno(), FAR_AWAY, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file.fileno(), 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _locked(file: IO[str]) -> bool:
        """A disk in the network that knows no locks is taken for ours: it is no place for SQLite anyway."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
