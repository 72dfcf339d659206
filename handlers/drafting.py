"""Draft targets: a teacher edits, drops and offers them; a student takes one as a start."""

import re

from bot.activities.drafting import use_cases
from bot.activities.drafting.messages import EDIT, edit_form
from bot.domain.errors import Refusal
from handlers.claims import claim
from handlers.context import Answer, Context, Routes
from handlers.inbound import Press, Submission
from handlers.showing import open_form

_ID = re.compile(r"[0-9]{1,15}", re.ASCII)


async def open_edit(press: Press, context: Context) -> None:
    feedback, number = claim(press.value)
    draft = await context.desk.read(use_cases.open_edit, press.actor, feedback, number)
    words = await context.words(press.actor)
    await open_form(press, context, words, edit_form(words, feedback, draft), feedback=feedback)


async def edit(form: Submission, context: Context) -> Answer | None:
    text = form.text("text")
    await context.desk.run(use_cases.edit, form.actor, *claim(form.metadata), text, incoming=form.incoming)
    return None


async def drop(press: Press, context: Context) -> None:
    await context.desk.run(use_cases.drop, press.actor, *claim(press.value), incoming=press.incoming)


async def offer(press: Press, context: Context) -> None:
    if _ID.fullmatch(press.value) is None:
        raise Refusal("old-button")
    await context.desk.run(use_cases.offer, press.actor, int(press.value), incoming=press.incoming)


async def take(press: Press, context: Context) -> None:
    await context.desk.run(use_cases.take, press.actor, *claim(press.value), incoming=press.incoming)


ROUTES = Routes(
    presses={"drafting.edit": open_edit, "drafting.drop": drop, "drafting.offer": offer, "drafting.take": take},
    forms={EDIT: edit},
)
