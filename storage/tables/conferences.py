"""The table of conferences that students lead."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class ConferenceRow(Row, table=True):
    """What a student shows and says, and the next step on which both agreed."""

    __tablename__ = "conference"
    __table_args__ = (Index(None, "workspace", "contract", unique=True), NEVER_AGAIN)
    contract: int = Field(foreign_key="contract.id")
    student: str = Field(max_length=32)
    made_at: datetime = moment()
    opening: str
    script: str
    first_question: str
    second_question: str
    pieces: list[int] = Field(sa_column=Column(JSON, nullable=False))
    step: str
    step_number: int
    step_by: str = Field(max_length=32)
    student_signed_at: datetime | None = moment(optional=True)
    teacher_signed_at: datetime | None = moment(optional=True)
    signed_by: str = Field(max_length=32)
