"""The table of contracts with oneself, and of those for a single lesson."""

from datetime import date, datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class SelfContractRow(Row, table=True):
    """One of them: its student's alone."""

    __tablename__ = "self_contract"
    __table_args__ = (Index(None, "workspace", "student"), NEVER_AGAIN)
    classroom: int = Field(foreign_key="classroom.id")
    student: str = Field(max_length=32)
    kind: str = Field(max_length=16)
    goal: str
    sign: str
    practice: str
    steps: list[str] = Field(sa_column=Column(JSON, nullable=False))
    ends_on: date
    begun_at: datetime = moment()
    closes_at: datetime = moment()
    signed_hash: str = Field(max_length=64)
    signed_at: datetime | None = moment(optional=True)
    halfway: str
    halfway_at: datetime | None = moment(optional=True)
    done: list[int] = Field(sa_column=Column(JSON, nullable=False))
    shared_at: datetime | None = moment(optional=True)
    outcome: str = Field(max_length=16)
    found: str
    next: str
    ended_at: datetime | None = moment(optional=True)
