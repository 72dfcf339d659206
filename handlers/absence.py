"""Who is away, and which contract pauses: buttons, forms and commands."""

from datetime import date
from functools import partial

from bot.activities.absence import heard
from bot.activities.absence import use_cases as absences
from bot.activities.absence.messages import ALL, PAUSE, SAVE, SAVE_FOR, away_form, away_form_for, pause_form
from bot.activities.changing import moving
from bot.domain.actor import Refusal
from bot.domain.days_off import Span
from handlers.context import Context, FormResponse, Routes, claim, one, open_form
from handlers.inbound import Command, Press, Submission

MOVES_MOST = 9
"""Contracts of one student that an absence may move: more classes nobody has."""


# Until when: by a button under the question, or in the form.


async def choose(press: Press, context: Context, chosen: str) -> None:
    await context.runner.once(press.incoming, press.actor, heard.choose, one(press.value), chosen)


async def pick(press: Press, context: Context) -> None:
    """The form; its button's question is answered by it."""
    await _open(press, context, str(one(press.value)))


async def open_form_of_ones_own(press: Press, context: Context) -> None:
    await _open(press, context, "")


async def _open(asked: Press | Command, context: Context, metadata: str) -> None:
    form = await context.runner.read(asked.actor, absences.open_form)
    words = await context.words(asked.actor)
    first, last = (form.standing.first, form.standing.last) if form.standing else (form.today, None)
    view = away_form(words, first, last, form.classes, metadata=metadata)
    await context.views.open(asked.actor.workspace, asked.trigger, view)


async def save(form: Submission, context: Context) -> FormResponse | None:
    asked_back = one(form.metadata) if form.metadata else None
    chosen = form.text("classroom")
    classroom = one(chosen) if chosen and chosen != ALL else None
    await context.runner.once(form.incoming, form.actor, heard.in_form, asked_back, _days(form), classroom)
    return None


async def open_for_class(press: Press, context: Context) -> None:
    await _open_for(press, context, one(press.value), "")


async def _open_for(asked: Press | Command, context: Context, classroom: int | None, student: str) -> None:
    today = await context.runner.read(asked.actor, absences.open_for_class, classroom)
    words = await context.words(asked.actor)
    view = away_form_for(words, today, student, metadata=str(classroom) if classroom is not None else "")
    if classroom is None:
        await context.views.open(asked.actor.workspace, asked.trigger, view)
    else:
        await open_form(asked, context, words, view, classroom=classroom)


async def save_for(form: Submission, context: Context) -> FormResponse | None:
    classroom = one(form.metadata) if form.metadata else None
    once, student = context.runner.once, form.text("student")
    await once(form.incoming, form.actor, absences.say_away_for, student, _days(form), classroom)
    return None


def _days(form: Submission) -> Span:
    last = _day(form, "last")
    return Span(_day(form, "first") if form.text("first") else min(last, date.max), last)


def _day(form: Submission, field: str) -> date:
    try:
        return date.fromisoformat(form.text(field))
    except ValueError:
        raise Refusal("no-date", field=field) from None


async def back(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, absences.end, one(press.value))


async def move(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, moving.move_end, *claim(press.value))


# "/accord away @ana until monday", "/accord back".


async def say_away(command: Command, context: Context) -> None:
    student, text = _whom(command)
    read, actor = context.runner.read, command.actor
    days, classroom = await read(actor, absences.read_command, text, student)
    if days is None and student:
        await _open_for(command, context, None, student)
    elif days is None:
        await _open(command, context, "")
    elif student:
        await context.runner.once(command.incoming, actor, absences.say_away_for, student, days, classroom)
    else:
        await context.runner.once(command.incoming, actor, absences.say_away, days, classroom)


async def say_back(command: Command, context: Context) -> None:
    student, _ = _whom(command)
    if student:
        await context.runner.once(command.incoming, command.actor, absences.say_back_for, student)
    else:
        await context.runner.once(command.incoming, command.actor, absences.say_back)


def _whom(command: Command) -> tuple[str, str]:
    """Who is mentioned, "" for the actor themselves; and the text without them."""
    student = next(iter(command.mentioned), "")
    return "" if student == command.actor.user else student, command.without_mentions


# The pause of a contract.


async def open_pause(press: Press, context: Context) -> None:
    contract = one(press.value)
    ends_on = await context.runner.read(press.actor, absences.open_pause, contract)
    words = await context.words(press.actor)
    await open_form(press, context, words, pause_form(words, contract, ends_on), contract=contract)


async def pause(form: Submission, context: Context) -> FormResponse | None:
    last = _day(form, "last") if form.text("last") else None
    await context.runner.once(form.incoming, form.actor, absences.pause, one(form.metadata), last)
    return None


async def resume(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, absences.resume, one(press.value))


ROUTES = Routes(
    presses={
        "absence.today": partial(choose, chosen=heard.TODAY),
        "absence.week": partial(choose, chosen=heard.WEEK),
        "absence.suggested": partial(choose, chosen=heard.SUGGESTED),
        "absence.pick": pick,
        "absence.open": open_form_of_ones_own,
        "absence.change": open_form_of_ones_own,
        "absence.of_class": open_for_class,
        "absence.back": back,
        **{f"absence.move_{i}": move for i in range(MOVES_MOST)},
        "absence.pause": open_pause,
        "absence.resume": resume,
    },
    forms={SAVE: save, SAVE_FOR: save_for, PAUSE: pause},
    commands={"away": say_away, "back": say_back},
)
