"""The table of sentences that teachers keep."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from storage.tables.rows import Row, moment


class PhraseRow(Row, table=True):
    """A sentence that a teacher keeps to choose from."""

    __tablename__ = "phrase"
    __table_args__ = (Index(None, "workspace", "user"),)
    user: str = Field(max_length=32)
    text: str
    saved_at: datetime = moment()
