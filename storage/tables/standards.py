"""The tables of what a class brings: its standards, and the files that its teachers bring."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class StandardRow(Row, table=True):
    """What a class must learn."""

    __tablename__ = "standard"
    __table_args__ = (Index(None, "workspace", "classroom"), NEVER_AGAIN)
    classroom: int = Field(foreign_key="classroom.id")
    code: str
    statement: str
    identifier: str
    search: str
    resources: list[str] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))


class RubricRow(Row, table=True):
    """What good looks like, in the version that its number counts."""

    __tablename__ = "rubric"
    __table_args__ = (UniqueConstraint("workspace", "name", "number"), NEVER_AGAIN)
    name: str
    number: int
    levels: list[str] = Field(sa_column=Column(JSON, nullable=False))
    criteria: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    made_by: str = Field(max_length=32)
    made_at: datetime = moment()
    gone: bool


class ActivityRow(Row, table=True):
    """What a class may choose to do, as teachers share it."""

    __tablename__ = "activity"
    __table_args__ = (Index(None, "workspace", "gone"), NEVER_AGAIN)
    name: str
    purpose: str
    level: str = Field(max_length=16)
    evidence: str = Field(max_length=16)
    tags: list[str] = Field(sa_column=Column(JSON, nullable=False))
    resources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    minutes: int
    made_by: str = Field(max_length=32)
    made_at: datetime = moment()
    gone: bool


class SchoolTemplateRow(Row, table=True):
    """A beginning for a subject that a teacher wrote."""

    __tablename__ = "school_template"
    __table_args__ = (Index(None, "workspace", "gone"), NEVER_AGAIN)
    name: str
    examples: list[str] = Field(sa_column=Column(JSON, nullable=False))
    criteria: list[str] = Field(sa_column=Column(JSON, nullable=False))
    evidence: str = Field(max_length=16)
    hardest: str
    practice: str
    made_by: str = Field(max_length=32)
    made_at: datetime = moment()
    gone: bool


class BroughtRow(Row, table=True):
    """A file that a teacher brought, and what was read of it until that is decided on."""

    __tablename__ = "brought"
    __table_args__ = (Index(None, "workspace", "classroom"), NEVER_AGAIN)
    classroom: int = Field(foreign_key="classroom.id")
    asked_by: str = Field(max_length=32)
    brings: str = Field(max_length=16)
    slack_file: str
    name: str
    came_at: datetime = moment()
    state: str = Field(max_length=16)
    why: str
    place: str
    found: str
    count: int
    left: int
    left_out: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
