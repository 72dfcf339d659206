"""The condition that lets everything rest which belongs to a workspace that left."""

from sqlalchemy import ColumnElement, FromClause, and_, exists

from storage.rows import table
from storage.tables_installing import DepartureRow

_departure = table(DepartureRow)


def is_here(rows: FromClause) -> ColumnElement[bool]:
    """Whether the workspace of `rows` has not left, or is back."""
    gone = and_(_departure.c.workspace == rows.c.workspace, _departure.c.back_at.is_(None))
    return ~exists().where(gone)
