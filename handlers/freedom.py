"""How much a student chooses in the next contract, as a teacher decides."""

from bot.activities.freedom import use_cases as freedom
from bot.activities.freedom.messages import ASK, BACK, KEEP, TAKE
from handlers.context import Context, Routes, claim, one
from handlers.inbound import Press


async def take(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, freedom.take, *claim(press.value))


async def keep(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, freedom.keep, one(press.value))


async def back(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, freedom.back, one(press.value))


async def ask(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, freedom.ask, one(press.value))


ROUTES = Routes(presses={TAKE: take, KEEP: keep, BACK: back, ASK: ask})
