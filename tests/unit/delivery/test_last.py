"""What is shown anew is queued last: the answer leaves before it, in its conversation too."""

from typing import Any

import pytest

from bot.activities.checking_in.messages import ReplyNoted, WordsKept
from bot.activities.reviewing.messages import ContractCard
from bot.domain.actor import Actor
from bot.domain.outbox import DeliveryState, Verb
from bot.messages.tell import AT_MOST_EVERY, refresh, show_home, show_home_soon, tell
from tests.world import World


def queued(world: World, user: str) -> list[tuple[Verb, str]]:
    """What was queued for them, in the order in which it leaves."""
    return [(d.verb, d.notice) for d in world.deliveries() if d.reader == user]


def says_and_shows(uow: Any, actor: Actor) -> None:
    """A use case that changes what is shown before it says what it did, and more than once."""
    for _ in range(2):
        refresh(uow, "check-in:1")
        show_home(uow, actor.user)
    tell(uow, actor.user, ReplyNoted(1))


def test_the_answer_is_queued_before_what_is_shown_anew_and_each_is_shown_once(world: World) -> None:
    world.do(says_and_shows, world.student)
    assert queued(world, world.student.user) == [(Verb.POST, "reply-noted"), (Verb.HOME, "home")]
    world.do(says_and_shows, world.student)
    after = queued(world, world.student.user)[2:]
    assert after == [(Verb.POST, "reply-noted")]  # the Home waits already, and of these cards the newest is new


def test_the_homes_of_who_looks_elsewhere_follow_in_a_moment_and_leave_when_they_are_asked_for(world: World) -> None:
    def answers(uow: Any, actor: Actor) -> None:
        show_home_soon(uow, actor.user)
        tell(uow, actor.user, ReplyNoted(1))

    world.do(answers, world.student)
    world.do(answers, world.student)
    (home,) = [d for d in world.deliveries() if d.verb is Verb.HOME]
    assert home.not_before == world.now + AT_MOST_EVERY
    world.later(seconds=1)
    with world.uow() as uow:
        show_home(uow, world.student.user)
        show_home_soon(uow, world.student.user)
    assert [d.id for d in uow.queued] == [home.id]  # so the sender hears of it
    (home,) = [d for d in world.deliveries() if d.verb is Verb.HOME]
    assert home.not_before == world.now


def test_the_home_of_somebody_else_waits_on(world: World) -> None:
    with world.uow() as uow:
        show_home_soon(uow, world.student.user)
    with world.uow() as uow:
        show_home(uow, world.teacher.user)
    waits = {d.reader: d.not_before > world.now for d in world.deliveries()}
    assert waits == {world.student.user: True, world.teacher.user: False}


def test_of_a_check_in_the_newest_card_of_each_kind_follows_of_anything_else_all_do(world: World) -> None:
    def says(uow: Any, actor: Actor) -> None:
        for notice in (ReplyNoted(1), WordsKept(1), ReplyNoted(1), ContractCard(1), ContractCard(1)):
            tell(uow, actor.user, notice)

    world.do(says, world.student)
    noted, kept, newer, *cards = [d.id for d in world.deliveries()]
    with world.uow() as uow:
        refresh(uow, "check-in:1")
        refresh(uow, "contract:1")
    shown_anew = [d.refreshes for d in world.deliveries() if d.verb is Verb.REFRESH]
    assert sorted(filter(None, shown_anew)) == [kept, newer, *cards]
    assert noted not in shown_anew


def test_nothing_is_shown_anew_where_the_use_case_fails(world: World) -> None:
    def fails(uow: Any, actor: Actor) -> None:
        show_home(uow, actor.user)
        raise ValueError("no use")

    with pytest.raises(ValueError, match="no use"):
        world.do(fails, world.student)
    assert world.deliveries() == []


def test_a_card_that_waits_in_an_earlier_transaction_is_shown_anew(world: World) -> None:
    """Another program may have begun to render it."""
    world.do(says_and_shows, world.student)
    (card, _) = world.deliveries()
    assert card.state is DeliveryState.WAITING
    with world.uow() as uow:
        refresh(uow, "check-in:1")
    assert world.deliveries()[-1].refreshes == card.id
