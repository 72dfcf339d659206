"""The tables of guests and people of other organisations: who of them learns, and whether those of elsewhere may."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import Row, moment


class AdmissionRow(Row, table=True):
    """Somebody in a class channel who is a student only if a teacher says so."""

    __tablename__ = "admission"
    __table_args__ = (UniqueConstraint("workspace", "classroom", "user"), Index(None, "workspace", "user"))
    classroom: int = Field(foreign_key="classroom.id")
    user: str
    asked_at: datetime = moment()
    learns: bool | None = None
    """Null until a teacher has decided."""
    decided_by: str | None = None
    decided_at: datetime | None = moment(optional=True)


class OutsideRuleRow(Row, table=True):
    """Whether a workspace lets people of other organisations be students."""

    __tablename__ = "outside_rule"
    __table_args__ = (UniqueConstraint("workspace"),)
    may_learn: bool
    decided_by: str
    decided_at: datetime | None = moment(optional=True)
