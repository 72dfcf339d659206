"""Where synchronous work runs, seen from the event loop: one seam with two forms."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

R = TypeVar("R")


class Inline:
    """In the event loop itself: for tests and simulations, where one thing at a time is the point."""

    async def __call__(self, work: Callable[[], R], /) -> R:
        return work()

    def close(self) -> None:
        """Nothing to close."""


class Threads:
    """In worker threads: one for SQLite, whose writers queue anyway; more for PostgreSQL."""

    def __init__(self, workers: int) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="accord")

    async def __call__(self, work: Callable[[], R], /) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def close(self) -> None:
        self._pool.shutdown(wait=True)
