"""A database is brought to this version from nothing, once, whoever starts and however often."""

import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from storage.engine import open_engine
from storage.migrate import config, current, migrate, newest, revisions
from storage.tables.classes import Row

HOUSE = Path(__file__).parents[3]


def differences(engine: Engine) -> list[object]:
    """What the tables have that the database lacks, and the other way round."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Row.metadata))


def test_from_nothing_to_the_tables_as_they_are_declared(empty: Engine) -> None:
    migrate(empty)
    assert differences(empty) == []
    with empty.connect() as connection:
        assert current(connection) == newest()


def test_indexes_and_constraints_are_those_of_the_tables(empty: Engine) -> None:
    """Alembic does not compare partial indexes' conditions, nor what is unique, on every database."""
    Row.metadata.create_all(empty)
    declared = _rules(empty)
    Row.metadata.drop_all(empty)
    migrate(empty)
    migrated = _rules(empty)
    migrated.pop("alembic_version")
    assert migrated == declared


def _rules(engine: Engine) -> dict[str, list[str]]:
    looked = inspect(engine)
    return {
        name: sorted(
            [
                *(json.dumps(i, default=str, sort_keys=True) for i in looked.get_indexes(name)),
                *(json.dumps(u, default=str, sort_keys=True) for u in looked.get_unique_constraints(name)),
                *(json.dumps(f, default=str, sort_keys=True) for f in looked.get_foreign_keys(name)),
                *(f"{c['name']} {c['type']!r} {c['nullable']}" for c in looked.get_columns(name)),
            ]
        )
        for name in looked.get_table_names()
    }


def test_again_changes_nothing_and_keeps_every_row(empty: Engine) -> None:
    migrate(empty)
    with empty.begin() as connection:
        connection.execute(text("INSERT INTO pace (workspace, next_free_at) VALUES ('T1', '2027-01-11 08:00:00')"))
    migrate(empty)
    assert differences(empty) == []
    with empty.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM pace")).scalar() == 1


def test_four_that_start_together_migrate_once(empty: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the first is: the others wait for longer than any answer would."""
    monkeypatch.setattr("storage.engine.BUSY_MS", 100)
    engines = [open_engine(empty.url.render_as_string(hide_password=False)) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate, engines))
    for engine in engines:
        engine.dispose()
    assert differences(empty) == []


def test_a_newer_database_is_refused_and_left_alone(empty: Engine) -> None:
    migrate(empty)
    with empty.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'fff000fff000'"))
    with pytest.raises(LookupError, match="fff000fff000"):
        migrate(empty)
    with empty.connect() as connection:
        assert current(connection) == "fff000fff000"


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    """A view of the name of a table stands in the way: the first half is not kept."""
    path = tmp_path / "taken.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE VIEW signature AS SELECT 1 AS mine")
    engine = open_engine(f"sqlite:///{path}")
    with pytest.raises(Exception, match="signature"):
        migrate(engine)
    assert (inspect(engine).get_table_names(), inspect(engine).get_view_names()) == ([], ["signature"])
    engine.dispose()


def test_the_files_are_named_after_their_revisions() -> None:
    """So that the newest one is known without Alembic."""
    directory = ScriptDirectory.from_config(config())
    assert revisions() == {script.revision for script in directory.walk_revisions()}
    assert newest() == directory.get_current_head()


def test_a_database_of_this_version_costs_no_alembic_and_waits_for_no_writer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/accord.db"
    engine = open_engine(url)
    migrate(engine)
    program = (
        "import sys\n"
        "from storage.engine import open_engine\n"
        "from storage.migrate import migrate\n"
        f"migrate(open_engine({url!r}))\n"
        "print('alembic' in sys.modules)"
    )
    with engine.begin():  # somebody writes
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=HOUSE)
    engine.dispose()
    assert (ended.stdout, ended.stderr) == ("False\n", "")
