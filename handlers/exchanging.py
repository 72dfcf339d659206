"""A teacher answers what a student had passed on."""

from bot.activities.exchanging import use_cases as exchanging
from bot.activities.exchanging.messages import REPLY, reply_form
from handlers.context import Context, FormResponse, Routes, one, open_form
from handlers.inbound import Press, Submission


async def open_reply(press: Press, context: Context) -> None:
    note = one(press.value)
    name = await context.runner.read(press.actor, exchanging.open_reply, note)
    words = await context.words(press.actor)
    await open_form(press, context, words, reply_form(words, note, name), note=note)


async def reply(form: Submission, context: Context) -> FormResponse | None:
    note, text = one(form.metadata), form.text("text")
    await context.runner.once(form.incoming, form.actor, exchanging.reply, note, text)
    return None


ROUTES = Routes(presses={REPLY: open_reply}, forms={REPLY: reply})
