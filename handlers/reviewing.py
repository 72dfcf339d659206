"""Deciding on a proposal, and the talk about it."""

from bot.activities.reviewing import use_cases as reviewing
from bot.activities.reviewing.messages import text_form
from handlers.context import Answer, Context, Routes, claim, open_form
from handlers.inbound import Press, Submission


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


ROUTES = Routes(
    presses={
        "reviewing.approve": approve,
        "reviewing.ask": open_decision,
        "reviewing.redirect": open_decision,
        "reviewing.answer": open_answer,
    },
    forms={"reviewing.ask": ask, "reviewing.answer": answer, "reviewing.redirect": redirect},
)
