"""A teacher's phrases: kept in one form, a line each."""

from bot.activities.phrases import use_cases as phrases
from bot.activities.phrases.forms import FORM, OPEN, phrases_form
from handlers.context import Context, FormResponse, Routes
from handlers.inbound import Press, Submission


async def open_form(press: Press, context: Context) -> None:
    """Also over another form."""
    kept = await context.runner.read(press.actor, phrases.open_form)
    view = phrases_form(await context.words(press.actor), kept)
    show = context.views.push if press.view else context.views.open
    await show(press.actor.workspace, press.trigger, view)


async def save(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, phrases.save, form.text("phrases"))
    return None


ROUTES = Routes(presses={OPEN: open_form}, forms={FORM: save})
