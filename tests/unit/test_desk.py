"""Who is woken after a use case, and when nobody is."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from bot.activities.proposing.messages import ProposalSent
from bot.domain.actor import Actor, Refusal
from bot.domain.outbox import Errand, ErrandKind
from bot.messages.tell import tell
from bot.runner import CROWD, Inline, Runner
from tests.world import START, World

R = TypeVar("R")


class Clock:
    def now(self) -> datetime:
        return START


async def woken_by(world: World, use_case: Any) -> list[str]:
    """Run it, and say who was woken."""
    woken: list[str] = []
    runner = Runner(world.uow, Inline(), Clock(), lambda: woken.append("mail"), lambda: woken.append("errands"))
    await runner.run(world.student, use_case)
    return woken


async def test_what_only_looks_wakes_nobody(world: World) -> None:
    def look(uow: Any, actor: Actor) -> None:
        uow.people.of(actor.user)
        uow.outbox.cards(actor.user)

    assert await woken_by(world, look) == []


async def test_what_says_something_wakes_delivery(world: World) -> None:
    def say(uow: Any, actor: Actor) -> None:
        tell(uow, actor.user, ProposalSent(1, 1))

    assert await woken_by(world, say) == ["mail"]


async def test_what_was_said_before_wakes_nobody_again(world: World) -> None:
    def say(uow: Any, actor: Actor) -> None:
        tell(uow, actor.user, ProposalSent(1, 1), once="proposal-1")

    assert [await woken_by(world, say), await woken_by(world, say)] == [["mail"], []]


async def test_an_errand_wakes_its_worker(world: World) -> None:
    def send(uow: Any, actor: Actor) -> None:
        uow.errands.add(Errand(actor.workspace, ErrandKind.SYNC_ROSTER, {}, uow.now))

    assert await woken_by(world, send) == ["errands"]


async def test_several_in_hand_are_a_crowd(world: World) -> None:
    """As long as they are, and no longer: also where one of them fails."""
    door = asyncio.Event()

    async def slow(work: Callable[[], R], /) -> R:
        await door.wait()
        return work()

    def fail(uow: Any, actor: Actor) -> None:
        raise Refusal("for-teachers")

    runner = Runner(world.uow, slow, Clock(), lambda: None)
    crowd = [asyncio.create_task(runner.run(world.student, fail)) for _ in range(CROWD)]
    await asyncio.sleep(0)
    assert runner.is_crowded()
    door.set()
    assert [type(e) for e in await asyncio.gather(*crowd, return_exceptions=True)] == [Refusal] * CROWD
    assert not runner.is_crowded()
