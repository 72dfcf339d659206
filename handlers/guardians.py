"""A note to a family: a teacher asks for it on a student's page, by a form; the rest is buttons on its card."""

from bot.activities.guardians import use_cases as guardians
from bot.activities.guardians.messages import ASK, BACK, NO, OPEN, PAPER, YES, ask_form
from bot.domain.guardians import FamilyNoteAsked
from handlers.context import Context, FormResponse, Routes, named, one
from handlers.inbound import Press, Submission


async def open_form(press: Press, context: Context) -> None:
    """Over the page of the student."""
    form = await context.runner.read(press.actor, guardians.open_form, one(press.value))
    words = await context.words(press.actor)
    view = await named(press.actor, context, words, ask_form(words, form), contract=form.contract)
    show = context.views.push if press.view else context.views.open
    await show(press.actor.workspace, press.trigger, view)


async def ask(form: Submission, context: Context) -> FormResponse | None:
    asked = FamilyNoteAsked(form.text("language"), form.chosen("ways"), form.text("word"))
    await context.runner.once(form.incoming, form.actor, guardians.ask, one(form.metadata), asked)
    return None


async def say_yes(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, guardians.say_yes, one(press.value))


async def say_no(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, guardians.say_no, one(press.value))


async def give_paper(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, guardians.give_paper, one(press.value))


async def note_back(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, guardians.note_back, one(press.value))


ROUTES = Routes(
    presses={OPEN: open_form, YES: say_yes, NO: say_no, PAPER: give_paper, BACK: note_back},
    forms={ASK: ask},
)
