"""Draft targets: a teacher edits, drops and offers them; a student takes one as a start."""

import re

from bot.activities.drafting import use_cases as drafting
from bot.activities.drafting.messages import EDIT, edit_form
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, claim, open_form
from handlers.inbound import Press, Submission

_ID = re.compile(r"[0-9]{1,15}", re.ASCII)


async def open_edit(press: Press, context: Context) -> None:
    feedback, number = claim(press.value)
    draft = await context.runner.read(press.actor, drafting.open_edit, feedback, number)
    words = await context.words(press.actor)
    await open_form(press, context, words, edit_form(words, feedback, draft), feedback=feedback)


async def edit(form: Submission, context: Context) -> FormResponse | None:
    text = form.text("text")
    await context.runner.once(form.incoming, form.actor, drafting.edit, *claim(form.metadata), text)
    return None


async def drop(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, drafting.drop, *claim(press.value))


async def offer(press: Press, context: Context) -> None:
    if _ID.fullmatch(press.value) is None:
        raise Refusal("old-button")
    await context.runner.once(press.incoming, press.actor, drafting.offer, int(press.value))


async def take(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, drafting.take, *claim(press.value))


ROUTES = Routes(
    presses={"drafting.edit": open_edit, "drafting.drop": drop, "drafting.offer": offer, "drafting.take": take},
    forms={EDIT: edit},
)
