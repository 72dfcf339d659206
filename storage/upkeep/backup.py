"""A copy of a SQLite database while others write to it, and what says that a copy is sound.

The copy is one state of the database: it is read within one transaction, which holds up nobody (WAL). SQLite's own
check finds a damaged structure, not a changed letter, so a checksum stands beside each copy, in the form of sha256sum.
"""

import hashlib
import os
import re
import secrets
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from storage.engine import looking_at
from storage.migrate import newest, revisions
from storage.upkeep.existing import sqlite_key

Progress = Callable[[int, int], None]
"""Called with the pages done and all pages."""

PAGES_AT_A_TIME = 512
CHUNK = 1 << 20
MAGIC = b"SQLite format 3\x00"

WAIT = 5.0
"""Seconds until somebody who holds the database is waited for no longer."""

STALE = timedelta(hours=1)
"""So old, a copy that is not whole is nobody's any more."""


class Unsound(Exception):
    """It can not be copied, or is no sound copy. `key` says why, `detail` what SQLite or the system says."""

    def __init__(self, key: str, detail: str = "") -> None:
        super().__init__(key, detail)
        self.key = key
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Sound:
    """A copy that can be trusted. `summed`: a checksum beside it was right; False where there is none. `rows` are
    counts by table; `older`: of an older version, which the first start brings up to date. `size` is in bytes."""

    revision: str
    older: bool
    summed: bool
    size: int
    rows: Mapping[str, int]


def back_up(source: Path, target: Path, progress: Progress | None = None) -> Sound:
    """Copy, check the copy, then let it appear under its name at once, for its owner alone.

    Unsound, with nothing left behind, where there is no source or the target exists already; OSError where the
    system refuses.
    """
    _need_database(source)
    if target.exists() or target.is_symlink() or checksum_file(target).exists():
        raise Unsound("exists")
    if not target.parent.is_dir():
        raise Unsound("no-folder")
    _clear_stale(target)
    with _partial(target) as partial:
        try:
            _copy(source, partial, progress)
        except sqlite3.Error as error:
            raise _unsound(error) from error
        sound = check(partial)
        _write_checksum(partial, target)
        _publish(partial, target)
    return sound


def back_up_files(source: Path, target: Path) -> int:
    """Bring what lies in the store into the folder of copies too, and say of what was there that it is still needed, by
    its time; how many there are. What is removed while this goes on is no part of it. OSError where the system refuses.
    """
    if source.resolve() == target.resolve():
        return 0
    number = 0
    for path in sorted(source.glob("*/??/*")):
        copy = target / path.relative_to(source)
        with suppress(FileNotFoundError):
            _bring(path, copy)
            number += 1
    return number


def _bring(path: Path, copy: Path) -> None:
    if copy.exists():
        os.utime(copy)
        return
    size = path.stat().st_size
    copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = copy.with_name(f".{copy.name}.{secrets.token_hex(4)}.partial")
    try:
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        shutil.copyfile(path, partial)
        if partial.stat().st_size == size:
            partial.rename(copy)
    finally:
        partial.unlink(missing_ok=True)


def check(path: Path) -> Sound:
    """Whether it is a whole database of a version that we know. Unsound where it is not; it is only read."""
    _need_database(path)
    summed = _right_sum(path)
    try:
        with closing(looking_at(path)) as database:
            _need_structure(database)
            revision = _revision(database)
            return Sound(revision, revision != newest(), summed, path.stat().st_size, _rows(database))
    except sqlite3.Error as error:
        raise _unsound(error) from error


def checksum_file(path: Path) -> Path:
    """Where the checksum of a copy stands: beside it."""
    return path.with_name(f"{path.name}.sha256")


def _unsound(error: sqlite3.Error) -> Unsound:
    """Only what SQLite calls damaged is: a full disk, or who else is at work, says nothing about the database."""
    name = getattr(error, "sqlite_errorname", "")
    return Unsound(sqlite_key(error), f"{error} ({name})" if name else str(error))


def _need_database(path: Path) -> None:
    if path.is_dir():
        raise Unsound("a-folder")
    if not path.exists():
        raise Unsound("missing")
    if path.stat().st_size == 0:
        raise Unsound("empty")
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise Unsound("no-database")


def _clear_stale(target: Path) -> None:
    """What a copy of this name that was killed has left; a younger one may be somebody's who is at it."""
    left = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}\.partial.*")
    for path in target.parent.iterdir():
        with suppress(FileNotFoundError):  # somebody else clears, too
            if left.fullmatch(path.name) and time.time() - path.stat().st_mtime > STALE.total_seconds():
                path.unlink()


@contextmanager
def _partial(target: Path) -> Iterator[Path]:
    """An empty file of its owner alone beside the target; gone afterwards, with whatever SQLite put beside it."""
    path = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield path
    finally:
        for ending in ("", "-wal", "-shm", "-journal", ".sha256"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _copy(source: Path, partial: Path, progress: Progress | None) -> None:
    where = f"{source.resolve().as_uri()}?mode=rw"
    with (
        closing(sqlite3.connect(where, WAIT, uri=True, isolation_level=None)) as theirs,
        closing(sqlite3.connect(partial, isolation_level=None)) as ours,
    ):
        theirs.execute("BEGIN")
        theirs.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on, one state
        theirs.backup(ours, pages=PAGES_AT_A_TIME, progress=_told(progress), sleep=0)
        theirs.execute("COMMIT")
        ours.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it


def _told(progress: Progress | None) -> Callable[[int, int, int], None] | None:
    if progress is None:
        return None
    return lambda _status, remaining, total: progress(total - remaining, total)


def _need_structure(database: sqlite3.Connection) -> None:
    (told,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    if told != "ok":
        raise Unsound("damaged", " ".join(str(told).split()))
    broken = database.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise Unsound("broken-link", f"{broken[0]} {broken[1]}: {broken[2]}")


def _revision(database: sqlite3.Connection) -> str:
    try:
        found = database.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError:
        found = None
    if found is None:
        raise Unsound("not-ours")
    revision = str(found[0])
    if revision not in revisions():
        raise Unsound("newer", revision)
    return revision


def _rows(database: sqlite3.Connection) -> dict[str, int]:
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    tables = [str(name) for (name,) in names if name != "alembic_version" and not name.startswith("sqlite_")]
    return {name: int(database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in tables}  # noqa: S608 - names that SQLite gave


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _right_sum(path: Path) -> bool:
    beside = checksum_file(path)
    if not beside.exists():
        return False
    written = beside.read_text("utf-8", errors="replace").split()
    if not written or written[0] != _sum(path):
        raise Unsound("changed")
    return True


def _write_checksum(partial: Path, target: Path) -> None:
    beside = checksum_file(partial)
    with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(f"{_sum(partial)}  {target.name}\n")


def _publish(partial: Path, target: Path) -> None:
    """On the disk first, then under its name: the checksum before the copy, so that no copy stands without one."""
    _to_disk(partial)
    _to_disk(checksum_file(partial))
    _appear(checksum_file(partial), checksum_file(target))
    try:
        _appear(partial, target)
    except BaseException:
        checksum_file(target).unlink(missing_ok=True)
        raise
    with suppress(OSError):  # some systems can not write a folder to the disk
        _to_disk(target.parent)


def _appear(partial: Path, target: Path) -> None:
    """Under its name, never over another file: a link fails where the name is taken; a rename would not."""
    try:
        os.link(partial, target)
    except FileExistsError as error:
        raise Unsound("exists") from error
    except OSError:  # a file system without links
        if target.exists():
            raise Unsound("exists") from None
        partial.rename(target)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
