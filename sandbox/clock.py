"""The workspace's clock: it runs, and a person or a test can move it forward."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class MovableClock:
    """Starts at an instant and runs with real (monotonic) time from there, or stands still when frozen.

    It only ever moves forward: Slack's timestamps never go back.
    """

    def __init__(self, start: datetime | None = None, *, frozen: bool = False) -> None:
        """Start at `start`, an aware datetime; now, when it is not given."""
        start = start or datetime.now(UTC)
        if start.tzinfo is None:
            raise ValueError("the clock needs an aware datetime")
        self._base = start.astimezone(UTC)
        self._frozen = frozen
        self._started = time.monotonic()
        self._callbacks: list[Callable[[], None]] = []

    @property
    def frozen(self) -> bool:
        """Whether it stands still unless it is moved."""
        return self._frozen

    def run(self) -> None:
        """From now on it runs."""
        self._started = time.monotonic()
        self._frozen = False

    def now(self) -> datetime:
        """Return the workspace's time, aware and in UTC."""
        if self._frozen:
            return self._base
        return self._base + timedelta(seconds=time.monotonic() - self._started)

    def advance(self, by: timedelta) -> None:
        """Move forward by `by`. Raises ValueError when it is negative."""
        if by < timedelta(0):
            raise ValueError("the clock moves forward only")
        self._base += by
        for callback in list(self._callbacks):
            callback()

    def move_to(self, instant: datetime) -> None:
        """Move forward to `instant`, an aware datetime. Raises ValueError when it has passed."""
        if instant.tzinfo is None:
            raise ValueError("the clock needs an aware datetime")
        self.advance(instant.astimezone(UTC) - self.now())

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` after every move; returns the function that ends this."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe
