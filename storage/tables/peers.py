"""The tables of the middle of a contract: how a student rates, and what a classmate says of a piece of their work."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class HalfwayRow(Row, table=True):
    """How a student rates the signs of success halfway."""

    __tablename__ = "halfway"
    __table_args__ = (Index(None, "workspace", "contract", unique=True),)
    contract: int = Field(foreign_key="contract.id")
    user: str = Field(max_length=32)
    signs: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    given_at: datetime = moment()


class PeerLookRow(Row, table=True):
    """A classmate was asked to look at a piece of evidence, and what became of it."""

    __tablename__ = "peer_look"
    __table_args__ = (
        Index(None, "contract"),
        Index(None, "workspace", "evidence"),
        Index(None, "workspace", "student"),
        Index(None, "workspace", "peer"),
        NEVER_AGAIN,
    )
    contract: int = Field(foreign_key="contract.id")
    student: str = Field(max_length=32)
    peer: str = Field(max_length=32)
    evidence: int = Field(foreign_key="evidence.id")
    signs: list[str] = Field(sa_column=Column(JSON, nullable=False))
    asked_at: datetime = moment()
    state: str
    answers: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    said_at: datetime | None = moment(optional=True)
    shared_at: datetime | None = moment(optional=True)
    ended_by: str = Field(max_length=32)
    reported_by: str = Field(max_length=32)
    reported_at: datetime | None = moment(optional=True)
