"""Every table. Each row belongs to a workspace; names are the domain's.

`table=True` models do not validate: the domain does. They declare the schema; the repositories read and
write through SQLAlchemy Core, which costs a fraction of the ORM's time on the paths that people wait for.
"""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, false, text, true
from sqlmodel import Field

from storage.tables.absences import AbsenceRow
from storage.tables.calibration import CalibrationRow, RaterRow, ShownPieceRow
from storage.tables.conferences import ConferenceRow
from storage.tables.dates import CalendarAddressRow
from storage.tables.digests import DigestRow
from storage.tables.evidence import EvidenceRow, LookRow
from storage.tables.guardians import FamilyNoteRow
from storage.tables.installing import DepartureRow
from storage.tables.inventory import InventoryAnswerRow, InventoryRow
from storage.tables.lessons import LessonAnswerRow, LessonRow
from storage.tables.mentoring import MentoringRow
from storage.tables.oneself import SelfContractRow
from storage.tables.outbox import (
    AskedBackRow,
    ClockRow,
    ErrandRow,
    HomeRow,
    IncomingRow,
    NoteRow,
    OutboxRow,
    PaceRow,
    PresenceRow,
    UtteranceRow,
)
from storage.tables.peers import HalfwayRow, PeerLookRow
from storage.tables.phrases import PhraseRow
from storage.tables.promises import PromiseRow
from storage.tables.reporting import ReportReaderRow
from storage.tables.rosters import RosterRow
from storage.tables.rows import HELD, NAMING, NEVER_AGAIN, Row, fact, moment, table, words
from storage.tables.standards import ActivityRow, BroughtRow, RubricRow, SchoolTemplateRow, StandardRow
from storage.tables.surveys import SurveyAnswerRow, SurveyRow
from storage.tables.talks import TalkRow
from storage.types import ExactDecimal

__all__ = [
    "NAMING",
    "AbsenceRow",
    "ActivityRow",
    "AdmissionRow",
    "AskedBackRow",
    "AssessmentRow",
    "BroughtRow",
    "CalendarAddressRow",
    "CalibrationRow",
    "CareAlertRow",
    "CareClearedRow",
    "CareContactRow",
    "CareSettingRow",
    "CareToldRow",
    "CheckInRow",
    "ClassroomRow",
    "ClockRow",
    "ConferenceRow",
    "ContractRow",
    "DayOffRow",
    "DepartureRow",
    "DigestRow",
    "DisclosureRow",
    "DraftRow",
    "ErrandRow",
    "EvidenceRow",
    "FamilyNoteRow",
    "FeedbackRow",
    "FocusRow",
    "HalfwayRow",
    "HistoryRow",
    "HomeRow",
    "IncomingRow",
    "InterviewRow",
    "InventoryAnswerRow",
    "InventoryRow",
    "LearnerProfileRow",
    "LessonAnswerRow",
    "LessonRow",
    "LlmCallRow",
    "LookRow",
    "MembershipRow",
    "MentoringRow",
    "MilestoneRow",
    "NoteRow",
    "OutboxRow",
    "OutsideRuleRow",
    "PaceRow",
    "PeerLookRow",
    "PersonRow",
    "PhraseRow",
    "PresenceRow",
    "PrivacyRow",
    "PromiseRow",
    "RaterRow",
    "ReplyRow",
    "ReportReaderRow",
    "ResponseRow",
    "RetractionRow",
    "RosterRow",
    "Row",
    "RubricRow",
    "SchoolCalendarRow",
    "SchoolTemplateRow",
    "SelfContractRow",
    "ShownPieceRow",
    "SignatureRow",
    "StandardRow",
    "SurveyAnswerRow",
    "SurveyRow",
    "TalkRow",
    "TeacherGrantRow",
    "UtteranceRow",
    "VersionRow",
    "table",
]


# The tables of guests and people of other organisations: who of them learns, and whether those of elsewhere may.


class AdmissionRow(Row, table=True):
    """Somebody in a class channel who is a student only if a teacher says so."""

    __tablename__ = "admission"
    __table_args__ = (UniqueConstraint("workspace", "classroom", "user"), Index(None, "workspace", "user"))
    classroom: int = Field(foreign_key="classroom.id")
    user: str
    asked_at: datetime = moment()
    learns: bool | None = None
    """Null until a teacher has decided."""
    decided_by: str | None = None
    decided_at: datetime | None = moment(optional=True)
    helps_as: str = Field(default="", max_length=16, sa_column_kwargs={"server_default": ""})
    """An aide or an observer; "" for neither."""


class OutsideRuleRow(Row, table=True):
    """Whether a workspace lets people of other organisations be students."""

    __tablename__ = "outside_rule"
    __table_args__ = (UniqueConstraint("workspace"),)
    may_learn: bool
    decided_by: str
    decided_at: datetime | None = moment(optional=True)


# The tables of draft targets, and of what was asked of a language model.


class DraftRow(Row, table=True):
    """The drafts of one feedback."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("workspace", "feedback"),)
    feedback: int = Field(foreign_key="feedback.id")
    asked: str
    drafts: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    last: int
    offered_at: datetime | None = moment(optional=True)
    revision: int


class LlmCallRow(Row, table=True):
    """One call: what left and what came back, both with placeholders for names; `feedback` is what it was about."""

    __tablename__ = "llm_call"
    __table_args__ = (Index(None, "workspace", "at"),)
    at: datetime = moment()
    task: str
    prompt_version: int
    model: str
    way: str
    sent: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    received: str
    outcome: str
    latency_ms: int
    prompt_tokens: int
    completion_tokens: int
    feedback: int | None = None


# The table of what students say about themselves.


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
    share_answers: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class PersonRow(Row, table=True):
    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("workspace", "user"), Index(None, "workspace", "name"))
    user: str
    name: str
    timezone: str
    locale: str
    is_admin: bool
    is_bot: bool
    is_active: bool
    is_guest: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    is_outside: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    other_names: list[str] | None = Field(sa_column=Column(JSON(none_as_null=True), nullable=True))
    """Null where Slack was not asked for them yet."""
    handle: str = Field(default="", sa_column_kwargs={"server_default": ""})
    language: str = Field(default="", sa_column_kwargs={"server_default": ""})
    entered_by: str = Field(default="", max_length=32, sa_column_kwargs={"server_default": ""})
    entered_at: datetime | None = moment(optional=True)


class TeacherGrantRow(Row, table=True):
    __tablename__ = "teacher_grant"
    __table_args__ = (UniqueConstraint("workspace", "user"),)
    user: str
    granted_by: str
    granted_at: datetime = moment()


class ClassroomRow(Row, table=True):
    __tablename__ = "classroom"
    __table_args__ = (UniqueConstraint("workspace", "channel"),)
    channel: str
    name: str
    timezone: str
    term_ends_on: date
    check_in_days: list[str] = Field(sa_column=Column(JSON, nullable=False))
    check_in_time: time
    shoutouts: bool
    autonomy: str
    quiet_from: time
    quiet_until: time
    archived: bool
    grades: str = Field(default="", sa_column_kwargs={"server_default": ""})
    on_days_off: str = Field(default="move", sa_column_kwargs={"server_default": "move"})
    asks_for: str = Field(default="report", sa_column_kwargs={"server_default": "report"})
    questions: list[str] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))
    self_part: int | None = fact()
    counts_signs: bool | None = fact()
    takes: list[str] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))
    file_mb: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    looks_first: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})


class DayOffRow(Row, table=True):
    """A day off of a class, or several in a row; or an event of its calendar file that is none."""

    __tablename__ = "day_off"
    __table_args__ = (Index(None, "workspace", "classroom"),)
    classroom: int = Field(foreign_key="classroom.id")
    first_on: date
    last_on: date
    name: str
    source: str
    uid: str
    closes: bool
    decided: bool = Field(default=True, sa_column_kwargs={"server_default": true()})


class SchoolCalendarRow(Row, table=True):
    """Where the days off of a class come from, beside those that were typed."""

    __tablename__ = "school_calendar"
    __table_args__ = (UniqueConstraint("workspace", "classroom"),)
    classroom: int = Field(foreign_key="classroom.id")
    country: str
    region: str
    address: str
    asked_by: str
    tried_at: datetime | None = moment(optional=True)
    good_at: datetime | None = moment(optional=True)
    trouble: str


class MembershipRow(Row, table=True):
    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("workspace", "classroom", "user"),
        Index(None, "workspace", "user"),
    )
    classroom: int = Field(foreign_key="classroom.id")
    user: str
    side: str
    joined_at: datetime = moment()
    left_at: datetime | None = moment(optional=True)
    check_ins: str = Field(default="", sa_column_kwargs={"server_default": ""})
    listed_at: datetime | None = moment(optional=True)
    autonomy: str = Field(default="", max_length=16, sa_column_kwargs={"server_default": ""})
    autonomy_by: str = Field(default="", max_length=32, sa_column_kwargs={"server_default": ""})
    autonomy_at: datetime | None = moment(optional=True)
    singly: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": ""})


class FeedbackRow(Row, table=True):
    __tablename__ = "feedback"
    __table_args__ = (Index(None, "workspace", "student"),)
    classroom: int = Field(foreign_key="classroom.id")
    teacher: str
    student: str
    seen: str
    matters: str
    next_step: str
    given_at: datetime = moment()
    tried_at: datetime | None = moment(optional=True)
    unclear_at: datetime | None = moment(optional=True)
    talk_at: datetime | None = moment(optional=True)


WAITS = "reminded < 2 and status in ('proposed', 'questioned', 'amended', 'renegotiating')"
"""Somebody's turn, who may yet be reminded of it."""


class ContractRow(Row, table=True):
    __tablename__ = "contract"
    __table_args__ = (
        Index(None, "workspace", "student"),
        Index(None, "workspace", "classroom", "status"),
        Index("ix_contract_only_draft", "only_draft", unique=True),
        Index(
            "ix_contract_ending",
            "ends_at",
            sqlite_where=text("ends_at is not null"),
            postgresql_where=text("ends_at is not null"),
        ),
        Index("ix_contract_waiting", "workspace", "classroom", sqlite_where=text(WAITS), postgresql_where=text(WAITS)),
    )
    classroom: int = Field(foreign_key="classroom.id")
    student: str
    status: str
    started_at: datetime = moment()
    current: int | None = None
    agreed: int | None = None
    versions: int
    decided_by: str | None = None
    feedback: int | None = Field(default=None, foreign_key="feedback.id")
    ends_at: datetime | None = moment(optional=True)
    reminded: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    reminded_at: datetime | None = moment(optional=True)
    revision: int
    only_draft: str | None = Field(default=None, max_length=64)
    """While it is a draft: what it has in common with no other draft. A student has one at a time in a class."""


class VersionRow(Row, table=True):
    __tablename__ = "contract_version"
    __table_args__ = (UniqueConstraint("contract", "number"),)
    contract: int = Field(foreign_key="contract.id")
    number: int
    author: str
    author_user: str
    terms: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    content_hash: str
    written_at: datetime = moment()


class SignatureRow(Row, table=True):
    __tablename__ = "signature"
    __table_args__ = (UniqueConstraint("contract", "number", "side"),)
    contract: int = Field(foreign_key="contract.id")
    number: int
    side: str
    user: str
    content_hash: str
    signed_at: datetime = moment()
    on_paper: str = Field(default="", max_length=32, sa_column_kwargs={"server_default": ""})


class HistoryRow(Row, table=True):
    __tablename__ = "history"
    __table_args__ = (Index(None, "contract"),)
    contract: int = Field(foreign_key="contract.id")
    at: datetime = moment()
    user: str
    action: str
    before: str
    after: str
    version: int
    detail: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class InterviewRow(Row, table=True):
    __tablename__ = "interview"
    __table_args__ = (
        UniqueConstraint("contract"),
        Index(None, "workspace", "student"),
        Index(
            "ix_interview_open",
            "updated_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )
    contract: int = Field(foreign_key="contract.id")
    classroom: int = Field(foreign_key="classroom.id")
    student: str
    state: str
    draft: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    asked: int
    revision: int
    updated_at: datetime = moment()


class FocusRow(Row, table=True):
    __tablename__ = "focus"
    __table_args__ = (UniqueConstraint("workspace", "user"),)
    user: str
    about: str
    ref: int
    since: datetime = moment()
    in_reply: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class CheckInRow(Row, table=True):
    __tablename__ = "check_in"
    __table_args__ = (
        UniqueConstraint("contract", "number"),
        Index(
            "ix_check_in_wake_at",
            "wake_at",
            sqlite_where=text("wake_at is not null"),
            postgresql_where=text("wake_at is not null"),
        ),
        Index(None, "workspace", "round"),
    )
    contract: int = Field(foreign_key="contract.id")
    student: str
    number: int
    due_at: datetime = moment()
    wake_at: datetime | None = moment(optional=True)
    state: str
    answered_at: datetime | None = moment(optional=True)
    revision: int
    round: str = Field(default="", sa_column_kwargs={"server_default": ""})
    missed_at: datetime | None = moment(optional=True)
    ideas: list[str] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))
    ideas_of: str = Field(default="", max_length=16, sa_column_kwargs={"server_default": ""})


class ReplyRow(Row, table=True):
    __tablename__ = "reply"
    __table_args__ = (UniqueConstraint("check_in", "target"), Index(None, "contract"))
    check_in: int = Field(foreign_key="check_in.id")
    contract: int = Field(foreign_key="contract.id")
    target: int
    value: Decimal | None = Field(sa_type=ExactDecimal, nullable=True)
    said_at: datetime = moment()
    worked: str = words()
    did_not_work: str = words()
    next_step: str = words()
    confidence: int | None = fact()
    evidence: str = words()
    source: str
    typed: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    confirmed: bool
    waiting: Decimal | None = Field(default=None, sa_type=ExactDecimal, nullable=True)
    waiting_source: str = Field(default="", sa_column_kwargs={"server_default": ""})
    edited_at: datetime | None = moment(optional=True)
    practised: int | None = fact()
    talk: str = Field(default="", sa_column_kwargs={"server_default": "", "info": {HELD: "words"}})
    answers: list[dict[str, str]] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))


class ResponseRow(Row, table=True):
    __tablename__ = "response"
    __table_args__ = (Index(None, "check_in"),)
    check_in: int = Field(foreign_key="check_in.id")
    teacher: str
    text: str
    said_at: datetime = moment()
    ts: str = Field(default="", sa_column_kwargs={"server_default": ""})
    taken_back_at: datetime | None = moment(optional=True)
    tried_at: datetime | None = moment(optional=True)
    unclear_at: datetime | None = moment(optional=True)
    talk_at: datetime | None = moment(optional=True)


class MilestoneRow(Row, table=True):
    __tablename__ = "milestone"
    __table_args__ = (UniqueConstraint("workspace", "contract", "target", "point"),)
    contract: int = Field(foreign_key="contract.id")
    target: int
    point: str
    reached_at: datetime = moment()
    at_value: Decimal = Field(sa_type=ExactDecimal, nullable=False)
    reply: int = Field(foreign_key="reply.id")
    name: str
    statement: str
    consent: str
    named: str = Field(default="full", sa_column_kwargs={"server_default": "full"})
    own_words: str = Field(default="", sa_column_kwargs={"server_default": ""})
    shared_at: datetime | None = moment(optional=True)
    gathered: str = Field(default="", sa_column_kwargs={"server_default": ""})


class AssessmentRow(Row, table=True):
    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("workspace", "contract", "side"),)
    contract: int = Field(foreign_key="contract.id")
    side: str
    user: str
    ratings: list[int] = Field(sa_column=Column(JSON, nullable=False))
    reflection: str
    given_at: datetime = moment()
    otherwise: str = Field(default="", sa_column_kwargs={"server_default": "", "info": {HELD: "words"}})
    surprise: str = Field(default="", sa_column_kwargs={"server_default": "", "info": {HELD: "words"}})
    word: str = Field(default="", sa_column_kwargs={"server_default": "", "info": {HELD: "words"}})
    pieces: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False, server_default="[]"))
    state: str = Field(default="closed", sa_column_kwargs={"server_default": "closed"})
    self_part: int | None = fact()
    counts_signs: bool | None = fact()
    outside_ratings: list[int] = Field(
        sa_column=Column(JSON, nullable=False, server_default="[]", info={HELD: "facts"})
    )
    outside_words: str = Field(default="", sa_column_kwargs={"server_default": "", "info": {HELD: "words"}})


# The tables of somebody who is not well: what a school decided, that it was, who was told. None has room for words.


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


# The tables of a school's decisions about its data, of who was shown what, and of what is still to go from Slack.


class PrivacyRow(Row, table=True):
    """How long a workspace keeps what, in days, and the key of its pseudonyms."""

    __tablename__ = "privacy"
    __table_args__ = (UniqueConstraint("workspace"),)
    contract_days: int
    feedback_days: int
    llm_days: int
    incoming_days: int
    outbox_days: int
    pseudonym_key: str


class DisclosureRow(Row, table=True):
    """One time that personal data was shown, handed out, erased, or kept otherwise than before."""

    __tablename__ = "disclosure"
    __table_args__ = (Index(None, "workspace", "at"),)
    at: datetime = moment()
    what: str
    by: str
    about: str | None = None
    reason: str
    detail: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class RetractionRow(Row, table=True):
    """Something in Slack that is to go: deleted here as soon as it is gone there."""

    __tablename__ = "retraction"
    __table_args__ = (Index(None, "workspace", "disclosure"),)
    disclosure: int = Field(foreign_key="disclosure.id")
    kind: str
    place: str
    ts: str | None = None
    needles: list[str] = Field(sa_column=Column(JSON, nullable=False))
