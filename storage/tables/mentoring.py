"""The table of those whom students name beside a target."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class MentoringRow(Row, table=True):
    """Somebody was asked to stand beside a target, and what became of it."""

    __tablename__ = "mentoring"
    __table_args__ = (
        Index(None, "contract"),
        Index(None, "workspace", "student"),
        Index(None, "workspace", "mentor"),
        NEVER_AGAIN,
    )
    contract: int = Field(foreign_key="contract.id")
    student: str = Field(max_length=32)
    mentor: str = Field(max_length=32)
    target: int
    asked_at: datetime = moment()
    state: str
    said: list[str] = Field(sa_column=Column(JSON, nullable=False))
    said_at: datetime | None = moment(optional=True)
    ended_by: str = Field(max_length=32)
    reported_by: str = Field(max_length=32)
    reported_at: datetime | None = moment(optional=True)
