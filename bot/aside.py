"""Long work that nobody is to wait for, in a process of its own.

In a thread it would hold the interpreter: a Home that lets go of it at each of its statements waits each time until the
other thread has had its turn.
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

R = TypeVar("R")

NICER = 10
"""Answers come first on a machine that has no core to spare."""


async def done_aside(work: Callable[[], R]) -> R:
    """What `work`, which can be pickled, returns. The process ends with it, and gives its memory back. BrokenExecutor
    where it could not be done at all, or whatever `work` raises."""
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_give_way)
    try:
        return await asyncio.get_running_loop().run_in_executor(pool, work)
    finally:
        pool.shutdown(wait=False)


def _give_way() -> None:
    """One core is enough for it: what typesets takes all that there are, where nobody says otherwise."""
    os.environ["RAYON_NUM_THREADS"] = "1"
    if hasattr(os, "nice"):
        os.nice(NICER)
