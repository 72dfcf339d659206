"""The table of what teachers chose to be told at once."""

from datetime import datetime, time

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.rows import Row, moment

_DUE = "wake_at is not null"


class DigestRow(Row, table=True):
    """Somebody's one digest, and when the next one is due."""

    __tablename__ = "digest"
    __table_args__ = (
        UniqueConstraint("workspace", "user"),
        Index("ix_digest_wake_at", "wake_at", sqlite_where=text(_DUE), postgresql_where=text(_DUE)),
    )
    user: str = Field(max_length=32)
    how: str = Field(max_length=16)
    day: str = Field(max_length=16)
    at: time
    wake_at: datetime | None = moment(optional=True)
