"""Until when no process has anything to do, by what stands in the database."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

from bot.jobs.ticker import LOOK_FOR_CHECK_INS, LOOK_FOR_ENDS
from simulation.clocks import SlackClock
from simulation.evidence import moment

OVERDUE = 90.0
"""Seconds: what is due for longer than this waits for something else, and is looked at now and then."""

NAP = 7200.0
"""Seconds that may pass while something overdue waits."""

ROUND = (LOOK_FOR_ENDS + LOOK_FOR_CHECK_INS).total_seconds()
"""Seconds that a process is awake before it naps again: in them it has looked for everything at least once."""

DUE = """
SELECT min(at) FILTER (WHERE at > :overdue), min(at) FROM (
    SELECT max(o.not_before, coalesce(p.next_free_at, '')) AS at
    FROM outbox o LEFT JOIN pace p ON p.workspace = o.workspace
    WHERE o.state = 'waiting' AND NOT EXISTS (
        SELECT 1 FROM outbox e WHERE e.workspace = o.workspace AND e.lane = o.lane
        AND e.state IN ('waiting', 'claimed') AND e.id < o.id AND e.not_before <= o.not_before)
    UNION ALL SELECT lease_until FROM outbox WHERE state = 'claimed'
    UNION ALL SELECT not_before FROM errand WHERE NOT done
    UNION ALL SELECT wake_at FROM check_in WHERE wake_at IS NOT NULL
    UNION ALL SELECT ends_at FROM contract WHERE ends_at IS NOT NULL
    UNION ALL SELECT wake_at FROM digest WHERE wake_at IS NOT NULL
    UNION ALL SELECT wake_at FROM promise WHERE wake_at IS NOT NULL
)
"""


FAR = 1e12
"""Seconds: nothing at all is due."""


class Horizon:
    """`awake`: how long the processes were awake so far, in seconds."""

    def __init__(self, database: sqlite3.Connection, clock: SlackClock, awake: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._awake = awake
        self._woke = awake()

    def until(self, now: float) -> float:
        """The loop's time at which the next thing falls due; `now`, or before, where something is due."""
        overdue = _text(self._clock.start.timestamp() + now - OVERDUE)
        next_at, first = self._database.execute(DUE, {"overdue": overdue}).fetchone()
        until = self._clock.seconds(moment(next_at)) if next_at else FAR
        if not first or first > overdue:
            return until
        return min(until, self._nap(now))

    def _nap(self, now: float) -> float:
        """Until when the processes may nap; `now` while they have not looked for everything since the last time."""
        if self._awake() - self._woke < ROUND:
            return now
        self._woke = self._awake()
        return now + NAP


def _text(timestamp: float) -> str:
    """An instant as SQLite holds it."""
    return datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
