"""The button that leaves a check-in out."""

from bot.activities.checking_in import prompting
from handlers.context import Context, Routes, one
from handlers.inbound import Press


async def take(press: Press, context: Context) -> None:
    await context.desk.run(prompting.leave_out, press.actor, one(press.value), incoming=press.incoming)


ROUTES = Routes(presses={"leaving_out.take": take})
