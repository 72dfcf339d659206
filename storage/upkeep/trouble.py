"""Why a database can not be worked with, in a word: one place that reads what SQLite, PostgreSQL and the system say."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from storage.engine import NotEncoded, UnknownKind
from storage.migrate import Foreign
from storage.upkeep.one_program import InUse

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
class Trouble:
    """`key` is one of: address, not-encoded, kind, newer, foreign, in-use, busy, damaged, full, password, refused,
    away, unreachable. `args` are for the copy: path, number, place, kind or reason; never a password."""

    key: str
    args: Mapping[str, str] = field(default_factory=dict)


def trouble_of(error: Exception, url: str) -> Trouble:
    """What one of TROUBLES means for the database at `url`."""
    match error:
        case UnknownKind():
            return Trouble("kind", {"kind": error.kind})
        case NotEncoded():
            return Trouble("not-encoded")
        case ArgumentError():
            return Trouble("address")
        case LookupError():
            return Trouble("newer")
        case Foreign():
            return Trouble("foreign", {"path": place_of(make_url(url))})
        case InUse():
            return Trouble("in-use", {"path": error.path, "number": error.number})
        case DBAPIError() if isinstance(error.orig, sqlite3.Error):
            return _of_sqlite(error.orig, make_url(url))
        case DBAPIError() if make_url(url).get_backend_name() != "sqlite":
            return _of_postgres(error, make_url(url))
        case OSError():
            return Trouble("unreachable", {"reason": error.strerror or type(error).__name__})
        case _:
            return Trouble("unreachable", {"reason": type(error).__name__})


def sqlite_key(error: sqlite3.Error) -> str:
    """damaged, full, closed (it can not be opened, or not be written), busy, or failed."""
    name = getattr(error, "sqlite_errorname", "")
    return next((key for code, key in _SQLITE.items() if name.startswith(code)), "failed")


def _of_sqlite(error: sqlite3.Error, url: URL) -> Trouble:
    key = sqlite_key(error)
    args = {"path": place_of(url), "reason": str(error)}
    return Trouble(key, args) if key in ("damaged", "full", "busy") else Trouble("unreachable", args)


def _of_postgres(error: DBAPIError, url: URL) -> Trouble:
    """A server that answers says FATAL as long as it lets nobody in, and gives a code (SQLSTATE) from then on."""
    said = _without_password(" ".join(str(error.orig).split()), url)
    _, fatal, reason = said.partition("FATAL: ")
    args = {"place": place_of(url), "reason": (reason if fatal else said).strip()}
    if "password" in reason:
        return Trouble("password", args)
    return Trouble("refused" if fatal or getattr(error.orig, "sqlstate", None) else "away", args)


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
