"""One program works with a SQLite file: a second one would send what the first is about to send.

The sign of it is an advisory lock on a file beside the database. The system lets go of it when the program ends,
however that is; the file stays. Who only reads, copies or looks takes no lock.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

from sqlalchemy import Engine

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
