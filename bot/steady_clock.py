"""The program's clock: the computer's, as long as that goes on steadily; else our own count of the seconds."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.domain.timekeeping import SLIGHT


class Clock(Protocol):
    def now(self) -> datetime:
        """An aware instant in UTC."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


_WITH_SLEEP: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""Linux, and macOS; Windows has a count of its own, by another name."""


def seconds_counted() -> float:
    """Seconds that nobody can set. Those count in which the computer slept, so that a lid that was closed is no leap of
    the clock."""
    return time.monotonic() if _WITH_SLEEP is None else time.clock_gettime(_WITH_SLEEP)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """That it was `at` when so many seconds were counted. `follows` the computer's clock, or does not believe it."""

    at: datetime
    seconds: float
    follows: bool


class SteadyClock:
    """Follows `wall` while it is off by no more than SLIGHT since the last look; `follow` and `go_by` are looks.

    From any thread: an anchor is replaced as a whole.
    """

    def __init__(self, wall: Clock | None = None, seconds: Callable[[], float] = seconds_counted) -> None:
        self._wall = wall or SystemClock()
        self._seconds = seconds
        self._anchor = _Anchor(self._wall.now(), seconds(), follows=True)

    def now(self) -> datetime:
        """What is believed."""
        anchor, wall = self._anchor, self._wall.now()
        count = self._count(anchor)
        return wall if anchor.follows and abs(wall - count) <= SLIGHT else count

    def ahead(self) -> timedelta:
        """By how much the computer's clock is ahead of our count."""
        return self._wall.now() - self._count(self._anchor)

    def wall(self) -> datetime:
        """What the computer's clock says."""
        return self._wall.now()

    def seconds(self) -> float:
        """Seconds that were counted, from any moment on."""
        return self._seconds()

    def follow(self) -> None:
        """Believe the computer's clock as it is now."""
        self._anchor = _Anchor(self._wall.now(), self._seconds(), follows=True)

    def go_by(self, instant: datetime) -> None:
        """Count on from `instant`, which is now, whatever the computer's clock says."""
        self._anchor = _Anchor(instant, self._seconds(), follows=False)

    def _count(self, anchor: _Anchor) -> datetime:
        return anchor.at + timedelta(seconds=self._seconds() - anchor.seconds)
