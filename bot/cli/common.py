"""What every command needs: the settings, a place to print, and a kind end."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, NoReturn

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.settings import Settings
from prompts.words import words_for

if TYPE_CHECKING:
    from sqlalchemy import Engine

words = words_for()
console = Console(highlight=False, soft_wrap=True)
problems = Console(stderr=True, highlight=False, soft_wrap=True)


def say(what: str, style: str = "") -> None:
    """To standard output, as it is: without rich's markup."""
    console.print(Text(what, style=style))


def show(headers: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> None:
    """A table on a terminal; elsewhere a line for each row with tabs between. `numbers` are the columns to align."""
    if not console.is_terminal:
        for row in [headers, *rows]:
            typer.echo("\t".join(row))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column, header in enumerate(headers):
        table.add_column(header, justify="right" if column in numbers else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def age(delta: timedelta) -> str:
    """In its largest unit."""
    seconds = max(0, int(delta.total_seconds()))
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= length:
            return words("outbox-age", number=seconds // length, unit=unit)
    return words("outbox-age", number=seconds, unit="seconds")


def stop(message: str, code: int = 1) -> NoReturn:
    """To standard error, as it is; then the command ends."""
    problems.print(Text(message))
    raise typer.Exit(code)


def settings(ended: Callable[[str], NoReturn] = stop) -> Settings:
    """The settings; where one is wrong, the command ends and says which."""
    try:
        return Settings()
    except ValidationError as error:
        ended("\n".join(_problem(e) for e in error.errors()))
    except UnicodeDecodeError:
        ended(words("settings-no-text"))
    except OSError as error:
        ended(words("settings-unreadable", reason=error.strerror or type(error).__name__))


@contextmanager
def existing_database() -> Iterator["Engine"]:
    """The database of the settings as it stands: it is not made, and not brought up to date, by being looked at."""
    from bot.files import keep_files
    from storage.bucket import NotABucket
    from storage.upkeep.existing import TROUBLES, NotThere, open_existing, trouble_of

    given = settings()
    url = given.accord_database_url
    try:
        engine = open_existing(url)
    except NotThere as error:
        stop(words(f"database-{error.key}", path=error.path))
    except TROUBLES as error:
        trouble = trouble_of(error, url)
        stop(words(f"run-database-{trouble.key}", **trouble.args))
    try:
        keep_files(engine, given)
        yield engine
    except NotABucket as error:
        stop(words(f"run-files-{error.key}"))
    finally:
        engine.dispose()


def _problem(error: ErrorDetails) -> str:
    return words("setting-wrong", name=".".join(map(str, error["loc"])).upper(), problem=error["msg"])
