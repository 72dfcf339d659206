"""`accord calendar …`: bring in a school's calendar from a file, since Accord reads no files in Slack."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import say, stop, words
from bot.cli.privacy import check, transact

if TYPE_CHECKING:
    from bot.activities.calendar.taking_in import ToRead
    from bot.domain.actor import Actor
    from bot.domain.school_calendar import CalendarDays
    from storage.unit_of_work import UnitOfWork

calendar = typer.Typer(help=words("help-calendar"), no_args_is_help=True)


@calendar.callback()
def _group() -> None:
    """A group, though it has one command yet."""


@calendar.command("import", help=words("help-calendar-import"))
def bring_in(
    file: Annotated[Path, typer.Argument(help=words("help-calendar-file"), show_default=False)],
    classroom: Annotated[str, typer.Option("--class", "-c", help=words("help-calendar-class"), show_default=False)],
    workspace: Annotated[
        str, typer.Option("--workspace", "-w", help=words("help-privacy-workspace"), show_default=False)
    ],
) -> None:
    """Its teachers tick afterwards which of its events are days off."""
    from bot.activities.calendar import taking_in

    check(workspace)
    data = file_bytes(file)
    room = class_called(workspace, classroom)
    wanted = transact(workspace, taking_in.window, room)
    days = _read(data, wanted)
    transact(workspace, taking_in.take_file, room, days)
    say(words("calendar-imported", count=len(days)))


def class_called(workspace: str, name: str) -> int:
    """The one class of that name; stops where there is none, or more than one."""
    found = transact(workspace, _class_of, name)
    if len(found) != 1:
        stop(words("calendar-class-none" if not found else "calendar-class-several", name=name))
    return found[0]


def file_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        stop(words("calendar-no-file", path=str(file), reason=error.strerror or type(error).__name__))


def _class_of(uow: "UnitOfWork", actor: "Actor", called: str) -> list[int]:
    """By the id of its channel, or by its name, whatever its case."""
    name = called.casefold().strip()
    return [room.id for room in uow.classrooms.not_archived() if called == room.channel or room.name.casefold() == name]


def _read(data: bytes, wanted: "ToRead") -> "list[CalendarDays]":
    from bot.calendars.reading import read_calendar
    from bot.domain.school_calendar import CalendarUnread

    try:
        return asyncio.run(read_calendar(data, wanted.first, wanted.last, wanted.timezone))
    except CalendarUnread as unread:
        stop(words(f"calendar-unread-{unread.kind.value}"))
