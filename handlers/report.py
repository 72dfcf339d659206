"""The numbers of the school: a button on the Home of those who may have them, and an admin who names those."""

from bot.activities.report import readers
from bot.activities.report.messages import ASK, NAME, TAKE_BACK
from handlers.context import Context, Routes, who_they_are
from handlers.inbound import Press


async def ask(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, readers.ask)


async def name_reader(press: Press, context: Context) -> None:
    admin, chosen = press.actor.user, press.value
    said = await who_they_are(press.actor, (admin, chosen), context)
    await context.runner.once(press.incoming, press.actor, readers.name_reader, chosen, said[admin], said.get(chosen))


async def take_back_reader(press: Press, context: Context) -> None:
    me = await context.views.who_is(press.actor.workspace, press.actor.user)
    await context.runner.once(press.incoming, press.actor, readers.take_back_reader, press.value, me)


ROUTES = Routes(presses={ASK: ask, NAME: name_reader, TAKE_BACK: take_back_reader})
