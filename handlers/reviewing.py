"""Deciding on a proposal, and the talk about it."""

from bot.activities.contract.steps import TermsForm
from bot.activities.contract.terms_form import terms_form
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.reviewing.messages import text_form
from bot.language.terms_typed import Filled
from handlers.context import Answer, Context, Routes, claim, open_form
from handlers.inbound import Command, Press, Submission


async def approve(press: Press, context: Context) -> None:
    await context.desk.run(reviewing.approve, press.actor, *claim(press.value), incoming=press.incoming)


async def open_decision(press: Press, context: Context) -> None:
    """Ask, or send back: the modal for it, while the proposal waits."""
    contract, version = claim(press.value)
    await context.desk.read(reviewing.look_to_decide, press.actor, contract, version)
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value), contract=contract)


async def open_answer(press: Press, context: Context) -> None:
    contract, _ = claim(press.value)
    asked = await context.desk.read(reviewing.open_question, press.actor, contract)
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value, asked), contract=contract)


async def ask(form: Submission, context: Context) -> Answer | None:
    contract, version = claim(form.metadata)
    await context.desk.run(reviewing.ask, form.actor, contract, version, form.text("text"), incoming=form.incoming)
    return None


async def answer(form: Submission, context: Context) -> Answer | None:
    contract, _ = claim(form.metadata)
    await context.desk.run(reviewing.answer, form.actor, contract, form.text("text"), incoming=form.incoming)
    return None


async def redirect(form: Submission, context: Context) -> Answer | None:
    contract, version = claim(form.metadata)
    reason = form.text("text")
    await context.desk.run(reviewing.redirect, form.actor, contract, version, reason, incoming=form.incoming)
    return None


# Suggested changes, and the student's answer to them.


def filled(form: Submission) -> Filled:
    """The terms as they were typed."""
    texts = {name: value for name, value in form.values.items() if isinstance(value, str)}
    return Filled(texts, form.chosen("check_in_days"))


async def open_terms(asked: Press | Command, context: Context, callback: str, form: TermsForm) -> None:
    words = await context.words(asked.actor)
    metadata = f"{form.contract}:{form.version}"
    view = terms_form(words, callback, metadata, form.terms, form.side, form.days)
    await open_form(asked, context, words, view, contract=form.contract)


async def open_suggestion(press: Press, context: Context) -> None:
    form = await context.desk.read(reviewing.open_suggestion, press.actor, *claim(press.value))
    await open_terms(press, context, press.action, form)


async def open_counter(press: Press, context: Context) -> None:
    form = await context.desk.read(reviewing.open_counter, press.actor, *claim(press.value))
    await open_terms(press, context, press.action, form)


async def open_wonder(press: Press, context: Context) -> None:
    contract, version = claim(press.value)
    await context.desk.read(reviewing.look_to_wonder, press.actor, contract, version)
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value), contract=contract)


async def open_explanation(press: Press, context: Context) -> None:
    contract, entry = claim(press.value)
    asked = await context.desk.read(reviewing.open_explanation, press.actor, contract, entry)
    words = await context.words(press.actor)
    await open_form(press, context, words, text_form(words, press.action, press.value, asked), contract=contract)


async def suggest(form: Submission, context: Context) -> Answer | None:
    await context.desk.run(reviewing.suggest, form.actor, *claim(form.metadata), filled(form), incoming=form.incoming)
    return None


async def sign(press: Press, context: Context) -> None:
    await context.desk.run(reviewing.sign, press.actor, *claim(press.value), incoming=press.incoming)


async def counter(form: Submission, context: Context) -> Answer | None:
    await context.desk.run(reviewing.counter, form.actor, *claim(form.metadata), filled(form), incoming=form.incoming)
    return None


async def wonder(form: Submission, context: Context) -> Answer | None:
    question = form.text("text")
    await context.desk.run(reviewing.wonder, form.actor, *claim(form.metadata), question, incoming=form.incoming)
    return None


async def explain(form: Submission, context: Context) -> Answer | None:
    text = form.text("text")
    await context.desk.run(reviewing.explain, form.actor, *claim(form.metadata), text, incoming=form.incoming)
    return None


ROUTES = Routes(
    presses={
        "reviewing.approve": approve,
        "reviewing.ask": open_decision,
        "reviewing.redirect": open_decision,
        "reviewing.answer": open_answer,
        "reviewing.suggest": open_suggestion,
        "reviewing.sign": sign,
        "reviewing.counter": open_counter,
        "reviewing.wonder": open_wonder,
        "reviewing.explain": open_explanation,
    },
    forms={
        "reviewing.ask": ask,
        "reviewing.answer": answer,
        "reviewing.redirect": redirect,
        "reviewing.suggest": suggest,
        "reviewing.counter": counter,
        "reviewing.wonder": wonder,
        "reviewing.explain": explain,
    },
)
