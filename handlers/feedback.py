"""A teacher gives feedback."""

import re

from bot.rendering.feedback import FORM, feedback_form
from bot.services import giving_feedback
from handlers.context import Answer, Context, Routes
from handlers.inbound import Command, Press, Submission

_MENTIONED = re.compile(r"<@([UW][A-Z0-9]+)")


async def from_command(command: Command, context: Context) -> None:
    mentioned = _MENTIONED.search(command.rest)
    await _open(command, mentioned[1] if mentioned else "", context)


async def from_button(press: Press, context: Context) -> None:
    await _open(press, press.value, context)


async def _open(asked: Command | Press, student: str, context: Context) -> None:
    form = await context.desk.read(giving_feedback.open_form, asked.actor, student)
    words = await context.words(asked.actor)
    await context.views.open(asked.actor.workspace, asked.trigger, feedback_form(words, form.student))


async def give(form: Submission, context: Context) -> Answer | None:
    await context.desk.run(
        giving_feedback.give_feedback,
        form.actor,
        form.text("student"),
        form.text("seen"),
        form.text("matters"),
        form.text("next_step"),
        ask_model=context.model,
        incoming=form.incoming,
    )
    return None


ROUTES = Routes(presses={"feedback.open": from_button}, forms={FORM: give}, commands={"feedback": from_command})
