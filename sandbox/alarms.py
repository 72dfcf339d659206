"""Doing something at an instant of the workspace's clock, whether it runs there or is moved there."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable
from datetime import datetime

from sandbox.clock import MovableClock


class Alarms:
    """Runs callbacks when the workspace's clock reaches their instants."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self._order = itertools.count()
        self._heap: list[tuple[datetime, int, Callable[[], None]]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._stop = clock.on_change(self._ring)

    def at(self, instant: datetime, what: Callable[[], None]) -> None:
        """Call `what` once the clock shows `instant`."""
        heapq.heappush(self._heap, (instant, next(self._order), what))
        self._ring()

    def _ring(self) -> None:
        while self._heap and self._heap[0][0] <= self._clock.now():
            heapq.heappop(self._heap)[2]()
        self._arm()

    def _arm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._heap:
            # On a frozen clock this wakes in vain now and then; a move of the clock rings at once.
            wait = max(0.01, (self._heap[0][0] - self._clock.now()).total_seconds())
            self._timer = asyncio.get_running_loop().call_later(wait, self._ring)

    def close(self) -> None:
        """Forget every alarm."""
        self._stop()
        self._heap.clear()
        if self._timer is not None:
            self._timer.cancel()
