"""Days off of a class: typed as a command, in a form, or ticked among the events of the school's calendar."""

import re

from bot.activities.calendar import on_days_off, taking_in
from bot.activities.calendar import use_cases as calendar
from bot.activities.calendar.forms import CHOOSE, FORM, NO_COUNTRY, calendar_form, events_form
from bot.activities.calendar.messages import EVENTS, MOVE, OPEN
from bot.activities.calendar.taking_in import EventsToChoose
from bot.activities.calendar.use_cases import CalendarChoices
from bot.domain.actor import Actor, Refusal
from bot.domain.days_off import DayOffRule
from handlers.context import Context, FormResponse, Routes, one, open_form
from handlers.inbound import Command, Press, Submission
from prompts.words import Words


async def from_command(command: Command, context: Context) -> None:
    """With words, they are taken as days off; without, the form is opened."""
    classroom = await context.runner.read(command.actor, calendar.find_class, command.channel)
    if command.rest.strip():
        await context.runner.once(
            command.incoming, command.actor, calendar.type_days, classroom, command.rest, command.channel
        )
        return
    await _open(command, context, classroom)


async def from_press(press: Press, context: Context) -> None:
    await _open(press, context, one(press.value))


async def _open(asked: Press | Command, context: Context, classroom: int) -> None:
    form = await context.runner.read(asked.actor, calendar.open_form, classroom)
    words = await context.words(asked.actor)
    view = calendar_form(words, form.classroom, form.standing, form.calendar, form.check_ins, form.today)
    await open_form(asked, context, words, view, classroom=classroom)


async def save(form: Submission, context: Context) -> FormResponse | None:
    country = form.text("country")
    choices = CalendarChoices(
        days=form.text("days"),
        remove=tuple(one(chosen) for chosen in form.chosen("remove")),
        on_days_off=_rule(form.text("on_days_off")),
        country="" if country == NO_COUNTRY else country,
        region=form.text("region"),
        address=form.text("address"),
    )
    await context.runner.once(form.incoming, form.actor, calendar.save, one(form.metadata), choices)
    return None


def _rule(text: str) -> DayOffRule:
    return DayOffRule(text) if text in set(DayOffRule) else DayOffRule.MOVE


async def open_events(press: Press, context: Context) -> None:
    classroom = one(press.value)
    found = await context.runner.read(press.actor, taking_in.open_events, classroom)
    words = await context.words(press.actor)
    await open_form(press, context, words, _view(found, words), classroom=classroom)


def _view(found: EventsToChoose, words: Words) -> dict[str, object]:
    return events_form(words, found.classroom, found.page, found.pages, found.events, found.ticked, found.today)


_SHOWN = re.compile(r"([0-9]{1,18}):([0-9]{1,4}):([0-9]{1,18}(?:,[0-9]{1,18}){0,99})", re.ASCII)


async def choose(form: Submission, context: Context) -> FormResponse | None:
    """Those of one page; then the next page, where there is one."""
    claim = _SHOWN.fullmatch(form.metadata)
    if claim is None:
        raise Refusal("old-button")
    classroom, page = int(claim[1]), int(claim[2])
    offered = [int(ident) for ident in claim[3].split(",")]
    chosen = [one(ident) for name in form.values if name.startswith("events_") for ident in form.chosen(name)]
    await context.runner.once(form.incoming, form.actor, taking_in.choose, classroom, page, offered, chosen)
    return await _next_page(form.actor, context, classroom, page + 1)


async def _next_page(actor: Actor, context: Context, classroom: int, page: int) -> FormResponse | None:
    found = await context.runner.read(actor, taking_in.open_events, classroom, page)
    if found.page != page:
        return None
    return FormResponse(view=_view(found, await context.words(actor)))


async def move(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, on_days_off.move_dates, one(press.value))


ROUTES = Routes(
    presses={OPEN: from_press, EVENTS: open_events, MOVE: move},
    forms={FORM: save, CHOOSE: choose},
    commands={"holiday": from_command},
)
