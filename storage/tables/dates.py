"""The table of addresses from which people's calendars fetch their dates."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import Row, moment


class CalendarAddressRow(Row, table=True):
    """Somebody's one address: the hash of what is secret in it."""

    __tablename__ = "calendar_address"
    __table_args__ = (UniqueConstraint("workspace", "user"), Index(None, "digest", unique=True))
    user: str = Field(max_length=32)
    digest: str = Field(max_length=64)
    since: datetime = moment()
