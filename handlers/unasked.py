"""A check-in that nobody asked for."""

from bot.activities.checking_in import unasked
from bot.activities.checking_in.unasked_messages import LOG, early_form
from handlers.context import Answer, Context, Routes, claim, one, open_form
from handlers.inbound import Command, Press, Submission
from handlers.reply_fields import TARGETS_MOST, reply_of


async def open_early(asked: Press | Command, context: Context, contract: int) -> None:
    form = await context.desk.read(unasked.open_form, asked.actor, contract)
    words = await context.words(asked.actor)
    await open_form(asked, context, words, early_form(words, form), contract=contract)


async def open_of_class(press: Press, context: Context) -> None:
    await open_early(press, context, one(press.value))


async def log(form: Submission, context: Context) -> Answer | None:
    await context.desk.run(unasked.log, form.actor, one(form.metadata), reply_of(form), incoming=form.incoming)
    return None


async def choose(press: Press, context: Context) -> None:
    await context.desk.run(unasked.choose, press.actor, *claim(press.value), incoming=press.incoming)


CLASSES_MOST = 9

ROUTES = Routes(
    presses={
        **{f"unasked.target_{i}": choose for i in range(TARGETS_MOST)},
        **{f"unasked.open_{i}": open_of_class for i in range(CLASSES_MOST)},
    },
    forms={LOG: log},
)
