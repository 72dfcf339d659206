"""A student writes about themselves; a teacher reads what they show."""

from bot.activities.profile import use_cases as profile
from bot.activities.profile.messages import (
    CHOOSE,
    FORM,
    LANGUAGE,
    OF_SLACK,
    YES,
    about_view,
    choose_form,
    language_form,
    profile_form,
)
from bot.domain.profile import PARTS
from handlers.context import Context, FormResponse, Routes
from handlers.inbound import Press, Submission


async def open_form(press: Press, context: Context) -> None:
    standing = await context.runner.read(press.actor, profile.open_form)
    language = await context.runner.read(press.actor, profile.language_of)
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, profile_form(words, standing, language))


async def save(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(
        form.incoming,
        form.actor,
        profile.save,
        {part: form.text(part) for part in PARTS},
        share_interests=YES in form.chosen("share_interests"),
        share_with_teachers=YES in form.chosen("share_with_teachers"),
        share_answers=YES in form.chosen("share_answers"),
        language=_language(form) if form.text("language") else None,
    )
    return None


async def open_language(press: Press, context: Context) -> None:
    language = await context.runner.read(press.actor, profile.language_of)
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, language_form(words, language))


async def choose_language(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, profile.choose_language, _language(form))
    return None


def _language(form: Submission) -> str:
    chosen = form.text("language")
    return "" if chosen == OF_SLACK else chosen


async def choose(press: Press, context: Context) -> None:
    await context.runner.read(press.actor, profile.choose_student)
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, choose_form(words))


async def read(form: Submission, context: Context) -> FormResponse | None:
    brief = await context.runner.read(form.actor, profile.about_student, form.text("student"))
    return FormResponse(view=about_view(await context.words(form.actor), brief))


async def about(press: Press, context: Context) -> None:
    """The page of the student whose proposal is being read."""
    brief = await context.runner.read(press.actor, profile.about_student, press.value)
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, about_view(words, brief))


ROUTES = Routes(
    presses={"profile.open": open_form, "profile.choose": choose, "profile.about": about, LANGUAGE: open_language},
    forms={FORM: save, CHOOSE: read, LANGUAGE: choose_language},
)
