"""A teacher gives feedback."""

import re
from collections.abc import Sequence

from bot.activities.feedback import taking_up
from bot.activities.feedback import use_cases as feedback
from bot.activities.feedback.messages import FORM, feedback_form
from bot.activities.feedback.uptake_messages import EXPLAIN, WAYS, explain_form
from bot.domain.actor import Refusal
from bot.domain.interview import About
from handlers.context import Context, FormResponse, Routes, in_class, one, open_form
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


# What a student answers, and what their teacher explains.


def _about(value: str) -> tuple[About, int]:
    """ "feedback:12", or "response:3"."""
    about, _, ref = value.partition(":")
    if about not in taking_up.ANSWERED:
        raise Refusal("old-button")
    return About(about), one(ref)


async def answer(press: Press, context: Context) -> None:
    way = WAYS[press.action]
    await context.runner.once(press.incoming, press.actor, taking_up.answer, *_about(press.value), way)


async def open_explanation(press: Press, context: Context) -> None:
    about, ref = _about(press.value)
    student = await context.runner.read(press.actor, taking_up.open_explanation, about, ref)
    words = await context.words(press.actor)
    await open_form(press, context, words, explain_form(words, about, ref, student), **{about: ref})


async def explain(form: Submission, context: Context) -> FormResponse | None:
    about, ref = _about(form.metadata)
    await context.runner.once(form.incoming, form.actor, taking_up.explain, about, ref, form.text("text"))
    return None


ROUTES = Routes(
    presses={"feedback.open": from_button, EXPLAIN: open_explanation, **dict.fromkeys(WAYS, answer)},
    forms={FORM: give, EXPLAIN: explain},
    commands={"feedback": from_command},
)
