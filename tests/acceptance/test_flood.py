"""One person writes without end, over the real protocol: all is acknowledged, others are answered, little is kept."""

import asyncio
from datetime import timedelta

from sqlalchemy import select

from bot.demo.scene import School
from handlers.router import MOST
from storage.tables.classes import IncomingRow, table
from tests.acceptance.steps import set_up

MANY = 500
AT_ONCE = timedelta(0)


async def test_one_who_floods_is_acknowledged_and_answered_once(scene: School) -> None:
    await set_up(scene)
    zoe = scene.ws.add_person("zoe", "Zoe Zaal")
    flood = [asyncio.create_task(zoe.says(f"zebra {n}", typing=AT_ONCE)) for n in range(MANY)]
    await scene.ben.says("help", typing=AT_ONCE)
    await asyncio.gather(*flood)
    await scene.quiet()
    await scene.ben.sees("help")
    assert sum(message.kind == "refused" for message in zoe.inbox()) == 1
    incoming = table(IncomingRow)
    with scene.calendar.connect() as connection:
        keys = connection.execute(select(incoming.c.key)).scalars().all()
    assert len([key for key in keys if key.startswith("said:")]) == MOST + 2


async def test_they_are_heard_again_after_a_calm(scene: School) -> None:
    zoe = scene.ws.add_person("zoe", "Zoe Zaal")
    for number in range(MOST + 2):
        await zoe.says(f"zebra {number}", typing=AT_ONCE)
    await scene.quiet()
    before = len(zoe.inbox())
    scene.clock.advance(timedelta(minutes=2))
    await zoe.says("help")
    await scene.quiet()
    assert [message.kind for message in zoe.inbox()[before:] if message.kind] == ["help"]
