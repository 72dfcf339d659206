"""A student prepares a conference, by a button in My journey; both agree on the next step, by buttons on its card."""

from bot.activities.conference import use_cases as conference
from bot.activities.conference.messages import (
    AGREE,
    OPEN,
    OPEN_STEP,
    PACK,
    PAGE,
    SAVE,
    SIGN,
    pack_form,
    step_form,
)
from bot.domain.conference import Pack
from handlers.context import Context, FormResponse, Routes, claim, named, one
from handlers.inbound import Press, Submission


async def open_form(press: Press, context: Context) -> None:
    """Over the page of the journey, or from the card."""
    form = await context.runner.read(press.actor, conference.open_form, one(press.value))
    words = await context.words(press.actor)
    view = await named(press.actor, context, words, pack_form(words, form), contract=form.contract)
    show = context.views.push if press.view else context.views.open
    await show(press.actor.workspace, press.trigger, view)


async def save(form: Submission, context: Context) -> FormResponse | None:
    pieces = tuple(int(one) for one in form.chosen("pieces") if one.isascii() and one.isdigit() and len(one) <= 18)
    pack = Pack(form.text("opening"), form.text("script"), form.text("first"), form.text("second"), pieces)
    await context.runner.once(form.incoming, form.actor, conference.save, one(form.metadata), pack)
    return None


async def give_pack(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, conference.give_pack, one(press.value))


async def open_step(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, conference.open_step, one(press.value))
    words = await context.words(press.actor)
    view = await named(press.actor, context, words, step_form(words, found), contract=found.contract)
    await context.views.open(press.actor.workspace, press.trigger, view)


async def agree(form: Submission, context: Context) -> FormResponse | None:
    text = form.text("step")
    await context.runner.once(form.incoming, form.actor, conference.agree_step, one(form.metadata), text)
    return None


async def sign(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, conference.sign_step, *claim(press.value))


async def give_step(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, conference.give_step, one(press.value))


ROUTES = Routes(
    presses={OPEN: open_form, PACK: give_pack, OPEN_STEP: open_step, SIGN: sign, PAGE: give_step},
    forms={SAVE: save, AGREE: agree},
)
