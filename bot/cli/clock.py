"""`accord clock`: say that the new time of a computer whose clock leapt is right."""

from typing import Annotated

import typer

from bot.cli.common import existing_database, say, stop, words
from bot.domain.timekeeping import Course

clock = typer.Typer(help=words("help-clock"), no_args_is_help=True)


@clock.command(help=words("help-clock-confirm"))
def confirm(
    computer: Annotated[str, typer.Argument(help=words("help-clock-computer"), show_default=False)] = "",
) -> None:
    """Without a name, the one that is in doubt."""
    from storage.queries.clocks import clock_books

    with existing_database() as engine, clock_books(engine)() as book:
        doubted = [leap.computer for leap in book.leaps() if leap.course is Course.DOUBTED]
        if not doubted:
            stop(words("clock-none"))
        if not computer and len(doubted) > 1:
            stop(words("clock-which", computers=", ".join(doubted)))
        which = computer or doubted[0]
        if not book.confirm(which):
            stop(words("clock-unknown", computer=which))
    say(words("clock-confirmed", computer=which))
