"""An aide or an observer opens a class, and an aide a student's work in it."""

import re
from typing import Any

from bot.activities.admitting.leaving_out_messages import OPEN_CLASS
from bot.activities.assisting import use_cases as assisting
from bot.activities.assisting.messages import (
    CLASS,
    CLASS_BACK,
    CLASS_ON,
    STUDENT,
    STUDENT_BACK,
    STUDENT_ON,
    class_seen_view,
    helped_student_view,
)
from bot.domain.actor import Actor, Refusal
from handlers.context import Context, Routes, one
from handlers.inbound import Press

_PAGE = re.compile(r"([0-9]{1,15}):([0-9]{1,9})", re.ASCII)
_STUDENT = re.compile(r"([0-9]{1,15}):([UW][A-Z0-9]{1,31}):([0-9]{1,9})", re.ASCII)


async def open_class(press: Press, context: Context) -> None:
    view = await _class(press.actor, one(press.value), 0, context)
    await context.views.open(press.actor.workspace, press.trigger, view)


async def turn_class(press: Press, context: Context) -> None:
    page = _PAGE.fullmatch(press.value)
    if page is None:
        raise Refusal("old-button")
    view = await _class(press.actor, int(page[1]), int(page[2]), context)
    await context.views.update(press.actor.workspace, press.view, view)


async def _class(actor: Actor, classroom: int, number: int, context: Context) -> dict[str, Any]:
    seen = await context.runner.read(actor, assisting.open_class, classroom, number)
    return class_seen_view(await context.words(actor), seen)


async def open_student(press: Press, context: Context) -> None:
    """That they read it is written down."""
    about = _STUDENT.fullmatch(press.value)
    if about is None:
        raise Refusal("old-button")
    args = (int(about[1]), about[2], int(about[3]))
    shown = await context.runner.run(press.actor, assisting.open_student, *args)
    view = helped_student_view(await context.words(press.actor), shown)
    await context.views.update(press.actor.workspace, press.view, view)


ROUTES = Routes(
    presses={
        OPEN_CLASS: open_class,
        CLASS: turn_class,
        CLASS_ON: turn_class,
        CLASS_BACK: turn_class,
        STUDENT: open_student,
        STUDENT_ON: open_student,
        STUDENT_BACK: open_student,
    }
)
