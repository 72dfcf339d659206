"""On paper: a contract, by a button on its card or `/accord contract pdf`; a student's folder, by a button in their
journey or `/accord contract folder`; empty sheets, by a button on Home."""

from collections.abc import Collection

from bot.activities.documents import use_cases as documents
from bot.activities.documents.buttons import FOLDER
from bot.activities.documents.messages import CONTRACT, SHEETS
from bot.domain.actor import Refusal
from handlers.context import Context, Routes, one
from handlers.inbound import Command, Press, is_id

ON_PAPER = frozenset({"pdf", "document", "documento", "print", "imprimir"})
"""Behind `/accord contract`."""


FOLDERS = frozenset({"folder", "portfolio", "carpeta", "portafolio"})


def is_on_paper(command: Command) -> bool:
    return _asks_for(command, ON_PAPER | FOLDERS)


def _asks_for(command: Command, wanted: Collection[str]) -> bool:
    return any(word in wanted for word in command.without_mentions.casefold().split())


async def give(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, documents.give_contract, one(press.value))


async def give_open(command: Command, context: Context) -> None:
    student = next(iter(command.mentioned), "")
    if _asks_for(command, FOLDERS):
        whose = student or command.actor.user
        await context.runner.once(command.incoming, command.actor, documents.give_folder, whose, command.channel)
    else:
        await context.runner.once(command.incoming, command.actor, documents.give_open, command.channel, student)


async def give_folder(press: Press, context: Context) -> None:
    """From their own journey, from a page of their journey, or from their page."""
    if not is_id(press.value):
        raise Refusal("old-button")
    await context.runner.once(press.incoming, press.actor, documents.give_folder, press.value)


async def give_sheets(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, documents.give_sheets)


ROUTES = Routes(presses={CONTRACT: give, FOLDER: give_folder, SHEETS: give_sheets})
