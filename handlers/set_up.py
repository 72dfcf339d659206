"""Setting up a class, and keeping its roster true."""

import re
from datetime import date, time

from bot.activities.admitting import use_cases as admitting
from bot.activities.set_up import term
from bot.activities.set_up import use_cases as set_up
from bot.activities.set_up.messages import FORM, set_up_form
from bot.activities.set_up.use_cases import ClassChoices
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Autonomy
from handlers.context import Context, Event, FormResponse, Routes, one, who_they_are
from handlers.inbound import Command, Press, Submission, is_id


async def open_form(command: Command, context: Context) -> None:
    actor = command.actor
    me = await context.views.who_is(actor.workspace, actor.user)
    form = await context.runner.read(actor, set_up.open_form, command.channel, me)
    if not await context.views.is_in(actor.workspace, command.channel):
        raise Refusal("accord-not-here")
    words = await context.words(actor)
    view = set_up_form(
        words, form.channel, form.classroom, form.co_teachers, form.timezone, form.teaches, form.school_mb
    )
    await context.views.open(actor.workspace, command.trigger, view)


async def save(form: Submission, context: Context) -> FormResponse | None:
    choices = ClassChoices(
        channel=form.metadata,
        name=form.text("name"),
        co_teachers=form.chosen("co_teachers"),
        timezone=form.text("timezone"),
        term_ends_on=_date(form.text("term_ends_on")),
        check_in_days=form.chosen("check_in_days"),
        check_in_time=_time(form.text("check_in_time")),
        shoutouts=form.text("shoutouts") != "off",
        looks_first=form.text("shoutouts") == "first",
        autonomy=_autonomy(form.text("autonomy")),
        takes_over=form.text("takes_over"),
        grades=form.text("grades"),
        takes=form.chosen("takes"),
        file_mb=_megabytes(form.text("file_mb")),
    )
    people = await who_they_are(form.actor, (form.actor.user, *choices.co_teachers), context)
    await context.runner.once(form.incoming, form.actor, set_up.set_up, choices, people)
    return None


async def suggest_end(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, term.suggest_end, one(press.value))


async def name_teacher(press: Press, context: Context) -> None:
    admin, chosen = press.actor.user, press.value
    said = await who_they_are(press.actor, (admin, chosen), context)
    me, named = said[admin], said.get(chosen)
    await context.runner.once(press.incoming, press.actor, set_up.name_teacher, chosen, me, named)


async def take_back_teacher(press: Press, context: Context) -> None:
    me = await context.views.who_is(press.actor.workspace, press.actor.user)
    await context.runner.once(press.incoming, press.actor, set_up.take_back_teacher, press.value, me)


async def joined(event: Event, context: Context) -> None:
    actor, channel = _who_and_where(event)
    me = await context.views.who_is(actor.workspace, actor.user)
    await context.runner.once(event.incoming, actor, set_up.join, channel, me)


async def left(event: Event, context: Context) -> None:
    actor, channel = _who_and_where(event)
    await context.runner.once(event.incoming, actor, set_up.leave, channel)


async def changed(event: Event, context: Context) -> None:
    """Slack says who somebody is now: a new name, zone, language, or an account that was closed.

    It says so of everybody in the workspace; of those who have nothing to do with Accord nothing is asked or kept.
    """
    user = event.payload.get("user")
    ident = _id(user.get("id")) if isinstance(user, dict) else ""
    actor = Actor(event.workspace, ident)
    known = bool(ident) and await context.runner.read(actor, set_up.knows)
    if known and isinstance(user, dict) and user.get("deleted") is True:
        await context.runner.once(event.incoming, actor, set_up.close_account)
        return
    if not known:
        return
    me = await context.views.who_is(event.workspace, ident)
    if me is None:
        await context.runner.once(event.incoming, actor, set_up.ask_again)
    else:
        await context.runner.once(event.incoming, actor, admitting.learn, me)


async def archived(event: Event, context: Context) -> None:
    actor, channel = _who_and_where(event)
    away = event.kind in ("channel_archive", "group_archive")
    await context.runner.once(event.incoming, actor, set_up.archive, channel, away)


async def shared(event: Event, context: Context) -> None:
    """The channel is shared with another organisation from now on, or no longer. Of each of its people Slack need not
    say that they came, or went."""
    _, channel = _who_and_where(event)
    await context.runner.once(event.incoming, Actor(event.workspace, ""), set_up.read_anew, channel)


def _who_and_where(event: Event) -> tuple[Actor, str]:
    user, channel = (_id(event.payload.get(name)) for name in ("user", "channel"))
    return Actor(event.workspace, user), channel


def _id(value: object) -> str:
    return str(value) if is_id(value) else ""


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refusal("date-in-the-past", field="term_ends_on") from None


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        raise Refusal("no-time", field="check_in_time") from None


def _megabytes(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text, re.ASCII) else None


def _autonomy(text: str) -> Autonomy:
    return Autonomy(text) if text in set(Autonomy) else Autonomy.SHARED


ROUTES = Routes(
    presses={"set_up.name_teacher": name_teacher, "set_up.take_back_teacher": take_back_teacher},
    forms={FORM: save},
    commands={"setup": open_form},
    events={
        "member_joined_channel": joined,
        "member_left_channel": left,
        "user_change": changed,
        "channel_archive": archived,
        "channel_unarchive": archived,
        "group_archive": archived,
        "group_unarchive": archived,
        "channel_shared": shared,
        "channel_unshared": shared,
    },
)
