"""Who teaches a class changes: an admin gives it another teacher, closes it or opens it again, and whoever teaches it
now says whose their own contracts are."""

import re

from bot.activities.teaching import closing
from bot.activities.teaching import use_cases as teaching
from bot.activities.teaching.closing_messages import CLOSE, CLOSE_ANY, OPEN_AGAIN
from bot.activities.teaching.messages import CHOOSE, FORM, KEEP, OTHERS_MOST, give_form
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, meet_again
from handlers.inbound import Press, Submission, is_id

# An admin gives a class that nobody teaches another teacher.


_ID = re.compile(r"[0-9]{1,15}", re.ASCII)


async def open_form(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, teaching.open_form, _classroom(press.value))
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, give_form(words, found.id, found.name))


async def give(form: Submission, context: Context) -> FormResponse | None:
    user = form.text("teacher")
    chosen = await context.views.who_is(form.actor.workspace, user) if is_id(user) else None
    await meet_again(form.actor, context)
    await context.runner.once(form.incoming, form.actor, teaching.give, _classroom(form.metadata), chosen)
    return None


def _classroom(claim: str) -> int:
    if _ID.fullmatch(claim) is None:
        raise Refusal("old-button")
    return int(claim)


# An admin closes a class, or opens it again.


async def close(press: Press, context: Context) -> None:
    await meet_again(press.actor, context)
    await context.runner.once(press.incoming, press.actor, closing.close, _classroom(press.value))


async def open_again(press: Press, context: Context) -> None:
    await meet_again(press.actor, context)
    await context.runner.once(press.incoming, press.actor, closing.open_again, _classroom(press.value))


# Somebody who teaches a class now says with whom a contract of their own stays.


_CLAIM = re.compile(r"([0-9]{1,15}):([UW][A-Z0-9]{1,30})", re.ASCII)


async def keep(press: Press, context: Context) -> None:
    claim = _CLAIM.fullmatch(press.value)
    if claim is None:
        raise Refusal("old-button")
    await context.runner.once(press.incoming, press.actor, teaching.keep, int(claim[1]), claim[2])


ROUTES = Routes(
    presses={
        CHOOSE: open_form,
        CLOSE: close,
        CLOSE_ANY: close,
        OPEN_AGAIN: open_again,
        **{f"{KEEP}.{n}": keep for n in range(OTHERS_MOST)},
    },
    forms={FORM: give},
)
