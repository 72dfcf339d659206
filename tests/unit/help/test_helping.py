"""Help comes where somebody asked for it, and always somewhere they can see it."""

import pytest

from bot.domain.outbox import Verb
from bot.services import helping
from tests.world import World


@pytest.mark.parametrize(
    ("channel", "verb", "lane"),
    [("C1", Verb.EPHEMERAL, "C1"), ("D1", Verb.POST, "USTUDENT"), ("", Verb.POST, "USTUDENT")],
)
def test_help_comes_where_it_was_asked_for(world: World, channel: str, verb: Verb, lane: str) -> None:
    world.do(helping.show_help, world.student, channel)
    [said] = world.deliveries()
    assert (said.verb, said.lane, said.reader) == (verb, lane, world.student.user)


@pytest.mark.parametrize("channel", ["D1", ""])
def test_a_refusal_without_a_place_comes_as_a_direct_message(world: World, channel: str) -> None:
    world.do(helping.refuse, world.student, channel, "old-button", {})
    [said] = world.deliveries()
    assert (said.verb, said.lane) == (Verb.POST, world.student.user)
