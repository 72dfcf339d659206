"""Whether a workspace takes charts in messages: not every one does yet, and none says so before it is asked."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage import statements
from storage.queries.lanes import pace
from storage.statements import run


class Charts:
    """What is known of one workspace."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def refused_at(self) -> datetime | None:
        """When Slack refused one here last; None where it never did."""
        found = run(self._connection, _REFUSED, {"here": self._workspace}).rows
        refused: datetime | None = found[0][0] if found else None
        return refused

    def refuse(self, now: datetime) -> None:
        """Slack has refused one now."""
        putting = statements.putting(pace, self._connection.dialect.name, ("workspace",), ("charts_refused_at",))
        row = {"workspace": self._workspace, "next_free_at": now, "charts_refused_at": now}
        run(self._connection, putting, row)


_REFUSED = select(pace.c.charts_refused_at).where(pace.c.workspace == bindparam("here"))
