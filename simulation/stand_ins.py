"""What stands in for parts of the program that look at the real clock or at threads."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from bot.jobs.ticker import Every
from simulation.trouble import Trouble
from storage.file_store import FileStore, Lying

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

    def add_job(self, job: Callable[[], Awaitable[None]], trigger: Every, **_: Any) -> None:
        self._jobs.append((job, trigger.interval.total_seconds()))

    def get_jobs(self) -> list[Any]:
        """None that a clock could hold up."""
        return []

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


class Rush:
    """More comes in than can be worked on: for a while most of what is typed is kept, and its turn comes slowly."""

    def __init__(self, now: Callable[[], float], name: str) -> None:
        self._now = now
        self._random = random.Random(f"rush-{name}")
        self._until = 0.0
        self._trouble: Trouble | None = None

    def begin(self, seconds: float, trouble: Trouble) -> None:
        self._until = max(self._until, self._now() + seconds)
        self._trouble = trouble

    def keeps(self) -> bool:
        """Whether what comes in now is kept; it counts as trouble."""
        if self._trouble is None or not self._is_on() or self._random.random() < 0.2:
            return False
        self._trouble.note("kept-in-a-rush")
        return True

    def spares_intake(self) -> bool:
        """Whether a process that is to die while it handles something dies when that is heard, not when it comes in."""
        return self._is_on() and self._random.random() < 0.6

    async def holds_up(self) -> None:
        """As long as others are served before: in small steps, since who waits long only polls."""
        for _ in range(self._random.choice((0, 0, 1, 5, 20, 60))):
            if not self._is_on():
                return
            await asyncio.sleep(1.0)

    def _is_on(self) -> bool:
        return self._trouble is not None and not self._trouble.off and self._now() < self._until


class Shelf:
    """Files on the disk, as old as they are on the loop's clock: the system's stands still meanwhile. They outlive the
    process that kept them."""

    def __init__(self, store: FileStore, now: Callable[[], float], kept: dict[str, float]) -> None:
        self._store = store
        self._now = now
        self._kept = kept

    def coming(self) -> Path:
        return self._store.coming()

    def let_go(self, path: Path) -> None:
        self._store.let_go(path)

    def keep(self, workspace: str, path: Path) -> str:
        digest = self._store.keep(workspace, path)
        self._kept[digest] = self._now()
        return digest

    def read(self, workspace: str, digest: str) -> bytes:
        return self._store.read(workspace, digest)

    def remove(self, workspace: str, digest: str) -> None:
        self._store.remove(workspace, digest)

    def all_of(self, workspace: str) -> Iterator[Lying]:
        for lying in self._store.all_of(workspace):
            yield replace(lying, since=time.time() - (self._now() - self._kept[lying.digest]))

    def look(self) -> int:
        return self._store.look()
