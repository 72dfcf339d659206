"""The statements of the shelves, built once for each shape: building one costs several times what running it does.

Values are bound by the names of the columns; those in a WHERE by `at` and the name, so that a statement may both
look for a column and set it.
"""

import enum
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from sqlalchemy import (
    JSON,
    ColumnElement,
    Insert,
    Select,
    Table,
    Update,
    and_,
    any_,
    bindparam,
    func,
    insert,
    select,
    update,
)
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
def columns(table: Table) -> tuple[str, ...]:
    """The names of what `looking` finds, in order."""
    return tuple(column.name for column in table.c)


@cache
def looking(table: Table, dialect: str, tests: Tests, *, newest: bool = False, one: bool = False) -> Select[Any]:
    """Whole rows, oldest first or newest first, all of them or one."""
    found = select(*table.c).where(_all(table, dialect, tests)).order_by(table.c.id.desc() if newest else table.c.id)
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
def saving(table: Table, dialect: str, tests: Tests) -> Update:
    """Set the columns that parameters are given for."""
    return update(table).where(_all(table, dialect, tests))


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


def _all(table: Table, dialect: str, tests: Tests) -> ColumnElement[bool]:
    return and_(*(_condition(table.c[name], dialect, at(name), test) for name, test in tests))


def _condition(column: ColumnElement[Any], dialect: str, parameter: str, test: Test) -> ColumnElement[bool]:
    if test == "none":
        return column.is_(None)
    if test == "equals":
        return column == bindparam(parameter)
    if dialect == "sqlite":  # one parameter for all of them: the statement stays the same
        return column.in_(select(func.json_each(bindparam(parameter, type_=JSON)).table_valued("value").c.value))
    return column == any_(bindparam(parameter, type_=postgresql.ARRAY(column.type)))
