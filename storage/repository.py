"""The repository that most tables need: domain values in and out of one table, in one workspace.

This is the one place that adds `workspace = …` to a query: a repository is made for a workspace, and no method
reads or writes a row of another.
"""

import enum
import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Table

from bot.domain.actor import Conflict
from storage import statements
from storage.statements import Ran, run
from storage.tables.rows import Row, table

T = TypeVar("T")

_SEVERAL = frozenset({list, tuple, set, frozenset})
"""What means any of its values, where it is asked for."""

# What a unit of work has read, so that nothing is asked twice within its transaction. It goes by table.


class KnownRows:
    """Rows of one table, found by their values in some columns; and of which of those values every row is known.

    Of a `unique` column, one row is all that has its value.
    """

    def __init__(self, unique: Sequence[str], whole_by: Sequence[str] = ()) -> None:
        self._unique = unique
        self._found_by = (*unique, *whole_by)
        self._rows: dict[int, Any] = {}
        self._ids: dict[tuple[str, Any], set[int]] = {}
        self._whole: set[tuple[str, Any]] = set()

    def learn(self, row: Any) -> None:
        """As it stands now."""
        self.forget([row.id])
        self._rows[row.id] = row
        for name in self._found_by:
            self._ids.setdefault((name, getattr(row, name)), set()).add(row.id)
        self._whole.update((name, getattr(row, name)) for name in self._unique)

    def forget(self, ids: Iterable[int]) -> None:
        """They are gone."""
        for row in [self._rows.pop(id) for id in ids if id in self._rows]:
            for name in self._found_by:
                self._ids[name, getattr(row, name)].discard(row.id)

    def found_by(self, equals: Mapping[str, Any]) -> str | None:
        """The column by which the rows with these values are found, where there is one."""
        for name in self._found_by:
            if equals.get(name) is not None:
                return name
        return None

    def missing(self, column: str, value: Any) -> list[Any]:
        """The values, among the one or several that are asked for, of which there may be more rows."""
        if type(value) not in _SEVERAL:  # most lookups by far, and most of what is read
            return [] if (column, value) in self._whole else [value]
        return [one for one in value if (column, one) not in self._whole]

    def say_all(self, column: str, values: Iterable[Any]) -> None:
        """Every row with these values in the column is known."""
        self._whole.update((column, value) for value in values)

    def those(self, column: str, equals: Mapping[str, Any]) -> list[Any]:
        """The rows with these values, oldest first, found by this column; every row with its value is known."""
        value = equals[column]
        if type(value) not in _SEVERAL:
            ids = self._ids.get((column, value), set())
        else:
            ids = set().union(*(self._ids.get((column, one), ()) for one in value))
        rows = [self._rows[id] for id in (sorted(ids) if len(ids) > 1 else ids)]
        for name, value in equals.items():
            if name != column:
                wanted = _any_of(value)
                rows = [row for row in rows if getattr(row, name) in wanted]
        return rows


class Reads:
    """The answers so far, by table. Whoever writes to a table forgets it, or says how the row stands now."""

    def __init__(self) -> None:
        self._answers: dict[Table, dict[Hashable, Any]] = {}
        self._known: dict[Table, KnownRows] = {}

    def once(self, table: Table, question: Hashable, read: Callable[[], T]) -> T:
        """What `read` returned to this question about the table."""
        answers = self._answers.setdefault(table, {})
        if question not in answers:
            answers[question] = read()
        found: T = answers[question]
        return found

    def known(self, table: Table, *whole_by: str) -> KnownRows:
        """The rows of a table that are known; of all values in columns of `whole_by`, the rows are read together."""
        if table not in self._known:
            self._known[table] = KnownRows(statements.unique(table), whole_by)
        return self._known[table]

    def forget_answers(self, table: Table) -> None:
        """What was asked is asked anew; the rows that are known are known."""
        self._answers.pop(table, None)

    def forget(self, *tables: Table) -> None:
        for changed in tables:
            self._answers.pop(changed, None)
            self._known.pop(changed, None)

    def forget_all(self) -> None:
        self._answers.clear()
        self._known.clear()


def question(equals: Mapping[str, Any], *how: Hashable) -> Hashable:
    """What is asked for, as a key. A collection means any of its values."""
    return (*how, *((name, _key(equals[name])) for name in sorted(equals)))


def _key(value: Any) -> Hashable:
    """Beside its type: what Python calls equal, as True and 1, a database may not."""
    if type(value) in _SEVERAL:
        return frozenset(_key(one) for one in value)
    return type(value).__name__, value


def _any_of(value: Any) -> Sequence[Any]:
    return tuple(value) if type(value) in _SEVERAL else (value,)


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


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None), datetime})


def _plain(value: Any) -> Any:
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _as_stored(value: Any) -> Any:
    """A column's value as it comes back from the database."""
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return json.loads(json.dumps(value)) if isinstance(value, dict | list) else value


class Repository(Generic[T]):
    """Values of `kind` (a frozen dataclass whose fields are the columns of `row`) in one workspace; of those with the
    same `unique` columns one stands. A repository of its own names what is asked of its table, with `_first`,
    `_newest` and `_all`.

    With `reads`, for tables that are written in repositories alone, what was read is not read again until something is
    written here. Of a column in `whole_by`, all rows with a value are few and read together: whatever is asked about
    that value is answered from them, also after something was written. `along` is one of these: a row that is looked
    for brings all that share its value there, which is asked about next, most likely.
    """

    row: ClassVar[type[Row]]
    kind: ClassVar[type[Any]]
    unique: ClassVar[tuple[str, ...]] = ()
    whole_by: ClassVar[tuple[str, ...]] = ()
    along: ClassVar[str] = ""
    always_looks: ClassVar[bool] = False
    """For tables that are written past their repository too."""

    def __init__(self, connection: Connection, workspace: str, reads: Reads | None = None) -> None:
        self._connection = connection
        self._table = table(self.row)
        self._workspace = workspace
        self._reads = None if self.always_looks else reads

    def add(self, item: T) -> T:
        """Store a new value; return it with its id. A broken uniqueness is an IntegrityError."""
        row = to_row(item)
        self._own(row)
        return self._stands(self._with_id(item, self._write(statements.adding(self._table), row).rows[0][0]))

    def add_once(self, item: T) -> T | None:
        """Store a new value unless a row with the same `unique` columns stands; None then."""
        row = to_row(item)
        self._own(row)
        adding = statements.adding_once(self._table, self._dialect, ("workspace", *self.unique))
        made = self._write(adding, row).rows
        if not made:
            self._forget()
            return None
        return self._stands(self._with_id(item, made[0][0]))

    def put(self, item: T) -> T:
        """Store a value, in place of the one with the same `unique` columns where there is one."""
        row = to_row(item)
        self._own(row)
        changed = tuple(k for k in row if k not in ("id", "workspace", *self.unique))
        putting = statements.putting(self._table, self._dialect, ("workspace", *self.unique), changed)
        return self._stands(self._with_id(item, self._write(putting, row).rows[0][0]))

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
            self._forget()
            raise Conflict(self._table.name) if counted else LookupError(self._table.name)
        self._stands(replace(item, revision=row["revision"]) if counted else item)  # type: ignore[type-var]

    def remove(self, id: int) -> None:
        """Delete a stored value. LookupError where it is not in this workspace."""
        self.remove_all([id])

    def remove_all(self, ids: Sequence[int]) -> None:
        """Delete stored values, each named once. LookupError where one of them is not in this workspace."""
        if not ids:
            return
        tests, values = statements.asking({"id": list(ids), "workspace": self._workspace})
        changed = self._write(statements.removing(self._table, self._dialect, tests), values).changed
        self._known.forget(ids)
        if changed != len(ids):
            self._forget()
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
        known = self._known
        column = known.found_by(equals)
        if column is None:
            return self._reads.once(self._table, question(equals, newest, one), lambda: self._seen(equals, newest, one))
        missing = known.missing(column, equals[column])
        if missing:
            self._learn(column, missing)
        found = known.those(column, equals)
        return (found[-1:] if newest else found[:1]) if one else found

    def _learn(self, column: str, values: list[Any]) -> None:
        """Know every row with these values in the column; and, of one that is found so, those that come along."""
        equals = {column: values if len(values) > 1 else values[0]}
        if self.along and column != self.along:
            for row in self._look_along(equals):
                self._known.learn(row)
                self._known.say_all(self.along, [getattr(row, self.along)])
        else:
            self._seen(equals)
        self._known.say_all(column, values)

    def _look_along(self, equals: Mapping[str, Any]) -> list[T]:
        tests, values = statements.asking({**equals, "workspace": self._workspace})
        looking = statements.looking_along(self._table, self._dialect, tests, self.along)
        return [self._read(row) for row in run(self._connection, looking, values).rows]

    def _seen(self, equals: Mapping[str, Any], newest: bool = False, one: bool = False) -> list[T]:
        """Look, and know the rows again."""
        found, known = self._look(equals, newest, one), self._known
        for row in found:
            known.learn(row)
        return found

    def _look(self, equals: Mapping[str, Any], newest: bool, one: bool) -> list[T]:
        tests, values = statements.asking({**equals, "workspace": self._workspace})
        looking = statements.looking(self._table, self._dialect, tests, newest=newest, one=one)
        return [self._read(row) for row in run(self._connection, looking, values).rows]

    def _write(self, statement: Any, values: Mapping[str, Any]) -> Ran:
        """What was known is forgotten where it may be otherwise now; see `_stands`."""
        if not self.whole_by:
            self._forget()
            return run(self._connection, statement, values)
        try:
            return run(self._connection, statement, values)
        except BaseException:
            self._forget()
            raise
        finally:
            if self._reads is not None:
                self._reads.forget_answers(self._table)

    def _stands(self, item: T) -> T:
        """It was written just now, and is what the table holds."""
        if self.whole_by:
            row = {name: _as_stored(value) for name, value in to_row(item).items()}
            self._known.learn(adapter(self.kind).validate_python(row))
        return item

    @property
    def _known(self) -> KnownRows:
        return (self._reads or Reads()).known(self._table, *self.whole_by)

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
