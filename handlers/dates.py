"""Somebody's own dates: a button on Home, `/accord calendar`, and the address from which a calendar fetches them."""

from bot.activities.dates import use_cases as dates
from bot.activities.dates.messages import FILE, NEW_ADDRESS, STOP_ADDRESS
from handlers.context import Context, Routes
from handlers.inbound import Command, Press


async def ask(asked: Press | Command, context: Context) -> None:
    await context.runner.once(asked.incoming, asked.actor, dates.ask)


async def new_address(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, dates.new_address)


async def stop_address(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, dates.stop_address)


ROUTES = Routes(presses={FILE: ask, NEW_ADDRESS: new_address, STOP_ADDRESS: stop_address}, commands={"calendar": ask})
