"""The statements of the repositories, built once for each shape: building one costs several times what running it does.

Values are bound by the names of the columns; those in a WHERE by `at` and the name, so that a statement may both
look for a column and set it.
"""

import enum
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal, NamedTuple

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Delete,
    Dialect,
    Executable,
    FromClause,
    Insert,
    Select,
    Table,
    UniqueConstraint,
    Update,
    and_,
    any_,
    bindparam,
    column,
    delete,
    exc,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql.compiler import SQLCompiler

Test = Literal["equals", "any", "none"]
Tests = tuple[tuple[str, Test], ...]
"""What a row is to satisfy: each column equals its parameter, is one of them, or is null."""


def at(column: str) -> str:
    """The parameter's name for a column in a WHERE."""
    return f"at_{column}"


def upsert(dialect: str, table: Table) -> Any:
    """An insert that knows ON CONFLICT."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache
def columns(table: Table) -> tuple[str, ...]:
    """The names of what `looking` finds, in order."""
    return tuple(column.name for column in table.c)


@cache
def named(query: Select[Any]) -> tuple[str, ...]:
    """The names of what a query of its own finds, in order."""
    return tuple(query.selected_columns.keys())


@cache
def unique(table: Table) -> tuple[str, ...]:
    """The columns of which a value stands once in a workspace."""
    together = [{c.name for c in one.columns} for one in table.constraints if isinstance(one, UniqueConstraint)]
    beside = [names - {"workspace"} for names in together if "workspace" in names]
    return ("id", *sorted(name for names in beside if len(names) == 1 for name in names))


@cache
def looking(table: Table, dialect: str, tests: Tests, *, newest: bool = False, one: bool = False) -> Select[Any]:
    """Whole rows, oldest first or newest first, all of them or one."""
    found = select(*table.c).where(_all(table, dialect, tests)).order_by(table.c.id.desc() if newest else table.c.id)
    return found.limit(1) if one else found


@cache
def looking_along(table: Table, dialect: str, tests: Tests, along: str) -> Select[Any]:
    """Whole rows, oldest first, that share their value in a column with one that the tests find."""
    one = table.alias("one")
    shared = select(one.c[along]).where(_all(one, dialect, tests))
    here = table.c.workspace == bindparam(at("workspace"))
    return select(*table.c).where(here, table.c[along].in_(shared)).order_by(table.c.id)


@cache
def adding(table: Table) -> Insert:
    return insert(table).returning(table.c.id)


@cache
def adding_once(table: Table, dialect: str, unique: tuple[str, ...]) -> Any:
    """Nothing comes back where a row with the same `unique` columns stands."""
    return upsert(dialect, table).on_conflict_do_nothing(index_elements=unique).returning(table.c.id)


@cache
def putting(table: Table, dialect: str, unique: tuple[str, ...], changed: tuple[str, ...]) -> Any:
    """Insert, or change the `changed` columns of the row with the same `unique` ones."""
    made = upsert(dialect, table)
    new = {name: made.excluded[name] for name in changed}
    return made.on_conflict_do_update(index_elements=unique, set_=new).returning(table.c.id)


@cache
def saving(table: Table, dialect: str, tests: Tests) -> Update:
    """Set the columns that parameters are given for."""
    return update(table).where(_all(table, dialect, tests))


@cache
def removing(table: Table, dialect: str, tests: Tests) -> Delete:
    return delete(table).where(_all(table, dialect, tests))


def asking(equals: Mapping[str, Any]) -> tuple[Tests, dict[str, Any]]:
    """What rows are tested for, and the parameters of it. A collection as value means any of them."""
    tests: list[tuple[str, Test]] = []
    values: dict[str, Any] = {}
    for name, value in equals.items():
        if value is None:
            tests.append((name, "none"))
        elif isinstance(value, list | tuple | set | frozenset):
            tests.append((name, "any"))
            values[at(name)] = [_plain(v) for v in value]
        else:
            tests.append((name, "equals"))
            values[at(name)] = _plain(value)
    return tuple(tests), values


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, enum.Enum) else value


def _all(table: FromClause, dialect: str, tests: Tests) -> ColumnElement[bool]:
    return and_(*(_condition(table.c[name], dialect, at(name), test) for name, test in tests))


def _condition(column: ColumnElement[Any], dialect: str, parameter: str, test: Test) -> ColumnElement[bool]:
    if test == "none":
        return column.is_(None)
    return column == bindparam(parameter) if test == "equals" else one_of(column, dialect, parameter)


def one_of(column: ColumnElement[Any], dialect: str, parameter: str) -> ColumnElement[bool]:
    """Whether it is among the values that the parameter lists."""
    if dialect == "sqlite":  # one parameter for all of them: the statement stays the same
        return column.in_(select(func.json_each(bindparam(parameter, type_=JSON)).table_valued("value").c.value))
    return column == any_(bindparam(parameter, type_=postgresql.ARRAY(column.type)))


@dataclass(frozen=True, slots=True)
class GivenRows:
    """Rows that are given as a list in one parameter, as a statement may look at them: their columns by name."""

    rows: FromClause
    columns: Mapping[str, ColumnElement[Any]]


def given(dialect: str, parameter: str, **types: Any) -> GivenRows:
    """A list of rows with columns of these types; `as_given` makes it."""
    if dialect == "sqlite":
        each = func.json_each(bindparam(parameter, type_=JSON)).table_valued("value", name=parameter)
        return GivenRows(each, {name: func.json_extract(each.c.value, f"$.{name}") for name in types})
    columns = [column(name, type_) for name, type_ in types.items()]
    rows = func.jsonb_to_recordset(bindparam(parameter, type_=postgresql.JSONB)).table_valued(*columns)
    derived = rows.render_derived(name=parameter, with_types=True)
    return GivenRows(derived, dict(derived.c))


def as_given(dialect: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The parameter's value. An instant is written as the database compares it."""
    zone = "" if dialect == "sqlite" else "+00"

    def plain(value: Any) -> Any:
        if isinstance(value, datetime):
            return value.astimezone(UTC).strftime(f"%Y-%m-%d %H:%M:%S.%f{zone}")
        return _plain(value)

    return [{name: plain(value) for name, value in row.items()} for row in rows]


# Runs a statement at the price of the driver.
#
# SQLAlchemy looks up, binds and wraps a statement anew each time: 50 us beside SQLite's 8, 120 us and more of the
# processor beside PostgreSQL's driver. Here a statement is compiled once for each database, and then goes to the
# driver's own connection, within the same transaction.


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
        found = [
            encode(values.get(name, default)) if encode else values.get(name, default)
            for name, default, encode in self.binds
        ]
        return found if self.by_place else {name: value for (name, _, _), value in zip(self.binds, found, strict=True)}


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
            if (value := row[place]) is not None:
                row[place] = decode(value)
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
