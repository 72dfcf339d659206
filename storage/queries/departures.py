"""The condition that lets everything rest which belongs to a workspace that left."""

from sqlalchemy import ColumnElement, Engine, FromClause, and_, exists, select

from bot.domain.installation import Reason
from storage.engine import reading
from storage.tables.installing import DepartureRow
from storage.tables.rows import table

_departure = table(DepartureRow)


def is_here(rows: FromClause) -> ColumnElement[bool]:
    """Whether the workspace of `rows` has not left, or is back."""
    gone = and_(_departure.c.workspace == rows.c.workspace, _departure.c.back_at.is_(None))
    return ~exists().where(gone)


def gone_for(engine: Engine, reason: Reason) -> list[str]:
    """The workspaces that left for this reason, and are not back."""
    gone = select(_departure.c.workspace).where(_departure.c.reason == reason.value, _departure.c.back_at.is_(None))
    with reading(engine) as connection:
        return list(connection.execute(gone.order_by(_departure.c.workspace)).scalars())
