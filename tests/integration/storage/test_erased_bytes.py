"""What was erased stands no longer in the files of a SQLite database, even while somebody else has it open."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bot.activities.privacy import erasing
from storage.engine import empty_log, open_engine
from tests.integration.privacy.life import MARK, lived
from tests.world import World

WORDS = f"{MARK} ustudent".encode()


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    engine = open_engine(sqlite_url)
    yield engine
    engine.dispose()


@pytest.fixture
def files(tmp_path: Path, engine: Engine) -> Iterator[tuple[Path, Path]]:
    """The database and its log, while another program has them open."""
    other = open_engine(str(engine.url))
    with other.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM person").scalar()
        connection.commit()
        yield tmp_path / "accord.db", tmp_path / "accord.db-wal"
    other.dispose()


def found(files: tuple[Path, Path]) -> int:
    return sum(path.read_bytes().count(WORDS) for path in files)


def test_whom_a_school_erases(engine: Engine, files: tuple[Path, Path]) -> None:
    world = World(engine)
    lived(world, world.student)
    assert found(files)
    world.do(erasing.erase, world.accord, "USTUDENT", "operator:ops", "asked")
    assert not found(files)


def test_what_is_past_its_time(engine: Engine, files: tuple[Path, Path]) -> None:
    world = World(engine)
    lived(world, world.student, ended=True)
    world.later(days=2_000)
    stated = f"{MARK} ustudent about statement".encode()
    assert any(stated in path.read_bytes() for path in files)
    while world.do(erasing.forget, world.accord):
        pass
    assert not any(stated in path.read_bytes() for path in files)


def test_who_reads_for_long_keeps_the_log_but_no_erasure(engine: Engine, files: tuple[Path, Path]) -> None:
    """A snapshot from before may still be read; once it is done with, the next one empties the log."""
    world = World(engine)
    lived(world, world.student)
    with closing(sqlite3.connect(files[0], isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        world.do(erasing.erase, world.accord, "USTUDENT", "operator:ops", "asked")
        assert files[1].stat().st_size > 0
        reader.execute("COMMIT")
    empty_log(engine)
    assert not found(files)
    assert files[1].stat().st_size == 0


def test_every_connection_overwrites_what_it_deletes(engine: Engine) -> None:
    """Even where SQLite was compiled to leave it."""

    @event.listens_for(engine, "connect", insert=True)
    def _as_compiled_without(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA secure_delete=OFF").close()

    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
