"""The table of who is away: days, and nothing about why."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class AbsenceRow(Row, table=True):
    """Days on which a student is not asked in a class, or about one contract."""

    __tablename__ = "absence"
    __table_args__ = (Index(None, "workspace", "student"), NEVER_AGAIN)
    classroom: int = Field(foreign_key="classroom.id")
    student: str = Field(max_length=32)
    first_on: date
    last_on: date
    begins_at: datetime = moment()
    ends_at: datetime = moment()
    by: str = Field(max_length=32)
    said_at: datetime = moment()
    contract: int | None = None
    open_ended: bool
    ended_at: datetime | None = moment(optional=True)
