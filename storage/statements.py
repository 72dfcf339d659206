"""The statements of the shelves, built once for each shape: building one costs several times what running it does.

Values are bound by the names of the columns; those in a WHERE by `at` and the name, so that a statement may both
look for a column and set it.
"""

from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Insert, Select, Table, Update, and_, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

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
def looking(table: Table, tests: Tests, *, newest: bool = False, one: bool = False) -> Select[Any]:
    """Whole rows, oldest first or newest first, all of them or one."""
    found = select(*table.c).where(_all(table, tests)).order_by(table.c.id.desc() if newest else table.c.id)
    return found.limit(1) if one else found


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
def saving(table: Table, tests: Tests) -> Update:
    """Set the columns that parameters are given for."""
    return update(table).where(_all(table, tests))


def _all(table: Table, tests: Tests) -> ColumnElement[bool]:
    return and_(*(_condition(table, name, test) for name, test in tests))


def _condition(table: Table, name: str, test: Test) -> ColumnElement[bool]:
    column: ColumnElement[Any] = table.c[name]
    if test == "none":
        return column.is_(None)
    if test == "any":
        return column.in_(bindparam(at(name), expanding=True))
    return column == bindparam(at(name))
