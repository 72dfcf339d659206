"""Both sides look back at a contract."""

import re

from bot.activities.looking_back import use_cases as looking_back
from bot.activities.looking_back.messages import FORM, look_back_form
from bot.domain.actor import Refusal
from bot.domain.look_back import final_field, rating_field
from handlers.context import Context, FormResponse, Routes, open_form
from handlers.inbound import Press, Submission

_ID = re.compile(r"[0-9]{1,9}")
_RATING = re.compile(rf"{rating_field(0)[:-1]}([0-9]{{1,3}})")
_FINAL = re.compile(rf"{final_field(0)[:-1]}([0-9]{{1,3}})")


async def look_back(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, looking_back.open_form, _contract(press.value))
    words = await context.words(press.actor)
    view = look_back_form(
        words, form.contract, form.side, form.student, form.values, form.before, form.wanted, form.shelf
    )
    await open_form(press, context, words, view, contract=form.contract.id)


async def assess(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(
        form.incoming,
        form.actor,
        looking_back.assess,
        _contract(form.metadata),
        _ratings(form),
        form.text("reflection"),
        _numbers(form),
    )
    return None


def _contract(claim: str) -> int:
    if _ID.fullmatch(claim) is None:
        raise Refusal("old-button")
    return int(claim)


def _ratings(form: Submission) -> dict[int, int]:
    """What was chosen for the criterion at each place."""
    found: dict[int, int] = {}
    for name in form.values:
        place, chosen = _RATING.fullmatch(name), form.text(name)
        if place is not None and chosen.isdecimal() and len(chosen) == 1:
            found[int(place[1])] = int(chosen)
    return found


def _numbers(form: Submission) -> dict[int, str]:
    """The final number of each target, as it was typed."""
    return {int(place[1]): form.text(name) for name in form.values if (place := _FINAL.fullmatch(name))}


ROUTES = Routes(presses={"looking_back.open": look_back}, forms={FORM: assess})
