"""The tables of what students show, and of who looked at it."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class EvidenceRow(Row, table=True):
    """A file, a link or a text that a student sent for a target. A file itself lies in the store, under `digest`."""

    __tablename__ = "evidence"
    __table_args__ = (
        Index(None, "workspace", "student", "source"),
        Index(None, "contract"),
        Index(None, "workspace", "state"),
        NEVER_AGAIN,
    )
    contract: int = Field(foreign_key="contract.id")
    student: str = Field(max_length=32)
    target: int | None = None
    source: str
    slack_file: str
    name: str
    line: str
    came_at: datetime = moment()
    state: str
    why: str
    media_type: str
    size: int
    digest: str
    shown_at: datetime | None = moment(optional=True)
    words: str = Field(default="", sa_column_kwargs={"server_default": ""})
    criterion: str = Field(default="", sa_column_kwargs={"server_default": ""})
    standards: str = Field(default="", sa_column_kwargs={"server_default": ""})


class LookRow(Row, table=True):
    """A teacher has looked at a piece of evidence."""

    __tablename__ = "evidence_look"
    __table_args__ = (Index(None, "evidence", "user", unique=True),)
    evidence: int = Field(foreign_key="evidence.id")
    user: str = Field(max_length=32)
    at: datetime = moment()
