"""A round in which a class is asked about interests, or about the year."""

from bot.activities.inventory import use_cases as inventory
from bot.activities.inventory.messages import (
    ASK,
    END,
    KEEP,
    OPEN,
    SAY_GOALS,
    SAY_INTERESTS,
    SHOWN,
    goals_form,
    interests_form,
    shown_form,
)
from bot.domain.inventory import QUESTIONS, ROUNDS, RoundKind
from handlers.context import Context, FormResponse, Routes, claim, on_one, one, open_form
from handlers.inbound import Command, Press, Submission


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, inventory.show_ways, command.channel)


async def ask(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, inventory.ask, *claim(press.value))


async def end(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, inventory.end, one(press.value))


async def open_answer(press: Press, context: Context) -> None:
    found, kind = await context.runner.read(press.actor, inventory.open_answer, one(press.value))
    words = await context.words(press.actor)
    made = goals_form if kind is RoundKind.YEAR else interests_form
    await open_form(press, context, words, made(words, found))


async def say_interests(form: Submission, context: Context) -> FormResponse | None:
    chosen = {question: form.text(question) for question in QUESTIONS}
    said = (chosen, form.text("share"))
    await context.runner.once(form.incoming, form.actor, inventory.say_interests, one(form.metadata), *said)
    return None


async def say_goals(form: Submission, context: Context) -> FormResponse | None:
    said = (form.text("school"), form.text("own"), form.text("share"))
    await context.runner.once(form.incoming, form.actor, inventory.say_goals, one(form.metadata), *said)
    return None


async def open_shown(press: Press, context: Context) -> None:
    shown = await context.runner.read(press.actor, inventory.open_shown, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, shown_form(words, shown))


ROUTES = Routes(
    presses={
        **{f"{ASK}.{place}": ask for place in range(len(ROUNDS))},
        END: end,
        OPEN: open_answer,
        KEEP: on_one(inventory.keep),
        SHOWN: open_shown,
    },
    forms={SAY_INTERESTS: say_interests, SAY_GOALS: say_goals},
    commands={"interests": from_command},
)
