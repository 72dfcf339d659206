"""A student names somebody beside a target: asked, agreed, a word a week, reported, stopped."""

import re

from bot.activities.mentoring import use_cases as mentoring
from bot.activities.mentoring.forms import FORM, WRITE, ask_form, word_form
from bot.activities.mentoring.messages import NO, OPEN_ASK, OPEN_WRITE, REPORT, STOP, YES
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, on_one, one, open_form, who_they_are
from handlers.inbound import Press, Submission

_TARGET = re.compile(r"[0-9]{1,2}", re.ASCII)


async def open_ask(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, mentoring.open_ask, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, ask_form(words, form), contract=form.contract)


async def ask(form: Submission, context: Context) -> FormResponse | None:
    contract, target, mentor = one(form.metadata), form.text("target"), form.text("mentor")
    if _TARGET.fullmatch(target) is None:
        raise Refusal("mentor-target-gone", field="target")
    person = (await who_they_are(form.actor, (mentor,), context)).get(mentor)
    await context.runner.once(form.incoming, form.actor, mentoring.ask, contract, int(target), mentor, person)
    return None


async def open_write(press: Press, context: Context) -> None:
    brief = await context.runner.read(press.actor, mentoring.open_write, one(press.value))
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, word_form(words, brief))


async def write(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, mentoring.write, one(form.metadata), form.text("text"))
    return None


ROUTES = Routes(
    presses={
        OPEN_ASK: open_ask,
        OPEN_WRITE: open_write,
        YES: on_one(mentoring.say_yes),
        NO: on_one(mentoring.say_no),
        STOP: on_one(mentoring.stop),
        REPORT: on_one(mentoring.report),
    },
    forms={FORM: ask, WRITE: write},
)
