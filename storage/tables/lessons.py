"""The tables of lessons about contracts, and of the exit tickets in them."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class LessonRow(Row, table=True):
    """One time that a class has a lesson."""

    __tablename__ = "lesson"
    __table_args__ = (Index(None, "workspace", "classroom"), NEVER_AGAIN)
    classroom: int = Field(foreign_key="classroom.id")
    teacher: str = Field(max_length=32)
    script: str = Field(max_length=16)
    begun_at: datetime = moment()
    posted: list[str] = Field(sa_column=Column(JSON, nullable=False))
    asked_at: datetime | None = moment(optional=True)
    open_until: datetime | None = moment(optional=True)
    ended_at: datetime | None = moment(optional=True)


class LessonAnswerRow(Row, table=True):
    """The exit ticket of one student."""

    __tablename__ = "lesson_answer"
    __table_args__ = (UniqueConstraint("workspace", "lesson", "student"), Index(None, "lesson"), NEVER_AGAIN)
    lesson: int = Field(foreign_key="lesson.id")
    student: str = Field(max_length=32)
    clear: str = Field(max_length=16)
    found: str
    next: str
    quotes: bool
    said_at: datetime | None = moment(optional=True)
