"""The loop: time passes only when nothing can be done, the dead do nothing, and polls are put off together."""

import asyncio
import contextvars
from collections.abc import Callable

import pytest

from simulation.loop import OWNER, Overrun, VirtualLoop


class Program:
    """A process as the loop sees it."""

    def __init__(self) -> None:
        self.dead = False
        self.paused = False
        self.backlog: list[asyncio.Handle] = []
        self.steps = 0
        self.on_step: Callable[[], None] = lambda: None

    def step(self) -> None:
        self.steps += 1
        self.on_step()

    def context(self) -> contextvars.Context:
        context = contextvars.copy_context()
        context.run(OWNER.set, self)
        return context


@pytest.fixture
def loop() -> VirtualLoop:
    return VirtualLoop(1)


def test_a_day_takes_no_time(loop: VirtualLoop) -> None:
    async def sleeps() -> float:
        await asyncio.sleep(86_400)
        return loop.time()

    assert loop.run_until_complete(sleeps()) == 86_400
    loop.close()


def test_ready_tasks_take_turns_as_the_seed_says() -> None:
    def order(seed: int) -> list[int]:
        loop, done = VirtualLoop(seed), list[int]()

        async def one(number: int) -> None:
            await asyncio.sleep(0)
            done.append(number)

        async def all_of_them() -> None:
            await asyncio.gather(*(one(n) for n in range(6)))

        loop.run_until_complete(all_of_them())
        loop.close()
        return done

    assert order(1) == order(1)
    assert len({tuple(order(seed)) for seed in range(5)}) > 1


def test_the_dead_run_no_further_step(loop: VirtualLoop) -> None:
    program, done = Program(), list[int]()

    async def counts() -> None:
        for number in range(10):
            done.append(number)
            await asyncio.sleep(1)

    def dies() -> None:
        program.dead = program.steps > 3

    async def world() -> None:
        program.on_step = dies
        loop.create_task(counts(), context=program.context())
        await asyncio.sleep(60)

    loop.run_until_complete(world())
    loop.let_go()
    loop.close()
    assert done == [0, 1]


def test_a_paused_process_goes_on_where_it_was(loop: VirtualLoop) -> None:
    program, heard = Program(), list[float]()

    async def listens() -> None:
        await asyncio.sleep(5)
        heard.append(loop.time())

    async def world() -> None:
        loop.create_task(listens(), context=program.context())
        await asyncio.sleep(1)
        program.paused = True
        await asyncio.sleep(29)
        program.paused = False
        loop.resume(program)
        await asyncio.sleep(1)

    loop.run_until_complete(world())
    loop.close()
    assert heard == [30]


def test_polls_are_put_off_until_something_is_due(loop: VirtualLoop) -> None:
    program, polls = Program(), list[float]()
    loop.quiet_until = lambda now: 1000.0 if now < 1000 else now

    async def looks() -> None:
        while True:
            polls.append(loop.time())
            await asyncio.sleep(2)

    async def world() -> None:
        loop.create_task(looks(), context=program.context())
        await asyncio.sleep(1005)

    loop.run_until_complete(world())
    loop.let_go()
    loop.close()
    assert len(polls) < 6
    assert polls[-1] >= 1000


def test_what_spins_is_stopped() -> None:
    loop = VirtualLoop(1, limit=1000)

    async def spins() -> None:
        while True:
            await asyncio.sleep(0)

    with pytest.raises(Overrun):
        loop.run_until_complete(spins())
    loop.let_go()
    loop.close()
