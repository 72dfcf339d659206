"""`accord standards …`: bring the standards of a class in from a file that is too large for Slack, or for a school that
lets Accord read no files there."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.calendar import class_called, file_bytes
from bot.cli.common import say, stop, words
from bot.cli.privacy import check, transact

if TYPE_CHECKING:
    from bot.domain.bringing import ReadFile

standards = typer.Typer(help=words("help-standards"), no_args_is_help=True)


@standards.callback()
def _group() -> None:
    """A group, though it has one command yet."""


@standards.command("import", help=words("help-standards-import"))
def bring_in(
    file: Annotated[Path, typer.Argument(help=words("help-standards-file"), show_default=False)],
    classroom: Annotated[str, typer.Option("--class", "-c", help=words("help-calendar-class"), show_default=False)],
    workspace: Annotated[
        str, typer.Option("--workspace", "-w", help=words("help-privacy-workspace"), show_default=False)
    ],
) -> None:
    """Lines that are left out are named; the others stand at once."""
    from bot.activities.standards import use_cases
    from bot.domain.actor import Refusal

    check(workspace)
    data = file_bytes(file)
    room = class_called(workspace, classroom)
    read = _read(data)
    for left in read.left_out:
        say(words(f"brought-line-{left.why}", line=left.line))
    try:
        count = transact(workspace, use_cases.take_from_operator, room, read.found)
    except Refusal as refusal:
        stop(words(f"refusal-{refusal.key}", **refusal.args_for_copy))
    say(words("standards-imported", read=read.count, count=count))


def _read(data: bytes) -> "ReadFile":
    from bot.domain.bringing import FileUnread
    from bot.standards.reading import read_standards

    try:
        return asyncio.run(read_standards(data))
    except FileUnread as unread:
        stop(words(f"brought-why-{unread.why}", place=unread.place))
