"""The tables of work that is done after a transaction: what is to be said, what came in, errands."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.rows import Row, moment


class OutboxRow(Row, table=True):
    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("workspace", "once"),
        Index(
            "ix_outbox_open",
            "workspace",
            "lane",
            "id",
            sqlite_where=text("state in ('waiting', 'claimed')"),
            postgresql_where=text("state in ('waiting', 'claimed')"),
        ),
        Index(
            "ix_outbox_due",
            "workspace",
            "not_before",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(
            "ix_outbox_lease",
            "lease_until",
            sqlite_where=text("state = 'claimed'"),
            postgresql_where=text("state = 'claimed'"),
        ),
        Index(
            "ix_outbox_refreshes",
            "refreshes",
            sqlite_where=text("refreshes is not null"),
            postgresql_where=text("refreshes is not null"),
        ),
        Index(
            "ix_outbox_subject",
            "workspace",
            "subject",
            sqlite_where=text("subject is not null"),
            postgresql_where=text("subject is not null"),
        ),
        Index(
            "ix_outbox_posted",
            "workspace",
            "ts",
            sqlite_where=text("ts is not null"),
            postgresql_where=text("ts is not null"),
        ),
        Index(
            "ix_outbox_past",
            "workspace",
            "sent_at",
            sqlite_where=text("state = 'sent' and subject is null"),
            postgresql_where=text("state = 'sent' and subject is null"),
        ),
        Index(
            "ix_outbox_expired",
            "workspace",
            "created_at",
            sqlite_where=text("state = 'expired'"),
            postgresql_where=text("state = 'expired'"),
        ),
        Index(
            "ix_outbox_failed",
            "id",
            sqlite_where=text("state = 'failed'"),
            postgresql_where=text("state = 'failed'"),
        ),
    )
    lane: str
    verb: str
    notice: str
    args: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    reader: str
    created_at: datetime = moment()
    not_before: datetime = moment()
    subject: str | None = None
    once: str | None = None
    refreshes: int | None = None
    expires_at: datetime | None = moment(optional=True)
    state: str
    attempts: int
    owner: str | None = None
    lease_until: datetime | None = moment(optional=True)
    channel: str | None = None
    ts: str | None = None
    sent_at: datetime | None = moment(optional=True)
    error: str | None = None
    thread: str | None = None


class PaceRow(Row, table=True):
    __tablename__ = "pace"
    __table_args__ = (UniqueConstraint("workspace"),)
    next_free_at: datetime = moment()
    asked_until: datetime | None = moment(optional=True)
    """How far ahead prompts are laid out, at Slack's rate."""


class IncomingRow(Row, table=True):
    __tablename__ = "incoming"
    __table_args__ = (UniqueConstraint("workspace", "key"), Index(None, "workspace", "received_at"))
    key: str
    received_at: datetime = moment()


class ErrandRow(Row, table=True):
    __tablename__ = "errand"
    __table_args__ = (
        Index("ix_errand_open", "kind", "not_before", sqlite_where=text("not done"), postgresql_where=text("not done")),
        Index(
            "ix_errand_failed",
            "id",
            sqlite_where=text("done and error is not null"),
            postgresql_where=text("done and error is not null"),
        ),
        Index(
            "ix_errand_turn",
            "workspace",
            "in_turn_of",
            "id",
            sqlite_where=text("not done and in_turn_of is not null"),
            postgresql_where=text("not done and in_turn_of is not null"),
        ),
    )
    kind: str
    args: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    not_before: datetime = moment()
    attempts: int
    done: bool
    error: str | None = None
    in_turn_of: str | None = None


class PresenceRow(Row, table=True):
    """Of no workspace (""): when somebody last listened to what Slack brings. Of a workspace: since when something may
    have come from there that nobody could hear, for want of a key that opens its token."""

    __tablename__ = "presence"
    __table_args__ = (UniqueConstraint("workspace"),)
    at: datetime = moment()
