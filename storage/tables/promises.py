"""The table of what teachers promised, a row for each time that it is due."""

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment

_DUE = "wake_at is not null"


class PromiseRow(Row, table=True):
    """One time that a promise of a contract is due, and what became of it."""

    __tablename__ = "promise"
    __table_args__ = (
        Index(None, "contract"),
        Index(None, "workspace", "teacher", "asked_on"),
        Index("ix_promise_wake_at", "wake_at", sqlite_where=text(_DUE), postgresql_where=text(_DUE)),
        NEVER_AGAIN,
    )
    contract: int = Field(foreign_key="contract.id")
    student: str = Field(max_length=32)
    promised: str = Field(max_length=16)
    due_on: date
    wake_at: datetime | None = moment(optional=True)
    state: str = Field(max_length=16)
    teacher: str = Field(max_length=32)
    asked_on: str = Field(max_length=16)
    put_off: bool
    said_at: datetime | None = moment(optional=True)
    said_by: str = Field(max_length=32)
    word: str
    mark: str = Field(max_length=16)
    revision: int
