"""The tables of somebody who is not well: what a school decided, that it was, who was told. None has room for words."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment


class CareSettingRow(Row, table=True):
    """What a workspace decided."""

    __tablename__ = "care_setting"
    __table_args__ = (UniqueConstraint("workspace"),)
    way: str
    helpers: str
    emergency: str
    wait_minutes: int
    decided_by: str
    decided_at: datetime | None = moment(optional=True)


class CareContactRow(Row, table=True):
    """Somebody who may be told."""

    __tablename__ = "care_contact"
    __table_args__ = (UniqueConstraint("workspace", "user"),)
    user: str
    place: int


class CareAlertRow(Row, table=True):
    """That somebody wrote that they, or somebody they know, is not well."""

    __tablename__ = "care_alert"
    __table_args__ = (
        Index(None, "workspace", "student"),
        Index(
            "ix_care_alert_wake_at",
            "wake_at",
            sqlite_where=text("wake_at is not null"),
            postgresql_where=text("wake_at is not null"),
        ),
        NEVER_AGAIN,
    )
    student: str
    at: datetime = moment()
    language: str
    of_another: bool
    way: str
    helpers: list[str] = Field(sa_column=Column(JSON, nullable=False))
    nobody_left: bool
    about: str | None = None
    ref: int | None = None
    channel: str
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    digests: list[str] = Field(sa_column=Column(JSON, nullable=False))
    wake_at: datetime | None = moment(optional=True)
    ended: str | None = None
    ended_at: datetime | None = moment(optional=True)
    set_aside: list[int] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))
    revision: int


class CareToldRow(Row, table=True):
    """Who may be told of it, who was, and who took it."""

    __tablename__ = "care_told"
    __table_args__ = (UniqueConstraint("alert", "user"),)
    alert: int = Field(foreign_key="care_alert.id")
    user: str
    place: int
    state: str
    asked_for: bool
    told_at: datetime | None = moment(optional=True)
    taken_at: datetime | None = moment(optional=True)
    words: str | None = None
    words_at: datetime | None = moment(optional=True)


class CareClearedRow(Row, table=True):
    """Words that meant something else, as a keyed digest."""

    __tablename__ = "care_cleared"
    __table_args__ = (UniqueConstraint("workspace", "user", "digest"),)
    user: str
    digest: str
    at: datetime = moment()
