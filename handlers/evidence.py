"""What students show: for which target, what it shows, and who has looked."""

import re

from bot.activities.evidence import giving
from bot.activities.evidence import use_cases as evidence
from bot.activities.evidence.forms import GIVE, give_form, given_in
from bot.activities.evidence.messages import (
    ADD,
    CHOICES_MOST,
    CHOOSE,
    CHOOSE_OF_MANY,
    DROP,
    OPEN_LINE,
    SAVE,
    SEEN,
    line_form,
)
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, one, open_form
from handlers.inbound import Press, Submission

_CHOSEN = re.compile(r"([0-9]{1,18}):([0-9]{1,18}):([0-9]{1,9})", re.ASCII)


async def choose(press: Press, context: Context) -> None:
    found = _CHOSEN.fullmatch(press.value)
    if found is None:
        raise Refusal("old-button")
    piece, contract, target = (int(part) for part in found.groups())
    await context.runner.once(press.incoming, press.actor, evidence.choose, piece, contract, target)


async def drop(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, evidence.drop, one(press.value))


async def open_line(press: Press, context: Context) -> None:
    piece = await context.runner.read(press.actor, evidence.open_line, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, line_form(words, piece), contract=piece.contract)


async def say_line(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, evidence.say_line, one(form.metadata), form.text("line"))
    return None


async def open_add(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, giving.open_form, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, give_form(words, form), contract=form.contract)


async def give(form: Submission, context: Context) -> FormResponse | None:
    given = given_in(form.text)
    await context.runner.once(form.incoming, form.actor, giving.give, one(form.metadata), given, form.handed("files"))
    return None


async def seen(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, evidence.seen, one(press.value))


ROUTES = Routes(
    presses={
        **{CHOOSE.format(i): choose for i in range(CHOICES_MOST)},
        CHOOSE_OF_MANY: choose,
        ADD: open_add,
        DROP: drop,
        OPEN_LINE: open_line,
        SEEN: seen,
    },
    forms={SAVE: say_line, GIVE: give},
)
