"""Somebody opens Accord, the Home tab or the messages; and what a teacher opens from Home."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.activities.home import looking, student_page
from bot.activities.home import use_cases as home
from bot.activities.home.desk_messages import (
    CARDS,
    CLASS,
    CLASS_ANY,
    CLASS_BACK,
    CLASS_ON,
    FIND,
    IN,
    LOOK,
    ONLY,
    STUDENT,
    WAITING,
    WAITING_BACK,
    WAITING_ON,
    WITHIN,
    Where,
    class_view,
    look_view,
    waiting_view,
    where_of,
)
from bot.activities.home.student_messages import STUDENT_BACK, STUDENT_TURN, student_view
from bot.activities.set_up.messages import set_up_form
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person
from bot.domain.desk import Want
from bot.domain.paper import USER
from handlers import (
    absence,
    admitting,
    calendar,
    changing,
    checking_in,
    evidence,
    exchanging,
    feedback,
    looking_back,
    paper,
    profile,
    promises,
    reviewing,
    talking,
)
from handlers.context import Context, Event, FormResponse, OnPress, Routes, Views, one
from handlers.inbound import Command, Press, Submission, is_id


async def opened(event: Event, context: Context) -> None:
    """A server that knows less than Slack may not name the tab: then it is Home."""
    user = event.payload.get("user")
    if not is_id(user):
        return
    actor = Actor(event.workspace, str(user))
    use_case = home.greet if event.payload.get("tab") == "messages" else home.open_home
    await context.runner.once(event.incoming, actor, use_case, await _unknown(actor, context))


async def _unknown(actor: Actor, context: Context) -> Person | None:
    """What Slack says of somebody we have not met."""
    if await context.runner.read(actor, home.is_known):
        return None
    return await context.views.who_is(actor.workspace, actor.user)


async def open_set_up(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, home.open_set_up, one(press.value))
    words = await context.words(press.actor)
    view = set_up_form(
        words, form.channel, form.classroom, form.co_teachers, form.timezone, form.teaches, form.school_mb
    )
    await context.views.open(press.actor.workspace, press.trigger, view)


# One thing that waits, in a modal: what is pressed there stays there.


_PLACE = re.compile(r"([a-z-]{1,20}):([0-9]{1,18}):([0-9]{1,9})", re.ASCII)


def _place_of(text: str) -> tuple[Want, int, int]:
    """What waits, as a button names it. Raises Refusal for anything else."""
    found = _PLACE.fullmatch(text)
    if found is None or found[1] not in CARDS:
        raise Refusal("old-button")
    return Want(found[1]), int(found[2]), int(found[3])


async def open_look(press: Press, context: Context) -> None:
    view = await _look(press.actor, press.value, context)
    await context.views.open(press.actor.workspace, press.trigger, view)


async def _look(actor: Actor, place: str, context: Context) -> dict[str, Any]:
    want, ref, number = _place_of(place)
    blocks = await context.runner.read(actor, looking.look, want, ref, number)
    return look_view(await context.words(actor), want, blocks, place)


@dataclass(frozen=True, slots=True)
class _Over:
    """What a press in a modal opens lies over that."""

    views: Views

    async def open(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        await self.views.push(workspace, trigger, view)

    async def push(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        await self.views.push(workspace, trigger, view)

    async def update(self, workspace: str, view_id: str, view: Mapping[str, Any]) -> None:
        await self.views.update(workspace, view_id, view)

    async def who_is(self, workspace: str, user: str) -> Person | None:
        return await self.views.who_is(workspace, user)

    async def is_in(self, workspace: str, channel: str) -> bool:
        return await self.views.is_in(workspace, channel)


async def within(press: Press, context: Context) -> None:
    """The button says "place|value": what the modal shows, and what the same button carries in a message."""
    place, _, value = press.value.partition("|")
    action = press.action.removeprefix(IN)
    meant = replace(press, action=action, value=value)
    try:
        await _WITHIN[action](meant, replace(context, views=_Over(context.views)))
    finally:  # also where somebody else decided meanwhile: then it says so
        if place:
            await context.views.update(press.actor.workspace, press.view, await _look(press.actor, place, context))


DECIDES = frozenset(
    {
        "reviewing.ask",
        "reviewing.suggest",
        "reviewing.redirect",
        "reviewing.explain",
        "changing.decline",
        "talking.offer",
        "talking.offer_to",
        "exchanging.reply",
        "promises.say",
    }
)
"""Forms over what waits: with one of these it is decided, and all closes."""


def closing(form: Submission, answer: FormResponse | None) -> FormResponse | None:
    """How a form over a modal is answered: the modal below shows what waited before."""
    decided = answer is None and bool(form.below) and form.callback in DECIDES
    return FormResponse(clear=True) if decided else answer


# All that waits, and a whole class: a page at a time.


async def open_waiting(press: Press, context: Context) -> None:
    await context.views.open(press.actor.workspace, press.trigger, await _waiting(press.actor, 0, context))


async def turn_waiting(press: Press, context: Context) -> None:
    view = await _waiting(press.actor, one(press.value), context)
    await context.views.update(press.actor.workspace, press.view, view)


async def _waiting(actor: Actor, page: int, context: Context) -> dict[str, Any]:
    found = await context.runner.read(actor, looking.all_waiting, page)
    return waiting_view(await context.words(actor), found)


async def open_class(press: Press, context: Context) -> None:
    view = await _class(press.actor, where_of(press.value), context)
    await context.views.open(press.actor.workspace, press.trigger, view)


async def turn_class(press: Press, context: Context) -> None:
    view = await _class(press.actor, where_of(press.value), context)
    await context.views.update(press.actor.workspace, press.view, view)


async def find(form: Submission, context: Context) -> FormResponse | None:
    where = replace(where_of(form.metadata), page=0, name=form.text("name"))
    return FormResponse(view=await _class(form.actor, where, context))


async def _class(actor: Actor, where: Where, context: Context) -> dict[str, Any]:
    found = await context.runner.read(actor, looking.class_list, where)
    return class_view(await context.words(actor), found)


# A student's page.


_PAGE = re.compile(rf"({USER}):([0-9]{{1,9}})", re.ASCII)


async def open_student(press: Press, context: Context) -> None:
    """From the list of a class: over it."""
    view = await _student(press.actor, press.value, context)
    await context.views.push(press.actor.workspace, press.trigger, view)


async def turn_student(press: Press, context: Context) -> None:
    view = await _student(press.actor, press.value, context)
    await context.views.update(press.actor.workspace, press.view, view)


async def student_from_command(command: Command, context: Context) -> None:
    """`/accord student @ana`."""
    student = next(iter(command.mentioned), "")
    if not student:
        raise Refusal("whose-page")
    view = await _student(command.actor, f"{student}:0", context)
    await context.views.open(command.actor.workspace, command.trigger, view)


async def _student(actor: Actor, value: str, context: Context) -> dict[str, Any]:
    found = _PAGE.fullmatch(value)
    if found is None:
        raise Refusal("old-button")
    page = await context.runner.run(actor, student_page.open_page, found[1], int(found[2]))
    return student_view(await context.words(actor), page)


_ROOMS = (
    absence,
    admitting,
    calendar,
    changing,
    checking_in,
    evidence,
    exchanging,
    feedback,
    looking_back,
    paper,
    profile,
    promises,
    reviewing,
    talking,
)
_OF_ROOMS: dict[str, OnPress] = {action: do for room in _ROOMS for action, do in room.ROUTES.presses.items()}
_OWN: dict[str, OnPress] = {"home.set_up": open_set_up, LOOK: open_look}
_WITHIN = {action: _OWN.get(action) or _OF_ROOMS[action] for action in WITHIN}

ROUTES = Routes(
    presses={
        "home.set_up": open_set_up,
        "home.set_up_any": open_set_up,
        LOOK: open_look,
        WAITING: open_waiting,
        WAITING_BACK: turn_waiting,
        WAITING_ON: turn_waiting,
        CLASS: open_class,
        CLASS_ANY: open_class,
        CLASS_BACK: turn_class,
        CLASS_ON: turn_class,
        ONLY: turn_class,
        STUDENT: open_student,
        STUDENT_TURN: turn_student,
        STUDENT_BACK: turn_student,
        **{IN + action: within for action in WITHIN},
    },
    forms={FIND: find},
    commands={"student": student_from_command},
    events={"app_home_opened": opened},
)
