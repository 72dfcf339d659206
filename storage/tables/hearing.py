"""The tables of what somebody wrote a moment ago: so that its parts are one, and can be taken back;
and of what is passed on."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class UtteranceRow(Row, table=True):
    """What was written within seconds, with how it stood before; kept for minutes."""

    __tablename__ = "utterance"
    __table_args__ = (Index(None, "workspace", "user"), Index(None, "workspace", "heard_at"), NEVER_AGAIN)
    user: str
    channel: str
    thread: str
    parts: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    heard_at: datetime = moment()
    before: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    deliveries: list[int] = Field(sa_column=Column(JSON, nullable=False))
    joinable: bool


class AskedBackRow(Row, table=True):
    """What Accord asked about something that somebody wrote, with those words, until it is answered."""

    __tablename__ = "asked_back"
    __table_args__ = (Index(None, "workspace", "user"), Index(None, "workspace", "asked_at"), NEVER_AGAIN)
    user: str
    what: str
    text: str
    channel: str
    thread: str
    ts: str
    places: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    asked_at: datetime = moment()
    number: str | None = None
    settled: str | None = None


class NoteRow(Row, table=True):
    """What a student and a teacher write to each other through Accord."""

    __tablename__ = "note"
    __table_args__ = (
        Index(None, "workspace", "about", "ref"),
        Index(None, "workspace", "student"),
        Index(None, "workspace", "said_at"),
        NEVER_AGAIN,
    )
    classroom: int
    student: str
    sender: str
    recipient: str
    about: str
    ref: int
    text: str
    said_at: datetime = moment()
    thread: str
    ts: str
    taken_back_at: datetime | None = moment(optional=True)
