"""What `accord run` says first and last: a sentence on a terminal, elsewhere a line like those of its log."""

import sys
from typing import NoReturn

import typer

from bot.cli import common
from bot.logs import json_line


def started(sentence: str) -> None:
    """To standard output, at once; logs go to standard error."""
    line = sentence if sys.stdout.isatty() else json_line("info", sentence, action="started")
    print(line, flush=True)  # noqa: T201  (what a person at the terminal reads)


def ended(sentence: str) -> NoReturn:
    """To standard error: why it can not start, or go on. Then the command ends, with 1."""
    if sys.stderr.isatty():
        common.stop(sentence)
    typer.echo(json_line("critical", sentence, action="ended"), err=True)
    raise typer.Exit(1)
