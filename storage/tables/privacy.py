"""The tables of a school's decisions about its data, of who was shown what, and of what is still to go from Slack."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import Row, moment


class PrivacyRow(Row, table=True):
    """How long a workspace keeps what, in days, and the key of its pseudonyms."""

    __tablename__ = "privacy"
    __table_args__ = (UniqueConstraint("workspace"),)
    contract_days: int
    feedback_days: int
    llm_days: int
    incoming_days: int
    outbox_days: int
    pseudonym_key: str


class DisclosureRow(Row, table=True):
    """One time that personal data was shown, handed out, erased, or kept otherwise than before."""

    __tablename__ = "disclosure"
    __table_args__ = (Index(None, "workspace", "at"),)
    at: datetime = moment()
    what: str
    by: str
    about: str | None = None
    reason: str
    detail: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class RetractionRow(Row, table=True):
    """Something in Slack that is to go: deleted here as soon as it is gone there."""

    __tablename__ = "retraction"
    __table_args__ = (Index(None, "workspace", "disclosure"),)
    disclosure: int = Field(foreign_key="disclosure.id")
    kind: str
    place: str
    ts: str | None = None
    needles: list[str] = Field(sa_column=Column(JSON, nullable=False))
