"""A contract that runs: looking at it, changing it, ending it early."""

from bot.activities.changing import easing, together
from bot.activities.changing import use_cases as changing
from bot.activities.changing.easing_messages import EASE, easing_form
from bot.activities.contract.terms_form import chooser
from bot.activities.reviewing.messages import text_form
from bot.domain.actor import Refusal
from bot.domain.easing import Easing
from handlers.context import Context, FormResponse, Routes, claim, one, open_form
from handlers.documents import give_open, is_on_paper
from handlers.inbound import Command, Press, Submission
from handlers.reviewing import filled, open_terms, show_part

PROPOSE = "changing.propose"
_EASE = f"{EASE}_"


async def show(command: Command, context: Context) -> None:
    if is_on_paper(command):
        return await give_open(command, context)
    student = _mentioned(command)
    await context.runner.once(command.incoming, command.actor, changing.show_contract, command.channel, student)
    return None


async def show_mine(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, changing.show_contract, press.channel, "")


async def change(command: Command, context: Context) -> None:
    """The form, where it is clear which contract is meant; else the contracts, each with its button."""
    actor, student = command.actor, _mentioned(command)
    found = await context.runner.read(actor, changing.find_to_change, student)
    if found is None:
        return await show(command, context)
    form = await context.runner.read(actor, changing.open_change, *found)
    return await open_terms(command, context, PROPOSE, form)


async def open_change(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, changing.open_change, *claim(press.value))
    await open_terms(press, context, PROPOSE, form)


async def choose_change(sent: Submission, context: Context) -> FormResponse:
    form = await context.runner.read(sent.actor, changing.open_change, *claim(sent.metadata))
    return await show_part(sent, context, PROPOSE, form)


async def propose(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, changing.propose, *claim(form.metadata), filled(form))
    return None


async def open_easing(press: Press, context: Context) -> None:
    way = Easing(press.action.removeprefix(_EASE))
    claimed, _, target = press.value.rpartition(":")
    form = await context.runner.read(press.actor, easing.open_form, *claim(claimed), one(target), way)
    words = await context.words(press.actor)
    await open_form(press, context, words, easing_form(words, form), contract=form.contract)


async def ease(form: Submission, context: Context) -> FormResponse | None:
    claimed, _, way = form.metadata.rpartition(":")
    claimed, _, target = claimed.rpartition(":")
    if way not in set(Easing):
        raise Refusal("old-button")
    claims = (*claim(claimed), one(target), Easing(way), filled(form).texts)
    await context.runner.once(form.incoming, form.actor, easing.propose, *claims)
    return None


async def sign(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, changing.sign, *claim(press.value))


async def take_back(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, changing.take_back, *claim(press.value))


async def suggest_rhythm(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, together.suggest_rhythm, one(press.value))


async def open_decline(press: Press, context: Context) -> None:
    contract, version = claim(press.value)
    await context.runner.read(press.actor, changing.look_to_decline, contract, version)
    await _open_reason(press, context, contract)


async def open_close(press: Press, context: Context) -> None:
    contract, _ = claim(press.value)
    await context.runner.read(press.actor, changing.look_to_close, contract)
    await _open_reason(press, context, contract)


async def decline(form: Submission, context: Context) -> FormResponse | None:
    reason = form.text("text")
    await context.runner.once(form.incoming, form.actor, changing.decline, *claim(form.metadata), reason)
    return None


async def close(form: Submission, context: Context) -> FormResponse | None:
    contract, _ = claim(form.metadata)
    await context.runner.once(form.incoming, form.actor, changing.close, contract, form.text("text"))
    return None


async def _open_reason(press: Press, context: Context, contract: int) -> None:
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value), contract=contract)


def _mentioned(command: Command) -> str:
    return next(iter(command.mentioned), "")


ROUTES = Routes(
    presses={
        "changing.show": show_mine,
        "changing.open": open_change,
        "changing.sign": sign,
        "changing.decline": open_decline,
        "changing.take_back": take_back,
        "changing.close": open_close,
        "changing.suggest_rhythm": suggest_rhythm,
        **{f"{_EASE}{way}": open_easing for way in Easing},
    },
    forms={
        chooser(PROPOSE): choose_change,
        PROPOSE: propose,
        EASE: ease,
        "changing.decline": decline,
        "changing.close": close,
    },
    commands={"contract": show, "change": change},
)
