"""How it goes with a target: a button, and a word of the command."""

from bot.activities.logbook import use_cases as logbook
from bot.activities.logbook.messages import SHOW
from handlers.context import Context, Routes, one
from handlers.inbound import Command, Press


async def show(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, logbook.show, one(press.value))


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, logbook.show_mine)


ROUTES = Routes(presses={SHOW: show}, commands={"progress": from_command})
