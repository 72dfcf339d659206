"""What somebody wrote in a rush, kept to be heard in their turn: errands of one kind."""

from sqlalchemy import Connection, bindparam, select, text

from bot.domain.errand import Errand
from storage import statements
from storage.prepared import run
from storage.shelf import to_row
from storage.tables.classes import ErrandRow, table

_errand = table(ErrandRow)


class Kept:
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
