"""The tables of draft targets, and of what was asked of a language model."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import Row, moment


class DraftRow(Row, table=True):
    """The drafts of one feedback."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("workspace", "feedback"),)
    feedback: int = Field(foreign_key="feedback.id")
    asked: str
    drafts: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    last: int
    offered_at: datetime | None = moment(optional=True)
    revision: int


class LlmCallRow(Row, table=True):
    """One call: what left and what came back, both with placeholders for names; `feedback` is what it was about."""

    __tablename__ = "llm_call"
    __table_args__ = (Index(None, "workspace", "at"),)
    at: datetime = moment()
    task: str
    prompt_version: int
    model: str
    way: str
    sent: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    received: str
    outcome: str
    latency_ms: int
    prompt_tokens: int
    completion_tokens: int
    feedback: int | None = None
