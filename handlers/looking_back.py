"""Both sides look back at a contract."""

import re

from bot.activities.looking_back import going_on, grading, grading_messages, halfway, halfway_messages, parts
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.looking_back.forms import FORM, OUTSIDE_WORDS, PIECES, WORDS, look_back_form, next_part, part_form
from bot.activities.looking_back.messages import ELSE, GO_ON, SMALLER, LookBackForm
from bot.domain.actor import Refusal
from bot.domain.look_back import FromOutside, Part, Reflection, final_field, outside_field, piece_field, rating_field
from handlers.context import Context, FormResponse, Routes, on_one, one, open_form
from handlers.inbound import Press, Submission

_ID = re.compile(r"[0-9]{1,9}")
_RATING = re.compile(rf"{rating_field(0)[:-1]}([0-9]{{1,3}})")
_OUTSIDE = re.compile(rf"{outside_field(0)[:-1]}([0-9]{{1,3}})")
_FINAL = re.compile(rf"{final_field(0)[:-1]}([0-9]{{1,3}})")
_PIECE = re.compile(rf"{piece_field(0)[:-1]}([0-9]{{1,18}})")


async def look_back(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, looking_back.open_form, _contract(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, look_back_form(words, form), contract=form.contract.id)


async def assess(form: Submission, context: Context) -> FormResponse | None:
    """A teacher's form; or a student's first part, which has no reflection."""
    contract = _contract(form.metadata)
    if "reflection" not in form.values:
        return await _part(form, context, Part.SIGNS)
    await context.runner.once(
        form.incoming,
        form.actor,
        looking_back.assess,
        contract,
        ratings_in(form),
        form.text("reflection"),
        final_numbers(form),
        form.text("otherwise"),
        FromOutside(_chosen_in(form, _OUTSIDE), form.text(OUTSIDE_WORDS)),
    )
    return None


async def choose(form: Submission, context: Context) -> FormResponse | None:
    return await _part(form, context, Part.PIECES)


async def _part(form: Submission, context: Context, part: Part) -> FormResponse:
    """Kept, and the next one over it: whoever goes back may send it on again."""
    contract = _contract(form.metadata)
    kept: LookBackForm
    if part is Part.SIGNS:
        kept = await context.runner.run(form.actor, parts.rate, contract, ratings_in(form), final_numbers(form))
    else:
        kept = await context.runner.run(form.actor, parts.choose, contract, _typed(form, _PIECE))
    words = await context.words(form.actor)
    return FormResponse(view=part_form(words, kept, next_part(kept, part)), push=True)


async def send(form: Submission, context: Context) -> FormResponse | None:
    said = Reflection(form.text("again"), form.text("otherwise"), form.text("surprise"), form.text("word"))
    await context.runner.once(form.incoming, form.actor, parts.send, _contract(form.metadata), said)
    return FormResponse(clear=True)


async def go_on(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, going_on.go_on, one(press.value), smaller=False)


async def go_on_smaller(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, going_on.go_on, one(press.value), smaller=True)


async def open_halfway(press: Press, context: Context) -> None:
    brief = await context.runner.read(press.actor, halfway.open_form, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, halfway_messages.halfway_form(words, brief), contract=brief.contract.id)


async def rate_halfway(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, halfway.rate, _contract(form.metadata), ratings_in(form))
    return None


async def open_grading(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, grading.open_form, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, grading_messages.grading_form(words, found), classroom=found.classroom)


async def choose_grading(form: Submission, context: Context) -> FormResponse | None:
    classroom, part = one(form.metadata), form.text("part")
    await context.runner.once(form.incoming, form.actor, grading.choose, classroom, part, form.text("signs"))
    return None


def _contract(claim: str) -> int:
    if _ID.fullmatch(claim) is None:
        raise Refusal("old-button")
    return int(claim)


def ratings_in(form: Submission) -> dict[int, int]:
    """What was chosen for the criterion at each place."""
    return _chosen_in(form, _RATING)


def _chosen_in(form: Submission, names: re.Pattern[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    for name in form.values:
        place, chosen = names.fullmatch(name), form.text(name)
        if place is not None and chosen.isdecimal() and len(chosen) == 1:
            found[int(place[1])] = int(chosen)
    return found


def final_numbers(form: Submission) -> dict[int, str]:
    """The final numbers that were typed, by the place of the target."""
    return _typed(form, _FINAL)


def _typed(form: Submission, name: re.Pattern[str]) -> dict[int, str]:
    """What was typed into the fields that are called so, by the number in their names."""
    return {int(place[1]): form.text(field) for field in form.values if (place := name.fullmatch(field))}


ROUTES = Routes(
    presses={
        "looking_back.open": look_back,
        GO_ON: go_on,
        SMALLER: go_on_smaller,
        ELSE: on_one(going_on.something_else),
        halfway_messages.OPEN: open_halfway,
        grading_messages.OPEN: open_grading,
    },
    forms={
        grading_messages.FORM: choose_grading,
        FORM: assess,
        PIECES: choose,
        WORDS: send,
        halfway_messages.FORM: rate_halfway,
    },
)
