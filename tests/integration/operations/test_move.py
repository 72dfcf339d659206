"""`accord db move`: a school leaves its SQLite file for PostgreSQL, whole or not at all."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Column, DateTime, Table, TypeDecorator, insert, make_url, null, select, text
from sqlalchemy.types import TypeEngine
from typer.testing import Result

from prompts.words import words_for
from storage.engine import keep_to_ourselves, open_engine
from storage.tables.rows import Row
from storage.types import ExactDecimal, UtcDateTime
from storage.upkeep import moving
from storage.upkeep.moving import Immovable, move
from tests.integration.migrations.released import bring_to, fill
from tests.integration.operations.commands import in_folder

words = words_for()
TABLES = Row.metadata.sorted_tables
ROWS = 3
SOME_TIME = datetime(2027, 1, 11, 8, 0, 0, 123456, tzinfo=UTC)

Moves = Callable[..., Result]


def value_of(column: Column[Any], number: int) -> object:
    """Something of its type, another one in each row, with what is easily lost on the way."""
    if column.name == "id" or column.foreign_keys:
        return number
    if column.nullable and number == ROWS:
        return null()
    if isinstance(column.type, JSON):
        return [{"é": "Zoë 🎓", "numbers": [number, 0.1]}, None, "text"][number - 1]
    return value_of_kind(column.type, number)


def value_of_kind(kind: TypeEngine[Any], number: int) -> object:
    if isinstance(kind, ExactDecimal):
        return Decimal("0.10") + number
    if isinstance(kind, UtcDateTime):
        return SOME_TIME + timedelta(days=number)
    if isinstance(kind, TypeDecorator):
        return value_of_kind(kind.impl_instance, number)
    if isinstance(kind, DateTime):
        return datetime(2027, 1, number, 8, 0)  # noqa: DTZ001 - slack-sdk's tables know no zones
    found: dict[type, object] = {
        str: f"{number}é🎓\n",
        int: number,
        bool: number == 1,
        float: 0.1 * number,
        date: SOME_TIME.date() + timedelta(days=number),
        time: SOME_TIME.time(),
    }
    return found[kind.python_type]


@pytest.fixture
def school(migrated: Path, tmp_path: Path) -> Path:
    """A file with rows in every table."""
    path = tmp_path / "accord.db"
    shutil.copyfile(migrated, path)
    engine = open_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for table in TABLES:
            for number in range(1, ROWS + 1):
                row = {column.name: value_of(column, number) for column in table.c}
                connection.execute(insert(table).values(row))
    engine.dispose()
    return path


@pytest.fixture
def empty(postgres_server: str, tmp_path: Path) -> str:
    """The address of a database without any table, of this test alone."""
    name = f"moved_{abs(hash(tmp_path))}"
    with open_engine(postgres_server).execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    return make_url(postgres_server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def accord(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: str) -> Moves:
    return in_folder(tmp_path, monkeypatch, {"ACCORD_DATABASE_URL": empty})


def all_rows(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """What is read from each table, and which JSON is "nothing" rather than null."""
    engine = open_engine(url)
    with engine.begin() as connection:
        found = {table.name: [tuple(row) for row in connection.execute(_with_nothings(table))] for table in TABLES}
    engine.dispose()
    return found


def _with_nothings(table: Table) -> Any:
    nothings = [column.is_(null()) for column in table.c if isinstance(column.type, JSON)]
    return select(*table.c, *nothings).order_by(table.c.id)


def bytes_of(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.parent.glob(f"{path.name}*") if one.suffix != ".lock"}


def counted(url: str) -> int:
    return sum(map(len, all_rows(url).values()))


def test_every_row_of_every_table_is_there_and_the_file_is_as_it_was(accord: Moves, school: Path, empty: str) -> None:
    before = bytes_of(school)
    told = accord("db", "move", str(school))
    assert (told.exit_code, told.stderr) == (0, "")
    assert bytes_of(school) == before
    assert all_rows(empty) == all_rows(f"sqlite:///{school}")
    assert {f"{table.name}\t{ROWS}" for table in TABLES} <= set(told.stdout.splitlines())
    assert words("db-move-done", rows=ROWS * len(TABLES), path=str(school)) in told.stdout


def test_new_rows_get_ids_that_none_had(school: Path, accord: Moves, empty: str) -> None:
    """Not even one that is gone, where a button may carry it."""
    with closing(sqlite3.connect(school)) as database, database:
        database.execute(f"DELETE FROM care_told WHERE alert = {ROWS}")
        database.execute(f"DELETE FROM care_alert WHERE id = {ROWS}")
    assert accord("db", "move", str(school)).exit_code == 0
    engine = open_engine(empty)
    with engine.begin() as connection:
        for table in TABLES:
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            assert connection.execute(text(f"SELECT nextval({sequence})")).scalar_one() > ROWS - (
                table.name == "care_told"  # no button carries its ids, and SQLite gives them twice, too
            ), table.name
    engine.dispose()


def test_a_school_of_the_first_release_moves_once_it_is_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accord: Moves, empty: str
) -> None:
    old = tmp_path / "old.db"
    engine = open_engine(f"sqlite:///{old}")
    bring_to(engine, "0001")
    fill(engine)
    engine.dispose()
    refused = accord("db", "move", str(old))
    assert refused.stderr.strip() == words("db-move-older", path=str(old), table="", detail="")
    assert counted(empty) == 0
    monkeypatch.setenv("ACCORD_DATABASE_URL", f"sqlite:///{old}")
    assert accord("db", "migrate", "--yes").exit_code == 0
    monkeypatch.setenv("ACCORD_DATABASE_URL", empty)
    assert accord("db", "move", str(old)).exit_code == 0
    assert all_rows(empty) == all_rows(f"sqlite:///{old}")


def test_a_second_time_it_refuses_and_changes_nothing(accord: Moves, school: Path, empty: str) -> None:
    assert accord("db", "move", str(school)).exit_code == 0
    before = all_rows(empty)
    again = accord("db", "move", str(school))
    assert again.exit_code == 1
    assert again.stderr.strip() == words("db-move-full", path=str(school), table=_first(before), detail="")
    assert all_rows(empty) == before


def _first(rows: dict[str, list[Any]]) -> str:
    return next(table.name for table in TABLES if rows[table.name])


def test_one_that_was_broken_off_has_left_no_row_and_begins_anew(
    accord: Moves, school: Path, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert accord("db", "migrate", "--yes").exit_code == 0
    engine = open_engine(empty)

    def breaks(done: int, all_: int) -> None:
        if done > all_ / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move(school, engine, breaks)
    assert counted(empty) == 0
    told = list[tuple[int, int]]()
    monkeypatch.setattr(moving, "BATCH", 2)
    move(school, engine, lambda done, all_: told.append((done, all_)))
    engine.dispose()
    assert told[-1] == (ROWS * len(TABLES), ROWS * len(TABLES))
    assert len(told) == 2 * len(TABLES)
    assert all_rows(empty) == all_rows(f"sqlite:///{school}")


def test_what_accord_works_with_is_left_alone(accord: Moves, school: Path, empty: str) -> None:
    engine = open_engine(f"sqlite:///{school}")
    release = keep_to_ourselves(engine)
    refused = accord("db", "move", str(school))
    release()
    engine.dispose()
    assert refused.stderr.strip() == words("db-move-in-use", path=str(school), number=str(os.getpid()))
    assert counted(empty) == 0


def test_what_postgresql_does_not_take_is_named_without_the_words(accord: Moves, school: Path, empty: str) -> None:
    """SQLite holds any text in a column of 32 characters."""
    with closing(sqlite3.connect(school)) as database, database:
        database.execute("UPDATE pace SET workspace = ? WHERE id = 2", ("walrus" * 20,))
    refused = accord("db", "move", str(school))
    assert refused.exit_code == 1
    assert "pace" in refused.stderr
    assert "walrus" not in refused.output
    assert counted(empty) == 0


def test_fewer_rows_there_than_here_is_no_move(
    accord: Moves, school: Path, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert accord("db", "migrate", "--yes").exit_code == 0
    engine, whole = open_engine(empty), moving._batches
    monkeypatch.setattr(moving, "_batches", lambda here, table: [batch[1:] for batch in whole(here, table)])
    with pytest.raises(Immovable) as refused:
        move(school, engine)
    engine.dispose()
    assert refused.value.key == "differs"
    assert counted(empty) == 0


@pytest.mark.parametrize(
    ("path", "key"), [("nowhere.db", "missing"), ("no.db", "no-database"), (".", "a-folder"), ("damaged.db", "damaged")]
)
def test_what_is_no_sound_database_is_not_moved(accord: Moves, school: Path, path: str, key: str) -> None:
    (school.parent / "no.db").write_text("nothing")
    spoiled = school.read_bytes()
    (school.parent / "damaged.db").write_bytes(spoiled[: len(spoiled) // 2])
    refused = accord("db", "move", path)
    assert refused.exit_code == 1
    assert json.dumps(path) not in refused.stdout
    assert refused.stderr.startswith(words(f"db-check-{key}", path=path, folder="", detail="").partition(":")[0][:20])


def test_it_moves_into_postgresql_alone(school: Path, accord: Moves, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_DATABASE_URL", "sqlite:///another.db")
    refused = accord("db", "move", str(school))
    assert (refused.exit_code, refused.stderr.strip()) == (1, words("db-move-kind", path=str(school)))
    assert not (school.parent / "another.db").exists()
