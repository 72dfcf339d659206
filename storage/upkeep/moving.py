"""A school moves from its SQLite file to PostgreSQL: every row as it stands, in one transaction, or nothing at all.

The file is only read, under the lock of the one program that may work with it. What was begun and did not end has left
no row, so that the move can be begun again; a database that holds any row is not moved into.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Engine,
    Table,
    Text,
    bindparam,
    cast,
    func,
    insert,
    select,
    text,
    type_coerce,
)
from sqlalchemy.exc import DBAPIError

from storage.engine import keep_to_ourselves, looking_at, open_to_look
from storage.privacy.register import REGISTER
from storage.tables.rows import Row
from storage.upkeep.backup import check

Progress = Callable[[int, int], None]
"""Called with the rows done and all rows."""

BATCH = 1_000

LOCK = 4_121_994
"""PostgreSQL's advisory lock: of two moves into one database the second one waits, and finds it full."""


class Immovable(Exception):
    """It was not moved, and both databases are as they were. `key`: older (the file is of an older version), kind (what
    it would move into is no PostgreSQL), full (that holds rows), refused (PostgreSQL takes a row not), differs. `table`
    is where; `detail` what PostgreSQL says, without any value."""

    def __init__(self, key: str, table: str = "", detail: str = "") -> None:
        super().__init__(key, table, detail)
        self.key = key
        self.table = table
        self.detail = detail


def move(source: Path, target: Engine, progress: Progress | None = None) -> Mapping[str, int]:
    """The rows moved, by table. `target` is up to date.

    Unsound where the file is no sound database; InUse where a program works with it; Immovable; OSError where there can
    be no lock beside the file.
    """
    if target.dialect.name != "postgresql":
        raise Immovable("kind")
    sound = check(source)
    if sound.older:
        raise Immovable("older")
    engine = open_to_look(f"sqlite:///{source}")
    release = keep_to_ourselves(engine)
    try:
        with engine.connect() as here, target.begin() as there:
            there.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
            _need_room(there)
            _copy(here, there, progress)
            _count_on(_given(source), there)
            return _compared(here, there)
    finally:
        engine.dispose()
        release()


def _tables() -> list[Table]:
    """Parents before what belongs to them."""
    return list(Row.metadata.sorted_tables)


def _need_room(there: Connection) -> None:
    for table in _tables():
        if there.execute(select(table.c.id).limit(1)).first() is not None:
            raise Immovable("full", table.name)


def _copy(here: Connection, there: Connection, progress: Progress | None) -> None:
    done, all_ = 0, sum(_count(here, table) for table in _tables())
    for table in _tables():
        for batch in _batches(here, table):
            with _refusing(table):
                there.execute(_written(table), batch)
            done += len(batch)
            if progress:
                progress(done, all_)


def _batches(here: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    found = here.execute(select(*(_read(column) for column in table.c)).order_by(table.c.id))
    for rows in found.partitions(BATCH):
        yield [{f"v_{name}": value for name, value in row._mapping.items()} for row in rows]


def _read(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """JSON as it is written: read and written anew, "nothing" and JSON's null would become one."""
    return type_coerce(column, Text).label(column.key) if isinstance(column.type, JSON) else column


def _written(table: Table) -> Any:
    return insert(table).values(
        {
            column.name: cast(bindparam(f"v_{column.name}", type_=Text()), JSON())
            if isinstance(column.type, JSON)
            else bindparam(f"v_{column.name}", type_=column.type)
            for column in table.c
        }
    )


@contextmanager
def _refusing(table: Table) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        diagnosis = getattr(error.orig, "diag", None)
        said = getattr(diagnosis, "message_primary", None) or type(error.orig).__name__
        raise Immovable("refused", table.name, str(said)) from error


def _given(source: Path) -> dict[str, int]:
    """The last id that SQLite gave in each table of which it gives none twice; a row of it may be gone."""
    with closing(looking_at(source)) as database:
        try:
            return {str(name): int(last) for name, last in database.execute("SELECT name, seq FROM sqlite_sequence")}
        except sqlite3.OperationalError:  # there is none where no table is of that kind
            return {}


def _count_on(given: Mapping[str, int], there: Connection) -> None:
    """The next row of each table gets an id that none had."""
    for table in _tables():
        highest = there.execute(select(func.max(table.c.id))).scalar_one() or 0
        last = max(highest, given.get(table.name, 0))
        if last:
            sequence = func.pg_get_serial_sequence(table.name, "id")
            there.execute(select(func.setval(sequence, last)))


def _compared(here: Connection, there: Connection) -> Mapping[str, int]:
    rows = {}
    for table in _tables():
        rows[table.name] = _count(here, table)
        if _count(there, table) != rows[table.name]:
            raise Immovable("differs", table.name)
    return {held.name: rows[held.name] for held in REGISTER}


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
