"""The menu of activities: shown, written, looked through, and made one's own."""

from bot.activities.menus import picking
from bot.activities.menus import use_cases as menus
from bot.activities.menus.forms import (
    COPY,
    LEVEL,
    OFFERED_MOST,
    OWN,
    PICKED,
    REMOVE,
    TYPED,
    activity_form,
    browse_form,
    pick_form,
)
from bot.activities.menus.messages import BROWSE, EDIT, OPEN, OPEN_CHOICE, PICK, SAVE
from handlers.context import Context, FormResponse, Routes, claim, named, one, open_form
from handlers.inbound import Command, Press, Submission

TYPED_PARTS = ("name", "purpose", "interests", "resources", "minutes")


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, menus.show, command.channel)


async def open_new(press: Press, context: Context) -> None:
    await _open(press, context, one(press.value), 0)


async def open_one(press: Press, context: Context) -> None:
    await _open(press, context, *claim(press.value))


async def _open(press: Press, context: Context, classroom: int, activity: int) -> None:
    found = await context.runner.read(press.actor, menus.open_form, classroom, activity)
    words = await context.words(press.actor)
    await open_form(press, context, words, activity_form(words, classroom, found))


async def save(form: Submission, context: Context) -> FormResponse | None:
    classroom, activity = claim(form.metadata)
    ways = form.chosen("ways")
    if activity and REMOVE in ways:
        await context.runner.once(form.incoming, form.actor, menus.remove, classroom, activity)
        return None
    parts = {name: _raw(form, name) for name in TYPED_PARTS}
    parts |= {name: form.text(name) for name in (LEVEL, "evidence")}
    files, copy = form.files.get("files", ()), COPY in ways
    await context.runner.once(form.incoming, form.actor, menus.save, classroom, activity, parts, files, copy=copy)
    return None


def _raw(form: Submission, name: str) -> str:
    """With its lines."""
    value = form.values.get(name)
    return value.strip() if isinstance(value, str) else ""


async def open_choice(press: Press, context: Context) -> None:
    """Of a few all are shown at once; among many the student says what they look for."""
    interview, target = claim(press.value)
    offered = await context.runner.read(press.actor, picking.open_form, interview, target)
    words = await context.words(press.actor)
    view = browse_form(words, offered) if offered.all > OFFERED_MOST else pick_form(words, offered)
    await open_form(press, context, words, view, classroom=offered.classroom)


async def browse(form: Submission, context: Context) -> FormResponse | None:
    interview, target = claim(form.metadata)
    asked = (interview, target, form.text(LEVEL), form.text(TYPED))
    offered = await context.runner.read(form.actor, picking.open_form, *asked)
    words = await context.words(form.actor)
    view = await named(form.actor, context, words, pick_form(words, offered), classroom=offered.classroom)
    return FormResponse(view=view, push=True)


async def pick(form: Submission, context: Context) -> FormResponse | None:
    interview, target = claim(form.metadata)
    said = (interview, target, form.text(PICKED), _raw(form, OWN))
    await context.runner.once(form.incoming, form.actor, picking.take, *said)
    return FormResponse(clear=True)


ROUTES = Routes(
    presses={OPEN: open_new, EDIT: open_one, OPEN_CHOICE: open_choice},
    forms={SAVE: save, BROWSE: browse, PICK: pick},
    commands={"menu": from_command},
)
