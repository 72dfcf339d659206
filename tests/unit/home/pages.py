"""Somebody's Home, in the words of a test."""

import json
from dataclasses import replace
from typing import Any

from bot.activities.home.messages import Home, HomeBrief
from bot.activities.home.use_cases import home_brief
from bot.domain import contract as life
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckInState
from bot.domain.outbox import Delivery, Verb
from bot.messages.presenting import present
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
