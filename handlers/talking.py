"""A talk of five minutes: buttons, forms and `/accord talk`."""

from datetime import date, time

from bot.activities.talking import use_cases as talking
from bot.activities.talking.messages import (
    ASK,
    ASK_IN,
    CALL_OFF,
    CHOOSE_FIRST,
    CHOOSE_SECOND,
    NEITHER,
    OFFER,
    OFFER_TO,
    OPEN_OFFER,
    OUTCOME,
    SAVE,
    class_form,
    offer_form,
    outcome_form,
)
from bot.domain.talk import FIELDS, ChosenTime
from handlers.context import Context, FormResponse, Routes, claim, in_class, one, open_form
from handlers.inbound import Command, Press, Submission


async def ask(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, talking.ask, one(press.value))


async def ask_in(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, talking.ask, one(form.text("classroom")))
    return None


async def from_command(command: Command, context: Context) -> None:
    """`/accord talk` of a student, `/accord talk @ana` of a teacher."""
    student = next((user for user in command.mentioned if user != command.actor.user), "")
    offers = bool(student) or await context.runner.read(command.actor, talking.teaches)
    if offers:
        await _open_offer(command, context, None, student)
        return
    classes = await context.runner.read(command.actor, talking.classes_to_ask, command.rest)
    if len(classes) == 1:
        await context.runner.once(command.incoming, command.actor, talking.ask, classes[0][0])
        return
    words = await context.words(command.actor)
    await context.views.open(command.actor.workspace, command.trigger, class_form(words, classes))


async def open_offer_to(press: Press, context: Context) -> None:
    await _open_offer(press, context, *in_class(press.value))


async def _open_offer(asked: Press | Command, context: Context, classroom: int | None, student: str) -> None:
    form = await context.runner.read(asked.actor, talking.open_offer_to, classroom, student)
    words = await context.words(asked.actor)
    whose = str(form.classroom) if classroom is not None or student else ""
    view = offer_form(words, form, OFFER_TO, f"{whose}:{form.user}")
    if whose:
        await open_form(asked, context, words, view, classroom=form.classroom)
    else:
        await context.views.open(asked.actor.workspace, asked.trigger, view)


async def offer_to(form: Submission, context: Context) -> FormResponse | None:
    classroom, _, student = form.metadata.partition(":")
    room = one(classroom) if classroom else None
    whom = student or form.text("student")
    await context.runner.once(form.incoming, form.actor, talking.offer_to, room, whom, _times(form))
    return None


async def open_offer(press: Press, context: Context) -> None:
    talk = one(press.value)
    form = await context.runner.read(press.actor, talking.open_offer, talk)
    words = await context.words(press.actor)
    await open_form(press, context, words, offer_form(words, form, OFFER, str(talk)), talk=talk)


async def offer(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, talking.offer, one(form.metadata), _times(form))
    return None


def _times(form: Submission) -> tuple[ChosenTime, ...]:
    return tuple((_day(form, f"{name}-day"), _time(form, f"{name}-time")) for name in FIELDS)


def _day(form: Submission, field: str) -> date | None:
    try:
        return date.fromisoformat(form.text(field))
    except ValueError:
        return None


def _time(form: Submission, field: str) -> time | None:
    try:
        return time.fromisoformat(form.text(field)).replace(tzinfo=None)
    except ValueError:
        return None


async def choose(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, talking.choose, *claim(press.value))


async def neither(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, talking.neither, one(press.value))


async def call_off(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, talking.call_off, one(press.value))


async def open_outcome(press: Press, context: Context) -> None:
    talk = one(press.value)
    name, before = await context.runner.read(press.actor, talking.open_outcome, talk)
    words = await context.words(press.actor)
    await open_form(press, context, words, outcome_form(words, talk, name, before), talk=talk)


async def save_outcome(form: Submission, context: Context) -> FormResponse | None:
    text = form.text("text")
    await context.runner.once(form.incoming, form.actor, talking.note_outcome, one(form.metadata), text)
    return None


ROUTES = Routes(
    presses={
        ASK: ask,
        OPEN_OFFER: open_offer_to,
        OFFER: open_offer,
        CHOOSE_FIRST: choose,
        CHOOSE_SECOND: choose,
        NEITHER: neither,
        CALL_OFF: call_off,
        OUTCOME: open_outcome,
    },
    forms={ASK_IN: ask_in, OFFER: offer, OFFER_TO: offer_to, SAVE: save_outcome},
    commands={"talk": from_command},
)
