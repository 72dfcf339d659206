"""The table of who may have the numbers of the school."""

from datetime import datetime

from sqlalchemy import UniqueConstraint

from storage.tables.rows import Row, moment


class ReportReaderRow(Row, table=True):
    """Whom an admin named."""

    __tablename__ = "report_reader"
    __table_args__ = (UniqueConstraint("workspace", "user"),)
    user: str
    granted_by: str
    granted_at: datetime = moment()
