"""The tables of teachers who rate the same work: a round, the pieces in it, and the colleagues."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class CalibrationRow(Row, table=True):
    """A teacher invites colleagues to rate the same pieces."""

    __tablename__ = "calibration"
    __table_args__ = (Index(None, "workspace", "classroom"), NEVER_AGAIN)
    classroom: int = Field(foreign_key="classroom.id")
    invited_by: str = Field(max_length=32)
    made_at: datetime = moment()
    rubric: str
    levels: list[str] = Field(sa_column=Column(JSON, nullable=False))
    state: str = Field(max_length=16)
    closed_at: datetime | None = moment(optional=True)


class ShownPieceRow(Row, table=True):
    """A piece of evidence in a round, as colleagues read it, and what its student said."""

    __tablename__ = "calibration_piece"
    __table_args__ = (Index(None, "workspace", "calibration"), Index(None, "workspace", "evidence"), NEVER_AGAIN)
    calibration: int = Field(foreign_key="calibration.id")
    contract: int = Field(foreign_key="contract.id")
    student: str = Field(max_length=32)
    evidence: int = Field(foreign_key="evidence.id")
    text: str
    signs: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    asked_at: datetime = moment()
    state: str = Field(max_length=16)
    decided_at: datetime | None = moment(optional=True)


class RaterRow(Row, table=True):
    """A colleague who was invited, and what they gave."""

    __tablename__ = "calibration_rater"
    __table_args__ = (Index(None, "workspace", "calibration"), Index(None, "workspace", "user"), NEVER_AGAIN)
    calibration: int = Field(foreign_key="calibration.id")
    user: str = Field(max_length=32)
    asked_at: datetime = moment()
    rated: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    declined: bool
