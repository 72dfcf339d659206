"""A teacher answers about what they promised."""

from bot.activities.promises import use_cases as promises
from bot.activities.promises.messages import ALL_DONE, CAN_NOT, DONE, FORM, TOMORROW, can_not_form
from handlers.context import Context, FormResponse, Routes, one, open_form
from handlers.inbound import Press, Submission


async def done(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, promises.done, one(press.value))


async def all_done(press: Press, context: Context) -> None:
    """The button says the day of its message."""
    await context.runner.once(press.incoming, press.actor, promises.all_done, press.value)


async def tomorrow(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, promises.tomorrow, one(press.value))


async def open_can_not(press: Press, context: Context) -> None:
    promise = one(press.value)
    student, text = await context.runner.read(press.actor, promises.open_form, promise)
    words = await context.words(press.actor)
    await open_form(press, context, words, can_not_form(words, promise, student, text), promise=promise)


async def can_not(form: Submission, context: Context) -> FormResponse | None:
    promise, word = one(form.metadata), form.text("word")
    await context.runner.once(form.incoming, form.actor, promises.can_not, promise, word)
    return None


ROUTES = Routes(
    presses={DONE: done, ALL_DONE: all_done, TOMORROW: tomorrow, CAN_NOT: open_can_not}, forms={FORM: can_not}
)
