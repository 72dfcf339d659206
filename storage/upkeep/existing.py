"""A database that is only looked at: opening it neither makes a file nor brings its tables up to date."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from storage.engine import InUse, NotEncoded, UnknownKind, address_of, open_engine, open_to_look, reading
from storage.migrate import Foreign, current, is_foreign, newest, revisions


class NotThere(Exception):
    """There is no database of this version at `path`. `key`: missing, in-memory, empty, foreign, old or newer."""

    def __init__(self, key: str, path: str) -> None:
        super().__init__(key, path)
        self.key = key
        self.path = path


def open_existing(url: str, *, only_look: bool = False) -> Engine:
    """The database of this version at `url`; a file's bytes stay as they are until somebody writes, and nobody can with
    `only_look`. NotThere where there is none; SQLAlchemyError where it can not be read."""
    path = sqlite_file(url)
    if path is None and address_of(url).get_backend_name() == "sqlite":
        raise NotThere("in-memory", "")
    if path is not None and not path.exists():
        raise NotThere("missing", str(path))
    if path is not None and path.is_file() and path.stat().st_size == 0:
        raise NotThere("empty", str(path))
    engine = open_to_look(url) if only_look else open_engine(url, as_it_is=True)
    try:
        with reading(engine) as connection:
            _need_version(connection, str(path or address_of(url).database))
    except BaseException:
        engine.dispose()
        raise
    return engine


def sqlite_file(url: str) -> Path | None:
    """Where a SQLite database stands; None for one in memory, and for a server's. ArgumentError as `address_of`."""
    target = address_of(url)
    if target.get_backend_name() != "sqlite" or target.database in (None, "", ":memory:"):
        return None
    return Path(str(target.database))


def _need_version(connection: Connection, where: str) -> None:
    revision = current(connection)
    if revision is None:
        raise NotThere("foreign" if is_foreign(connection) else "empty", where)
    if revision not in revisions():
        raise NotThere("newer", where)
    if revision != newest():
        raise NotThere("old", where)


# Why a database can not be worked with, in a word: one place that reads what SQLite, PostgreSQL and the system say.


TROUBLES = (SQLAlchemyError, OSError, LookupError, Foreign, InUse)
"""What opening a database, and bringing it up to date, can raise."""

_SQLITE = {
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR": "full",  # what SQLite says where the system lets a file grow no further
    "SQLITE_READONLY": "closed",
    "SQLITE_CANTOPEN": "closed",
    "SQLITE_PERM": "closed",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
}
"""What SQLite's result codes begin with, https://www.sqlite.org/rescode.html, and the key that says it."""


@dataclass(frozen=True, slots=True)
class DatabaseFault:
    """`key` is one of: address, not-encoded, kind, newer, foreign, in-use, busy, damaged, full, password, refused,
    away, unreachable. `args` are for the copy: path, number, place, kind or reason; never a password."""

    key: str
    args: Mapping[str, str] = field(default_factory=dict)


def trouble_of(error: Exception, url: str) -> DatabaseFault:
    """What one of TROUBLES means for the database at `url`."""
    match error:
        case UnknownKind():
            return DatabaseFault("kind", {"kind": error.kind})
        case NotEncoded():
            return DatabaseFault("not-encoded")
        case ArgumentError():
            return DatabaseFault("address")
        case LookupError():
            return DatabaseFault("newer")
        case Foreign():
            return DatabaseFault("foreign", {"path": place_of(make_url(url))})
        case InUse():
            return DatabaseFault("in-use", {"path": error.path, "number": error.number})
        case DBAPIError() if isinstance(error.orig, sqlite3.Error):
            return _of_sqlite(error.orig, make_url(url))
        case DBAPIError() if make_url(url).get_backend_name() != "sqlite":
            return _of_postgres(error, make_url(url))
        case OSError():
            return DatabaseFault("unreachable", {"reason": error.strerror or type(error).__name__})
        case _:
            return DatabaseFault("unreachable", {"reason": type(error).__name__})


def sqlite_key(error: sqlite3.Error) -> str:
    """damaged, full, closed (it can not be opened, or not be written), busy, or failed."""
    name = getattr(error, "sqlite_errorname", "")
    return next((key for code, key in _SQLITE.items() if name.startswith(code)), "failed")


def _of_sqlite(error: sqlite3.Error, url: URL) -> DatabaseFault:
    key = sqlite_key(error)
    args = {"path": place_of(url), "reason": str(error)}
    return DatabaseFault(key, args) if key in ("damaged", "full", "busy") else DatabaseFault("unreachable", args)


def _of_postgres(error: DBAPIError, url: URL) -> DatabaseFault:
    """A server that answers says FATAL as long as it lets nobody in, and gives a code (SQLSTATE) from then on."""
    said = _without_password(" ".join(str(error.orig).split()), url)
    _, fatal, reason = said.partition("FATAL: ")
    args = {"place": place_of(url), "reason": (reason if fatal else said).strip()}
    if "password" in reason:
        return DatabaseFault("password", args)
    return DatabaseFault("refused" if fatal or getattr(error.orig, "sqlstate", None) else "away", args)


def _without_password(said: str, url: URL) -> str:
    for password in (url.password, url.query.get("password")):
        said = said.replace(str(password), "…") if password else said
    return said


def place_of(url: URL) -> str:
    """A file, or a server's address with the name of its database: nothing secret."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    host = url.host or url.query.get("host") or "localhost"
    port = f":{url.port}" if url.port else ""
    return f"{host if isinstance(host, str) else ' '.join(host)}{port}/{url.database or ''}"
