"""The interview: starting it, and the buttons of its questions. Typed replies come through handlers/hearing.py."""

import re
from typing import Any

from bot.activities.proposing import interviewing
from bot.activities.proposing.messages import MOST_CLASSES
from bot.domain.actor import Refusal
from bot.runner import UseCase
from handlers.context import Context, OnPress, Routes
from handlers.inbound import Command, Press

MOST_OPTIONS = 25
_VALUE = re.compile(r"([0-9]{1,15}):([0-9]{1,9}):(.{0,60})")
_ID = re.compile(r"[0-9]{1,15}")


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, interviewing.begin_in_channel, command.channel)


async def start(press: Press, context: Context) -> None:
    """The value is the feedback to start from, or nothing."""
    feedback = _id(press.value) if press.value else None
    await context.runner.once(press.incoming, press.actor, interviewing.begin, None, feedback)


async def start_in(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, interviewing.begin, _id(press.value), None)


async def resume(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, interviewing.resume, _id(press.value))


def _with_choice(use_case: UseCase[[int, int, str], None]) -> OnPress:
    """A button whose value says what was chosen."""

    async def pressed(press: Press, context: Context) -> None:
        interview, asked, choice = _claim(press.value)
        await context.runner.once(press.incoming, press.actor, use_case, interview, asked, choice)

    return pressed


def _plain(use_case: UseCase[[int, int], None]) -> OnPress:
    """A button that is a choice in itself."""

    async def pressed(press: Press, context: Context) -> None:
        interview, asked, _ = _claim(press.value)
        await context.runner.once(press.incoming, press.actor, use_case, interview, asked)

    return pressed


def _claim(value: str) -> tuple[int, int, str]:
    match = _VALUE.fullmatch(value)
    if match is None:
        raise Refusal("old-button")
    return int(match[1]), int(match[2]), match[3]


def _id(value: str) -> int:
    if _ID.fullmatch(value) is None:
        raise Refusal("old-button")
    return int(value)


def _numbered(action: str, handler: OnPress, most: int) -> dict[str, Any]:
    """Buttons in one row have ids of their own."""
    return {f"{action}.{i}": handler for i in range(most)}


_edit = _with_choice(interviewing.edit)

ROUTES = Routes(
    presses={
        "proposing.start": start,
        "proposing.resume": resume,
        "proposing.keep": _plain(interviewing.keep),
        "proposing.back": _plain(interviewing.back),
        "proposing.skip": _plain(interviewing.skip),
        "proposing.help": _plain(interviewing.show_help),
        "proposing.later": _plain(interviewing.later),
        "proposing.edit": _edit,
        "proposing.edit.numbers": _edit,
        "proposing.edit.date": _edit,
        "proposing.more": _plain(interviewing.add_target),
        "proposing.take_materials": _plain(interviewing.take_materials),
        "proposing.submit": _with_choice(interviewing.submit),
        **_numbered("proposing.choose", _with_choice(interviewing.choose), MOST_OPTIONS),
        **_numbered("proposing.start_in", start_in, MOST_CLASSES),
    },
    commands={"start": from_command},
)
