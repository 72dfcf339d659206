"""Teachers rate the same work: a form to invite, one to rate, and buttons."""

import re

from bot.activities.calibrating import use_cases as calibrating
from bot.activities.calibrating.forms import ask_form, rate_form
from bot.activities.calibrating.messages import ASK, BEGIN, CLOSE, DECLINE, NO, OPEN, OPEN_RATE, RATE, YES
from handlers.context import Context, FormResponse, Routes, claim, one, open_form
from handlers.inbound import Press, Submission

_SIGN = re.compile(r"sign-([0-9]{1,2})-[0-9]{1,18}", re.ASCII)
_LEVEL = re.compile(r"[0-9]", re.ASCII)


async def open_ask(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, calibrating.open_form, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, ask_form(words, form), classroom=form.classroom)


async def ask(form: Submission, context: Context) -> FormResponse | None:
    pieces, people = [one(value) for value in form.chosen("pieces")], form.chosen("colleagues")
    about = (one(form.metadata), pieces, form.text("by"), people)
    await context.runner.once(form.incoming, form.actor, calibrating.ask, *about)
    return None


async def say_yes(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, calibrating.say_yes, one(press.value))


async def say_no(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, calibrating.say_no, one(press.value))


async def begin(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, calibrating.begin, one(press.value))


async def close(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, calibrating.close, one(press.value))


async def decline(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, calibrating.decline, one(press.value))


async def open_rate(press: Press, context: Context) -> None:
    """No class is named above it: a colleague is not to know of whose class it is."""
    form = await context.runner.read(press.actor, calibrating.open_rate, one(press.value))
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, rate_form(words, form))


async def rate(form: Submission, context: Context) -> FormResponse | None:
    """Kept, and the next piece in its place."""
    calibration, piece = claim(form.metadata)
    chosen = {
        int(found[1]): int(form.text(name))
        for name in form.values
        if (found := _SIGN.fullmatch(name)) and _LEVEL.fullmatch(form.text(name))
    }
    following = await context.runner.run(form.actor, calibrating.rate, calibration, piece, chosen)
    if following is None:
        return None
    return FormResponse(view=rate_form(await context.words(form.actor), following))


ROUTES = Routes(
    presses={
        OPEN: open_ask,
        YES: say_yes,
        NO: say_no,
        BEGIN: begin,
        CLOSE: close,
        OPEN_RATE: open_rate,
        DECLINE: decline,
    },
    forms={ASK: ask, RATE: rate},
)
