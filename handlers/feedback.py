"""A teacher gives feedback."""

import re
from collections.abc import Sequence
from typing import Any

from bot.activities.checking_in.suggestion_forms import as_said
from bot.activities.feedback import quick, taking_up
from bot.activities.feedback import use_cases as feedback
from bot.activities.feedback.messages import FORM, IN_ONE, feedback_form
from bot.activities.feedback.quick_forms import IN_THREE, LINE, QUICK, SEND, check_form, quick_form
from bot.activities.feedback.uptake_messages import EXPLAIN, WAYS, explain_form
from bot.activities.feedback.use_cases import FeedbackForm
from bot.activities.phrases import use_cases as phrases
from bot.activities.phrases.forms import FIELD as PHRASE
from bot.activities.phrases.forms import KEEP, with_keeping, with_phrases
from bot.domain.actor import Refusal
from bot.domain.interview import About
from handlers.context import Context, FormResponse, Routes, in_class, one, open_form
from handlers.inbound import Command, Press, Shortcut, Submission

_USER = re.compile(r"[UW][A-Z0-9]{1,31}", re.ASCII)
_ID = re.compile(r"[0-9]{1,15}", re.ASCII)


async def from_command(command: Command, context: Context) -> None:
    await _open(command, command.mentioned, None, context)


async def from_button(press: Press, context: Context) -> None:
    classroom, student = in_class(press.value)
    await _open(press, [student] if student else [], classroom, context)


async def _open(asked: Command | Press, students: Sequence[str], classroom: int | None, context: Context) -> None:
    form = await context.runner.read(asked.actor, feedback.open_form, students, classroom)
    words = await context.words(asked.actor)
    view = feedback_form(words, form.students, form.classrooms, form.about, form.beside)
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


# In one box: what it lacks is said before it is sent.


async def open_quick(press: Press, context: Context) -> None:
    classroom, student = in_class(press.value)
    form = await context.runner.read(press.actor, feedback.open_form, [student] if student else [], classroom)
    await context.views.open(press.actor.workspace, press.trigger, await _in_one(press, form, context))


async def _in_one(asked: Press | Shortcut, form: FeedbackForm, context: Context, message: str = "") -> dict[str, Any]:
    """With the teacher's phrases, where they keep any; and what is typed may become one."""
    words = await context.words(asked.actor)
    kept = await context.runner.read(asked.actor, phrases.open_form)
    view = quick_form(words, form.students, form.classrooms, form.about, form.beside, message=message)
    return with_keeping(words, with_phrases(words, view, kept, "seen"), kept)


async def from_message(used: Shortcut, context: Context) -> None:
    """What somebody wrote stands in the form to be looked at; nothing of it is kept."""
    form = await context.runner.read(used.actor, quick.open_about, used.author)
    view = await _in_one(used, form, context, used.text if form.students else "")
    await context.views.open(used.actor.workspace, used.trigger, view)


async def in_one_box(press: Press, context: Context) -> None:
    """Slack keeps what was filled in, by the names of the fields."""
    form = await _begun_with(press, context)
    await context.views.update(press.actor.workspace, press.view, await _in_one(press, form, context))


async def in_three_questions(press: Press, context: Context) -> None:
    form = await _begun_with(press, context)
    view = feedback_form(await context.words(press.actor), form.students, form.classrooms, form.about, form.beside)
    await context.views.update(press.actor.workspace, press.view, view)


async def _begun_with(press: Press, context: Context) -> FeedbackForm:
    about, _, users = press.value.partition(":")
    students = [user for user in users.split(",") if _USER.fullmatch(user)]
    return await context.runner.read(press.actor, feedback.open_form, students, one(about) if about else None)


async def look_first(form: Submission, context: Context) -> FormResponse | None:
    """Sent at once, where there is nothing to look at once more. What is to be kept as a phrase is kept by now: the
    text that is looked at has a chosen one in it too."""
    students, classroom = _students(form), _class_chosen(form)
    text = as_said(form.text("seen"), form.text(PHRASE))
    phrase = form.text("seen") if form.chosen(KEEP) else ""
    checked = await context.runner.read(form.actor, quick.check, students, text, classroom)
    if not checked.ready:
        if phrase:
            await context.runner.run(form.actor, phrases.keep_typed, phrase)
        return FormResponse(view=check_form(await context.words(form.actor), checked))
    await _send(form, text, {}, classroom, context, phrase)
    return None


async def send(form: Submission, context: Context) -> FormResponse | None:
    lines = {name.removeprefix(LINE): form.text(name) for name in form.values if name.startswith(LINE)}
    await _send(form, form.text("seen"), lines, one(form.metadata) if form.metadata else None, context)
    return None


async def _send(
    form: Submission, text: str, lines: dict[str, str], classroom: int | None, context: Context, phrase: str = ""
) -> None:
    given, model = (_students(form), text, lines), context.model
    once = context.runner.once
    await once(form.incoming, form.actor, quick.send, *given, classroom=classroom, ask_model=model, phrase=phrase)


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
    presses={
        "feedback.open": from_button,
        QUICK: open_quick,
        IN_ONE: in_one_box,
        IN_THREE: in_three_questions,
        EXPLAIN: open_explanation,
        **dict.fromkeys(WAYS, answer),
    },
    forms={FORM: give, QUICK: look_first, SEND: send, EXPLAIN: explain},
    commands={"feedback": from_command},
    shortcuts={"feedback.on_message": from_message},
)
