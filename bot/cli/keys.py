"""`accord keys`: make a key for the schools' tokens, and seal them anew with the first one."""

from collections import Counter
from typing import TYPE_CHECKING

import typer
from rich.progress import track

from bot.cli.common import existing_database, problems, say, settings, stop, words

if TYPE_CHECKING:  # "accord --help" need not wait for SQLAlchemy
    from storage.upkeep.keys import Became

keys = typer.Typer(help=words("help-keys"), no_args_is_help=True)


@keys.command(help=words("help-keys-new"))
def new() -> None:
    from storage.sealed import new_key

    say(new_key())


@keys.command(help=words("help-keys-rotate"))
def rotate() -> None:
    from sqlalchemy.exc import SQLAlchemyError

    from bot.cli.run import Misconfigured, seal_of
    from storage.upkeep.keys import Became, how_many, seal_anew

    found = settings()
    try:
        seal = seal_of(found)
    except Misconfigured as error:
        stop(str(error))
    counts: Counter[Became] = Counter()
    unreadable: set[str] = set()
    with existing_database() as engine:
        try:
            rows = seal_anew(engine, seal)
            for row in track(rows, words("keys-at-work"), how_many(engine), console=problems, transient=True):
                counts[row.became] += 1
                if row.became is Became.UNREADABLE:
                    unreadable.add(row.workspace)
        except SQLAlchemyError as error:
            stop(words("keys-stopped", reason=type(error).__name__))
    _tell(counts, sorted(unreadable), len(found.keys))


def _tell(counts: "Counter[Became]", unreadable: list[str], keys: int) -> None:
    from storage.upkeep.keys import Became

    done, already = counts[Became.SEALED_ANEW], counts[Became.NEWEST_ALREADY]
    say(words("keys-rotated", done=done, already=already))
    for workspace in unreadable:
        say(words("keys-unreadable", workspace=workspace))
    if unreadable:
        stop(words("keys-keep-old", count=len(unreadable)))
    say(words("keys-drop-old", count=keys - 1) if keys > 1 else words("keys-only-one"))
