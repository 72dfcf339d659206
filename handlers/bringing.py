"""A file that a teacher brought: to take what was read of it, or to let it go."""

from bot.activities.bringing import use_cases as bringing
from bot.activities.bringing.messages import DROP, TAKE
from handlers.context import Context, Routes, one
from handlers.inbound import Press


async def take(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, bringing.take, one(press.value))


async def drop(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, bringing.drop, one(press.value))


ROUTES = Routes(presses={TAKE: take, DROP: drop})
