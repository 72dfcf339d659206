"""Somebody who is not well: what a school decided."""

from bot.domain.care import CONTACT_FIELDS, CareChoices, Way
from bot.rendering.care_setting import FORM, care_form
from bot.services import care_setting
from handlers.context import Answer, Context, Routes
from handlers.inbound import Press, Submission


async def open_form(press: Press, context: Context) -> None:
    form = await context.desk.read(care_setting.open_form, press.actor)
    words = await context.words(press.actor)
    view = care_form(words, form.setting, form.contacts)
    await context.views.open(press.actor.workspace, press.trigger, view)


async def save(form: Submission, context: Context) -> Answer | None:
    """Slack is asked who the contacts are: nobody else can say that somebody is a guest."""
    choices = _choices(form)
    people = {user: await context.views.who_is(form.actor.workspace, user) for user in choices.contacts if user}
    await context.desk.run(care_setting.decide, form.actor, choices, people, incoming=form.incoming)
    return None


def _choices(form: Submission) -> CareChoices:
    contacts = tuple(form.text(name) for name in CONTACT_FIELDS)
    way = Way.AT_ONCE if form.text("way") == Way.AT_ONCE else Way.STUDENT
    return CareChoices(way, contacts, form.text("helpers"), form.text("emergency"), form.text("minutes"))


ROUTES = Routes(presses={"care.open": open_form}, forms={FORM: save})
