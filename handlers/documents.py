"""On paper: a contract, by a button on its card or `/accord contract pdf`; a student's folder, by a button in their
journey or `/accord contract folder`; empty sheets, by a button on Home."""

from collections.abc import Collection

from bot.activities.documents import use_cases as documents
from bot.activities.documents.buttons import CARD, FOLDER, OUTSIDE
from bot.activities.documents.class_messages import CONTRACTS, OVERVIEW, SHEET, print_view
from bot.activities.documents.empty_sheets import Empty
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


async def open_print(press: Press, context: Context) -> None:
    """What a teacher can print, of each class and for all."""
    classes = await context.runner.read(press.actor, documents.open_print)
    view = print_view(await context.words(press.actor), classes)
    await context.views.open(press.actor.workspace, press.trigger, view)


async def give_class(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, documents.give_class, one(press.value))


async def give_overview(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, documents.give_overview, one(press.value))


async def give_sheet(press: Press, context: Context) -> None:
    which = Empty(press.action.rpartition(".")[2])
    await context.runner.once(press.incoming, press.actor, documents.give_sheet, which)


async def give_card(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, documents.give_card, one(press.value))


async def give_outside(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, documents.give_outside, one(press.value))


ROUTES = Routes(
    presses={
        CONTRACT: give,
        FOLDER: give_folder,
        CARD: give_card,
        OUTSIDE: give_outside,
        SHEETS: open_print,
        CONTRACTS: give_class,
        OVERVIEW: give_overview,
        **{f"{SHEET}.{which}": give_sheet for which in Empty},
    }
)
