"""A teacher's digest: how often it comes, and when."""

from datetime import time

from bot.activities.checking_in.suggestion_forms import as_said
from bot.activities.digest import replying
from bot.activities.digest import use_cases as digest
from bot.activities.digest.forms import CHOOSE, OPEN, digest_form
from bot.activities.digest.replying_forms import CHOSEN, FORM, TEXT, reply_form
from bot.activities.digest.replying_forms import OPEN as OPEN_REPLIES
from bot.activities.phrases.forms import KEEP
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, one
from handlers.inbound import Press, Submission


async def open_form(press: Press, context: Context) -> None:
    """From the digest; or over another form."""
    form = await context.runner.read(press.actor, digest.open_form)
    view = digest_form(await context.words(press.actor), form)
    show = context.views.push if press.view else context.views.open
    await show(press.actor.workspace, press.trigger, view)


async def choose(form: Submission, context: Context) -> FormResponse | None:
    how, day, at = form.text("how"), form.text("day"), _time(form.text("at"))
    await context.runner.once(form.incoming, form.actor, digest.choose, how, day, at)
    return None


async def open_replies(press: Press, context: Context) -> None:
    """From the digest, or from what a class said."""
    form = await context.runner.read(press.actor, replying.open_form)
    view = reply_form(await context.words(press.actor), form)
    show = context.views.push if press.view else context.views.open
    await show(press.actor.workspace, press.trigger, view)


async def reply(form: Submission, context: Context) -> FormResponse | None:
    """Its metadata names the check-ins: "12,14"."""
    check_ins = [one(id) for id in form.metadata.split(",")]
    said = {id: as_said(form.text(f"{TEXT}{id}"), form.text(f"{CHOSEN}{id}")) for id in check_ins}
    kept = [form.text(f"{TEXT}{id}") for id in check_ins if str(id) in form.chosen(KEEP)]
    await context.runner.once(form.incoming, form.actor, replying.send, said, kept)
    return None


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise Refusal("old-button") from error


ROUTES = Routes(
    presses={OPEN: open_form, OPEN_REPLIES: open_replies},
    forms={CHOOSE: choose, FORM: reply},
)
