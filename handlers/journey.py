"""A student's journey: a button on Home, a word of the command, and a line of each finished contract."""

import re
from typing import Any

from bot.activities.journey import use_cases as journey
from bot.activities.journey.messages import BACK, LOOK, ON, OPEN, Journey, journey_view
from bot.domain.actor import Actor, Refusal
from bot.domain.paper import USER
from handlers.context import Context, Routes, one
from handlers.inbound import Command, Press

_PAGE = re.compile(rf"({USER}):([0-9]{{1,9}})", re.ASCII)


async def open_mine(asked: Press | Command, context: Context) -> None:
    found = await context.runner.read(asked.actor, journey.open_mine)
    await context.views.open(asked.actor.workspace, asked.trigger, await _view(asked.actor, found, context))


async def look(press: Press, context: Context) -> None:
    """That a colleague read it is written down."""
    found = await context.runner.run(press.actor, journey.open_contract, one(press.value))
    await context.views.open(press.actor.workspace, press.trigger, await _view(press.actor, found, context))


async def turn(press: Press, context: Context) -> None:
    page = _PAGE.fullmatch(press.value)
    if page is None:
        raise Refusal("old-button")
    found = await context.runner.run(press.actor, journey.open_page, page[1], int(page[2]))
    await context.views.update(press.actor.workspace, press.view, await _view(press.actor, found, context))


async def _view(actor: Actor, found: Journey, context: Context) -> dict[str, Any]:
    return journey_view(await context.words(actor), found)


ROUTES = Routes(presses={OPEN: open_mine, LOOK: look, ON: turn, BACK: turn}, commands={"journey": open_mine})
