"""The buttons under what Accord asks back."""

from bot.activities.hearing import asking, shown_back
from handlers.context import Context, Routes, claim, one
from handlers.inbound import Press

MOST = 9
"""Places that one can choose from: more questions than that nobody has open."""


async def which(press: Press, context: Context) -> None:
    await context.desk.run(shown_back.choose, press.actor, *claim(press.value), incoming=press.incoming)


async def drop(press: Press, context: Context) -> None:
    await context.desk.run(shown_back.drop, press.actor, one(press.value), incoming=press.incoming)


async def yes(press: Press, context: Context) -> None:
    await context.desk.run(asking.answer, press.actor, one(press.value), True, incoming=press.incoming)


async def no(press: Press, context: Context) -> None:
    await context.desk.run(asking.answer, press.actor, one(press.value), False, incoming=press.incoming)


ROUTES = Routes(
    presses={
        **{f"hearing.which_{i}": which for i in range(MOST)},
        "hearing.drop": drop,
        "hearing.yes": yes,
        "hearing.no": no,
    },
)
