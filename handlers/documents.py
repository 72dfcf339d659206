"""On paper: a contract, by a button on its card or `/accord contract pdf`; empty sheets, by a button on Home."""

from bot.activities.documents import use_cases as documents
from bot.activities.documents.messages import CONTRACT, SHEETS
from handlers.context import Context, Routes, one
from handlers.inbound import Command, Press

ON_PAPER = frozenset({"pdf", "document", "documento", "print", "imprimir"})
"""Behind `/accord contract`."""


def is_on_paper(command: Command) -> bool:
    return not ON_PAPER.isdisjoint(command.without_mentions.casefold().split())


async def give(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, documents.give_contract, one(press.value))


async def give_open(command: Command, context: Context) -> None:
    student = next(iter(command.mentioned), "")
    await context.runner.once(command.incoming, command.actor, documents.give_open, command.channel, student)


async def give_sheets(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, documents.give_sheets)


ROUTES = Routes(presses={CONTRACT: give, SHEETS: give_sheets})
