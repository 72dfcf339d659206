"""A teacher gives feedback."""

import re
from collections.abc import Sequence

from bot.activities.feedback import use_cases as feedback
from bot.activities.feedback.messages import FORM, feedback_form
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, in_class
from handlers.inbound import Command, Press, Submission

_ID = re.compile(r"[0-9]{1,15}", re.ASCII)


async def from_command(command: Command, context: Context) -> None:
    await _open(command, command.mentioned, None, context)


async def from_button(press: Press, context: Context) -> None:
    classroom, student = in_class(press.value)
    await _open(press, [student] if student else [], classroom, context)


async def _open(asked: Command | Press, students: Sequence[str], classroom: int | None, context: Context) -> None:
    form = await context.runner.read(asked.actor, feedback.open_form, students, classroom)
    words = await context.words(asked.actor)
    view = feedback_form(words, form.students, form.classrooms, form.about)
    await context.views.open(asked.actor.workspace, asked.trigger, view)


async def give(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(
        form.incoming,
        form.actor,
        feedback.give_feedback,
        _students(form),
        form.text("seen"),
        form.text("matters"),
        form.text("next_step"),
        classroom=_class_chosen(form),
        ask_model=context.model,
    )
    return None


def _students(form: Submission) -> tuple[str, ...]:
    """A form that was opened before it took several holds one."""
    one = form.text("student")
    return (one,) if one else form.chosen("student")


def _class_chosen(form: Submission) -> int | None:
    chosen = form.text("classroom")
    if chosen and _ID.fullmatch(chosen) is None:
        raise Refusal("old-button")
    return int(chosen) if chosen else None


ROUTES = Routes(presses={"feedback.open": from_button}, forms={FORM: give}, commands={"feedback": from_command})
