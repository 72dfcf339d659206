"""The table of talks between a student and a teacher."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class TalkRow(Row, table=True):
    """A talk that somebody asked for, from the first word to what came of it."""

    __tablename__ = "talk"
    __table_args__ = (
        Index(None, "workspace", "student"),
        Index(None, "workspace", "classroom"),
        Index(None, "wake_at"),
        NEVER_AGAIN,
    )
    classroom: int = Field(foreign_key="classroom.id")
    student: str = Field(max_length=32)
    asked_by: str = Field(max_length=32)
    asked_at: datetime = moment()
    state: str
    wake_at: datetime | None = moment(optional=True)
    teacher: str = Field(max_length=32)
    contract: int | None = None
    first_at: datetime | None = moment(optional=True)
    second_at: datetime | None = moment(optional=True)
    at: datetime | None = moment(optional=True)
    ended_at: datetime | None = moment(optional=True)
    ended_by: str = Field(max_length=32)
    outcome: str
    student_outcome: str
    revision: int
