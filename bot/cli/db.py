"""`accord db`: bring the database up to date, copy it while Accord runs, see whether a copy is sound, move it."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from bot.cli.common import problems, say, settings, show, stop, words

if TYPE_CHECKING:  # "accord --help" need not wait for SQLAlchemy
    from sqlalchemy import URL, Engine

    from storage.upkeep.backup import Unsound

db = typer.Typer(help=words("help-db"), no_args_is_help=True)

NOT_HERE = 2
"""The exit code where another program does it: PostgreSQL has its own."""

ToldProgress = Callable[[int, int], None]


@db.command(help=words("help-db-migrate"))
def migrate(yes: Annotated[bool, typer.Option("--yes", help=words("help-db-migrate-yes"))] = False) -> None:
    """Bring the database of the settings to this version. A file that is not there yet is made on a yes alone."""
    from bot.cli.run import Misconfigured, open_database

    found = settings()
    if not yes:
        _make_sure(found.accord_database_url)
    try:
        engine = open_database(found)
    except Misconfigured as error:
        stop(str(error))
    engine.dispose()
    say(words("db-up-to-date"))


def _make_sure(url: str) -> None:
    """Ask before a new file is made: an address may be mistyped. The command ends where nobody says yes."""
    from sqlalchemy.exc import ArgumentError

    from storage.upkeep.existing import sqlite_file

    try:
        path = sqlite_file(url)
    except ArgumentError:
        return  # opening it says what is wrong with the address
    if path is None or path.exists():
        return
    if not sys.stdin.isatty():
        stop(words("db-migrate-say-yes", path=str(path)))
    if not typer.confirm(words("db-migrate-sure", path=str(path))):
        stop(words("db-migrate-not-now"))


@db.command("backup", help=words("help-db-backup"))
def backup(path: Annotated[Path, typer.Argument(help=words("help-db-backup-path"))]) -> None:
    """Copy the database of the settings to `path`, or to a dated file in the folder `path`."""
    from bot.files import folder_of, in_bucket
    from storage.upkeep.backup import Unsound, back_up, back_up_files, checksum_file

    url = _url()
    target = path / _dated(url) if path.is_dir() else path
    source = _file_of(url, target)
    try:
        with _ended_by_sigterm(), _bar(words("db-backup-copying")) as told:
            sound = back_up(source, target, told)
        number = 0 if in_bucket(settings()) else back_up_files(folder_of(settings()), target.parent / "files")
    except Unsound as error:
        _stop_unsound("db-backup", error, target if error.key in TARGET else source)
    except OSError as error:
        stop(words("db-backup-refused", path=str(target), reason=error.strerror or type(error).__name__))
    say(words("db-backup-done", path=str(target), size=_size(sound.size), sum=checksum_file(target).name))
    if in_bucket(settings()):
        say(words("db-backup-bucket", place=settings().accord_files))
    if number:
        say(words("db-backup-files", number=number, folder=str(target.parent / "files")))


@db.command("check", help=words("help-db-check"))
def check_copy(path: Annotated[Path, typer.Argument(help=words("help-db-check-path"))]) -> None:
    """See whether the copy at `path` is sound; it is only read."""
    from storage.upkeep.backup import Unsound, check

    try:
        sound = check(path)
    except Unsound as error:
        _stop_unsound("db-check", error, path)
    except OSError as error:
        stop(words("db-check-refused", path=str(path), reason=error.strerror or type(error).__name__))
    say(words("db-check-sound", path=str(path), size=_size(sound.size), revision=sound.revision))
    say(words("db-check-summed" if sound.summed else "db-check-no-sum"))
    if sound.older:
        say(words("db-check-older"))
    rows = [(name, str(number)) for name, number in sound.rows.items()]
    show((words("db-check-table"), words("db-check-rows")), rows, numbers=(1,))


@db.command("move", help=words("help-db-move"))
def move_there(path: Annotated[Path, typer.Argument(help=words("help-db-move-path"))]) -> None:
    """Move the SQLite file at `path` into the PostgreSQL of the settings."""
    from storage.engine import InUse
    from storage.upkeep.backup import Unsound
    from storage.upkeep.moving import Immovable, move

    target = _postgres_for(path)
    try:
        with _ended_by_sigterm(), _bar(words("db-move-moving")) as told:
            rows = move(path, target, told)
    except Unsound as error:
        _stop_unsound("db-check", error, path)
    except InUse as error:
        stop(words("db-move-in-use", path=error.path, number=error.number))
    except Immovable as error:
        stop(words(f"db-move-{error.key}", path=str(path), table=error.table, detail=error.detail))
    except OSError as error:
        stop(words("db-check-refused", path=str(path), reason=error.strerror or type(error).__name__))
    finally:
        target.dispose()
    show((words("db-check-table"), words("db-check-rows")), [(n, str(r)) for n, r in rows.items()], numbers=(1,))
    say(words("db-move-done", rows=sum(rows.values()), path=str(path)))


def _postgres_for(path: Path) -> "Engine":
    """The database of the settings, up to date: PostgreSQL, or the end."""
    from bot.cli.run import Misconfigured, open_database

    if _url().get_backend_name() not in ("postgresql", "postgres"):
        stop(words("db-move-kind", path=str(path)))
    try:
        return open_database(settings())
    except Misconfigured as error:
        stop(str(error))


TARGET = frozenset({"exists", "no-folder", "changed", "full"})
"""What is wrong with the place for the copy; the rest is wrong with what is to be copied."""


def _stop_unsound(command: str, error: "Unsound", path: Path) -> NoReturn:
    stop(words(f"{command}-{error.key}", path=str(path), folder=str(path.absolute().parent), detail=error.detail))


def _url() -> "URL":
    from sqlalchemy.exc import ArgumentError

    from storage.engine import address_of
    from storage.upkeep.existing import trouble_of

    url = settings().accord_database_url
    try:
        return address_of(url)
    except ArgumentError as error:
        trouble = trouble_of(error, url)
        stop(words(f"run-database-{trouble.key}", **trouble.args))


def _file_of(url: "URL", target: Path) -> Path:
    """The SQLite file; for PostgreSQL the command that copies it, with the password left out, and the end."""
    if url.get_backend_name() in ("postgresql", "postgres"):
        address = quote(_without_password(url).render_as_string(hide_password=False))
        stop(words("db-backup-postgres", address=address, path=quote(str(target))), NOT_HERE)
    if url.database in (None, "", ":memory:"):
        stop(words("db-backup-no-file"))
    return Path(str(url.database))


def _without_password(url: "URL") -> "URL":
    from sqlalchemy import URL

    query = {name: value for name, value in url.query.items() if name != "password"}
    return URL.create("postgresql", url.username, None, url.host, url.port, url.database, query)


def _dated(url: "URL") -> str:
    ending = "db" if url.get_backend_name() == "sqlite" else "dump"
    return f"accord-{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.{ending}"


@contextmanager
def _bar(what: str) -> Iterator[ToldProgress]:
    """How far it is, where somebody looks."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=problems, transient=True, disable=not problems.is_terminal) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, all_: progress.update(task, completed=done, total=all_)


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """SIGTERM ends the block as Ctrl-C does: what is half done is cleared away."""
    if current_thread() is not main_thread():  # Python takes signals in the main thread alone
        yield
        return

    def end(number: int, _frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
