"""The table of class lists that wait for a teacher's yes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


def _some() -> Any:
    return Field(sa_column=Column(JSON, nullable=False))


class RosterRow(Row, table=True):
    """A list that somebody sent. Of the people on it nothing stays once it is over."""

    __tablename__ = "roster"
    __table_args__ = (Index(None, "workspace", "user"), NEVER_AGAIN)
    user: str = Field(max_length=32)
    came_at: datetime = moment()
    files: list[list[str]] = _some()
    state: str = Field(max_length=16)
    classroom: int | None = Field(default=None, foreign_key="classroom.id")
    wanted: str | None = None
    why: str = Field(max_length=16)
    by_email: bool
    classes: list[dict[str, Any]] = _some()
    people: list[dict[str, Any]] = _some()
    faults: list[dict[str, Any]] = _some()
    more_faults: int
    chosen: list[str] = _some()
    last_on: date | None = None
    takes_term: bool
    added: int
