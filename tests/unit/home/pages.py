"""Somebody's Home, in the words of a test."""

import json
from dataclasses import replace
from typing import Any

from bot.activities.home import looking
from bot.activities.home.desk_messages import look_view
from bot.activities.home.messages import Home, HomeBrief
from bot.activities.home.use_cases import home_brief
from bot.domain import contract as life
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckInState
from bot.domain.desk import Want
from bot.domain.outbox import Delivery, Verb
from bot.messages.presenting import present
from prompts.words import words_for
from sandbox.blocks.check import check_view, elements_of
from tests.world import World

Blocks = list[dict[str, Any]]


def shown(world: World, actor: Actor) -> Blocks:
    """The blocks of somebody's Home, checked against what Slack takes."""
    delivery = Delivery(actor.workspace, "home", Verb.HOME, "home", {}, actor.user, world.now, world.now)
    with world.uow(actor.workspace) as uow:
        message = present(uow, delivery)
    assert message is not None
    blocks = [dict(b) for b in message.blocks]
    assert check_view({"type": "home", "blocks": blocks}) == []
    return blocks


def buttons(blocks: Blocks) -> list[tuple[str, str]]:
    """(action, value), in the order shown."""
    return [(e["action_id"], e.get("value", "")) for b in blocks for e in elements_of(b)]


def primary(blocks: Blocks) -> list[tuple[str, str]]:
    return [(e["action_id"], e["value"]) for b in blocks for e in elements_of(b) if e.get("style") == "primary"]


def text(blocks: Blocks) -> str:
    return json.dumps(blocks, ensure_ascii=False)


def save(world: World, contract: life.Contract) -> life.Contract:
    with world.uow() as uow:
        return uow.contracts.save(contract)


def prompted(world: World, contract: life.Contract) -> int:
    with world.uow() as uow:
        check_in = uow.check_ins.oldest(contract.id, CheckInState.PLANNED)
        assert check_in is not None
        uow.check_ins.save(replace(check_in, state=CheckInState.PROMPTED))
    return check_in.id


def brief(world: World, actor: Actor) -> HomeBrief:
    with world.uow() as uow:
        found: HomeBrief = home_brief(uow, Home(), actor.user)
    return found


def opened(world: World, actor: Actor | None = None) -> list[str]:
    """What waits and opens in a modal, as the buttons on a teacher's Home name it."""
    return [value for action, value in buttons(shown(world, actor or world.teacher)) if action == "home.look"]


def modals(world: World, actor: Actor | None = None) -> Blocks:
    """The blocks of the modals behind them, each checked against what Slack takes."""
    found: Blocks = []
    for place in opened(world, actor):
        want, ref, number = place.split(":")
        blocks = world.do(looking.look, actor or world.teacher, Want(want), int(ref), int(number))
        view = look_view(words_for(), Want(want), blocks, place)
        assert check_view(view) == []
        found += view["blocks"]
    return found


def within(world: World, actor: Actor | None = None) -> list[tuple[str, str]]:
    """(action, value) of all that stands in them."""
    return buttons(modals(world, actor))
