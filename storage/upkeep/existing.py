"""A database that is only looked at: opening it neither makes a file nor brings its tables up to date."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from storage.engine import address_of, open_engine, open_to_look, reading
from storage.migrate import current, is_foreign, newest, revisions


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
