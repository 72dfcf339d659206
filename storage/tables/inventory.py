"""The tables of rounds in which a class is asked about interests and goals."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class InventoryRow(Row, table=True):
    """One round in a class."""

    __tablename__ = "inventory"
    __table_args__ = (Index(None, "workspace", "classroom"), NEVER_AGAIN)
    classroom: int = Field(foreign_key="classroom.id")
    teacher: str = Field(max_length=32)
    kind: str = Field(max_length=16)
    asked_at: datetime = moment()
    open_until: datetime = moment()
    ended_at: datetime | None = moment(optional=True)


class InventoryAnswerRow(Row, table=True):
    """What one student answered in it."""

    __tablename__ = "inventory_answer"
    __table_args__ = (UniqueConstraint("workspace", "inventory", "student"), Index(None, "inventory"), NEVER_AGAIN)
    inventory: int = Field(foreign_key="inventory.id")
    student: str = Field(max_length=32)
    chosen: list[str] = Field(sa_column=Column(JSON, nullable=False))
    school: str
    own: str
    share: str = Field(max_length=16)
    said_at: datetime | None = moment(optional=True)
