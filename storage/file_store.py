"""Where the files of students lie: a folder beside the database, each under the hash of what is in it.

storage/bucket.py keeps them elsewhere; all else knows a file by its workspace and its digest.
"""

import errno
import hashlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Engine

from bot.domain.evidence import FILE_MB

CHUNK = 1 << 16
STALE = timedelta(hours=1)
"""So old, a file that is still coming in is nobody's any more."""
ROOM_LEAST = 200_000_000
"""Bytes: with less room than that somebody should look."""

_COMING = "coming"
_WORKSPACE = re.compile(r"[A-Za-z0-9_-]{1,32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class StoreFailed(Exception):
    """It can not be kept or read. `key`: "full", "read-only", "missing", "damaged" or "broken"."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Lying:
    """A file in the store; `since` is when it was kept last, in seconds."""

    digest: str
    size: int
    since: float


class FileStore(Protocol):
    """All of it waits for a disk, or a network: it is called in a thread. Raises StoreFailed."""

    def coming(self) -> Path:
        """A new empty file, for its owner alone, to be filled; then `keep` takes it, or `let_go`."""

    def let_go(self, path: Path) -> None:
        """What came in is not kept."""

    def keep(self, workspace: str, path: Path) -> str:
        """Take what came in; its digest. The same file twice is one."""

    def read(self, workspace: str, digest: str) -> bytes:
        """All of it, unchanged: "missing" and "damaged" say what it is not."""

    def remove(self, workspace: str, digest: str) -> None:
        """Without an error where it is gone already."""

    def all_of(self, workspace: str) -> Iterator[Lying]:
        """What lies there of a workspace."""

    def look(self) -> int:
        """Try to write; bytes of room that are left."""


class Folder:
    """A FileStore on a disk. The folder is made when something is kept first."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def coming(self) -> Path:
        with _said():
            folder = self.root / _COMING
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _clear_stale(folder)
            path = folder / secrets.token_hex(8)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return path

    def let_go(self, path: Path) -> None:
        with suppress(OSError):
            path.unlink()

    def keep(self, workspace: str, path: Path) -> str:
        with _said():
            digest = digest_of(path)
            place = self._place(workspace, digest)
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with path.open("rb") as file:
                os.fsync(file.fileno())
            os.replace(path, place)
            os.utime(place)
            _to_disk(place.parent)
            return digest

    def read(self, workspace: str, digest: str) -> bytes:
        with _said():
            content = self._place(workspace, digest).read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise StoreFailed("damaged")
        return content

    def remove(self, workspace: str, digest: str) -> None:
        with _said():
            self._place(workspace, digest).unlink(missing_ok=True)

    def all_of(self, workspace: str) -> Iterator[Lying]:
        with _said():
            for path in self._room(workspace).glob("??/*"):
                if _DIGEST.fullmatch(path.name):
                    found = path.stat()
                    yield Lying(path.name, found.st_size, found.st_mtime)

    def look(self) -> int:
        path = self.coming()
        try:
            with _said():
                path.write_bytes(b"written")
                return shutil.disk_usage(self.root).free
        finally:
            self.let_go(path)

    def _room(self, workspace: str) -> Path:
        return self.root / _room_of(workspace)

    def _place(self, workspace: str, digest: str) -> Path:
        return self.root / place_of(workspace, digest)


def place_of(workspace: str, digest: str) -> str:
    """Made of an id and a hash alone: nothing that somebody typed is part of a path."""
    if not _DIGEST.fullmatch(digest):
        raise StoreFailed("missing")
    return f"{_room_of(workspace)}/{digest[:2]}/{digest}"


def _room_of(workspace: str) -> str:
    if not _WORKSPACE.fullmatch(workspace):
        raise StoreFailed("missing")
    return workspace


_OPTION, _SIZE = "accord_files", "accord_file_mb"


def limit_files(engine: Engine, mb: int) -> None:
    """So large whoever runs Accord lets a file be, whatever a class says."""
    engine.update_execution_options(**{_SIZE: mb})


def limit_of(engine: Engine) -> int:
    """In MB."""
    return int(engine.get_execution_options().get(_SIZE, FILE_MB))


def keep_files_in(engine: Engine, store: FileStore) -> None:
    """Whoever works with this database keeps files there."""
    engine.update_execution_options(**{_OPTION: store})


def store_of(engine: Engine) -> FileStore:
    """Where the files of this database lie: what was said, or the folder `beside` it."""
    found: FileStore | None = engine.get_execution_options().get(_OPTION)
    return found or Folder(beside(engine.url))


def beside(url: URL) -> Path:
    """The folder of a database whose settings name none: a SQLite file has it at its side."""
    in_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)).parent / "files" if in_file else Path("var/files")


@contextmanager
def _said() -> Iterator[None]:
    """What the system refuses, in a word."""
    try:
        yield
    except FileNotFoundError:
        raise StoreFailed("missing") from None
    except OSError as error:
        key = "full" if error.errno in _FULL else "read-only" if error.errno in _CLOSED else "broken"
        raise StoreFailed(key) from error


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _clear_stale(folder: Path) -> None:
    """What was coming in when a program died."""
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > STALE.total_seconds():
                path.unlink()


def _to_disk(folder: Path) -> None:
    with suppress(OSError):  # some systems can not write a folder to the disk
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
