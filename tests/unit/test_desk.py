"""Who is woken after a use case, and when nobody is."""

from datetime import datetime
from typing import Any

from bot.domain.actor import Actor
from bot.domain.errand import Errand, ErrandKind
from bot.executors import Inline
from bot.notices.proposing import ProposalSent
from bot.services.desk import Desk
from bot.services.saying import tell
from tests.world import START, World


class Clock:
    def now(self) -> datetime:
        return START


async def woken_by(world: World, use_case: Any) -> list[str]:
    """Run it, and say who was woken."""
    woken: list[str] = []
    desk = Desk(world.uow, Inline(), Clock(), lambda: woken.append("mail"), lambda: woken.append("errands"))
    await desk.run(use_case, world.student)
    return woken


async def test_what_only_looks_wakes_nobody(world: World) -> None:
    def look(uow: Any, actor: Actor, *, now: datetime) -> None:
        uow.people.first(user=actor.user)
        uow.outbox.waits(actor.user)

    assert await woken_by(world, look) == []


async def test_what_says_something_wakes_delivery(world: World) -> None:
    def say(uow: Any, actor: Actor, *, now: datetime) -> None:
        tell(uow, actor.user, ProposalSent(1, 1), now)

    assert await woken_by(world, say) == ["mail"]


async def test_what_was_said_before_wakes_nobody_again(world: World) -> None:
    def say(uow: Any, actor: Actor, *, now: datetime) -> None:
        tell(uow, actor.user, ProposalSent(1, 1), now, once="proposal-1")

    assert [await woken_by(world, say), await woken_by(world, say)] == [["mail"], []]


async def test_an_errand_wakes_its_worker(world: World) -> None:
    def send(uow: Any, actor: Actor, *, now: datetime) -> None:
        uow.errands.add(Errand(actor.workspace, ErrandKind.SYNC_ROSTER, {}, now))

    assert await woken_by(world, send) == ["errands"]
