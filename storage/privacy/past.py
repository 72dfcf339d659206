"""What a workspace has kept long enough: found oldest first, a batch at a time, and deleted with all its parts.

An open contract, and whatever belongs to one, is never among it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, literal_column, or_, select

from bot.domain.contract import OPEN
from storage.privacy.person import Personal
from storage.privacy.register import REGISTER, Of, Whom
from storage.repository import Reads
from storage.tables import classes
from storage.tables.rows import table
from storage.types import UtcDateTime

_absence = table(classes.AbsenceRow)
_alert = table(classes.CareAlertRow)
_call = table(classes.LlmCallRow)
_cleared = table(classes.CareClearedRow)
_contact = table(classes.CareContactRow)
_brought = table(classes.BroughtRow)
_contract = table(classes.ContractRow)
_errand = table(classes.ErrandRow)
_feedback = table(classes.FeedbackRow)
_admission = table(classes.AdmissionRow)
_grant = table(classes.TeacherGrantRow)
_history = table(classes.HistoryRow)
_incoming = table(classes.IncomingRow)
_membership = table(classes.MembershipRow)
_inventory = table(classes.InventoryRow)
_inventory_answer = table(classes.InventoryAnswerRow)
_lesson = table(classes.LessonRow)
_lesson_answer = table(classes.LessonAnswerRow)
_survey = table(classes.SurveyRow)
_survey_answer = table(classes.SurveyAnswerRow)
_self_contract = table(classes.SelfContractRow)
_note = table(classes.NoteRow)
_outbox = table(classes.OutboxRow)
_person = table(classes.PersonRow)
_report_reader = table(classes.ReportReaderRow)
_report_reader = table(classes.ReportReaderRow)
_roster = table(classes.RosterRow)
_retraction = table(classes.RetractionRow)
_signature = table(classes.SignatureRow)
_talk = table(classes.TalkRow)
_utterance = table(classes.UtteranceRow)
_asked_back = table(classes.AskedBackRow)

FILE = "piece-file"
PEER_FILE = "peer-file"
"""With it goes the id of what was uploaded for a teacher: its row stays as long as the contract, too."""

SHOUTOUT = "shoutout-posted"
"""Nobody may search the class channel for it later: its row stays as long as the contract, so that it can be erased."""

_BEFORE: Any = bindparam("before", type_=UtcDateTime)


def _past(rows: Any, *conditions: Any, order: Any = None) -> Any:
    here = and_(rows.c.workspace == bindparam("workspace"), *conditions)
    return select(rows.c.id).where(here).order_by(rows.c.id if order is None else order).limit(bindparam("most"))


def _state(word: str) -> Any:
    return _outbox.c.state == literal_column(f"'{word}'")  # as a literal: it is the condition of an index


def _refers(column: Any) -> Any:
    """Somebody stands in this column of the workspace."""
    return exists().where(and_(column.table.c.workspace == _person.c.workspace, column == _person.c.user))


_OF_CARE = or_(_incoming.c.key.like("press:%:care.%"), _incoming.c.key.like("care:%"))
_ENDED_LATER = exists().where(and_(_history.c.contract == _contract.c.id, _history.c.at >= _BEFORE))
_IN_THE_CLASS = exists().where(
    and_(_contract.c.classroom == _membership.c.classroom, _contract.c.student == _membership.c.user)
)
_IN_A_CHANNEL = exists().where(
    and_(
        _admission.c.workspace == _person.c.workspace,
        _admission.c.user == _person.c.user,
        _admission.c.learns.is_not(True),
    )
)
"""A guest whom nobody chose as a student: their row goes when they leave the class channel."""
_HEARD_LATELY = exists().where(
    and_(
        _outbox.c.workspace == _person.c.workspace,
        or_(_outbox.c.lane == _person.c.user, _outbox.c.lane == "home:" + _person.c.user),
        _outbox.c.created_at >= _BEFORE,
    )
)

_of_survey_before = exists().where(and_(_survey.c.id == _survey_answer.c.survey, _survey.c.begun_at < _BEFORE))
_of_lesson_before = exists().where(and_(_lesson.c.id == _lesson_answer.c.lesson, _lesson.c.begun_at < _BEFORE))
_of_round_before = exists().where(
    and_(_inventory.c.id == _inventory_answer.c.inventory, _inventory.c.asked_at < _BEFORE)
)

FIND: Mapping[str, Any] = {
    "contract": _past(
        _contract, _contract.c.status.not_in(sorted(OPEN)), _contract.c.started_at < _BEFORE, ~_ENDED_LATER
    ),
    "feedback": _past(
        _feedback, _feedback.c.given_at < _BEFORE, ~exists().where(_contract.c.feedback == _feedback.c.id)
    ),
    "llm_call": _past(_call, _call.c.at < _BEFORE, order=_call.c.at),
    "incoming": _past(_incoming, _incoming.c.received_at < _BEFORE, order=_incoming.c.received_at),
    "said": _past(
        _outbox,
        _state("sent"),
        _outbox.c.subject.is_(None),
        _outbox.c.sent_at < _BEFORE,
        _outbox.c.notice.not_in([SHOUTOUT, FILE, PEER_FILE]),
        order=_outbox.c.sent_at,
    ),
    "expired": _past(_outbox, _state("expired"), _outbox.c.created_at < _BEFORE, order=_outbox.c.created_at),
    "failed": _past(_outbox, _state("failed"), _outbox.c.created_at < _BEFORE),
    "absence": _past(_absence, _absence.c.ends_at < _BEFORE),
    "talk": _past(_talk, _talk.c.asked_at < _BEFORE, _talk.c.wake_at.is_(None)),
    "care_alert": _past(_alert, _alert.c.at < _BEFORE),
    "care_cleared": _past(_cleared, _cleared.c.at < _BEFORE),
    "care_pressed": _past(_incoming, _incoming.c.received_at < _BEFORE, _OF_CARE),
    "utterance": _past(_utterance, _utterance.c.heard_at < _BEFORE, order=_utterance.c.heard_at),
    "asked_back": _past(_asked_back, _asked_back.c.asked_at < _BEFORE, order=_asked_back.c.asked_at),
    "brought": _past(_brought, _brought.c.came_at < _BEFORE, order=_brought.c.came_at),
    "roster": _past(_roster, _roster.c.came_at < _BEFORE, order=_roster.c.came_at),
    "survey_answer": _past(_survey_answer, _of_survey_before, order=_survey_answer.c.survey),
    "survey": _past(_survey, _survey.c.begun_at < _BEFORE, ~exists().where(_survey_answer.c.survey == _survey.c.id)),
    "lesson_answer": _past(_lesson_answer, _of_lesson_before, order=_lesson_answer.c.lesson),
    "lesson": _past(_lesson, _lesson.c.begun_at < _BEFORE, ~exists().where(_lesson_answer.c.lesson == _lesson.c.id)),
    "self_contract": _past(_self_contract, _self_contract.c.closes_at < _BEFORE),
    "inventory_answer": _past(_inventory_answer, _of_round_before, order=_inventory_answer.c.inventory),
    "inventory": _past(
        _inventory,
        _inventory.c.asked_at < _BEFORE,
        ~exists().where(_inventory_answer.c.inventory == _inventory.c.id),
    ),
    "note": _past(_note, _note.c.said_at < _BEFORE, order=_note.c.said_at),
    "errand": _past(_errand, _errand.c.done, _errand.c.not_before < _BEFORE),
    "membership": _past(_membership, _membership.c.left_at < _BEFORE, ~_IN_THE_CLASS),
    "person": _past(
        _person,
        ~_person.c.is_admin,
        ~_person.c.is_bot,
        *(
            ~_refers(column)
            for column in (
                *(_membership.c.user, _grant.c.user, _contact.c.user, _contract.c.student, _contract.c.decided_by),
                _report_reader.c.user,
                *(_feedback.c.student, _feedback.c.teacher, _signature.c.user),
                *(_note.c.student, _note.c.sender, _note.c.recipient, _talk.c.student, _talk.c.teacher),
            )
        ),
        ~_IN_A_CHANNEL,
        ~_HEARD_LATELY,
    ),
}
"""Statements by kind; each takes `workspace`, `before` and `most`."""

_TABLE = {"care_pressed": "incoming", "said": "outbox", "expired": "outbox", "failed": "outbox"}
_SUBJECTS = {
    "contract": "contract",
    "check_in": "check-in",
    "milestone": "milestone",
    "feedback": "feedback",
    "note": "note",
    "response": "response",
    "care_alert": "care",
    "absence": "absence",
    "talk": "talk",
    "evidence": "evidence",
    "roster": "roster",
    "lesson": "lesson",
    "inventory": "inventory",
    "inventory_answer": "inventory-answer",
    "survey": "survey",
    "self_contract": "self",
    "lesson_answer": "lesson-answer",
    "survey_answer": "survey-answer",
}


_BESIDE = (
    classes.LearnerProfileRow,
    classes.FocusRow,
    classes.UtteranceRow,
    classes.AskedBackRow,
    classes.AdmissionRow,
)


class Past:
    """What one workspace has kept long enough."""

    def __init__(self, connection: Connection, workspace: str, reads: Reads) -> None:
        self._connection = connection
        self._workspace = workspace
        self._personal = Personal(connection, workspace, reads)

    @property
    def erased(self) -> bool:
        """Whether anything was."""
        return self._personal.erased

    def find(self, kind: str, before: datetime, most: int) -> list[int]:
        """Ids of what is older than `before`, oldest first; kinds are those of FIND."""
        values = {"workspace": self._workspace, "before": before, "most": most}
        return list(self._connection.execute(FIND[kind], values).scalars())

    def forget(self, kind: str, ids: list[int]) -> dict[str, int]:
        """Delete these, with all that is part of them; how many rows of each table."""
        return self._personal.erase_rows(self._with_parts(_TABLE.get(kind, kind), ids)) if ids else {}

    def _with_parts(self, name: str, ids: list[int]) -> dict[str, list[int]]:
        found = {name: ids}
        if name == "person":
            return found | self._about(ids)
        for held in REGISTER:
            if isinstance(held.link, Of) and found.get(held.link.parent):
                parts = select(held.table.c.id).where(held.link.rows(held.table, Whom("", found)))
                found[held.name] = list(self._connection.execute(parts).scalars())
        if name in _SUBJECTS:
            found["outbox"] = self._cards(found)
        return found

    def _about(self, people: list[int]) -> dict[str, list[int]]:
        """What stands beside a person: the profile, and what their next message would be about."""
        users = select(_person.c.user).where(_person.c.id.in_(people))
        beside: dict[str, list[int]] = {}
        rows = (
            classes.LearnerProfileRow,
            classes.FocusRow,
            classes.UtteranceRow,
            classes.AskedBackRow,
            classes.AdmissionRow,
            classes.HomeRow,
            classes.CalendarAddressRow,
            classes.DigestRow,
            classes.PhraseRow,
        )
        for row in rows:
            theirs = select(table(row).c.id).where(
                table(row).c.workspace == self._workspace, table(row).c.user.in_(users)
            )
            beside[str(table(row).name)] = list(self._connection.execute(theirs).scalars())
        return beside

    def _cards(self, ids: Mapping[str, list[int]]) -> list[int]:
        """The cards that follow what goes, their refreshes, and the shoutouts."""
        subjects = [f"{word}:{id}" for name, word in _SUBJECTS.items() for id in ids.get(name, [])]
        onces = [f"shoutout:{id}" for id in ids.get("milestone", [])]
        here = _outbox.c.workspace == self._workspace
        of_pieces = _outbox.c.args["piece"].as_integer().in_(ids.get("evidence", []))
        files = and_(_outbox.c.notice.in_([FILE, PEER_FILE]), of_pieces)
        follow = or_(_outbox.c.subject.in_(subjects), _outbox.c.once.in_(onces), files)
        cards = list(self._connection.execute(select(_outbox.c.id).where(here, follow)).scalars())
        refreshes = select(_outbox.c.id).where(here, _outbox.c.refreshes.in_(cards))
        return cards + list(self._connection.execute(refreshes).scalars())


def workspaces(connection: Connection) -> list[str]:
    """Every workspace of which anything is held that can be past its time."""
    known = select(_person.c.workspace).union(select(_incoming.c.workspace), select(_retraction.c.workspace))
    return sorted(connection.execute(known).scalars())
