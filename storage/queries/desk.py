"""What a teacher's desk shows, of all her classes at once: a few statements, however many students there are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    ScalarSelect,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    union_all,
)

from bot.domain.actor import Side
from bot.domain.check_ins import CheckInState
from bot.domain.contract import OPEN, Status
from bot.domain.desk import LOOKED_AT, DeskCheckIn, Learner, Waiting, Want
from bot.domain.evidence import PieceState
from bot.domain.promises import PromiseState
from bot.domain.talk import TalkState
from storage import statements
from storage.statements import run
from storage.tables import classes
from storage.tables.outbox import OutboxRow
from storage.tables.promises import PromiseRow
from storage.tables.rows import table
from storage.types import UtcDateTime

_contract = table(classes.ContractRow)
_version = table(classes.VersionRow)
_history = table(classes.HistoryRow)
_interview = table(classes.InterviewRow)
_membership = table(classes.MembershipRow)
_person = table(classes.PersonRow)
_feedback = table(classes.FeedbackRow)
_assessment = table(classes.AssessmentRow)
_check_in = table(classes.CheckInRow)
_reply = table(classes.ReplyRow)
_response = table(classes.ResponseRow)
_talk = table(classes.TalkRow)
_admission = table(classes.AdmissionRow)
_absence = table(classes.AbsenceRow)
_note = table(classes.NoteRow)
_piece = table(classes.EvidenceRow)
_look = table(classes.LookRow)
_outbox = table(OutboxRow)
_promise = table(PromiseRow)

STUCK_FOR = timedelta(days=14)
"""So long somebody who said that they are stuck waits for a word."""

SHOWN_FOR = timedelta(days=30)
"""So long a file waits to be looked at."""


_STATES = {state.value: state for state in CheckInState}
_BESIDES = ("talks", "guests", "absent")


@dataclass(frozen=True, slots=True)
class DeskWaits:
    """`talks`, `guests` and `absent` are the classes in which there are talks that are on their way, people who may be
    chosen as students, and people who are away. `promised` says of each class and day on which the teacher was asked
    about promises how many have no answer, and the first one's id."""

    waiting: list[Waiting]
    talks: Collection[int]
    guests: Collection[int]
    absent: Collection[int]
    promised: list[tuple[int, str, int, int]]


class DeskQueries:
    """Of one workspace. It only reads."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def _ask(self, statement: Any, **values: Any) -> list[tuple[Any, ...]]:
        found = run(self._connection, statement, {"workspace": self._workspace, **values}).rows
        return [tuple(row) for row in found]

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    def learners(self, classrooms: Collection[int], told: str) -> list[Learner]:
        """The students of these classes, and whose contract is open there though they left; of several contracts the
        newest. Those of other organisations are among them: whether they may learn is for the caller to know. `told` is
        the kind of message that tells them that it drifts."""
        rows = self._ask(_learners(self._dialect), classrooms=sorted(classrooms), told=told)
        return [
            Learner(
                user=user,
                name=name,
                classroom=classroom,
                joined_at=joined_at,
                here=bool(here),
                outside=bool(outside),
                timezone=timezone,
                contract=contract or 0,
                status=Status(status) if status else None,
                version=version or 0,
                by_student=author != Side.TEACHER,
                agreed=agreed is not None,
                teacher=teacher or "",
                moved_at=moved_at,
                moved=moved or "",
                touched_at=touched_at,
                looked_back=bool(looked_back),
                finished=bool(finished),
                heard_at=heard_at,
                handle=handle,
                has_namesake=bool(has_namesake),
                was_told=bool(was_told),
            )
            for (
                user,
                name,
                classroom,
                joined_at,
                here,
                outside,
                timezone,
                contract,
                status,
                version,
                author,
                agreed,
                teacher,
                moved_at,
                moved,
                touched_at,
                looked_back,
                finished,
                heard_at,
                handle,
                has_namesake,
                was_told,
            ) in rows
        ]

    def asked(self, contracts: Collection[int]) -> list[DeskCheckIn]:
        """The newest check-ins of each that were due, whatever became of them."""
        rows = self._ask(_asked(self._dialect), contracts=sorted(contracts), most=LOOKED_AT)
        return [
            DeskCheckIn(
                contract, number, due_at, _STATES[state], answered_at, missed_at, round.partition(":")[2], *rest
            )
            for contract, number, due_at, state, answered_at, missed_at, round, *rest in rows
        ]

    def numbers(self, contracts: Collection[int]) -> dict[int, dict[int, Decimal]]:
        """The newest number of each target, by contract."""
        found: dict[int, dict[int, Decimal]] = {}
        rows = self._ask(_numbers(self._dialect), contracts=sorted(contracts))
        for contract, target, value in rows:  # oldest first
            found.setdefault(contract, {})[target] = value
        return found

    def proposals(self, before: datetime) -> dict[int, list[datetime]]:
        """Since when the proposals wait that have waited since before this moment, by class."""
        found: dict[int, list[datetime]] = {}
        for classroom, since in self._ask(_proposals(), before=before):
            found.setdefault(classroom, []).append(since)
        return found

    def waiting(self, classrooms: Collection[int], teacher: str, now: datetime) -> DeskWaits:
        """What waits for this teacher besides contracts and check-ins: talks, whoever is stuck, files. And in which
        classes there is something that has to be looked for then."""
        rows = self._ask(
            _waiting(self._dialect),
            classrooms=sorted(classrooms),
            teacher=teacher,
            stuck_since=now - STUCK_FOR,
            shown_since=now - SHOWN_FOR,
            moment=now,
        )
        besides = {name: frozenset(row[1] for row in rows if row[0] == name) for name in _BESIDES}
        promised = [(room, day, ref, count) for want, room, day, _, ref, count in rows if want == Want.PROMISE]
        waiting = [Waiting(Want(want), *rest) for want, *rest in rows if want not in {*besides, Want.PROMISE}]
        return DeskWaits(waiting, **besides, promised=promised)


def _one_of(dialect: str, column: Any, parameter: str) -> Any:
    return statements.one_of(column, dialect, parameter)


def _newest(column: Any, *where: Any) -> ScalarSelect[Any]:
    """The greatest there is, of each row that it stands beside."""
    return select(func.max(column)).where(*where).scalar_subquery()


@cache
def _learners(dialect: str) -> Select[Any]:
    place, current = _membership, _version
    here = place.c.left_at.is_(None)
    open_one = and_(
        _contract.c.workspace == place.c.workspace,
        _contract.c.classroom == place.c.classroom,
        _contract.c.student == place.c.user,
        _contract.c.status.in_([literal_column(f"'{status.value}'") for status in sorted(OPEN)]),
    )
    on_table = and_(current.c.contract == _contract.c.id, current.c.number == _contract.c.current)
    counts = _history.c.action != literal_column("'took-over'")
    last = select(_history.c.action).where(_history.c.contract == _contract.c.id, counts)
    mine = and_(
        _assessment.c.workspace == place.c.workspace,
        _assessment.c.contract == _contract.c.id,
        _assessment.c.side == literal_column("'teacher'"),
    )
    before = _contract.alias("before")
    completed = and_(
        before.c.workspace == place.c.workspace,
        before.c.classroom == place.c.classroom,
        before.c.student == place.c.user,
        before.c.status == literal_column("'completed'"),
    )
    learns = or_(place.c.side == literal_column("'student'"), _contract.c.id.is_not(None))
    given = and_(_feedback.c.workspace == place.c.workspace, _feedback.c.student == place.c.user)
    columns = (
        place.c.user,
        _person.c.name,
        place.c.classroom,
        place.c.joined_at,
        case((and_(here, _person.c.is_active), 1), else_=0).label("here"),
        _person.c.is_outside,
        _person.c.timezone,
        _contract.c.id.label("contract"),
        _contract.c.status,
        current.c.number.label("version"),
        current.c.author,
        _contract.c.agreed,
        _contract.c.decided_by,
        _newest(_history.c.at, _history.c.contract == _contract.c.id, counts).label("moved_at"),
        last.order_by(_history.c.id.desc()).limit(1).scalar_subquery().label("moved"),
        _newest(_interview.c.updated_at, _interview.c.contract == _contract.c.id).label("touched_at"),
        case((exists().where(mine), 1), else_=0).label("looked_back"),
        case((exists().where(completed), 1), else_=0).label("finished"),
        _newest(_feedback.c.given_at, given, _feedback.c.classroom == place.c.classroom).label("heard_at"),
        _person.c.handle,
        case((_has_namesake(), 1), else_=0).label("has_namesake"),
        case((_was_told(), 1), else_=0).label("was_told"),
    )
    people = and_(_person.c.workspace == place.c.workspace, _person.c.user == place.c.user)
    rows: FromClause = place.join(_person, people).outerjoin(_contract, open_one).outerjoin(current, on_table)
    wanted = and_(
        place.c.workspace == bindparam("workspace"),
        _one_of(dialect, place.c.classroom, "classrooms"),
        learns,
        or_(and_(here, _person.c.is_active), _contract.c.id.is_not(None)),
    )
    return select(*columns).select_from(rows).where(wanted).order_by(_contract.c.id)


def _has_namesake() -> ColumnElement[bool]:
    """Somebody else of the same name, whose account is active, is in a class now."""
    other, place = _person.alias("other"), _membership.alias("elsewhere")
    here = and_(place.c.workspace == other.c.workspace, place.c.user == other.c.user, place.c.left_at.is_(None))
    same = and_(other.c.workspace == _person.c.workspace, other.c.name == _person.c.name)
    return exists().where(same, other.c.user != _person.c.user, other.c.is_active, exists().where(here))


def _was_told() -> ColumnElement[bool]:
    about: ColumnElement[str] = literal_column("'contract:'").concat(cast(_contract.c.id, String))
    post = _outbox.c.verb == literal_column("'post'")
    here = _outbox.c.workspace == bindparam("workspace")
    return exists().where(here, _outbox.c.subject == about, post, _outbox.c.notice == bindparam("told"))


@cache
def _proposals() -> Select[Any]:
    since = _newest(
        _history.c.at, _history.c.contract == _contract.c.id, _history.c.action != literal_column("'took-over'")
    )
    where = and_(
        _contract.c.workspace == bindparam("workspace"),
        _contract.c.status == literal_column(f"'{Status.PROPOSED.value}'"),
        since < bindparam("before", type_=UtcDateTime),
    )
    return select(_contract.c.classroom, since.label("since")).where(where)


@cache
def _asked(dialect: str) -> Select[Any]:
    newer = _check_in.alias("newer")
    newest = select(func.max(newer.c.number)).where(newer.c.contract == _contract.c.id).scalar_subquery()
    recent = and_(
        _check_in.c.contract == _contract.c.id,
        _check_in.c.number > newest - bindparam("most"),
        _check_in.c.state != literal_column("'planned'"),
    )
    stands = or_(_response.c.text != literal_column("''"), _response.c.ts == literal_column("''"))
    replied = _newest(_response.c.said_at, _response.c.check_in == _check_in.c.id, stands)
    where = and_(_contract.c.workspace == bindparam("workspace"), _one_of(dialect, _contract.c.id, "contracts"))
    return (
        select(
            _check_in.c.contract,
            _check_in.c.number,
            _check_in.c.due_at,
            _check_in.c.state,
            _check_in.c.answered_at,
            _check_in.c.missed_at,
            _check_in.c.round,
            _check_in.c.id,
            replied.label("replied_at"),
        )
        .select_from(_contract.join(_check_in, recent))
        .where(where)
    )


@cache
def _numbers(dialect: str) -> Select[Any]:
    """The newest answers of a contract tell its numbers; of each target the last row counts."""
    answered = _check_in.alias("answered")
    newest = (
        select(answered.c.number)
        .where(answered.c.contract == _contract.c.id, answered.c.state == literal_column("'answered'"))
        .order_by(answered.c.number.desc())
        .limit(1)
        .offset(LOOKED_AT - 1)
        .scalar_subquery()
    )
    recent = and_(_check_in.c.contract == _contract.c.id, _check_in.c.number >= func.coalesce(newest, 0))
    said = and_(_reply.c.check_in == _check_in.c.id, _reply.c.value.is_not(None))
    where = and_(_contract.c.workspace == bindparam("workspace"), _one_of(dialect, _contract.c.id, "contracts"))
    rows = _contract.join(_check_in, recent).join(_reply, said)
    columns = (_reply.c.contract, _reply.c.target, _reply.c.value)
    return select(*columns).select_from(rows).where(where).order_by(_check_in.c.number)


@cache
def _waiting(dialect: str) -> Any:
    found = (_talks(dialect), _stuck(dialect), _pieces(dialect), _promised(dialect))
    return union_all(*found, *(_beside(dialect, name) for name in _BESIDES))


def _beside(dialect: str, name: str) -> Select[Any]:
    """A row for each class in which there is anything of this kind."""
    nobody: ColumnElement[str] = literal_column("''")
    none: ColumnElement[int] = literal_column("0")
    rows, when, where = {
        "talks": (_talk, _talk.c.asked_at, _talk.c.teacher == bindparam("teacher")),
        "guests": (_admission, _admission.c.asked_at, _admission.c.id > 0),
        "absent": (_absence, _absence.c.said_at, _absence.c.ends_at > bindparam("moment", type_=UtcDateTime)),
    }[name]
    here = [rows.c.workspace == bindparam("workspace"), _one_of(dialect, rows.c.classroom, "classrooms"), where]
    if name == "talks":
        here.append(rows.c.state != literal_column(f"'{TalkState.ASKED.value}'"))
        here.append(rows.c.ended_at.is_(None))
    found = select(
        literal_column(f"'{name}'"), rows.c.classroom, nobody, func.max(when), none.label("ref"), none.label("number")
    )
    return found.where(*here).group_by(rows.c.classroom)


def _row(want: Want, classroom: Any, student: Any, since: Any, ref: Any, number: Any) -> Select[Any]:
    return select(
        literal_column(f"'{want.value}'").label("want"),
        classroom.label("classroom"),
        student.label("student"),
        since.label("since"),
        ref.label("ref"),
        number.label("number"),
    )


def _talks(dialect: str) -> Select[Any]:
    """`number` is 1 where this teacher offered times already, and neither was right."""
    mine = or_(_talk.c.teacher == literal_column("''"), _talk.c.teacher == bindparam("teacher"))
    again = case((_talk.c.teacher == literal_column("''"), 0), else_=1)
    return _row(Want.TALK, _talk.c.classroom, _talk.c.student, _talk.c.asked_at, _talk.c.id, again).where(
        _talk.c.workspace == bindparam("workspace"),
        _one_of(dialect, _talk.c.classroom, "classrooms"),
        _talk.c.state == literal_column(f"'{TalkState.ASKED.value}'"),
        _talk.c.student != bindparam("teacher"),
        mine,
    )


def _stuck(dialect: str) -> Select[Any]:
    """Until anybody who teaches wrote to them, or offered a talk."""
    after, talk = _note.alias("after"), _talk.alias("offered")
    answered = exists().where(
        after.c.workspace == _note.c.workspace,
        after.c.student == _note.c.student,
        after.c.classroom == _note.c.classroom,
        after.c.sender != _note.c.student,
        after.c.said_at >= _note.c.said_at,
        after.c.taken_back_at.is_(None),
    )
    offered = exists().where(
        talk.c.workspace == _note.c.workspace,
        talk.c.student == _note.c.student,
        talk.c.classroom == _note.c.classroom,
        talk.c.teacher != literal_column("''"),
        talk.c.asked_at >= _note.c.said_at,
    )
    mine = or_(_note.c.recipient == literal_column("''"), _note.c.recipient == bindparam("teacher"))
    none: ColumnElement[int] = literal_column("0")
    return _row(Want.STUCK, _note.c.classroom, _note.c.student, _note.c.said_at, _note.c.id, none).where(
        _note.c.workspace == bindparam("workspace"),
        _note.c.said_at >= bindparam("stuck_since", type_=UtcDateTime),
        _one_of(dialect, _note.c.classroom, "classrooms"),
        _note.c.stuck,
        _note.c.taken_back_at.is_(None),
        _note.c.student != bindparam("teacher"),
        mine,
        ~answered,
        ~offered,
    )


def _pieces(dialect: str) -> Select[Any]:
    """Until one who teaches has looked."""
    looked = exists().where(_look.c.evidence == _piece.c.id)
    rows = _piece.join(_contract, _contract.c.id == _piece.c.contract)
    none: ColumnElement[int] = literal_column("0")
    return (
        _row(Want.PIECE, _contract.c.classroom, _piece.c.student, _piece.c.shown_at, _piece.c.id, none)
        .select_from(rows)
        .where(
            _piece.c.workspace == bindparam("workspace"),
            _piece.c.state == literal_column(f"'{PieceState.KEPT.value}'"),
            _piece.c.target.is_not(None),
            _piece.c.shown_at >= bindparam("shown_since", type_=UtcDateTime),
            _one_of(dialect, _contract.c.classroom, "classrooms"),
            _piece.c.student != bindparam("teacher"),
            ~looked,
        )
    )


def _promised(dialect: str) -> Select[Any]:
    """Those of one message in a class together; in place of the student the day of that message."""
    rows = _promise.join(_contract, _contract.c.id == _promise.c.contract)
    nothing: ColumnElement[Any] = null()
    where = and_(
        _promise.c.workspace == bindparam("workspace"),
        _promise.c.teacher == bindparam("teacher"),
        _promise.c.state == literal_column(f"'{PromiseState.ASKED.value}'"),
        _one_of(dialect, _contract.c.classroom, "classrooms"),
    )
    count = func.count(_promise.c.student.distinct())
    found = _row(Want.PROMISE, _contract.c.classroom, _promise.c.asked_on, nothing, func.min(_promise.c.id), count)
    return found.select_from(rows).where(where).group_by(_contract.c.classroom, _promise.c.asked_on)
