"""Waking a worker."""

import asyncio

from bot.worker import Bell


async def test_a_ring_before_the_wait_is_not_lost() -> None:
    bell = Bell()
    bell.answer()
    bell.ring()
    await asyncio.wait_for(bell.wait(60), 5)
    assert bell.rung


async def test_a_ring_from_another_thread_wakes_who_waits() -> None:
    bell = Bell()
    bell.answer()
    waiting = asyncio.create_task(bell.wait(60))
    await asyncio.sleep(0)
    await asyncio.to_thread(bell.ring)
    await asyncio.wait_for(waiting, 5)
    assert bell.rung


async def test_many_rings_are_one() -> None:
    bell = Bell()
    for _ in range(1000):
        bell.ring()
    bell.answer()
    await bell.wait(0)
    assert not bell.rung
