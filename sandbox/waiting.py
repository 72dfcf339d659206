"""Waiting for something to become true in the workspace, without polling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sandbox.core import Core

WITHIN = 20.0
"""Real seconds until what was waited for is called missing: far more than it takes; a busy machine is no fault."""


A_MOMENT = 0.3
"""Real seconds."""


class Changes:
    """Wakes whoever waits whenever the workspace changes."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._waiting: list[asyncio.Future[None]] = []
        self._stop = core.on_change(self._wake)

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, holds: Callable[[], bool], within: float) -> bool:
        """Wait until `holds()`; False when it does not within so many real seconds."""
        deadline = asyncio.get_running_loop().time() + within
        while not holds():
            future = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            try:
                async with asyncio.timeout_at(deadline):
                    await future
            except TimeoutError:
                return holds()
        return True

    async def patiently(self, holds: Callable[[], bool], within: float) -> bool:
        """The same. On a clock that stands still, who has waited for a moment in vain has let some time pass."""
        if await self.until(holds, min(A_MOMENT, within)):
            return True
        if self._core.clock.frozen:
            self._core.clock.advance(self._core.typing)
        return await self.until(holds, within)

    def close(self) -> None:
        """Stop listening."""
        self._stop()
