"""Standards of a class: shown, brought, taken out, found by typing, and named by targets."""

from bot.activities.documents.buttons import STANDARDS as MINE
from bot.activities.standards import by_evidence, choosing
from bot.activities.standards import use_cases as standards
from bot.activities.standards.evidence_messages import OPEN_SHOWS, SHOWN, SHOWS, shows_form, table_view
from bot.activities.standards.forms import (
    EVERYTHING,
    SERVES,
    TAKEN_OUT,
    TARGETS_MOST,
    add_form,
    choice_form,
    option_of,
    out_form,
)
from bot.activities.standards.messages import ADD, CHOOSE, OPEN, OPEN_CHOICE, OPEN_OUT, OUT
from handlers.context import Context, FormResponse, Option, Routes, claim, one, open_form
from handlers.inbound import Command, Press, Submission, Suggest


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, standards.show, command.channel)


async def open_add(press: Press, context: Context) -> None:
    classroom = one(press.value)
    helping = await context.runner.read(press.actor, standards.open_add, classroom)
    words = await context.words(press.actor)
    await open_form(press, context, words, add_form(words, classroom, helping), classroom=classroom)


async def add(form: Submission, context: Context) -> FormResponse | None:
    classroom, files = one(form.metadata), form.files.get("files", ())
    about = (classroom, form.text("typed"), files, form.text("resources"))
    await context.runner.once(form.incoming, form.actor, standards.add, *about)
    return None


async def open_out(press: Press, context: Context) -> None:
    classroom = one(press.value)
    count = await context.runner.read(press.actor, standards.open_form, classroom)
    words = await context.words(press.actor)
    await open_form(press, context, words, out_form(words, classroom, count), classroom=classroom)


async def take_out(form: Submission, context: Context) -> FormResponse | None:
    classroom, chosen = one(form.metadata), [one(value) for value in form.chosen(TAKEN_OUT)]
    everything = EVERYTHING in form.chosen("all")
    await context.runner.once(form.incoming, form.actor, standards.take_out, classroom, chosen, everything=everything)
    return None


async def open_choice(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, choosing.open_choice, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, choice_form(words, form), classroom=form.classroom)


async def choose(form: Submission, context: Context) -> FormResponse | None:
    _, interview = claim(form.metadata)
    chosen = [form.chosen(SERVES.format(index)) for index in range(TARGETS_MOST)]
    await context.runner.once(form.incoming, form.actor, choosing.choose, interview, chosen)
    return None


async def suggest(asked: Suggest, context: Context) -> list[Option]:
    classroom = one(asked.metadata.partition(":")[0])
    found = await context.runner.read(asked.actor, standards.suggest, classroom, asked.typed)
    return [option_of(standard) for standard in found]


async def open_table(press: Press, context: Context) -> None:
    """Over My journey, or the page of a student. That a colleague read it is written down."""
    table = await context.runner.run(press.actor, by_evidence.open_table, press.value)
    view = table_view(await context.words(press.actor), table)
    show = context.views.push if press.view else context.views.open
    await show(press.actor.workspace, press.trigger, view)


async def open_shows(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, by_evidence.open_shows, one(press.value))
    words = await context.words(press.actor)
    show = context.views.push if press.view else context.views.open
    await show(press.actor.workspace, press.trigger, shows_form(words, form))


async def shows(form: Submission, context: Context) -> FormResponse | None:
    """The table below it is shown as it stands then."""
    classroom, chosen = one(form.metadata), [one(value) for value in form.chosen(SHOWN)]
    about = (classroom, form.text("piece"), chosen)
    table = await context.runner.once(form.incoming, form.actor, by_evidence.shows, *about)
    if form.below:
        view = table_view(await context.words(form.actor), table)
        await context.views.update(form.actor.workspace, form.below, view)
    return None


ROUTES = Routes(
    presses={MINE: open_table, OPEN_SHOWS: open_shows, OPEN: open_add, OPEN_OUT: open_out, OPEN_CHOICE: open_choice},
    forms={SHOWS: shows, ADD: add, OUT: take_out, CHOOSE: choose},
    commands={"standards": from_command},
    suggests={SHOWN: suggest, TAKEN_OUT: suggest, **{SERVES.format(index): suggest for index in range(TARGETS_MOST)}},
)
