"""The table of what students say about themselves."""

from datetime import datetime

from sqlalchemy import UniqueConstraint

from storage.tables.rows import Row, moment


class LearnerProfileRow(Row, table=True):
    __tablename__ = "learner_profile"
    __table_args__ = (UniqueConstraint("workspace", "user"),)
    user: str
    updated_at: datetime = moment()
    strengths: str
    interests: str
    motivators: str
    goals: str
    supports: str
    subjects: str
    share_interests: bool
    share_with_teachers: bool
