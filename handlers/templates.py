"""Templates of subjects: chosen, and filled in a student's own words."""

import re

from bot.activities.templates import use_cases as templates
from bot.activities.templates import writing
from bot.activities.templates.forms import (
    CHOOSE,
    CHOSEN,
    FILES,
    FILL,
    OPEN_CHOICE,
    PARTS,
    REMOVE,
    SHOWS,
    SUBJECT,
    WRITTEN,
    choose_form,
    fill_form,
    found,
    template_form,
)
from bot.activities.templates.messages import EDIT, OPEN, SAVE
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, claim, named, one, open_form
from handlers.inbound import Command, Press, Submission

_ABOUT = re.compile(r"([0-9]{1,15}):([0-9]{1,3}):([a-z0-9-]{1,40})")


async def open_choice(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, templates.open_form, *claim(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, choose_form(words, form), classroom=form.classroom)


async def choose(sent: Submission, context: Context) -> FormResponse | None:
    form = await context.runner.read(sent.actor, templates.open_form, *claim(sent.metadata))
    chosen = found(form.templates, sent.text(SUBJECT))
    if chosen is None:
        raise Refusal("old-button", field=SUBJECT)
    words = await context.words(sent.actor)
    view = await named(sent.actor, context, words, fill_form(words, form, chosen), classroom=form.classroom)
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


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, writing.show, command.channel)


async def open_new(press: Press, context: Context) -> None:
    await _open(press, context, one(press.value), 0)


async def open_one(press: Press, context: Context) -> None:
    await _open(press, context, *claim(press.value))


async def _open(press: Press, context: Context, classroom: int, template: int) -> None:
    standing = await context.runner.read(press.actor, writing.open_form, classroom, template)
    words = await context.words(press.actor)
    await open_form(press, context, words, template_form(words, classroom, standing))


async def save(sent: Submission, context: Context) -> FormResponse | None:
    classroom, template = claim(sent.metadata)
    if template and REMOVE in sent.chosen(REMOVE):
        await context.runner.once(sent.incoming, sent.actor, writing.remove, classroom, template)
        return None
    parts = {name: value for name in (*WRITTEN, SHOWS) if isinstance(value := sent.values.get(name), str)}
    files = sent.files.get(FILES, ())
    await context.runner.once(sent.incoming, sent.actor, writing.save, classroom, template, parts, files)
    return None


ROUTES = Routes(
    presses={OPEN_CHOICE: open_choice, OPEN: open_new, EDIT: open_one},
    forms={CHOOSE: choose, FILL: fill, SAVE: save},
    commands={"templates": from_command},
)
