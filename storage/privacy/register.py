"""The one register of what is held about people: every table, every column, and how a person's rows are found.

The export, the erasing, the retention and docs/privacy.md all follow this register. A test fails while a table,
a column, a kind of errand or a field of a notice is missing here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Table, and_, false, or_, select

from storage.tables import classes
from storage.tables.installing import BOTS_TABLE, INSTALLATIONS_TABLE, STATES_TABLE, DepartureRow
from storage.tables.outbox import PresenceRow
from storage.tables.rows import HELD, Row, table

# How the rows of one person are found in each table; the register beside it says which way.


Ids = Mapping[str, list[int]]
"""Ids of rows by the name of their table."""


@dataclass(frozen=True, slots=True)
class Whom:
    """The person, and what was found of them so far: rows by table, and the conversations with the bot."""

    user: str
    ids: Ids
    conversations: tuple[str, ...] = ()


class Link(Protocol):
    """How the rows of one person are found."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        """Those of `here` that are theirs; the tables before it in the register are in `whom.ids` already."""


@dataclass(frozen=True, slots=True)
class Own:
    """The column holds their Slack user id."""

    column: str

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return here.c[self.column] == whom.user


@dataclass(frozen=True, slots=True)
class Of:
    """The column holds the id of a row of `parent` that is theirs."""

    parent: str
    column: str

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return here.c[self.column].in_(whom.ids.get(self.parent, []))


@dataclass(frozen=True, slots=True)
class OfOrOwn(Of):
    """The column holds the id of a row of `parent` that is theirs; or the column `own` holds their Slack user id."""

    own: str

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return or_(Of.rows(self, here, whom), here.c[self.own] == whom.user)


@dataclass(frozen=True, slots=True)
class Nobodys:
    """No row belongs to one person; ids and names in it are replaced when somebody is erased."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return false()


USER = "user"
"""A Slack user id, among what a value inside a JSON column may be."""
PLAIN = "plain"
"""Nothing that leads to a person."""

NOTICE_FIELDS: Mapping[str, str] = {
    "contract": "contract",
    "check_in": "check_in",
    "feedback": "feedback",
    "interview": "interview",
    "milestone": "milestone",
    "response": "response",
    "note": "note",
    "care": "care_alert",
    "student": USER,
    "by": USER,
    "former": USER,
    "aide": USER,
    "heir": USER,
    "contracts": PLAIN,
    **dict.fromkeys(
        ("version", "before", "entry", "shown", "closed", "ts", "asked", "remark", "help", "question", "unheard"), PLAIN
    ),
    **dict.fromkeys(("classroom", "day", "days", "error", "reason", "details", "about", "waits"), PLAIN),
    **dict.fromkeys(("language", "topic", "wish", "number", "after_no", "of_later", "again", "read", "target"), PLAIN),
    "asked_back": "asked_back",
    "absence": "absence",
    "talk": "talk",
    "piece": "evidence",
    "peer_look": "peer_look",
    "mentoring": "mentoring",
    "roster": "roster",
    "promise": "promise",
    "brought": PLAIN,
    "conference": "conference",
    "calibration": PLAIN,
    "shown_piece": "calibration_piece",
    "family_note": "family_note",
    "why": PLAIN,
    "sealed": PLAIN,
    "lesson": PLAIN,
    "inventory": PLAIN,
    "inventory_answer": "inventory_answer",
    "survey": PLAIN,
    "at_end": PLAIN,
    "self_contract": "self_contract",
    "lesson_answer": "lesson_answer",
    "survey_answer": "survey_answer",
    **dict.fromkeys(("step", "prompt"), PLAIN),
    **dict.fromkeys(("digest", "sheet", "term", "gathered", "few"), PLAIN),
}
"""What each field of a notice is: a table whose row it names, USER, or PLAIN. Names inside PLAIN ones are replaced."""

ERRAND_ARGS: Mapping[str, str] = {
    "user": USER,
    "by": USER,
    "feedback": "feedback",
    **dict.fromkeys(("classroom", "since", "disclosure", "channel", "oldest", "brought"), PLAIN),
    "piece": "evidence",
    "roster": "roster",
    "milestone": "milestone",
    **dict.fromkeys(("text", "ts", "edited", "deleted", "thread", "files", "file_ids", "incoming", "file"), PLAIN),
}
"""The same, of errands."""


def named(args: ColumnElement[Any], meanings: Mapping[str, str], whom: Whom) -> list[ColumnElement[bool]]:
    """Conditions: the JSON column names the person, or a row of theirs."""
    found: list[ColumnElement[bool]] = []
    for key, meaning in meanings.items():
        if meaning == USER:
            found.append(args[key].as_string() == whom.user)
        elif meaning != PLAIN and whom.ids.get(meaning):
            found.append(args[key].as_integer().in_(whom.ids[meaning]))
    return found


@dataclass(frozen=True, slots=True)
class Mail:
    """What was said to them, and what was said to others about them."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        to_them = or_(here.c.lane.in_([whom.user, f"home:{whom.user}"]), here.c.reader == whom.user)
        return or_(to_them, *named(here.c.args, NOTICE_FIELDS, whom))


@dataclass(frozen=True, slots=True)
class Work:
    """Work to be done about them."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        return or_(false(), *named(here.c.args, ERRAND_ARGS, whom))


@dataclass(frozen=True, slots=True)
class CameIn:
    """Ids of what came from them: they name the person, or their conversation with the bot."""

    def rows(self, here: Table, whom: Whom) -> ColumnElement[bool]:
        starts = [f"press:{whom.user}:"]
        kinds = ("said", "edit", "deletion")
        heard = [*kinds, *(f"kept:{kind}" for kind in kinds)]
        starts += [f"{kind}:{place}:" for place in whom.conversations for kind in heard]
        return or_(*(here.c.key.startswith(start, autoescape=True) for start in starts))


class Erased(StrEnum):
    """What becomes of a person's rows when they are erased."""

    GONE = "gone"
    """They are deleted."""
    KEPT = "kept"
    """They stay, with a pseudonym in the place of the person."""


@dataclass(frozen=True, slots=True)
class Held:
    """One table. Each of its columns, save `id` and `workspace`, stands in exactly one of the groups: by its name here,
    or by what it says itself, as the answers of a form do (`words` and `fact` in storage/tables/rows.py).

    `person`: holds a Slack user id. `words`: what somebody typed, or a name, may stand in it. `facts`: states,
    moments and numbers about the row. `work`: what only the program needs; it is not exported.
    `cleaning_person`, `cleaning_words`: the same as `person` and `words`, of somebody who was erased, for as long as
    something of them is to go from Slack; neither exported nor replaced, since it would not be found any more.
    `unnamed`, of the words: the row's own person's names, and keys of the program; in them ids alone are looked for.
    `kept` says what ends it: a setting of the policy (bot/domain/disclosure.py), or a word of the copy
    (`privacy-kept-…`). `workspace` is the column that says whose workspace it is.
    """

    row: type[Row] | Table
    link: Link
    kept: str
    person: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    cleaning_person: tuple[str, ...] = ()
    cleaning_words: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    erased: Erased = Erased.GONE
    workspace: str = "workspace"
    columns: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", (*self._said_by_themselves("words"), *self.words))
        object.__setattr__(self, "facts", (*self.facts, *self._said_by_themselves("facts")))
        object.__setattr__(self, "columns", self.person + self.words + self.facts)

    def _said_by_themselves(self, group: str) -> list[str]:
        return [column.name for column in self.table.columns if column.info.get(HELD) == group]

    @property
    def table(self) -> Table:
        return self.row if isinstance(self.row, Table) else table(self.row)

    @property
    def name(self) -> str:
        return str(self.table.name)


_INSTALLED = ("team_name", "bot_scopes", "installed_at")
_CONTRACT = Of("contract", "contract")

REGISTER: tuple[Held, ...] = (
    Held(
        classes.PersonRow,
        Own("user"),
        "while-here",
        person=("user", "entered_by"),
        words=("name", "other_names", "handle"),
        unnamed=("name", "other_names", "handle"),
        facts=(
            "timezone",
            "locale",
            "language",
            "is_admin",
            "is_bot",
            "is_active",
            "is_guest",
            "is_outside",
            "entered_at",
        ),
    ),
    Held(
        classes.LearnerProfileRow,
        Own("user"),
        "while-here",
        person=("user",),
        words=("strengths", "interests", "motivators", "goals", "supports", "subjects"),
        facts=("updated_at", "share_interests", "share_with_teachers", "share_answers"),
    ),
    Held(
        classes.TeacherGrantRow,
        Own("user"),
        "while-here",
        person=("user", "granted_by"),
        facts=("granted_at",),
    ),
    Held(
        classes.ReportReaderRow,
        Own("user"),
        "while-here",
        person=("user", "granted_by"),
        facts=("granted_at",),
    ),
    Held(
        classes.ClassroomRow,
        Nobodys(),
        "class",
        words=("name", "questions"),
        facts=(
            *("channel", "timezone", "term_ends_on", "check_in_days", "check_in_time", "shoutouts"),
            *("autonomy", "quiet_from", "quiet_until", "archived", "grades", "on_days_off", "asks_for"),
            *("takes", "file_mb", "looks_first"),
        ),
    ),
    Held(
        classes.DayOffRow,
        Nobodys(),
        "class",
        words=("name",),
        facts=("classroom", "first_on", "last_on", "source", "uid", "closes", "decided"),
    ),
    Held(
        classes.SchoolCalendarRow,
        Nobodys(),
        "class",
        person=("asked_by",),
        facts=("classroom", "country", "region", "address", "tried_at", "good_at", "trouble"),
    ),
    Held(
        classes.StandardRow,
        Nobodys(),
        "class",
        words=("code", "statement", "search", "resources"),
        facts=("classroom", "identifier"),
    ),
    Held(
        classes.RubricRow,
        Nobodys(),
        "class",
        person=("made_by",),
        words=("name", "levels", "criteria"),
        facts=("number", "made_at", "gone"),
    ),
    Held(
        classes.SurveyRow,
        Nobodys(),
        "feedback_days",
        person=("teacher",),
        words=("unit",),
        facts=("classroom", "begun_at", "phase"),
    ),
    Held(
        classes.SurveyAnswerRow,
        Own("student"),
        "feedback_days",
        person=("student",),
        words=("first", "last"),
        facts=("survey", "asked_at"),
    ),
    Held(
        classes.LessonRow,
        Nobodys(),
        "feedback_days",
        person=("teacher",),
        words=("posted",),
        facts=("classroom", "script", "begun_at", "asked_at", "open_until", "ended_at"),
    ),
    Held(
        classes.LessonAnswerRow,
        Own("student"),
        "feedback_days",
        person=("student",),
        words=("found", "next"),
        facts=("lesson", "clear", "quotes", "said_at"),
    ),
    Held(
        classes.ActivityRow,
        Nobodys(),
        "class",
        person=("made_by",),
        words=("name", "purpose", "tags", "resources"),
        facts=("level", "evidence", "minutes", "made_at", "gone"),
    ),
    Held(
        classes.SelfContractRow,
        Own("student"),
        "contract_days",
        person=("student",),
        words=("goal", "sign", "practice", "steps", "halfway", "done", "found", "next"),
        facts=(
            *("classroom", "kind", "ends_on", "begun_at", "signed_hash", "signed_at", "halfway_at", "shared_at"),
            *("outcome", "ended_at"),
        ),
        work=("closes_at",),
    ),
    Held(
        classes.InventoryRow,
        Nobodys(),
        "feedback_days",
        person=("teacher",),
        facts=("classroom", "kind", "asked_at", "open_until", "ended_at"),
    ),
    Held(
        classes.InventoryAnswerRow,
        Own("student"),
        "feedback_days",
        person=("student",),
        words=("chosen", "school", "own"),
        facts=("inventory", "share", "said_at"),
    ),
    Held(
        classes.SchoolTemplateRow,
        Nobodys(),
        "class",
        person=("made_by",),
        words=("name", "examples", "criteria", "hardest", "practice"),
        facts=("evidence", "made_at", "gone"),
    ),
    Held(
        classes.BroughtRow,
        Nobodys(),
        "a-week-at-most",
        person=("asked_by",),
        words=("name", "found", "left_out"),
        facts=("classroom", "brings", "slack_file", "came_at", "state", "why", "place", "count", "left"),
    ),
    Held(
        classes.MembershipRow,
        Own("user"),
        "while-here",
        person=("user", "autonomy_by"),
        facts=(
            "classroom",
            "side",
            "joined_at",
            "left_at",
            "check_ins",
            "listed_at",
            "autonomy",
            "autonomy_at",
            "singly",
        ),
    ),
    Held(
        classes.AdmissionRow,
        Own("user"),
        "while-here",
        person=("user", "decided_by"),
        facts=("classroom", "asked_at", "learns", "decided_at", "helps_as"),
    ),
    Held(
        classes.OutsideRuleRow,
        Nobodys(),
        "class",
        person=("decided_by",),
        facts=("may_learn", "decided_at"),
    ),
    Held(
        classes.FeedbackRow,
        Own("student"),
        "feedback_days",
        person=("teacher", "student"),
        words=("seen", "matters", "next_step"),
        facts=("classroom", "given_at", "tried_at", "unclear_at", "talk_at"),
    ),
    Held(
        classes.DraftRow,
        Of("feedback", "feedback"),
        "feedback_days",
        words=("drafts",),
        facts=("feedback", "asked", "offered_at"),
        work=("last", "revision"),
    ),
    Held(
        classes.LlmCallRow,
        Of("feedback", "feedback"),
        "llm_days",
        words=("sent", "received"),
        facts=("feedback", "at", "task", "prompt_version", "model", "way", "outcome"),
        work=("latency_ms", "prompt_tokens", "completion_tokens"),
    ),
    Held(
        classes.ContractRow,
        Own("student"),
        "contract_days",
        person=("student", "decided_by"),
        facts=("classroom", "status", "started_at", "current", "agreed", "versions", "feedback", "ends_at"),
        work=("revision", "only_draft", "reminded", "reminded_at"),
    ),
    Held(
        classes.VersionRow,
        _CONTRACT,
        "contract_days",
        person=("author_user",),
        words=("terms",),
        facts=("contract", "number", "author", "content_hash", "written_at"),
    ),
    Held(
        classes.SignatureRow,
        _CONTRACT,
        "contract_days",
        person=("user", "on_paper"),
        facts=("contract", "number", "side", "content_hash", "signed_at"),
    ),
    Held(
        classes.HistoryRow,
        _CONTRACT,
        "contract_days",
        person=("user",),
        words=("detail",),
        facts=("contract", "at", "action", "before", "after", "version"),
    ),
    Held(
        classes.InterviewRow,
        _CONTRACT,
        "contract_days",
        person=("student",),
        words=("draft",),
        facts=("contract", "classroom", "state", "updated_at"),
        work=("asked", "revision"),
    ),
    Held(classes.FocusRow, Own("user"), "while-here", person=("user",), facts=("about", "ref", "since", "in_reply")),
    Held(
        classes.UtteranceRow,
        Own("user"),
        "minutes",
        person=("user",),
        words=("parts", "before"),
        facts=("heard_at",),
        work=("channel", "thread", "deliveries", "joinable"),
    ),
    Held(
        classes.AskedBackRow,
        Own("user"),
        "a-day",
        person=("user",),
        words=("text", "number"),
        facts=("what", "asked_at", "settled"),
        work=("channel", "thread", "ts", "places"),
    ),
    Held(
        classes.NoteRow,
        Own("student"),
        "feedback_days",
        person=("student", "sender", "recipient"),
        words=("text",),
        facts=("classroom", "about", "ref", "said_at", "taken_back_at", "stuck"),
        work=("thread", "ts"),
    ),
    Held(
        classes.CheckInRow,
        _CONTRACT,
        "contract_days",
        person=("student",),
        words=("ideas",),
        facts=("contract", "number", "due_at", "round", "state", "answered_at", "missed_at"),
        work=("wake_at", "ideas_of", "revision"),
    ),
    Held(
        classes.AbsenceRow,
        Own("student"),
        "absence",
        person=("student", "by"),
        facts=("classroom", "first_on", "last_on", "said_at", "contract", "open_ended", "ended_at"),
        work=("begins_at", "ends_at"),
    ),
    Held(
        classes.TalkRow,
        Own("student"),
        "feedback_days",
        person=("student", "asked_by", "teacher", "ended_by"),
        words=("outcome", "student_outcome"),
        facts=("classroom", "asked_at", "state", "contract", "first_at", "second_at", "at", "ended_at"),
        work=("wake_at", "revision"),
    ),
    Held(
        classes.CalendarAddressRow,
        Own("user"),
        "while-here",
        person=("user",),
        facts=("since",),
        work=("digest",),
    ),
    Held(
        classes.DigestRow,
        Own("user"),
        "while-here",
        person=("user",),
        facts=("how", "day", "at"),
        work=("wake_at",),
    ),
    Held(
        classes.RosterRow,
        Own("user"),
        "a-week",
        person=("user",),
        words=("files", "classes", "people", "faults", "chosen"),
        facts=(
            *("came_at", "state", "classroom", "wanted", "why", "by_email", "more_faults", "last_on", "takes_term"),
            "added",
        ),
    ),
    Held(
        classes.PhraseRow,
        Own("user"),
        "while-here",
        person=("user",),
        words=("text",),
        facts=("saved_at",),
    ),
    Held(
        classes.PromiseRow,
        _CONTRACT,
        "contract_days",
        person=("student", "teacher", "said_by"),
        words=("word",),
        facts=("contract", "promised", "due_on", "state", "put_off", "said_at"),
        work=("wake_at", "asked_on", "mark", "revision"),
    ),
    Held(
        classes.ReplyRow,
        _CONTRACT,
        "contract_days",
        words=("typed", "answers"),
        facts=(
            *("check_in", "contract", "target", "value", "said_at"),
            *("source", "confirmed", "waiting", "waiting_source", "edited_at"),
        ),
    ),
    Held(
        classes.ResponseRow,
        Of("check_in", "check_in"),
        "contract_days",
        person=("teacher",),
        words=("text",),
        facts=("check_in", "said_at", "taken_back_at", "tried_at", "unclear_at", "talk_at"),
        work=("ts",),
    ),
    Held(
        classes.EvidenceRow,
        _CONTRACT,
        "contract_days",
        person=("student",),
        words=("name", "line", "words", "criterion", "standards"),
        facts=(
            *("contract", "target", "came_at", "state", "why", "media_type", "size", "digest", "shown_at"),
            *("source", "slack_file"),
        ),
    ),
    Held(
        classes.LookRow,
        Of("evidence", "evidence"),
        "contract_days",
        person=("user",),
        facts=("evidence", "at"),
    ),
    Held(
        classes.MilestoneRow,
        _CONTRACT,
        "contract_days",
        words=("name", "statement", "own_words"),
        unnamed=("name",),
        facts=(
            *("contract", "target", "point", "reached_at", "at_value", "reply", "consent", "named", "shared_at"),
            "gathered",
        ),
    ),
    Held(
        classes.AssessmentRow,
        _CONTRACT,
        "contract_days",
        person=("user",),
        words=("reflection", "pieces"),
        facts=("contract", "side", "ratings", "given_at", "state"),
    ),
    Held(
        classes.HalfwayRow,
        _CONTRACT,
        "contract_days",
        person=("user",),
        words=("signs",),
        facts=("contract", "given_at"),
    ),
    Held(
        classes.PeerLookRow,
        OfOrOwn("contract", "contract", "peer"),
        "contract_days",
        person=("student", "peer", "ended_by", "reported_by"),
        words=("signs", "answers"),
        facts=("contract", "evidence", "asked_at", "state", "said_at", "shared_at", "reported_at"),
    ),
    Held(
        classes.MentoringRow,
        OfOrOwn("contract", "contract", "mentor"),
        "contract_days",
        person=("student", "mentor", "ended_by", "reported_by"),
        words=("said",),
        facts=("contract", "target", "asked_at", "state", "said_at", "reported_at"),
    ),
    Held(
        classes.ConferenceRow,
        _CONTRACT,
        "contract_days",
        person=("student", "step_by", "signed_by"),
        words=("script", "first_question", "second_question", "step", "pieces"),
        facts=("contract", "made_at", "opening", "step_number", "student_signed_at", "teacher_signed_at"),
    ),
    Held(
        classes.FamilyNoteRow,
        _CONTRACT,
        "contract_days",
        person=("student", "asked_by", "back_by"),
        words=("ways", "numbers", "word"),
        facts=("contract", "asked_at", "version", "language", "state", "decided_at", "back_at"),
    ),
    Held(
        classes.CalibrationRow,
        Nobodys(),
        "class",
        person=("invited_by",),
        words=("rubric", "levels"),
        facts=("classroom", "made_at", "state", "closed_at"),
    ),
    Held(
        classes.ShownPieceRow,
        _CONTRACT,
        "contract_days",
        person=("student",),
        words=("text", "signs"),
        facts=("calibration", "contract", "evidence", "asked_at", "state", "decided_at"),
    ),
    Held(
        classes.RaterRow,
        Own("user"),
        "class",
        person=("user",),
        words=("rated",),
        facts=("calibration", "asked_at", "declined"),
    ),
    Held(
        classes.CareSettingRow,
        Nobodys(),
        "class",
        person=("decided_by",),
        words=("helpers", "emergency"),
        facts=("way", "wait_minutes", "decided_at"),
    ),
    Held(classes.CareContactRow, Own("user"), "class", person=("user",), facts=("place",)),
    Held(
        classes.CareAlertRow,
        Own("student"),
        "care",
        person=("student",),
        words=("helpers",),
        facts=(
            *("at", "language", "of_another", "way", "nobody_left", "about", "ref", "channel", "ended", "ended_at"),
        ),
        work=("sources", "digests", "set_aside", "wake_at", "revision"),
    ),
    Held(
        classes.CareToldRow,
        Of("care_alert", "alert"),
        "care",
        person=("user",),
        facts=("alert", "state", "asked_for", "told_at", "taken_at", "words", "words_at"),
        work=("place",),
    ),
    Held(classes.CareClearedRow, Own("user"), "care", person=("user",), facts=("at",), work=("digest",)),
    Held(
        classes.OutboxRow,
        Mail(),
        "outbox_days",
        person=("reader",),
        words=("lane", "args", "subject", "once"),
        unnamed=("lane", "subject", "once"),
        facts=("verb", "notice", "created_at", "state", "channel", "ts", "sent_at", "thread"),
        work=("not_before", "refreshes", "expires_at", "attempts", "owner", "lease_until", "error", "shown", "file"),
    ),
    Held(classes.HomeRow, Own("user"), "while-here", person=("user",), work=("shown",)),
    Held(
        classes.ErrandRow,
        Work(),
        "incoming_days",
        person=("in_turn_of",),
        words=("args",),
        facts=("kind", "not_before", "done"),
        work=("attempts", "error"),
    ),
    Held(classes.IncomingRow, CameIn(), "incoming_days", words=("key",), unnamed=("key",), facts=("received_at",)),
    Held(
        classes.DisclosureRow,
        Own("about"),
        "record",
        person=("by", "about"),
        words=("reason", "detail"),
        facts=("at", "what"),
        erased=Erased.KEPT,
    ),
    Held(PresenceRow, Nobodys(), "class", facts=("at",)),
    Held(
        classes.ClockRow,
        Nobodys(),
        "class",
        work=("computer", "ahead_seconds", "noticed_at", "course", "ended_at", "confirmed"),
    ),
    Held(classes.PaceRow, Nobodys(), "class", work=("next_free_at", "asked_until", "charts_refused_at")),
    Held(
        classes.PrivacyRow,
        Nobodys(),
        "class",
        facts=("contract_days", "feedback_days", "llm_days", "incoming_days", "outbox_days"),
        work=("pseudonym_key",),
    ),
    Held(
        classes.RetractionRow,
        Nobodys(),
        "until-done",
        work=("disclosure", "kind", "ts"),
        cleaning_person=("place",),
        cleaning_words=("needles",),
    ),
    Held(DepartureRow, Nobodys(), "class", facts=("reason", "left_at", "back_at")),
    Held(
        BOTS_TABLE,
        Nobodys(),
        "installed",
        facts=_INSTALLED,
        work=tuple(c.name for c in BOTS_TABLE.c if c.name not in (*_INSTALLED, "id", "team_id")),
        workspace="team_id",
    ),
    Held(
        INSTALLATIONS_TABLE,
        Nobodys(),
        "installed",
        person=("user_id",),
        facts=_INSTALLED,
        work=tuple(c.name for c in INSTALLATIONS_TABLE.c if c.name not in (*_INSTALLED, "id", "team_id", "user_id")),
        workspace="team_id",
    ),
    Held(STATES_TABLE, Nobodys(), "installing", facts=("expire_at",), work=("state",), workspace=""),
)
"""Parents stand before what belongs to them."""


def of(name: str) -> Held:
    """The entry of a table. StopIteration for one that does not stand here: the test of the register finds it."""
    return next(held for held in REGISTER if held.name == name)


def found_in(held: Held, workspace: str, whom: Whom) -> Any:
    """The statement that finds the person's rows in a table, oldest first."""
    here = held.table
    mine = and_(here.c[held.workspace] == workspace, held.link.rows(here, whom))
    return select(*here.c).where(mine).order_by(here.c.id)
