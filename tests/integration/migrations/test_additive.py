"""Each migration only adds, so that the code of before goes on while it runs, and the program is exchanged afterwards.

What a migration does is looked at in the database, not read in its text: that finds a drop in plain SQL too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from storage.engine import open_engine
from storage.migrate import config
from tests.integration.migrations.released import REVISION, bring_to

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """The tables as the database describes them: columns, what must be unique or there, and where rows point."""

    tables: dict[str, Table]


def seen(engine: Engine) -> Seen:
    looked = inspect(engine)
    names = sorted(set(looked.get_table_names()) - {"alembic_version"})
    return Seen(
        {
            name: {
                "columns": {c["name"]: c for c in looked.get_columns(name)},
                "rules": {
                    *(f"unique {sorted(u['column_names'])}" for u in looked.get_unique_constraints(name)),
                    *(f"unique {sorted(map(str, i['column_names']))}" for i in looked.get_indexes(name) if i["unique"]),
                    *(f"check {c['sqltext']}" for c in looked.get_check_constraints(name)),
                    *(f"{f['constrained_columns']} to {f['referred_table']}" for f in looked.get_foreign_keys(name)),
                },
            }
            for name in names
        }
    )


def harm(before: Seen, after: Seen) -> list[str]:
    """What would trip the code that knows the tables as they were."""
    found = []
    for name, old in before.tables.items():
        new = after.tables.get(name)
        if new is None:
            found.append(f"{name} is gone")
            continue
        found += [f"{name}.{column}: {what}" for column, what in _columns(old["columns"], new["columns"])]
        found += [f"{name} must now obey: {rule}" for rule in sorted(_about_old(old, new["rules"] - old["rules"]))]
    return found


def _columns(old: Table, new: Table) -> list[tuple[str, str]]:
    found = []
    for name, column in old.items():
        if name not in new:
            found.append((name, "is gone"))
        elif str(new[name]["type"]) != str(column["type"]):
            found.append((name, f"is {new[name]['type']} now, was {column['type']}"))
        elif column["nullable"] and not new[name]["nullable"]:
            found.append((name, "may not be empty any more"))
    added = {name: new[name] for name in new.keys() - old.keys()}
    needed = [name for name, column in added.items() if not column["nullable"] and column["default"] is None]
    return found + [(name, "is new, may not be empty, and has no default") for name in needed]


def _about_old(old: Table, rules: set[str]) -> set[str]:
    """Rules that only speak of new columns can not be broken by who does not know them."""
    return {rule for rule in rules if any(f"'{column}'" in rule for column in old["columns"])}


def later_revisions() -> list[str]:
    walked = ScriptDirectory.from_config(config()).walk_revisions()
    return [script.revision for script in walked if script.revision != REVISION][::-1]


def test_no_migration_does_harm(empty: Engine) -> None:
    bring_to(empty, REVISION)
    known = seen(empty)
    assert later_revisions()
    for revision in later_revisions():
        bring_to(empty, revision)
        now = seen(empty)
        assert harm(known, now) == [], revision
        known = now


HARMFUL = {
    "a table dropped": "DROP TABLE pace",
    "a table renamed": "ALTER TABLE pace RENAME TO tempo",
    "a column dropped": "ALTER TABLE focus DROP COLUMN ref",
    "a column renamed": "ALTER TABLE focus RENAME COLUMN ref TO about_id",
    "a column that has to be filled": "DROP TABLE pace; CREATE TABLE pace (id INTEGER, reason VARCHAR NOT NULL)",
    "what must be unique now": "CREATE UNIQUE INDEX one_each ON focus (about)",
}
HARMLESS = {
    "a table": "CREATE TABLE more (id INTEGER PRIMARY KEY)",
    "a column that may be empty": "ALTER TABLE pace ADD COLUMN reason VARCHAR",
    "a column with a default": "ALTER TABLE pace ADD COLUMN reason VARCHAR DEFAULT '' NOT NULL",
    "an index": "CREATE INDEX quicker ON focus (about)",
}


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Engine]:
    """The tables of the first release."""
    engine = open_engine(f"sqlite:///{tmp_path}/first.db")
    bring_to(engine, REVISION)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("what", HARMFUL)
def test_it_sees_harm(first: Engine, what: str) -> None:
    assert _harm_of(first, HARMFUL[what])


@pytest.mark.parametrize("what", HARMLESS)
def test_it_sees_no_harm_where_there_is_none(first: Engine, what: str) -> None:
    assert _harm_of(first, HARMLESS[what]) == []


def _harm_of(engine: Engine, statements: str) -> list[str]:
    before = seen(engine)
    with engine.begin() as connection:
        for statement in statements.split("; "):
            connection.execute(text(statement))
    return harm(before, seen(engine))
