"""Somebody is erased, and all of it leaves Slack."""

from bot.activities.privacy import disclosing, erasing
from bot.activities.privacy.erasing import Erasure
from bot.domain.actor import Actor
from tests.world import World

BY = "operator:ops"


def erase(world: World, actor: Actor) -> Erasure:
    return world.do(erasing.erase, world.accord, actor.user, BY, "they asked")


def all_retracted(world: World) -> None:
    """Do every step in Slack, as the errand does when Slack has nothing left."""
    line = world.do(disclosing.listed, world.accord, "", 1)[0].id
    while step := world.do(erasing.next_step, world.admin, line):
        world.do(erasing.done, world.admin, step, True)
