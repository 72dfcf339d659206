"""Where transactions begin and end."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from storage.unit_of_work import UnitOfWork


class Transactions:
    """`begin(workspace)` for the use cases, `connection()` for what works over all workspaces."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def begin(self, workspace: str) -> Iterator[UnitOfWork]:
        """A unit of work: committed when the block ends, rolled back when it raises."""
        with self._engine.begin() as connection:
            yield UnitOfWork(connection, workspace)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            yield connection
