"""A database of some hundred pages to make copies of, and what is written to it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

PAIR = (
    """INSERT INTO incoming (workspace, "key", received_at) VALUES ('T1', ?, '2027-01-11 08:00:00')""",
    """INSERT INTO errand (workspace, kind, args, not_before, attempts, done)
       VALUES ('T1', 'learn-person', ?, '2027-01-11 08:00:00', 0, 0)""",
)
LONG = "x" * 3_000


@pytest.fixture(scope="session")
def filled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of some hundred pages."""
    path = tmp_path_factory.mktemp("filled") / "accord.db"
    shutil.copyfile(migrated, path)
    with closing(sqlite3.connect(path)) as database:
        for number in range(300):
            add_pair(database, f"begin-{number}")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def live(filled: Path, tmp_path: Path) -> Path:
    path = tmp_path / "live.db"
    shutil.copyfile(filled, path)
    return path


def add_pair(database: sqlite3.Connection, name: str) -> None:
    """One in each table, or none."""
    with database:
        database.execute(PAIR[0], (name,))
        database.execute(PAIR[1], (f'{{"user": "{LONG}"}}',))
