"""The errands as their worker sees them, over all workspaces: claim what is due, write down how it went."""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, and_, bindparam, exists, select, text, update

from bot.domain.outbox import Errand, ErrandKind
from storage import statements
from storage.queries.presence import is_here
from storage.repository import to_row
from storage.statements import run
from storage.tables.classes import ErrandRow, table

_errand = table(ErrandRow)
_OPEN = text("not errand.done")  # as a literal: it is the condition of the index
_OURS = _errand.c.kind.in_(bindparam("kinds", expanding=True))
_older = _errand.alias("older")
_HAS_ITS_TURN = ~exists().where(
    _older.c.workspace == _errand.c.workspace,
    _older.c.in_turn_of == _errand.c.in_turn_of,
    text("not older.done"),
    _older.c.id < _errand.c.id,
)


class ErrandTable:
    """Every workspace's errands, within one transaction."""

    def __init__(self, connection: Connection, kinds: Collection[ErrandKind]) -> None:
        self._connection = connection
        self._kinds = [kind.value for kind in kinds]

    def claim(self, now: datetime, limit: int, lease: timedelta, *, running: Collection[int] = ()) -> list[Errand]:
        """Take what is due and has its turn, longest first, save what is `running` here. Who claims and says nothing
        until the lease ends has lost it: the errand is due again."""
        until = now + lease
        claimed = [
            replace(errand, attempts=errand.attempts + 1, not_before=until)
            for errand in self._due(now, limit, list(running))
        ]
        if claimed:
            marks = [{"row": e.id, "attempt": e.attempts, "until": until} for e in claimed]
            self._connection.execute(_MARK, marks)
        return claimed

    def _due(self, now: datetime, limit: int, running: list[int]) -> list[Errand]:
        found = self._connection.execute(_DUE, {"now": now, "most": limit, "running": running, "kinds": self._kinds})
        return [Errand(**{**row, "kind": ErrandKind(row["kind"])}) for row in found.mappings()]

    def finish(self, claimed: Errand, after: Errand) -> bool:
        """Write how an attempt went; False where somebody else has claimed the errand since."""
        values = {
            "row": claimed.id,
            "attempt": claimed.attempts,
            "new_attempts": after.attempts,
            "new_not_before": after.not_before,
            "new_done": after.done,
            "new_error": after.error,
            "new_args": after.args,
        }
        return self._connection.execute(_FINISH, values).rowcount == 1

    def next_due(self) -> datetime | None:
        """When the first open errand is due, or was."""
        instant: datetime | None = self._connection.execute(_NEXT_DUE, {"kinds": self._kinds}).scalar()
        return instant


ErrandTables = Callable[[], AbstractContextManager[ErrandTable]]


def errand_table(engine: Engine, kinds: Collection[ErrandKind] = tuple(ErrandKind)) -> ErrandTables:
    """What begins a transaction over all workspaces: it commits when the block ends, rolls back when it raises.

    It sees errands of these kinds alone. While a release is rolled out, newer replicas may ask for what this one knows
    nothing of: it is theirs to do.
    """

    @contextmanager
    def begin() -> Iterator[ErrandTable]:
        with engine.begin() as connection:
            yield ErrandTable(connection, kinds)

    return begin


_DUE: Any = (
    select(*_errand.c)
    .where(
        and_(
            _OPEN,
            is_here(_errand),
            _OURS,
            _HAS_ITS_TURN,
            _errand.c.not_before <= bindparam("now"),
            _errand.c.id.not_in(bindparam("running", expanding=True)),
        )
    )
    .order_by(_errand.c.not_before)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)

_MARK = (
    update(_errand)
    .where(_errand.c.id == bindparam("row"))
    .values(attempts=bindparam("attempt"), not_before=bindparam("until"))
)

_FINISH = (
    update(_errand)
    .where(and_(_errand.c.id == bindparam("row"), _errand.c.attempts == bindparam("attempt"), _OPEN))
    .values(
        attempts=bindparam("new_attempts"),
        not_before=bindparam("new_not_before"),
        done=bindparam("new_done"),
        error=bindparam("new_error"),
        args=bindparam("new_args"),
    )
)

_NEXT_DUE = (
    select(_errand.c.not_before)
    .where(and_(_OPEN, is_here(_errand), _OURS, _HAS_ITS_TURN))
    .order_by(_errand.c.not_before)
    .limit(1)
)


# What somebody wrote in a rush, kept to be heard in their turn: errands of one kind.


class KeptErrands:
    """Of one workspace. `added` says whether there is more to be heard than before."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace
        self.added = False

    def add(self, said: Errand) -> None:
        """Keep it until its turn comes. LookupError for another workspace's."""
        if said.workspace != self._workspace:
            raise LookupError("a row of another workspace")
        run(self._connection, statements.adding(_errand), to_row(said))
        self.added = True

    def waits(self, user: str) -> bool:
        """Whether anything that they wrote waits to be heard, or is being heard."""
        return bool(run(self._connection, _WAITS, {"workspace": self._workspace, "user": user}).rows)


_WAITS = (
    select(_errand.c.id)
    .where(
        _errand.c.workspace == bindparam("workspace"),
        _errand.c.in_turn_of == bindparam("user"),
        text("not done and in_turn_of is not null"),  # as a literal: it is the condition of the index
    )
    .limit(1)
)
