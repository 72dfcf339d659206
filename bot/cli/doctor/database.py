"""The doctor's look at the database and at the machine below it. It makes no file, and brings nothing up to date."""

import os
import shutil
import stat
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import ArgumentError

from bot.cli.common import age
from bot.cli.doctor.finding import Diagnosis, ill, warn, well
from bot.domain.timekeeping import Leap, LeapCourse
from bot.files import folder_of, in_bucket, store_named
from bot.settings import Settings
from storage.bucket import NotABucket
from storage.file_store import StoreFailed
from storage.queries.backlog import StaleCalendars, Vitals, read_vitals
from storage.upkeep.existing import TROUBLES, NotThere, open_existing, sqlite_file, trouble_of

LISTENS_WITHIN = timedelta(minutes=1)
"""A program that Slack reaches says so every few seconds."""

QUIET = timedelta(days=7)
"""So long nothing comes from a school at work."""

OUTBOX_SLOW, OUTBOX_STUCK = timedelta(minutes=5), timedelta(hours=1)
DUE_SLOW, DUE_STUCK = timedelta(minutes=2), timedelta(minutes=30)
KEPT_TOO_LONG = timedelta(days=1)
"""Past the time that a school decided; what is past it is erased every six hours."""

LEAP_TOLD = timedelta(days=1)

GB = 1_000_000_000
DISK_LOW, DISK_FULL = 2 * GB, GB // 5


def examine_database(settings: Settings, now: datetime) -> list[Diagnosis]:
    """The database first; where it can be read, how it is doing; then the disk and who may read the files."""
    place = _place(settings.accord_database_url)
    if place is not None and not _may_write(place):
        return [ill("database-unwritable", path=str(place))]
    try:
        vitals = _vitals(settings.accord_database_url, now)
    except NotThere as error:
        return [_not_there(error), *_machine(place), _evidence(settings)]
    except TROUBLES as error:
        trouble = trouble_of(error, settings.accord_database_url)
        return [ill(f"database-{trouble.key}", **trouble.args)]
    kind = "PostgreSQL" if place is None else "SQLite"
    return [well("database", kind=kind), *judge(vitals, now), *_machine(place), _evidence(settings)]


def _vitals(url: str, now: datetime) -> Vitals:
    engine = open_existing(url, only_look=True)
    try:
        return read_vitals(engine, now)
    finally:
        engine.dispose()


def judge(vitals: Vitals, now: datetime) -> list[Diagnosis]:
    """What the numbers say."""
    backlog = vitals.backlog
    return [
        _events(vitals, now),
        _lag("outbox", backlog.outbox_lag(now), OUTBOX_SLOW, OUTBOX_STUCK, number=backlog.outbox_waiting),
        _lag("due", backlog.due_lag(now), DUE_SLOW, DUE_STUCK),
        _dead(backlog.dead_messages + backlog.dead_errands),
        _retention(vitals.overdue),
        _care(vitals.without_care),
        *_calendars(vitals.calendars, now),
        *_clocks(vitals.leaps, now),
    ]


def _events(vitals: Vitals, now: datetime) -> Diagnosis:
    if vitals.listened is None:
        return well("events-not-yet")
    if now - vitals.listened > LISTENS_WITHIN:
        return warn("events-nobody-listens", age=age(now - vitals.listened))
    if vitals.last_event is None:
        return warn("events-none")
    quiet = now - vitals.last_event
    return (warn if quiet > QUIET else well)("events-quiet" if quiet > QUIET else "events", age=age(quiet))


def _lag(key: str, lag: timedelta, slow: timedelta, stuck: timedelta, **args: int) -> Diagnosis:
    if lag <= slow:
        return well(key, **args)
    return (ill if lag > stuck else warn)(f"{key}-late", age=age(lag), **args)


def _dead(number: int) -> Diagnosis:
    return warn("dead-letters", number=number) if number else well("dead-letters-none")


def _retention(overdue: timedelta) -> Diagnosis:
    return ill("retention-late", age=age(overdue)) if overdue > KEPT_TOO_LONG else well("retention")


def _care(without: int) -> Diagnosis:
    return warn("care-unset", number=without) if without else well("care")


def _calendars(stale: StaleCalendars, now: datetime) -> list[Diagnosis]:
    """Those of schools: nothing is said where all can be read."""
    if not stale.number:
        return []
    if stale.oldest is None:
        return [warn("calendars-unread", number=stale.number)]
    return [warn("calendars-old", number=stale.number, age=age(now - stale.oldest))]


def _clocks(leaps: Sequence[Leap], now: datetime) -> list[Diagnosis]:
    """A leap that is in doubt, or is over for less than a day."""
    told = [leap for leap in leaps if leap.ended_at is None or abs(now - leap.ended_at) < LEAP_TOLD]
    return [_leap(leap, now) for leap in told] or [well("clocks")]


def _leap(leap: Leap, now: datetime) -> Diagnosis:
    direction = "forward" if leap.forward else "back"
    said = {"computer": leap.computer, "direction": direction, "by": age(abs(leap.ahead))}
    if leap.course is not LeapCourse.DOUBTED:
        said["age"] = age(now - leap.noticed_at)
    return warn(f"clock-{leap.course}", **said)


def _place(url: str) -> Path | None:
    try:
        return sqlite_file(url)
    except ArgumentError:
        return None  # opening it says what is wrong with the address


def _may_write(path: Path) -> bool:
    """Whether the file can be written, or made where it is not there yet."""
    if path.exists():
        return path.is_file() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    folder = _existing_folder(path)
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _existing_folder(path: Path) -> Path:
    return next(folder for folder in path.absolute().parents if folder.exists())


def _not_there(error: NotThere) -> Diagnosis:
    match error.key:
        case "newer" | "old":
            return ill(f"database-{error.key}")
        case "foreign":
            return ill("database-foreign", path=error.path)
        case "missing":
            return warn("database-missing", path=error.path)
        case "in-memory":
            return warn("database-in-memory")
        case _:
            return well("database-empty")


def _machine(path: Path | None) -> list[Diagnosis]:
    """For a database in a file: room on its disk, and who else may read it."""
    if path is None:
        return _private(None)
    free = shutil.disk_usage(_existing_folder(path)).free
    needed = path.stat().st_size * 2 if path.exists() else 0  # a backup, and what is written meanwhile
    said = {"free": f"{free / GB:.1f}"}
    if free < DISK_FULL:
        return [ill("disk-full", **said), *_private(path)]
    low = free < max(DISK_LOW, needed)
    return [(warn if low else well)("disk-low" if low else "disk", **said), *_private(path)]


def _evidence(settings: Settings) -> Diagnosis:
    """Whether files of students can be kept: said before one comes. The folder is made with the first one; into a
    bucket something is written, and taken out."""
    folder = folder_of(settings)
    there = folder if folder.exists() else _existing_folder(folder)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return ill("evidence-unwritable", folder=str(folder.absolute()))
    free = shutil.disk_usage(there).free
    said = {"folder": str(folder), "free": f"{free / GB:.1f}"}
    if in_bucket(settings) and free >= DISK_LOW:
        return _bucket(settings)
    return (warn if free < DISK_LOW else well)("evidence-low" if free < DISK_LOW else "evidence", **said)


def _bucket(settings: Settings) -> Diagnosis:
    try:
        store_named(settings).look()
    except NotABucket as error:
        return ill(f"bucket-{error.key}", place=settings.accord_files)
    except StoreFailed as failed:
        return ill(f"bucket-{failed.key}", place=settings.accord_files)
    return well("bucket", place=settings.accord_files)


def _private(path: Path | None) -> list[Diagnosis]:
    """Whether others on this machine can read the tokens, or what people wrote, or look into the database's folder:
    Accord makes it for itself alone, an earlier version did not."""
    files = [str(file) for file in (Path(".env"), path) if file is not None and _is_open(file)]
    found = [warn("files-open", files=" ".join(files))] if files else []
    if path is not None and _is_open(path.parent):
        found.append(warn("folder-open", folder=str(path.absolute().parent)))
    return found or [well("files")]


def _is_open(path: Path) -> bool:
    if os.name != "posix" or not path.exists():
        return False
    return bool(path.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH))
