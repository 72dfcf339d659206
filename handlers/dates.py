"""Somebody's own dates: a button on Home, and `/accord calendar`."""

from bot.activities.dates import use_cases as dates
from bot.activities.dates.messages import FILE
from handlers.context import Context, Routes
from handlers.inbound import Command, Press


async def ask(asked: Press | Command, context: Context) -> None:
    await context.runner.once(asked.incoming, asked.actor, dates.ask)


ROUTES = Routes(presses={FILE: ask}, commands={"calendar": ask})
