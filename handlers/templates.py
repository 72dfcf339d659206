"""Templates of subjects: chosen, and filled in a student's own words."""

import re

from bot.activities.templates import use_cases as templates
from bot.activities.templates.forms import (
    CHOOSE,
    CHOSEN,
    FILL,
    OPEN_CHOICE,
    PARTS,
    SHOWS,
    SUBJECT,
    choose_form,
    fill_form,
    found,
)
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, claim, named, open_form
from handlers.inbound import Press, Submission

_ABOUT = re.compile(r"([0-9]{1,15}):([0-9]{1,3}):([a-z-]{1,40})")


async def open_choice(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, templates.open_form, *claim(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, choose_form(words, form), classroom=form.classroom)


async def choose(sent: Submission, context: Context) -> FormResponse | None:
    form = await context.runner.read(sent.actor, templates.open_form, *claim(sent.metadata))
    one = found(form.templates, sent.text(SUBJECT))
    if one is None:
        raise Refusal("old-button", field=SUBJECT)
    words = await context.words(sent.actor)
    view = await named(sent.actor, context, words, fill_form(words, form, one), classroom=form.classroom)
    return FormResponse(view=view, push=True)


async def fill(sent: Submission, context: Context) -> FormResponse | None:
    match = _ABOUT.fullmatch(sent.metadata)
    if match is None:
        raise Refusal("old-button")
    said = {name: value for name in (*PARTS, SHOWS) if isinstance(value := sent.values.get(name), str)}
    chosen = [int(place) for place in sent.chosen(CHOSEN) if place.isascii() and place.isdigit() and len(place) < 3]
    about = (int(match[1]), int(match[2]), match[3])
    await context.runner.once(sent.incoming, sent.actor, templates.fill, *about, said, chosen)
    return FormResponse(clear=True)


ROUTES = Routes(presses={OPEN_CHOICE: open_choice}, forms={CHOOSE: choose, FILL: fill})
