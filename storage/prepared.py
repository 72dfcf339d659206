"""Runs a statement at the price of the driver.

SQLAlchemy looks up, binds and wraps a statement anew each time: some 50 us, where SQLite answers in 8. On SQLite a
statement is compiled once here, and then goes to the driver's own connection within the same transaction. On
PostgreSQL, where the way to the server costs more than that, SQLAlchemy runs it.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Executable, exc
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql.compiler import SQLCompiler

_SQLITE = SQLiteDialect_pysqlite(dbapi=sqlite3)

Coder = Callable[[Any], Any] | None


class Ran(NamedTuple):
    """The rows that a statement returned, in the order of its columns, and how many it changed."""

    rows: Sequence[Sequence[Any]]
    changed: int


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The text, what is bound in which order (name, value where none is given, encoder), a decoder a column."""

    sql: str
    binds: tuple[tuple[str, Any, Coder], ...]
    decoders: tuple[tuple[int, Callable[[Any], Any]], ...]


def run(connection: Connection, statement: Executable, values: Mapping[str, Any]) -> Ran:
    """Execute `statement`, which is kept for good: one made for each call would fill the memory.

    Raises what SQLAlchemy raises.
    """
    prepared = _prepared(statement, tuple(values)) if connection.dialect.name == "sqlite" else None
    if prepared is None:
        result = connection.execute(statement, values)
        return Ran(result.all() if result.returns_rows else (), result.rowcount)
    given = [
        encode(values.get(name, default)) if encode else values.get(name, default)
        for name, default, encode in prepared.binds
    ]
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    try:
        cursor = driver.execute(prepared.sql, given)
        rows = cursor.fetchall()
    except sqlite3.Error as error:
        raise _as_sqlalchemys(error, prepared.sql) from error
    return Ran(_decoded(rows, prepared.decoders), cursor.rowcount)


def _decoded(rows: list[Any], decoders: tuple[tuple[int, Callable[[Any], Any]], ...]) -> list[Sequence[Any]]:
    if not decoders:
        return rows
    decoded = [list(row) for row in rows]
    for row in decoded:
        for place, decode in decoders:
            row[place] = decode(row[place])
    return list(decoded)


@cache
def _prepared(statement: Any, keys: tuple[str, ...]) -> _Prepared | None:
    """None for a statement whose text depends on its values."""
    compiled: SQLCompiler = statement.compile(dialect=_SQLITE, column_keys=list(keys))
    if any(bind.expanding for bind in compiled.binds.values()):
        return None
    names: list[str] = compiled.positiontup or []
    binds = tuple((name, compiled.params[name], _encoder(compiled.binds[name].type)) for name in names)
    columns = statement.exported_columns if hasattr(statement, "exported_columns") else ()
    decoders = ((place, _decoder(column.type)) for place, column in enumerate(columns))
    return _Prepared(str(compiled), binds, tuple((place, decode) for place, decode in decoders if decode))


def _encoder(type_: Any) -> Coder:
    coder: Coder = type_.dialect_impl(_SQLITE).bind_processor(_SQLITE)
    return coder


def _decoder(type_: Any) -> Coder:
    coder: Coder = type_.dialect_impl(_SQLITE).result_processor(_SQLITE, None)
    return coder


def _as_sqlalchemys(error: sqlite3.Error, sql: str) -> exc.DBAPIError:
    """The two name their errors alike, after PEP 249."""
    kind = getattr(exc, type(error).__name__, exc.DBAPIError)
    raised: exc.DBAPIError = kind(sql, None, error, hide_parameters=True)
    return raised
