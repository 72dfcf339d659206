"""A teacher chooses students among the guests in a class channel; an admin says whether people of elsewhere learn."""

import re

from bot.activities.admitting import leaving_out
from bot.activities.admitting import use_cases as admitting
from bot.activities.admitting.leaving_out_messages import PEOPLE, PeopleChosen, people_form
from bot.activities.admitting.messages import ALLOW, FORBID, FORM, OPEN, guests_form
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, OnPress, Routes, meet_again
from handlers.context import open_form as show_form
from handlers.inbound import Command, Press, Submission

_ID = re.compile(r"[0-9]{1,15}", re.ASCII)


async def open_form(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, admitting.open_form, _classroom(press.value))
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, guests_form(words, form))


async def save(form: Submission, context: Context) -> FormResponse | None:
    chosen = form.chosen("students")
    await context.runner.once(form.incoming, form.actor, admitting.decide, _classroom(form.metadata), chosen)
    return None


async def open_people(command: Command, context: Context) -> None:
    classroom = await context.runner.read(command.actor, leaving_out.find_class, command.channel)
    form = await context.runner.read(command.actor, leaving_out.open_people, classroom)
    words = await context.words(command.actor)
    await show_form(command, context, words, people_form(words, form), classroom=classroom)


async def choose_people(form: Submission, context: Context) -> FormResponse | None:
    chosen = PeopleChosen(*(form.chosen(name) for name in ("out", "back", "aides", "observers", "no_longer")))
    await context.runner.once(form.incoming, form.actor, leaving_out.choose, _classroom(form.metadata), chosen)
    return None


def _let(allowed: bool) -> OnPress:
    async def handle(press: Press, context: Context) -> None:
        await meet_again(press.actor, context)
        await context.runner.once(press.incoming, press.actor, admitting.let_outside_learn, allowed)

    return handle


def _classroom(claim: str) -> int:
    if _ID.fullmatch(claim) is None:
        raise Refusal("old-button")
    return int(claim)


ROUTES = Routes(
    presses={OPEN: open_form, ALLOW: _let(True), FORBID: _let(False)},
    forms={FORM: save, PEOPLE: choose_people},
    commands={"people": open_people},
)
