"""The table of notes to families."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class FamilyNoteRow(Row, table=True):
    """A note to a student's family: what stands on it, what the student said, and that the slip came back."""

    __tablename__ = "family_note"
    __table_args__ = (Index(None, "workspace", "contract"), NEVER_AGAIN)
    contract: int = Field(foreign_key="contract.id")
    student: str = Field(max_length=32)
    asked_by: str = Field(max_length=32)
    asked_at: datetime = moment()
    version: int
    language: str
    ways: list[str] = Field(sa_column=Column(JSON, nullable=False))
    numbers: list[str] = Field(sa_column=Column(JSON, nullable=False))
    word: str
    state: str
    decided_at: datetime | None = moment(optional=True)
    back_at: datetime | None = moment(optional=True)
    back_by: str = Field(max_length=32)
