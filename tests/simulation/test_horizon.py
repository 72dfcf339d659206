"""Naps: what is overdue is looked at now and then, and each time by a process that has looked for everything."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulation.clocks import SlackClock
from simulation.horizon import FAR, NAP, ROUND, Horizon
from simulation.loop import VirtualLoop
from simulation.world import migrated

START = datetime(2027, 10, 4, 12, 0, tzinfo=UTC)
LATER = 5000.0
"""Seconds after the start: what was due then is overdue by now."""


class Awake:
    """For how long the processes were awake."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "accord.db"
    path.write_bytes(migrated())
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


@pytest.fixture
def awake() -> Awake:
    return Awake()


@pytest.fixture
def horizon(database: sqlite3.Connection, awake: Awake) -> Horizon:
    return Horizon(database, SlackClock(START, VirtualLoop(1)), awake)


def due(database: sqlite3.Connection, at: str) -> None:
    database.execute(
        "INSERT INTO errand (workspace, kind, args, not_before, attempts, done) VALUES ('T1', 'hear', '{}', ?, 0, 0)",
        (f"2027-10-04 {at}.000000",),
    )


def test_nothing_due_is_far_away(horizon: Horizon) -> None:
    assert horizon.until(LATER) == FAR


def test_what_is_still_to_come_is_waited_for(horizon: Horizon, database: sqlite3.Connection) -> None:
    due(database, "14:00:00")
    assert horizon.until(LATER) == 7200.0


def test_there_is_no_nap_before_everything_was_looked_for(
    horizon: Horizon, database: sqlite3.Connection, awake: Awake
) -> None:
    """A contract's end is looked for once a minute: naps with a few seconds between them would never reach it."""
    due(database, "12:00:00")
    assert horizon.until(LATER) == LATER
    awake.seconds = ROUND
    assert horizon.until(LATER) == LATER + NAP
    assert horizon.until(LATER + NAP) == LATER + NAP
    awake.seconds = 2 * ROUND
    assert horizon.until(LATER + NAP) == LATER + 2 * NAP


def test_a_nap_ends_where_something_falls_due(horizon: Horizon, database: sqlite3.Connection, awake: Awake) -> None:
    due(database, "12:00:00")
    due(database, "14:00:00")
    awake.seconds = ROUND
    assert horizon.until(LATER) == 7200.0
