"""Somebody who writes without end delays only themselves: told by order, not by time."""

import asyncio
import random
from typing import Any

import pytest

from bot.domain.outbox import Verb
from handlers import hearing, router
from handlers.router import MOST, WITHIN, Router
from tests.unit.care.scenes import HURT, alerts, decided
from tests.unit.handling import context_of
from tests.world import World

MANY = 500
SOON = WITHIN / MANY


class Front:
    """A router, and what it has acknowledged, by the message's stamp. `holds` lets the use cases of one wait."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.ran: list[str] = []
        self.acknowledged: list[str] = []
        self.holds: dict[str, asyncio.Event] = {}
        context = context_of(world)
        once = context.runner.once

        async def held(incoming: str, actor: Any, *args: Any, **more: Any) -> Any:
            if actor.user in self.holds:
                await self.holds[actor.user].wait()
            self.ran.append(actor.user)
            return await once(incoming, actor, *args, **more)

        context.runner.once = held  # type: ignore[method-assign]
        self.router = Router(context, router.ALL, hearing.heard)

    async def brings(self, user: str, text: str, at: float, **more: Any) -> None:
        """Slack brings a message; whoever awaits this has its acknowledgement."""
        ts = f"{at:.6f}"

        async def ack() -> None:
            self.acknowledged.append(ts)

        event = {"type": "message", "channel_type": "im", "channel": f"D{user}", "user": user, "text": text, "ts": ts}
        body = {"type": "event_callback", "team_id": self.world.student.workspace, "event": event | more}
        await self.router.on_message(ack, body)  # type: ignore[arg-type]

    def answers(self, user: str) -> list[str]:
        """Of refusals, the reason."""
        posts = [d for d in self.world.deliveries() if d.lane == user and d.verb is Verb.POST]
        return [str(d.args["reason"]) for d in posts if d.notice == "refused"]


@pytest.fixture
def front(world: World) -> Front:
    return Front(world)


async def writes_much(front: Front, user: str, begin: float = 1000.0, many: int = MANY) -> None:
    for number in range(many):
        await front.brings(user, f"zebra {number}", begin + number * SOON)


async def test_all_is_acknowledged_little_is_heard_and_it_is_said_once(front: Front) -> None:
    ana = front.world.student.user
    await writes_much(front, ana)
    assert len(front.acknowledged) == MANY
    assert len(front.ran) == MOST + 1
    assert front.answers(ana) == ["too-many"]


async def test_who_floods_waits_for_themselves_alone(front: Front) -> None:
    ana, ben = front.world.student.user, front.world.classmate.user
    front.holds[ana] = asyncio.Event()
    waiting = [asyncio.create_task(front.brings(ana, "hi", 1000 + n * SOON)) for n in range(MANY)]
    await front.brings(ben, "hi", 1061.0)
    await asyncio.sleep(0)
    assert front.ran == [ben]
    assert len(front.acknowledged) == MANY - MOST - 1 + 1
    front.holds[ana].set()
    await asyncio.gather(*waiting)
    assert len(front.acknowledged) == MANY + 1


async def test_it_is_said_again_only_after_a_calm(front: Front) -> None:
    ana = front.world.student.user
    await writes_much(front, ana, 1000.0)
    await writes_much(front, ana, 1000.0 + WITHIN)
    assert front.answers(ana) == ["too-many"]
    heard = len(front.ran)
    await front.brings(ana, "hi", 1000.0 + 3 * WITHIN)
    assert len(front.ran) == heard + 1
    await writes_much(front, ana, 1000.0 + 3 * WITHIN + 1)
    assert front.answers(ana) == ["too-many", "too-many"]


@pytest.mark.parametrize("parts", [[HURT], HURT.split(" to "), HURT.split(" ", 3)])
async def test_who_is_not_well_is_found_in_what_is_over_the_rate(front: Front, parts: list[str]) -> None:
    decided(front.world)
    ana = front.world.student.user
    await writes_much(front, ana, many=MOST + 3)
    assert alerts(front.world) == []
    for number, part in enumerate(parts):
        await front.brings(ana, part, 1030 + number)
    (alert,) = alerts(front.world)
    assert alert.student == ana
    await writes_much(front, ana, 1040.0, many=20)
    assert len(alerts(front.world)) == 1


async def test_who_is_not_well_is_not_told_off(front: Front) -> None:
    decided(front.world)
    ana = front.world.student.user
    await front.brings(ana, HURT, 999.0)
    await writes_much(front, ana)
    assert len(alerts(front.world)) == 1
    assert front.answers(ana) == []


async def test_what_comes_again_is_judged_as_before(front: Front) -> None:
    ana = front.world.student.user
    await writes_much(front, ana, many=MOST + 5)
    assert front.answers(ana) == ["too-many"]
    queued = len(front.world.deliveries())
    await writes_much(front, ana, many=MOST + 5)
    assert len(front.world.deliveries()) == queued


async def test_a_deletion_is_always_heard(front: Front) -> None:
    ana = front.world.student.user
    await writes_much(front, ana)
    before = len(front.ran)
    gone = {"subtype": "message_deleted", "deleted_ts": "1000.000000", "event_ts": "1061.1", "hidden": True}
    await front.brings(ana, "", 1061.1, previous_message={"user": ana, "ts": "1000.000000"}, **gone)
    assert len(front.ran) == before + 1


async def test_in_whatever_order_they_come_no_more_are_heard(front: Front) -> None:
    ana = front.world.student.user
    stamps = [1000 + number * SOON for number in range(MANY)]
    random.Random(7).shuffle(stamps)
    for at in stamps:
        await front.brings(ana, "hi", at)
    assert len(front.ran) == MOST + 1


async def test_people_who_wrote_nothing_lately_are_forgotten(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(router, "MOST_KNOWN", 10)
    front = Front(world)
    for number in range(40):
        await front.brings(f"U{number}", "hi", 1000 + number * WITHIN / 4)
    assert len(front.router._flood._writers) <= 10
