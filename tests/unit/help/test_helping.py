"""Help comes where somebody asked for it, and always somewhere they can see it."""

import pytest

from bot.activities.checking_in import answering
from bot.activities.help import use_cases as helping
from bot.activities.proposing import interviewing
from bot.domain.outbox import Message, Verb
from tests.unit.checking_in.steps import asked
from tests.unit.reviewing.scenes import announced, buttons, newest
from tests.world import World


def helped(world: World) -> Message:
    world.do(helping.show_help, world.student, "D1")
    return newest(world, world.student.user, "help")


def test_help_offers_a_start_where_nothing_is_open(world: World) -> None:
    assert list(buttons(helped(world))) == ["proposing.start"]


def test_help_goes_on_with_a_draft(world: World) -> None:
    world.do(interviewing.begin, world.student, world.classroom.id, None)
    assert list(buttons(helped(world))) == ["proposing.start"]


def test_help_shows_the_contract_that_is_open(world: World) -> None:
    announced(world)
    assert list(buttons(helped(world))) == ["changing.show"]


def test_help_offers_the_check_in_that_waits_first(world: World) -> None:
    check_in = asked(world, world.agree())
    assert buttons(helped(world)) == {"checking_in.log": str(check_in), "changing.show": ""}
    world.do(answering.hear, world.student, check_in, "7", "1.1")
    assert list(buttons(helped(world))) == ["changing.show"]


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
