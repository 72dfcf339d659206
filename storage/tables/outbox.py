"""The tables of work that is done after a transaction, of what came in, and of clocks that leapt."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.rows import NEVER_AGAIN, Row, moment

# The tables of work that is done after a transaction: what is to be said, what came in, errands.


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
    shown: str | None = Field(default=None, max_length=32)
    """A hash of what a message shows, as far as that is known; while it is being changed, of what it showed before."""
    file: str | None = None


class HomeRow(Row, table=True):
    """A hash of what somebody's Home shows; while it is being published, of what it showed before. No row where that is
    not known."""

    __tablename__ = "home"
    __table_args__ = (UniqueConstraint("workspace", "user"),)
    user: str
    shown: str = Field(max_length=32)


class PaceRow(Row, table=True):
    __tablename__ = "pace"
    __table_args__ = (UniqueConstraint("workspace"),)
    next_free_at: datetime = moment()
    asked_until: datetime | None = moment(optional=True)
    """How far ahead prompts are laid out, at Slack's rate."""
    charts_refused_at: datetime | None = moment(optional=True)
    """When Slack last refused a chart here."""


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


# The tables of what somebody wrote a moment ago: so that its parts are one, and can be taken back; and of what is
# passed on.


class UtteranceRow(Row, table=True):
    """What was written within seconds, with how it stood before; kept for minutes."""

    __tablename__ = "utterance"
    __table_args__ = (Index(None, "workspace", "user"), Index(None, "workspace", "heard_at"), NEVER_AGAIN)
    user: str
    channel: str
    thread: str
    parts: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    heard_at: datetime = moment()
    before: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    deliveries: list[int] = Field(sa_column=Column(JSON, nullable=False))
    joinable: bool


class AskedBackRow(Row, table=True):
    """What Accord asked about something that somebody wrote, with those words, until it is answered."""

    __tablename__ = "asked_back"
    __table_args__ = (Index(None, "workspace", "user"), Index(None, "workspace", "asked_at"), NEVER_AGAIN)
    user: str
    what: str
    text: str
    channel: str
    thread: str
    ts: str
    places: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    asked_at: datetime = moment()
    number: str | None = None
    settled: str | None = None


NOT_YET = {"server_default": text("false")}
"""What stands in the rows that are older than a column."""


class NoteRow(Row, table=True):
    """What a student and a teacher write to each other through Accord."""

    __tablename__ = "note"
    __table_args__ = (
        Index(None, "workspace", "about", "ref"),
        Index(None, "workspace", "student"),
        Index(None, "workspace", "said_at"),
        NEVER_AGAIN,
    )
    classroom: int
    student: str
    sender: str
    recipient: str
    about: str
    ref: int
    text: str
    said_at: datetime = moment()
    thread: str
    ts: str
    taken_back_at: datetime | None = moment(optional=True)
    stuck: bool = Field(default=False, sa_column_kwargs=NOT_YET)


# The table of the clocks that leapt.


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
