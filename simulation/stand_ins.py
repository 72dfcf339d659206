"""What stands in for parts of the program that look at the real clock or at threads."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

R = TypeVar("R")


class Stepwise:
    """The executor: a use case is one step of its own, so that a process can die just before and just after it."""

    async def __call__(self, work: Callable[[], R], /) -> R:
        await asyncio.sleep(0)
        result = work()
        await asyncio.sleep(0)
        return result


class Heart:
    """Beats for the ticker in place of APScheduler, which looks at the real clock."""

    def __init__(self) -> None:
        self.running = False
        self._jobs: list[tuple[Callable[[], Awaitable[None]], float]] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._paused = False

    def add_job(self, job: Callable[[], Awaitable[None]], trigger: str, *, seconds: float, **_: Any) -> None:
        if trigger != "interval":
            raise ValueError(trigger)
        self._jobs.append((job, seconds))

    def start(self) -> None:
        self.running = True
        self._tasks = [asyncio.create_task(self._beat(job, seconds)) for job, seconds in self._jobs]

    def pause(self) -> None:
        self._paused = True

    def shutdown(self, wait: bool = False) -> None:
        self.running = False
        for task in self._tasks:
            task.cancel()

    async def _beat(self, job: Callable[[], Awaitable[None]], seconds: float) -> None:
        while True:
            if not self._paused:
                await job()
            await asyncio.sleep(seconds)
