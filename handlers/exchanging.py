"""A teacher answers what a student had passed on; a student says that they are stuck."""

from bot.activities.exchanging import stuck
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.exchanging.messages import REPLY, reply_form
from bot.activities.exchanging.stuck_messages import STUCK, stuck_form
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


async def open_stuck(press: Press, context: Context) -> None:
    classroom = one(press.value)
    form = await context.runner.read(press.actor, stuck.open_form, classroom)
    words = await context.words(press.actor)
    await open_form(press, context, words, stuck_form(words, form), classroom=classroom)


async def say_stuck(form: Submission, context: Context) -> FormResponse | None:
    classroom, text = one(form.metadata), form.text("text")
    await context.runner.once(form.incoming, form.actor, stuck.say_so, classroom, text)
    return None


ROUTES = Routes(presses={REPLY: open_reply, STUCK: open_stuck}, forms={REPLY: reply, STUCK: say_stuck})
