"""The tables of what students say at the beginning and at the end of a unit."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class SurveyRow(Row, table=True):
    """A unit of a class, and whether students are asked now."""

    __tablename__ = "survey"
    __table_args__ = (Index(None, "workspace", "classroom"), NEVER_AGAIN)
    classroom: int = Field(foreign_key="classroom.id")
    teacher: str = Field(max_length=32)
    unit: str
    begun_at: datetime = moment()
    phase: str = Field(max_length=16)


class SurveyAnswerRow(Row, table=True):
    """What one student said, at the beginning and at the end."""

    __tablename__ = "survey_answer"
    __table_args__ = (UniqueConstraint("workspace", "survey", "student"), Index(None, "survey"), NEVER_AGAIN)
    survey: int = Field(foreign_key="survey.id")
    student: str = Field(max_length=32)
    asked_at: datetime = moment()
    first: list[int] = Field(sa_column=Column(JSON, nullable=False))
    last: list[int] = Field(sa_column=Column(JSON, nullable=False))
