"""The databases that the other tests stand on."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.engine import open_engine
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
FULL = "2"
"""What SQLite calls it."""


def test_a_fresh_database_has_every_table_and_no_row(engine: Engine) -> None:
    with engine.begin() as connection:
        assert UnitOfWork(connection, "T1", NOW).outbox.cards("contract:1") == []
        assert UnitOfWork(connection, "T1", NOW).first_time("event:1")


def test_what_is_committed_is_seen_by_the_next_connection_of_the_same_test(engine: Engine) -> None:
    with engine.begin() as connection:
        assert UnitOfWork(connection, "T1", NOW).first_time("event:1")
    with engine.begin() as connection:
        assert not UnitOfWork(connection, "T1", NOW).first_time("event:1")


def test_the_program_waits_for_the_disk(tmp_path: Path) -> None:
    """Only tests do not: a program that loads none of them is asked."""
    asks = (
        "from storage.engine import open_engine; import sys; "
        "print(open_engine(sys.argv[1]).connect().exec_driver_sql('PRAGMA synchronous').scalar())"
    )
    run = [sys.executable, "-c", asks, f"sqlite:///{tmp_path}/accord.db"]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip() == FULL


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_folder_that_is_made_for_a_database_is_its_owners_alone(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/var/accord.db")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE a (b)")
        rights = {path.name: path.stat().st_mode & 0o777 for path in [tmp_path / "var", *(tmp_path / "var").iterdir()]}
    engine.dispose()
    assert rights.pop("var") == 0o700
    assert set(rights.values()) == {0o600}
