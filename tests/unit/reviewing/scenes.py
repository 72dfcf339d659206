"""What the tests of deciding begin with, and how they read what was said."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.domain.contract import Contract
from bot.domain.outbox import Delivery, Message, Verb
from bot.presenting import present
from bot.services import reviewing
from sandbox.blocks.check import check_message_blocks
from tests.world import World


def announced(world: World, **changed: Any) -> Contract:
    """A proposal that lies before the teachers of the class."""
    contract = world.proposed(**changed)
    with world.uow() as uow:
        reviewing.announce(uow, contract, world.now)
    return contract


def messages(world: World, kind: str = "") -> list[tuple[Delivery, Message]]:
    """Every post (of a kind) as it would be now; AssertionError for what Slack would refuse."""
    found = []
    queued = world.deliveries()
    with world.uow() as uow:
        for delivery in queued:
            if delivery.verb is Verb.POST and kind in ("", delivery.notice):
                message = present(uow, delivery, world.now)
                if message is not None:
                    assert check_message_blocks(list(message.blocks)) == []
                    found.append((delivery, message))
    return found


def newest(world: World, user: str, kind: str) -> Message:
    return [message for delivery, message in messages(world, kind) if delivery.lane == user][-1]


def buttons(message: Message) -> dict[str, str]:
    """Action ids and values of the buttons in a message."""
    return {e["action_id"]: e.get("value", "") for e in _elements(message.blocks) if e.get("type") == "button"}


def texts(message: Message) -> list[str]:
    """Every piece of text in a message's blocks."""
    return [e["text"] for e in _elements(message.blocks) if isinstance(e.get("text"), str)]


def _elements(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from _elements(part)
