"""`accord messages`: how well what people type is heard."""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import stop, words
from bot.cli.labelled import Broken, messages_in, miss_of, scores_of
from bot.cli.labelled import score as score_all
from bot.language.hearing import hear

messages = typer.Typer(help=words("help-messages"), no_args_is_help=True)

_UNUSABLE = 2


@messages.callback()
def _no_options() -> None:
    """With a callback, `score` has to be typed even where it is the only one."""


@messages.command(help=words("help-messages-score"))
def score(
    file: Annotated[Path, typer.Argument(help=words("help-messages-file"))],
    misses: Annotated[bool, typer.Option("--misses", help=words("help-messages-misses"))] = False,
) -> None:
    try:
        labelled = messages_in(file)
    except Broken as broken:
        stop(words(f"messages-{broken.key}", file=str(file), number=broken.number, detail=broken.detail), _UNUSABLE)
    scored = score_all(labelled, hear)
    typer.echo(json.dumps(scores_of(scored)))
    if misses:
        for miss in filter(None, map(miss_of, scored)):
            typer.echo(json.dumps(miss))
