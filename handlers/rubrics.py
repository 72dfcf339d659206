"""Rubrics: shown, written, found by typing, and taken for targets."""

from bot.activities.rubrics import taking
from bot.activities.rubrics import use_cases as rubrics
from bot.activities.rubrics.forms import (
    FROM,
    REMOVE,
    TAKES,
    TARGETS_MOST,
    as_typed,
    option_of,
    rubric_form,
    take_form,
)
from bot.activities.rubrics.messages import EDIT, OPEN, OPEN_CHOICE, SAVE, TAKE
from bot.activities.templates.forms import found
from bot.language.templates import templates_of
from handlers.context import Context, FormResponse, Option, Routes, claim, one, open_form
from handlers.inbound import Command, Press, Submission, Suggest
from prompts.words import language_of


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, rubrics.show, command.channel)


async def open_new(press: Press, context: Context) -> None:
    await _open(press, context, one(press.value), 0)


async def open_version(press: Press, context: Context) -> None:
    await _open(press, context, *claim(press.value))


async def _open(press: Press, context: Context, classroom: int, rubric: int) -> None:
    before = await context.runner.read(press.actor, rubrics.open_form, classroom, rubric)
    words = await context.words(press.actor)
    view = rubric_form(words, classroom, before, templates_of(language_of(words.locale)))
    await open_form(press, context, words, view)


async def save(form: Submission, context: Context) -> FormResponse | None:
    classroom, rubric = claim(form.metadata)
    if rubric and REMOVE in form.chosen(REMOVE):
        await context.runner.once(form.incoming, form.actor, rubrics.remove, classroom, rubric)
        return None
    name, table = form.text("name"), form.text("table")
    shipped = found(templates_of(language_of((await context.words(form.actor)).locale)), form.text(FROM))
    if shipped is not None and not rubric and not table:
        name, table = name or shipped.name, as_typed(shipped.rubric)
    said = (name, table, form.files.get("files", ()))
    await context.runner.once(form.incoming, form.actor, rubrics.save, classroom, rubric, *said)
    return None


async def open_choice(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, taking.open_form, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, take_form(words, form), classroom=form.classroom)


async def take(form: Submission, context: Context) -> FormResponse | None:
    _, interview = claim(form.metadata)
    chosen = [form.chosen(TAKES.format(index)) for index in range(TARGETS_MOST)]
    await context.runner.once(form.incoming, form.actor, taking.take, interview, chosen)
    return None


async def suggest(asked: Suggest, context: Context) -> list[Option]:
    classroom, _ = claim(asked.metadata)
    fitting = await context.runner.read(asked.actor, rubrics.suggest, classroom, asked.typed)
    return [option_of(rubric, place) for rubric, place in fitting]


ROUTES = Routes(
    presses={OPEN: open_new, EDIT: open_version, OPEN_CHOICE: open_choice},
    forms={SAVE: save, TAKE: take},
    commands={"rubrics": from_command},
    suggests={TAKES.format(index): suggest for index in range(TARGETS_MOST)},
)
