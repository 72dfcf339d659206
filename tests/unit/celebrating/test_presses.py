"""What the buttons carry is a claim, and what Slack repeats is done once."""

import asyncio

import pytest
from sqlalchemy import Engine

from bot.domain.actor import Refusal
from bot.runner import Repeated
from handlers import celebrating
from handlers.inbound import Press
from tests.unit.celebrating.scenes import Way
from tests.unit.handling import at_once, context_of
from tests.world import World


def press(world: World, value: str, incoming: str = "press:1") -> Press:
    return Press(world.student, "celebrating.share", value, "t1", incoming, "D1", "1.1")


@pytest.mark.parametrize(
    "value", ["", "1", "1:", ":abc", "x:0000000000000000", "1:2:3", "-1:0000000000000000", "9" * 80]
)
async def test_a_forged_value_is_an_old_button(world: World, value: str) -> None:
    for handler in (celebrating.share, celebrating.keep):
        with pytest.raises(Refusal, match="old-button"):
            await handler(press(world, value), context_of(world))


async def test_a_press_that_slack_repeats_is_done_once(world: World) -> None:
    way = Way(world)
    way.log("5")
    milestone, shown = way.asked()
    context = context_of(world)
    await celebrating.share(press(world, f"{milestone}:{shown}"), context)
    with pytest.raises(Repeated):
        await celebrating.share(press(world, f"{milestone}:{shown}"), context)
    await celebrating.share(press(world, f"{milestone}:{shown}", incoming="press:2"), context)
    assert world.kinds("C1") == ["shoutout-posted"]


def test_of_two_presses_at_once_one_is_shared(engine: Engine) -> None:
    world = World(engine)
    way = Way(world)
    way.log("5")
    milestone, shown = way.asked()
    context = context_of(world)

    def yes(incoming: str) -> None:
        asyncio.run(celebrating.share(press(world, f"{milestone}:{shown}", incoming), context))

    at_once(lambda: yes("press:1"), lambda: yes("press:2"))
    assert world.kinds("C1") == ["shoutout-posted"]
