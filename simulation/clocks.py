"""Two clocks that run on the loop's: Slack's, which is right, and a computer's, which somebody may set."""

import asyncio
from datetime import UTC, datetime, timedelta

from sandbox.clock import MovableClock


class SlackClock(MovableClock):
    """The true time: `start` and as much as passed on the loop."""

    def __init__(self, start: datetime, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(start, frozen=True)
        self.start = start.astimezone(UTC)
        self._loop = loop

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self._loop.time())

    def seconds(self, moment: datetime) -> float:
        """The loop's time at that moment."""
        return (moment - self.start).total_seconds()


class ComputerClock:
    """What a computer takes for the time: a little `ahead` of the true one, or behind it; and by a `leap` where its
    clock has gone wrong."""

    def __init__(self, true: SlackClock) -> None:
        self._true = true
        self.ahead = timedelta(0)
        self.leap = timedelta(0)

    def now(self) -> datetime:
        return self._true.now() + self.ahead + self.leap
