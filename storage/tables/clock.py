"""The table of the clocks that leapt."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.rows import Row, moment


class ClockRow(Row, table=True):
    """A computer's newest leap, of no workspace (""): all that run on that computer go by its clock."""

    __tablename__ = "clock"
    __table_args__ = (UniqueConstraint("workspace", "computer"),)
    computer: str = Field(max_length=255)
    ahead_seconds: int
    noticed_at: datetime = moment()
    course: str
    ended_at: datetime | None = moment(optional=True)
    confirmed: bool
