"""Deciding on a proposal, and the talk about it."""

from bot.activities.contract.steps import TermsForm
from bot.activities.contract.terms_form import CHOSEN, TermsPart, chooser, part_form, terms_form
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.reviewing.messages import MOVE_DATES, text_form
from bot.domain.actor import Refusal
from bot.language.terms_typed import Filled
from handlers.context import Context, FormResponse, Routes, claim, named, one, open_form
from handlers.inbound import Command, Press, Submission

SUGGEST = "reviewing.suggest"
COUNTER = "reviewing.counter"


async def approve(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, reviewing.approve, *claim(press.value))


async def move_dates(press: Press, context: Context) -> None:
    claimed, _, days = press.value.rpartition(":")
    await context.runner.once(press.incoming, press.actor, reviewing.move_dates, *claim(claimed), one(days))


async def open_decision(press: Press, context: Context) -> None:
    """Ask, or send back: the modal for it, while the proposal waits."""
    contract, version = claim(press.value)
    await context.runner.read(press.actor, reviewing.look_to_decide, contract, version)
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value), contract=contract)


async def open_answer(press: Press, context: Context) -> None:
    contract, _ = claim(press.value)
    asked = await context.runner.read(press.actor, reviewing.open_question, contract)
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value, asked), contract=contract)


async def ask(form: Submission, context: Context) -> FormResponse | None:
    contract, version = claim(form.metadata)
    await context.runner.once(form.incoming, form.actor, reviewing.ask, contract, version, form.text("text"))
    return None


async def answer(form: Submission, context: Context) -> FormResponse | None:
    contract, _ = claim(form.metadata)
    await context.runner.once(form.incoming, form.actor, reviewing.answer, contract, form.text("text"))
    return None


async def redirect(form: Submission, context: Context) -> FormResponse | None:
    contract, version = claim(form.metadata)
    reason = form.text("text")
    await context.runner.once(form.incoming, form.actor, reviewing.redirect, contract, version, reason)
    return None


# Suggested changes, and the student's answer to them.


def filled(form: Submission) -> Filled:
    """The terms as they were typed."""
    texts = {name: _text(value) for name, value in form.values.items() if name != "check_in_days"}
    return Filled(texts, form.chosen("check_in_days") if "check_in_days" in form.values else None)


def _text(value: str | list[str] | None) -> str:
    return "\n".join(value) if isinstance(value, list) else value or ""


async def open_terms(asked: Press | Command, context: Context, callback: str, form: TermsForm) -> None:
    """Ask first which part it is about."""
    words = await context.words(asked.actor)
    view = part_form(words, callback, f"{form.contract}:{form.version}", form.side)
    await open_form(asked, context, words, view, contract=form.contract)


async def show_part(sent: Submission, context: Context, callback: str, form: TermsForm) -> FormResponse:
    """The part that was chosen, in the place of that question."""
    words = await context.words(sent.actor)
    chosen = sent.text(CHOSEN)
    if chosen not in set(TermsPart):
        raise Refusal("old-button")
    view = terms_form(
        words,
        callback,
        sent.metadata,
        form.terms,
        form.side,
        form.days,
        form.weeks,
        form.says_when,
        TermsPart(chosen),
        form.graded,
    )
    return FormResponse(view=await named(sent.actor, context, words, view, contract=form.contract))


async def open_suggestion(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, reviewing.open_suggestion, *claim(press.value))
    await open_terms(press, context, press.action, form)


async def open_counter(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, reviewing.open_counter, *claim(press.value))
    await open_terms(press, context, press.action, form)


async def choose_suggestion(sent: Submission, context: Context) -> FormResponse:
    form = await context.runner.read(sent.actor, reviewing.open_suggestion, *claim(sent.metadata))
    return await show_part(sent, context, SUGGEST, form)


async def choose_counter(sent: Submission, context: Context) -> FormResponse:
    form = await context.runner.read(sent.actor, reviewing.open_counter, *claim(sent.metadata))
    return await show_part(sent, context, COUNTER, form)


async def open_wonder(press: Press, context: Context) -> None:
    contract, version = claim(press.value)
    await context.runner.read(press.actor, reviewing.look_to_wonder, contract, version)
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value), contract=contract)


async def open_explanation(press: Press, context: Context) -> None:
    contract, entry = claim(press.value)
    asked = await context.runner.read(press.actor, reviewing.open_explanation, contract, entry)
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value, asked), contract=contract)


async def suggest(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, reviewing.suggest, *claim(form.metadata), filled(form))
    return None


async def sign(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, reviewing.sign, *claim(press.value))


async def counter(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, reviewing.counter, *claim(form.metadata), filled(form))
    return None


async def wonder(form: Submission, context: Context) -> FormResponse | None:
    question = form.text("text")
    await context.runner.once(form.incoming, form.actor, reviewing.wonder, *claim(form.metadata), question)
    return None


async def explain(form: Submission, context: Context) -> FormResponse | None:
    text = form.text("text")
    await context.runner.once(form.incoming, form.actor, reviewing.explain, *claim(form.metadata), text)
    return None


ROUTES = Routes(
    presses={
        "reviewing.approve": approve,
        MOVE_DATES: move_dates,
        "reviewing.ask": open_decision,
        "reviewing.redirect": open_decision,
        "reviewing.answer": open_answer,
        SUGGEST: open_suggestion,
        "reviewing.sign": sign,
        COUNTER: open_counter,
        "reviewing.wonder": open_wonder,
        "reviewing.explain": open_explanation,
    },
    forms={
        "reviewing.ask": ask,
        "reviewing.answer": answer,
        "reviewing.redirect": redirect,
        chooser(SUGGEST): choose_suggestion,
        chooser(COUNTER): choose_counter,
        SUGGEST: suggest,
        COUNTER: counter,
        "reviewing.wonder": wonder,
        "reviewing.explain": explain,
    },
)
