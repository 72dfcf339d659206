"""Watches whether the computer's clock leaps, says so, and decides by whose time the program goes on."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import aiohttp
import structlog

from bot import metrics
from bot.domain.timekeeping import SLIGHT, ClockVerdict, Leap, LeapCourse, at_the_start, judge
from bot.runner import Executor
from bot.steady_clock import SteadyClock
from prompts.words import words_for

log = structlog.get_logger(__name__)
words = words_for()

BEAT_SECONDS = 5.0
"""Real seconds between two looks at the clock."""

ASK_SECONDS = 60.0
"""Between two questions to Slack, while the clock is in doubt."""


class ClockBook(Protocol):
    """What is written down of clocks, in one transaction; storage/queries/clocks.py says what each method promises."""

    def last_seen(self) -> datetime | None: ...
    def leap_of(self, computer: str) -> Leap | None: ...
    def write(self, leap: Leap) -> None: ...
    def set_back(self, now: datetime) -> None: ...


class TimeWatch:
    """`begin` before anything is done by the clock, then `run` until it is cancelled.

    `theirs` asks Slack for the time; None where it does not say. `was_set` is called when the computer's clock leapt,
    and when it is followed again; `went_back` when the time that is believed did, with by how much.
    """

    def __init__(
        self,
        clock: SteadyClock,
        theirs: Callable[[], Awaitable[datetime | None]],
        books: Callable[[], AbstractContextManager[ClockBook]],
        executor: Executor,
        computer: str,
        was_set: Callable[[], None],
        went_back: Callable[[timedelta], Awaitable[None]],
    ) -> None:
        self._clock = clock
        self._theirs = theirs
        self._books = books
        self._executor = executor
        self._computer = computer
        self._was_set = was_set
        self._went_back = went_back
        self._leap: Leap | None = None
        self._back = timedelta(0)
        """By how much the time that is believed went back, while that is not mended."""
        self._since = 0.0
        """When the clock leapt, or Slack last said that our count is right: in seconds that were counted, and later by
        those in which nobody looked."""
        self._looked = 0.0
        self._asked = 0.0

    async def begin(self) -> None:
        """Find out what time it is."""
        seen = await self._executor(self._last_seen)
        theirs = await self._ask()
        begins = at_the_start(self._clock.wall(), seen, theirs)
        if abs(self._clock.wall() - begins) > SLIGHT:
            self._clock.go_by(begins)
        if seen is not None and seen - begins > SLIGHT:
            self._back = seen - begins
        await self.look()

    async def run(self) -> None:
        """Look every few seconds. While the database is away, a leap is not decided: our own count goes on."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            try:
                await self.look()
            except Exception:  # whatever the database says: the next beat looks again
                log.exception("clock not looked at", action="clock.look-failed")

    async def look(self) -> None:
        """One beat."""
        await self._mend()
        ahead = self._clock.ahead()
        metrics.CLOCK_AHEAD.set(ahead.total_seconds() if abs(ahead) > SLIGHT else 0)
        if abs(ahead) <= SLIGHT:
            self._clock.follow()
            if self._leap is not None:
                await self._end(self._leap, LeapCourse.RIGHTED)
            return
        if self._leap is None or not self._leap.is_the_same(ahead):
            self._leap = self._notice(ahead)
        await self._decide(self._leap)

    def _notice(self, ahead: timedelta) -> Leap:
        self._clock.go_by(self._clock.now())
        self._since = self._looked = self._clock.seconds()
        self._asked = -ASK_SECONDS
        leap = Leap(self._computer, ahead, self._clock.now())
        metrics.CLOCK_LEAPS.labels("forward" if leap.forward else "back").inc()
        _say(leap, "clock.leapt", words("clock-leapt-remedy"))
        self._was_set()
        return leap

    async def _decide(self, leap: Leap) -> None:
        confirmed = await self._executor(lambda: self._is_confirmed(leap))
        theirs = await self._ask_now_and_then()
        wall, count = self._clock.wall(), self._clock.now()
        verdict = judge(wall, count, theirs, self._held(), confirmed=confirmed)
        if verdict is ClockVerdict.KEEP:
            self._since = self._clock.seconds()
        if verdict is ClockVerdict.TAKE:
            self._clock.follow()
            metrics.CLOCK_AHEAD.set(0)
            self._back = max(count - wall, timedelta(0))
            await self._end(leap, LeapCourse.TAKEN)
            await self._mend()

    def _held(self) -> timedelta:
        """For how long the new time was seen to hold: not while the computer slept, or the database was away. Slack,
        which might have said that our count is right, was not asked then."""
        seconds = self._clock.seconds()
        if seconds - self._looked > ASK_SECONDS:
            self._since += seconds - self._looked
        self._looked = seconds
        return timedelta(seconds=seconds - self._since)

    async def _end(self, leap: Leap, course: LeapCourse) -> None:
        self._leap = None
        self._was_set()
        _say(leap, f"clock.{course}")
        await self._write(replace(leap, course=course, ended_at=self._clock.now()))

    async def _mend(self) -> None:
        """Where the time that is believed went back: what waits for moments that were skipped is brought along."""
        if self._back:
            now = self._clock.now()
            await self._executor(lambda: self._set_back(now))
            await self._went_back(self._back)
            self._back = timedelta(0)

    async def _ask_now_and_then(self) -> datetime | None:
        if self._clock.seconds() - self._asked < ASK_SECONDS:
            return None
        self._asked = self._clock.seconds()
        return await self._ask()

    async def _ask(self) -> datetime | None:
        try:
            return await self._theirs()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            log.info("Slack's time unknown", action="clock.unasked", error=type(error).__name__)
            return None

    async def _write(self, leap: Leap) -> None:
        await self._executor(lambda: self._written(leap))

    def _written(self, leap: Leap) -> None:
        with self._books() as book:
            book.write(leap)

    def _is_confirmed(self, leap: Leap) -> bool:
        """Write it down where that is not done; who confirmed the same one before a restart need not do it again."""
        with self._books() as book:
            known = book.leap_of(self._computer)
            if known is not None and known.noticed_at == leap.noticed_at:
                return known.confirmed
            confirmed = known is not None and known.confirmed and known.is_the_same(leap.ahead)
            book.write(replace(leap, confirmed=confirmed))
            return confirmed

    def _last_seen(self) -> datetime | None:
        with self._books() as book:
            return book.last_seen()

    def _set_back(self, now: datetime) -> None:
        with self._books() as book:
            book.set_back(now)


def _say(leap: Leap, action: str, remedy: str = "") -> None:
    more = {"remedy": remedy} if remedy else {}
    seconds = round(leap.ahead.total_seconds())
    log.warning(action, action=action, computer=leap.computer, ahead_seconds=seconds, **more)
