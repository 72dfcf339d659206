"""The repository that most tables need: domain values in and out of one table, in one workspace.

This is the one place that adds `workspace = …` to a query: a shelf is made for a workspace, and no method
reads or writes a row of another.
"""

import enum
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Table, and_, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.errors import Conflict

T = TypeVar("T")


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(kind: type[T]) -> TypeAdapter[T]:
    """The one reader and writer of `kind`; making one costs a thousand times what using it does."""
    found = _adapters.get(kind)
    if found is None:
        found = _adapters[kind] = TypeAdapter(kind)
    return found


def to_row(item: Any) -> dict[str, Any]:
    """Column values of a flat domain value; a new one (id 0) leaves the id to the database."""
    row = {f.name: _plain(getattr(item, f.name)) for f in fields(item)}
    if not row["id"]:
        del row["id"]
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


class Shelf(Generic[T]):
    """Values of `kind` (a frozen dataclass whose fields are the table's columns) in one workspace."""

    def __init__(self, connection: Connection, table: Table, kind: type[T], workspace: str) -> None:
        if not is_dataclass(kind):
            raise TypeError(f"{kind} is no dataclass")
        self._connection = connection
        self._table = table
        self._kind = kind
        self._workspace = workspace

    def add(self, item: T) -> T:
        """Store a new value; return it with its id. A broken uniqueness is an IntegrityError."""
        row = to_row(item)
        self._own(row)
        statement = insert(self._table).values(row).returning(*self._table.c)
        return self._read(self._connection.execute(statement).mappings().one())

    def add_once(self, item: T, *unique: str) -> T | None:
        """Store a new value unless a row with the same `unique` columns stands; None then."""
        row = to_row(item)
        self._own(row)
        made = self._upsert().values(row).on_conflict_do_nothing(index_elements=["workspace", *unique])
        found = self._connection.execute(made.returning(*self._table.c)).mappings().one_or_none()
        return None if found is None else self._read(found)

    def put(self, item: T, *unique: str) -> T:
        """Store a value, in place of the one with the same `unique` columns where there is one."""
        row = to_row(item)
        self._own(row)
        changed = {k: v for k, v in row.items() if k not in ("id", "workspace", *unique)}
        made = self._upsert().values(row)
        made = made.on_conflict_do_update(index_elements=["workspace", *unique], set_=changed)
        return self._read(self._connection.execute(made.returning(*self._table.c)).mappings().one())

    def save(self, item: T) -> None:
        """Write every column of a stored value again.

        Where the table counts revisions, Conflict when somebody saved since the value was read; else
        LookupError where it is not in this workspace.
        """
        row = to_row(item)
        self._own(row)
        conditions = [self._table.c.id == row["id"]]
        counted = "revision" in row
        if counted:
            conditions.append(self._table.c.revision == row["revision"])
            row["revision"] += 1
        statement = update(self._table).where(self._here(*conditions)).values(row)
        if self._connection.execute(statement).rowcount != 1:
            raise Conflict(self._table.name) if counted else LookupError(self._table.name)

    def get(self, id: int) -> T | None:
        return self.first(id=id)

    def first(self, **equals: Any) -> T | None:
        """The one with these column values, the oldest where there are several."""
        found = self._select(equals).limit(1)
        row = self._connection.execute(found).mappings().one_or_none()
        return None if row is None else self._read(row)

    def newest(self, **equals: Any) -> T | None:
        found = self._select(equals, newest=True).limit(1)
        row = self._connection.execute(found).mappings().one_or_none()
        return None if row is None else self._read(row)

    def all(self, **equals: Any) -> list[T]:
        """Those with these column values, oldest first. A list or tuple as value means any of them."""
        return [self._read(row) for row in self._connection.execute(self._select(equals)).mappings()]

    def _select(self, equals: Mapping[str, Any], *, newest: bool = False) -> Any:
        order = self._table.c.id.desc() if newest else self._table.c.id
        return select(*self._table.c).where(self._here(*self._conditions(equals))).order_by(order)

    def _conditions(self, equals: Mapping[str, Any]) -> list[ColumnElement[bool]]:
        return [
            self._table.c[name].in_([_plain(v) for v in value])
            if isinstance(value, list | tuple | set | frozenset)
            else self._table.c[name] == _plain(value)
            for name, value in equals.items()
        ]

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(self._table.c.workspace == self._workspace, *conditions)

    def _own(self, row: Mapping[str, Any]) -> None:
        if row["workspace"] != self._workspace:
            raise LookupError("a row of another workspace")

    def _read(self, row: Mapping[Any, Any]) -> T:
        return adapter(self._kind).validate_python(dict(row))

    def _upsert(self) -> Any:
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        return dialect.insert(self._table)
