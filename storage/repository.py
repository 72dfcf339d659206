"""The repository that most tables need: domain values in and out of one table, in one workspace.

This is the one place that adds `workspace = …` to a query: a repository is made for a workspace, and no method
reads or writes a row of another.
"""

import enum
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Table, and_, delete

from bot.domain.actor import Conflict
from storage import statements
from storage.statements import Ran, run
from storage.tables.rows import Row, table

T = TypeVar("T")

# What a unit of work has read, so that nothing is asked twice within its transaction. It goes by table: whatever is
# written to one, what was read from it is read anew.


class Reads:
    """The answers so far, by table. Whoever writes to a table forgets it, whatever became of the write."""

    def __init__(self) -> None:
        self._answers: dict[Table, dict[Hashable, Any]] = {}

    def once(self, table: Table, question: Hashable, read: Callable[[], T]) -> T:
        """What `read` returned to this question about the table."""
        answers = self._answers.setdefault(table, {})
        if question not in answers:
            answers[question] = read()
        found: T = answers[question]
        return found

    def forget(self, *tables: Table) -> None:
        for changed in tables:
            self._answers.pop(changed, None)

    def forget_all(self) -> None:
        self._answers.clear()


def question(equals: Mapping[str, Any], *how: Hashable) -> Hashable:
    """What is asked for, as a key. A collection means any of its values."""
    return (*how, *((name, _key(equals[name])) for name in sorted(equals)))


def _key(value: Any) -> Hashable:
    """Beside its type: what Python calls equal, as True and 1, a database may not."""
    key = tuple(value) if isinstance(value, list | set | frozenset) else value
    return type(key).__name__, key


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
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    return value


class Repository(Generic[T]):
    """Values of `kind` (a frozen dataclass whose fields are the columns of `row`) in one workspace; of those with the
    same `unique` columns one stands. A repository of its own names what is asked of its table, with `_first`,
    `_newest` and `_all`. With `reads`, what was read is not read again until something is written here: for tables
    that are written in repositories alone."""

    row: ClassVar[type[Row]]
    kind: ClassVar[type[Any]]
    unique: ClassVar[tuple[str, ...]] = ()

    def __init__(self, connection: Connection, workspace: str, reads: Reads | None = None) -> None:
        self._connection = connection
        self._table = table(self.row)
        self._workspace = workspace
        self._reads = reads

    def add(self, item: T) -> T:
        """Store a new value; return it with its id. A broken uniqueness is an IntegrityError."""
        row = to_row(item)
        self._own(row)
        return self._with_id(item, self._write(statements.adding(self._table), row).rows[0][0])

    def add_once(self, item: T) -> T | None:
        """Store a new value unless a row with the same `unique` columns stands; None then."""
        row = to_row(item)
        self._own(row)
        adding = statements.adding_once(self._table, self._dialect, ("workspace", *self.unique))
        made = self._write(adding, row).rows
        return self._with_id(item, made[0][0]) if made else None

    def put(self, item: T) -> T:
        """Store a value, in place of the one with the same `unique` columns where there is one."""
        row = to_row(item)
        self._own(row)
        changed = tuple(k for k in row if k not in ("id", "workspace", *self.unique))
        putting = statements.putting(self._table, self._dialect, ("workspace", *self.unique), changed)
        return self._with_id(item, self._write(putting, row).rows[0][0])

    def save(self, item: T) -> None:
        """Write every column of a stored value again.

        Where the table counts revisions, Conflict when somebody saved since the value was read; else
        LookupError where it is not in this workspace.
        """
        row = to_row(item)
        self._own(row)
        found = {"id": row.pop("id"), "workspace": row.pop("workspace")}
        counted = "revision" in row
        if counted:
            found["revision"] = row["revision"]
            row["revision"] += 1
        tests, values = statements.asking(found)
        if self._write(statements.saving(self._table, self._dialect, tests), row | values).changed != 1:
            raise Conflict(self._table.name) if counted else LookupError(self._table.name)

    def remove(self, id: int) -> None:
        """Delete a stored value. LookupError where it is not in this workspace."""
        here = and_(self._table.c.id == id, self._table.c.workspace == self._workspace)
        self._forget()
        if self._connection.execute(delete(self._table).where(here)).rowcount != 1:
            raise LookupError(self._table.name)

    def get(self, id: int) -> T | None:
        return self._first(id=id)

    def all(self) -> list[T]:
        """Everything, oldest first."""
        return self._all()

    def _first(self, **equals: Any) -> T | None:
        """The one with these column values, the oldest where there are several."""
        return self._one(equals, newest=False)

    def _newest(self, **equals: Any) -> T | None:
        return self._one(equals, newest=True)

    def _all(self, **equals: Any) -> list[T]:
        """Those with these column values, oldest first. A collection as value means any of them."""
        return list(self._once(equals))

    def _one(self, equals: Mapping[str, Any], *, newest: bool) -> T | None:
        found = self._once(equals, newest=newest, one=True)
        return found[0] if found else None

    def _once(self, equals: Mapping[str, Any], *, newest: bool = False, one: bool = False) -> list[T]:
        if self._reads is None:
            return self._look(equals, newest, one)
        return self._reads.once(self._table, question(equals, newest, one), lambda: self._look(equals, newest, one))

    def _look(self, equals: Mapping[str, Any], newest: bool, one: bool) -> list[T]:
        tests, values = statements.asking({**equals, "workspace": self._workspace})
        looking = statements.looking(self._table, self._dialect, tests, newest=newest, one=one)
        return [self._read(row) for row in run(self._connection, looking, values).rows]

    def _write(self, statement: Any, values: Mapping[str, Any]) -> Ran:
        self._forget()
        return run(self._connection, statement, values)

    def _forget(self) -> None:
        if self._reads is not None:
            self._reads.forget(self._table)

    def _own(self, row: Mapping[str, Any]) -> None:
        if row["workspace"] != self._workspace:
            raise LookupError("a row of another workspace")

    def _read(self, row: Sequence[Any]) -> T:
        found: T = adapter(self.kind).validate_python(dict(zip(statements.columns(self._table), row, strict=True)))
        return found

    def _with_id(self, item: T, id: int) -> T:
        changed: T = replace(item, id=id)  # type: ignore[type-var]
        return changed

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name
