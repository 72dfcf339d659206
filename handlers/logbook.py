"""How it goes with a target: a button, and a word of the command."""

from bot.activities.logbook import picturing
from bot.activities.logbook import use_cases as logbook
from bot.activities.logbook.messages import SHOW
from bot.activities.logbook.picture_messages import DRAW
from handlers.context import Context, Routes, one
from handlers.inbound import Command, Press


async def show(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, logbook.show, one(press.value))


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, logbook.show_mine)


async def draw(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, picturing.draw, one(press.value))


ROUTES = Routes(presses={SHOW: show, DRAW: draw}, commands={"progress": from_command})
