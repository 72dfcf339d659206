"""Runs a statement at the price of the driver.

SQLAlchemy looks up, binds and wraps a statement anew each time: 50 us beside SQLite's 8, 120 us and more of the
processor beside PostgreSQL's driver. Here a statement is compiled once for each database, and then goes to the driver's
own connection, within the same transaction.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Executable, exc
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql.compiler import SQLCompiler

Coder = Callable[[Any], Any] | None


class Ran(NamedTuple):
    """The rows that a statement returned, in the order of its columns, and how many it changed."""

    rows: Sequence[Sequence[Any]]
    changed: int


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The text, what is bound (name, value where none is given, encoder) by place or else by name, whether rows come
    back, and the decoder of each column that wants one."""

    sql: str
    binds: tuple[tuple[str, Any, Coder], ...]
    by_place: bool
    returns: bool
    decoders: tuple[tuple[int, Callable[[Any], Any]], ...]

    def given(self, values: Mapping[str, Any]) -> Any:
        """The parameters, as the driver takes them."""
        found = (
            (name, encode(values.get(name, default)) if encode else values.get(name, default))
            for name, default, encode in self.binds
        )
        return [value for _, value in found] if self.by_place else dict(found)


def run(connection: Connection, statement: Executable, values: Mapping[str, Any]) -> Ran:
    """Execute `statement`, which is kept for good: one made for each call would fill the memory.

    Raises what SQLAlchemy raises.
    """
    prepared = _prepared(statement, connection.dialect.name, tuple(values))
    if prepared is None:
        result = connection.execute(statement, values)
        return Ran(result.all() if result.returns_rows else (), result.rowcount)
    driver: Any = connection.connection.driver_connection
    try:
        cursor = driver.execute(prepared.sql, prepared.given(values))
        rows = cursor.fetchall() if prepared.returns else []
    except connection.dialect.loaded_dbapi.Error as error:
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
def _prepared(statement: Any, database: str, keys: tuple[str, ...]) -> _Prepared | None:
    """None for a statement whose text depends on its values."""
    dialect = _dialect(database)
    compiled: SQLCompiler = statement.compile(dialect=dialect, column_keys=list(keys))
    if any(bind.expanding for bind in compiled.binds.values()):
        return None
    names: list[str] = compiled.positiontup if compiled.positional else list(compiled.params)  # type: ignore[assignment]
    binds = tuple((name, compiled.params[name], _encoder(compiled.binds[name].type, dialect)) for name in names)
    columns = tuple(getattr(statement, "exported_columns", ()))
    decoders = ((place, _decoder(column.type, dialect)) for place, column in enumerate(columns))
    found = tuple((place, decode) for place, decode in decoders if decode)
    return _Prepared(str(compiled), binds, compiled.positional, bool(columns), found)


@cache
def _dialect(database: str) -> Dialect:
    """The driver of a database is loaded where that database is used."""
    if database == "sqlite":
        return SQLiteDialect_pysqlite(dbapi=sqlite3)
    import psycopg

    return PGDialect_psycopg(dbapi=psycopg)  # type: ignore[no-untyped-call]


def _encoder(type_: Any, dialect: Dialect) -> Coder:
    coder: Coder = type_.dialect_impl(dialect).bind_processor(dialect)
    return coder


def _decoder(type_: Any, dialect: Dialect) -> Coder:
    coder: Coder = type_.dialect_impl(dialect).result_processor(dialect, None)
    return coder


def _as_sqlalchemys(error: Exception, sql: str) -> exc.DBAPIError:
    """The two name their errors alike, after PEP 249; the driver has finer ones below those."""
    kinds = (getattr(exc, kind.__name__, None) for kind in type(error).__mro__)
    known = next((k for k in kinds if isinstance(k, type) and issubclass(k, exc.DBAPIError)), exc.DBAPIError)
    raised: exc.DBAPIError = known(sql, None, error, hide_parameters=True)
    return raised
