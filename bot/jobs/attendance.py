"""Keeps the time in which somebody listens to what Slack brings, and has looked back after a time when nobody did."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.activities.hearing.hearing_back import Presences, Round
from bot.runner import Clock, Executor
from bot.steady_clock import seconds_counted

log = structlog.get_logger()

BEAT_SECONDS = 5.0
"""Real seconds between two looks at whether we are heard."""

GAP_SECONDS = 15.0
"""Real seconds: Slack repeats within a few what it could not bring. After a longer gap we look ourselves."""

GAP = timedelta(seconds=GAP_SECONDS)
"""The same by the clock, between what replicas wrote."""


class Attendance:
    """`run` until it is cancelled. `hears` says whether what Slack brings reaches us now: 0 where it does not, else a
    number that stays the same while the connection is unbroken.

    `alone`: no other program listens for this database. A replica that starts waits for a moment to see whether the
    others were there all the time: then nothing was missed.
    """

    def __init__(
        self,
        presences: Presences,
        executor: Executor,
        clock: Clock,
        hears: Callable[[], int],
        wake_errands: Callable[[], None],
        *,
        alone: bool,
        seconds: Callable[[], float] = seconds_counted,
    ) -> None:
        self._presences = presences
        self._executor = executor
        self._clock = clock
        self._hears = hears
        self._wake_errands = wake_errands
        self._alone = alone
        self._seconds = seconds
        self._began: tuple[float, datetime] | None = None
        self._started = False
        self._last_heard = 0.0
        self._unbroken = 0

    async def run(self) -> None:
        """Look every few seconds. A database that is away is asked again the next time."""
        while True:
            try:
                await self.look()
            except Exception:  # whatever the database says: who answers the next beat has lost nothing
                log.exception("attendance.failed", action="attendance.failed")
            await asyncio.sleep(BEAT_SECONDS)

    async def look(self) -> None:
        """One beat: say that we listen; after a gap, have the open conversations read."""
        unbroken = self._hears()
        if not unbroken:
            return
        real, now = self._seconds(), self._clock.now()
        if self._began is None:
            self._began = (real, now)
        if not self._started and not self._alone and real - self._began[0] < GAP_SECONDS:
            return
        last = await self._executor(self._last)
        if self._missed_something(last, real, now) or (self._started and unbroken != self._unbroken):
            asked = await self._look_back(now)
            log.info("looked back", action="attendance.gap", conversations=asked)
        await self._executor(lambda: self._here(now))
        self._started, self._last_heard, self._unbroken = True, real, unbroken

    def _missed_something(self, last: datetime | None, real: float, now: datetime) -> bool:
        assert self._began is not None  # noqa: S101 - for the types: asked for after it began
        if not self._started:
            return self._alone or last is None or last <= self._began[1]
        if real - self._last_heard <= GAP_SECONDS:
            return False
        return self._alone or last is None or now - last > GAP

    async def _look_back(self, now: datetime) -> int:
        around = Round(now)
        while await self._executor(lambda: self._page(around)):
            self._wake_errands()
        self._wake_errands()
        return around.asked

    def _page(self, around: Round) -> bool:
        with self._presences() as presence:
            return around.page(presence)

    def _last(self) -> datetime | None:
        with self._presences() as presence:
            return presence.last()

    def _here(self, now: datetime) -> None:
        with self._presences() as presence:
            presence.here(now)
