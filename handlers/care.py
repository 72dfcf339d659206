"""Somebody who is not well: what a school decided, and the buttons of what is said then."""

from collections.abc import Callable

from bot.activities.care import presses, setting
from bot.activities.care.messages import OFFERS_MOST
from bot.activities.care.messages_setting import FORM, care_form
from bot.domain.care import CONTACT_FIELDS, CareChoices, Way
from bot.domain.errors import Refusal
from handlers.claims import claim
from handlers.context import Answer, Context, OnPress, Routes
from handlers.inbound import Press, Submission
from handlers.meeting import meet_again, who_they_are

ID_DIGITS = 18


async def open_form(press: Press, context: Context) -> None:
    form = await context.desk.read(setting.open_form, press.actor)
    words = await context.words(press.actor)
    view = care_form(words, form.setting, form.contacts)
    await context.views.open(press.actor.workspace, press.trigger, view)


async def save(form: Submission, context: Context) -> Answer | None:
    """Slack is asked who the contacts are: nobody else can say that somebody is a guest."""
    choices = _choices(form)
    people = await who_they_are(form.actor, choices.contacts, context)
    await meet_again(form.actor, context)
    await context.desk.run(setting.decide, form.actor, choices, people, incoming=form.incoming)
    return None


def _choices(form: Submission) -> CareChoices:
    contacts = tuple(form.text(name) for name in CONTACT_FIELDS)
    way = Way.AT_ONCE if form.text("way") == Way.AT_ONCE else Way.STUDENT
    return CareChoices(way, contacts, form.text("helpers"), form.text("emergency"), form.text("minutes"))


async def tell_one(press: Press, context: Context) -> None:
    await context.desk.run(presses.tell_one, press.actor, *claim(press.value), incoming=press.incoming)


def _pressed(use_case: Callable[..., None]) -> OnPress:
    """A button that carries the alert."""

    async def handle(press: Press, context: Context) -> None:
        if not press.value.isascii() or not press.value.isdigit() or len(press.value) > ID_DIGITS:
            raise Refusal("old-button")
        await context.desk.run(use_case, press.actor, int(press.value), incoming=press.incoming)

    return handle


ROUTES = Routes(
    presses={
        "care.open": open_form,
        **{f"care.tell.{number}": tell_one for number in range(OFFERS_MOST)},
        "care.share": _pressed(presses.share),
        "care.take": _pressed(presses.take),
        "care.meant_else": _pressed(presses.meant_else),
        "care.go_on": _pressed(presses.go_on),
    },
    forms={FORM: save},
)
