"""A database that is only looked at: opening it neither makes a file nor brings its tables up to date."""

from pathlib import Path

from sqlalchemy import Engine, make_url

from storage.engine import open_engine, reading
from storage.migrate import current, newest, revisions


class NotThere(Exception):
    """There is no database of this version. `key`: missing, empty, old or newer; `path` where it should be."""

    def __init__(self, key: str, path: str) -> None:
        super().__init__(key, path)
        self.key = key
        self.path = path


def open_existing(url: str) -> Engine:
    """The database of this version at `url`. NotThere where there is none; SQLAlchemyError where it can not be read."""
    path = sqlite_file(url)
    if path is not None and not path.exists():
        raise NotThere("missing", str(path))
    if path is not None and path.is_file() and path.stat().st_size == 0:
        raise NotThere("empty", str(path))
    engine = open_engine(url)
    try:
        with reading(engine) as connection:
            _need_version(current(connection), str(path or make_url(url).database))
    except BaseException:
        engine.dispose()
        raise
    return engine


def sqlite_file(url: str) -> Path | None:
    """Where a SQLite database stands; None for one in memory, and for a server's. ArgumentError for no address."""
    target = make_url(url)
    if target.get_backend_name() != "sqlite" or target.database in (None, "", ":memory:"):
        return None
    return Path(str(target.database))


def _need_version(revision: str | None, where: str) -> None:
    if revision is None:
        raise NotThere("empty", where)
    if revision not in revisions():
        raise NotThere("newer", where)
    if revision != newest():
        raise NotThere("old", where)
