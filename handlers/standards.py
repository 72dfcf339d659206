"""Standards of a class: shown, brought, taken out, found by typing, and named by targets."""

from bot.activities.standards import choosing
from bot.activities.standards import use_cases as standards
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
    await context.runner.read(press.actor, standards.open_form, classroom)
    words = await context.words(press.actor)
    await open_form(press, context, words, add_form(words, classroom), classroom=classroom)


async def add(form: Submission, context: Context) -> FormResponse | None:
    classroom, files = one(form.metadata), form.files.get("files", ())
    await context.runner.once(form.incoming, form.actor, standards.add, classroom, form.text("typed"), files)
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


ROUTES = Routes(
    presses={OPEN: open_add, OPEN_OUT: open_out, OPEN_CHOICE: open_choice},
    forms={ADD: add, OUT: take_out, CHOOSE: choose},
    commands={"standards": from_command},
    suggests={TAKEN_OUT: suggest, **{SERVES.format(index): suggest for index in range(TARGETS_MOST)}},
)
