"""Where transactions begin and end."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.domain.actor import Conflict
from storage.engine import empty_log
from storage.notify import announce
from storage.unit_of_work import UnitOfWork

LOST_A_RACE = frozenset({"23505", "40001", "40P01"})
"""PostgreSQL's codes: unique violation, serialization failure, deadlock."""


class Transactions:
    """`begin(workspace)` for the use cases, `connection()` for what works over all workspaces."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def begin(self, workspace: str) -> Iterator[UnitOfWork]:
        """A unit of work: committed when the block ends, rolled back when it raises. What it leaves wakes the others,
        and what it has erased leaves the disk.

        Raises Conflict where somebody else was faster and the database saw it before we did.
        """
        try:
            with self._engine.begin() as connection:
                uow = UnitOfWork(connection, workspace)
                yield uow
                uow.end()
                announce(connection, outbox=bool(uow.queued), errands=uow.has_errands)
        except DBAPIError as error:
            if _lost_a_race(error):
                raise Conflict(type(error).__name__) from error
            raise
        if uow.erased:
            empty_log(self._engine)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            yield connection


def _lost_a_race(error: DBAPIError) -> bool:
    code = getattr(error.orig, "sqlstate", None)
    return code in LOST_A_RACE or getattr(error.orig, "sqlite_errorname", "") == "SQLITE_CONSTRAINT_UNIQUE"
