"""What is due over all workspaces: claimed and moved on by the thousand, one statement for each kind of change.

What a batch costs does not depend on how many rows there are: due rows come from a partial index, and nothing
but ids, states and zones of the claimed ones is read. Rows never pass through Python one by one on their way
into the outbox.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    String,
    and_,
    any_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.check_ins import (
    REMIND_AFTER,
    STALE_AFTER,
    Asking,
    CheckInState,
    DueCheckIn,
    EndingContract,
    Lateness,
    Situation,
)
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING
from bot.domain.days_off import DAY, DaysOff, Span
from bot.domain.interview import About
from bot.domain.outbox import DeliveryState, Verb
from bot.domain.paper import MARK
from storage.notify import announce
from storage.privacy import past
from storage.queries.presence import is_here
from storage.repository import adapter
from storage.tables.classes import (
    WAITS,
    AbsenceRow,
    CareAlertRow,
    CheckInRow,
    ClassroomRow,
    ContractRow,
    DayOffRow,
    DigestRow,
    FocusRow,
    MembershipRow,
    OutboxRow,
    PaceRow,
    PersonRow,
    PromiseRow,
    TalkRow,
    table,
)
from storage.types import UtcDateTime
from storage.unit_of_work import UnitOfWork

# The statements behind the agenda, built once.


check_in = table(CheckInRow)
_absence = table(AbsenceRow)
_alert = table(CareAlertRow)
_talk = table(TalkRow)
_contract = table(ContractRow)
_classroom = table(ClassroomRow)
_day_off = table(DayOffRow)
_digest = table(DigestRow)
_promise = table(PromiseRow)
_membership = table(MembershipRow)
_person = table(PersonRow)
_focus = table(FocusRow)
_outbox = table(OutboxRow)
_pace = table(PaceRow)

_DIALECTS: Mapping[str, Any] = {"sqlite": sqlite, "postgresql": postgresql}
_RUNNING = [status.value for status in RUNNING]


def _somebody_is_away() -> ColumnElement[bool]:
    return or_(
        _contract.c.status.not_in(_RUNNING),
        _classroom.c.archived,
        _membership.c.id.is_(None),
        _membership.c.left_at.is_not(None),
        and_(_person.c.id.is_not(None), ~_person.c.is_active),
    )


def _rests(student: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether the student is away now, or the contract pauses."""
    return exists().where(
        and_(
            _absence.c.workspace == _contract.c.workspace,
            _absence.c.student == student,
            _absence.c.classroom == _contract.c.classroom,
            or_(_absence.c.contract.is_(None), _absence.c.contract == _contract.c.id),
            _absence.c.begins_at <= bindparam("now"),
            _absence.c.ends_at > bindparam("now"),
        )
    )


def _with_person(joined: Any, student: ColumnElement[str], workspace: ColumnElement[str]) -> Any:
    mine = and_(_person.c.workspace == workspace, _person.c.user == student)
    return joined.outerjoin(_person, mine)


_PLACES = and_(
    _membership.c.workspace == check_in.c.workspace,
    _membership.c.classroom == _contract.c.classroom,
    _membership.c.user == check_in.c.student,
)

DUE = (
    select(
        check_in.c.id,
        check_in.c.workspace,
        check_in.c.state,
        _contract.c.classroom,
        _person.c.timezone,
        case((or_(_somebody_is_away(), _rests(check_in.c.student)), 1), else_=0),
        case(
            (check_in.c.wake_at <= bindparam("stale"), int(Lateness.STALE)),
            (check_in.c.wake_at <= bindparam("late"), int(Lateness.LATE)),
            else_=int(Lateness.FRESH),
        ),
        case((_contract.c.ends_at <= bindparam("now"), 1), else_=0),
        case((check_in.c.student.startswith(MARK), 1), else_=0),
    )
    .select_from(
        _with_person(
            check_in.join(_contract, _contract.c.id == check_in.c.contract)
            .join(_classroom, _classroom.c.id == _contract.c.classroom)
            .outerjoin(_membership, _PLACES),
            check_in.c.student,
            check_in.c.workspace,
        )
    )
    .where(and_(check_in.c.wake_at <= bindparam("now"), is_here(check_in)))
    .order_by(check_in.c.wake_at)
    .limit(bindparam("most"))
    .with_for_update(of=check_in, skip_locked=True)
)

CLASSROOMS = select(*_classroom.c).where(_classroom.c.id.in_(bindparam("ids", expanding=True)))

DAYS_OFF = (
    select(_day_off.c.classroom, _day_off.c.first_on, _day_off.c.last_on)
    .where(_day_off.c.classroom.in_(bindparam("ids", expanding=True)))
    .where(and_(_day_off.c.closes, _day_off.c.last_on >= bindparam("since")))
)

_in_order = _contract.c.id + 0
"""An id that no index is sought by: SQLite would go through all contracts in their order, and find few that end."""

ENDING = (
    select(_contract.c.workspace, _contract.c.id, _contract.c.classroom, _person.c.timezone)
    .select_from(_with_person(_contract, _contract.c.student, _contract.c.workspace))
    .where(
        and_(
            _contract.c.ends_at <= bindparam("now"),
            _in_order > bindparam("after"),
            is_here(_contract),
            ~_rests(_contract.c.student),
        )
    )
    .order_by(_in_order)
    .limit(bindparam("most"))
)


ALERTS = (
    select(_alert.c.workspace, _alert.c.id)
    .where(and_(_alert.c.wake_at <= bindparam("now"), is_here(_alert)))
    .order_by(_alert.c.wake_at)
    .limit(bindparam("most"))
)

TALKS = (
    select(_talk.c.workspace, _talk.c.id)
    .where(and_(_talk.c.wake_at <= bindparam("now"), is_here(_talk)))
    .order_by(_talk.c.wake_at)
    .limit(bindparam("most"))
)

WAITING = (
    select(_contract.c.workspace, _contract.c.classroom)
    .distinct()
    .where(and_(text(WAITS), is_here(_contract)))
    .order_by(_contract.c.workspace, _contract.c.classroom)
)

DIGESTS = (
    select(_digest.c.workspace, _digest.c.id)
    .where(and_(_digest.c.wake_at <= bindparam("now"), is_here(_digest)))
    .order_by(_digest.c.wake_at)
    .limit(bindparam("most"))
)

PROMISES = (
    select(_promise.c.workspace, _promise.c.id)
    .where(and_(_promise.c.wake_at <= bindparam("now"), is_here(_promise)))
    .order_by(_promise.c.wake_at)
    .limit(bindparam("most"))
)

_LISTED = func.json_each(bindparam("ids", type_=String)).table_valued("value")
_CHOSEN: Mapping[str, ColumnElement[bool]] = {
    "sqlite": check_in.c.id.in_(select(_LISTED.c.value)),
    "postgresql": check_in.c.id == any_(bindparam("ids", type_=postgresql.ARRAY(Integer))),
}
"""The claimed rows, given as one value: a parameter for each would cost more than the work itself."""


def ids(dialect: str, check_ins: Sequence[int]) -> Any:
    """Ids of check-ins as the parameter `ids`."""
    return json.dumps(list(check_ins)) if dialect == "sqlite" else list(check_ins)


_MOMENTS: Any = postgresql.ARRAY(UtcDateTime)
_LAID_OUT: Mapping[str, Any] = {
    "sqlite": func.json_each(bindparam("laid_out", type_=String)).table_valued("value", name="slot"),
    "postgresql": func.unnest(
        bindparam("laid_out", type_=postgresql.ARRAY(Integer)),
        bindparam("moments", type_=postgresql.ARRAY(UtcDateTime)),
    )
    .table_valued("id", "moment")
    .render_derived(name="slot"),
}
"""The claimed rows with the moment at which each is asked, in that order."""


def laid_out(dialect: str, moments: Sequence[tuple[int, datetime]]) -> dict[str, Any]:
    """Check-ins with their moments, as the parameters of _LAID_OUT."""
    if dialect == "sqlite":
        return {"laid_out": json.dumps([[id, _as_sqlite(moment)] for id, moment in moments])}
    return {"laid_out": [id for id, _ in moments], "moments": [moment for _, moment in moments]}


def _as_sqlite(moment: datetime) -> str:
    """As the column's own type writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


MOVE = {dialect: update(check_in).where(chosen) for dialect, chosen in _CHOSEN.items()}

_OBJECT = {"sqlite": func.json_object, "postgresql": func.json_build_object}


def _numbered(*around: Any) -> ColumnElement[str]:
    """ "check-in:7" with what comes after it."""
    text: ColumnElement[str] = bindparam(None, "check-in:", String) + cast(check_in.c.id, String)
    for part in around:
        text = text + part
    return text


def _queue(dialect: str) -> Any:
    """One post for each chosen check-in, to its student; asking the same thing twice has no effect, nor has asking whom
    nothing can reach."""
    slot = _LAID_OUT[dialect]
    of_sqlite = dialect == "sqlite"
    id = func.json_extract(slot.c.value, "$[0]") if of_sqlite else slot.c.id
    moment = func.json_extract(slot.c.value, "$[1]") if of_sqlite else slot.c.moment
    columns: dict[str, Any] = {
        "workspace": check_in.c.workspace,
        "lane": check_in.c.student,
        "verb": bindparam("verb", type_=String),
        "notice": bindparam("notice", type_=String),
        "args": cast(_OBJECT[dialect]("check_in", check_in.c.id), JSON)
        if dialect == "postgresql"
        else literal_column("json_object('check_in', check_in.id)"),
        "reader": check_in.c.student,
        "created_at": bindparam("now", type_=UtcDateTime),
        "not_before": moment,
        "subject": _numbered(),
        "once": _numbered(":", bindparam("word", type_=String)),
        "expires_at": bindparam("until", type_=UtcDateTime),
        "state": bindparam("waiting", type_=String),
        "attempts": bindparam("none", type_=Integer),
    }
    there = and_(check_in.c.id == id, ~check_in.c.student.startswith(MARK))
    chosen = select(*columns.values()).select_from(slot.join(check_in, there))
    made = _DIALECTS[dialect].insert(_outbox).from_select(list(columns), chosen.order_by(moment, check_in.c.id))
    return made.on_conflict_do_nothing(index_elements=["workspace", "once"])


def said(laid_out: Mapping[str, Any], asking: Asking, now: datetime, until: datetime) -> dict[str, Any]:
    """What QUEUE wants to know."""
    return {
        **laid_out,
        "verb": Verb.POST.value,
        "notice": asking.notice,
        "word": asking.word,
        "now": now,
        "until": until,
        "waiting": DeliveryState.WAITING.value,
        "none": 0,
    }


def _take_focus(dialect: str) -> Any:
    """The newest question wins; of two in one batch, the one that was written later."""
    chosen = (
        select(
            check_in.c.workspace,
            check_in.c.student,
            bindparam("about", About.CHECK_IN.value, String),
            func.max(check_in.c.id),
            bindparam("now", type_=UtcDateTime),
            literal_column("false"),
        )
        .where(_CHOSEN[dialect])
        .group_by(check_in.c.workspace, check_in.c.student)
    )
    columns = ("about", "ref", "since", "in_reply")
    made = _DIALECTS[dialect].insert(_focus).from_select(["workspace", "user", *columns], chosen)
    new = {name: made.excluded[name] for name in columns}
    return made.on_conflict_do_update(index_elements=["workspace", "user"], set_=new)


def _ask_until(dialect: str) -> Any:
    values = {
        "workspace": bindparam("workspace", type_=String),
        "next_free_at": bindparam("now", type_=UtcDateTime),
        "asked_until": bindparam("asked_until", type_=UtcDateTime),
    }
    made = _DIALECTS[dialect].insert(_pace).values(**values)
    return made.on_conflict_do_update(index_elements=["workspace"], set_={"asked_until": made.excluded.asked_until})


ASKED_UNTIL = (
    select(_pace.c.workspace, _pace.c.asked_until)
    .where(_pace.c.workspace.in_(bindparam("workspaces", expanding=True)))
    .order_by(_pace.c.workspace)
    .with_for_update()
)
ASK_UNTIL = {dialect: _ask_until(dialect) for dialect in _DIALECTS}

QUEUE = {dialect: _queue(dialect) for dialect in _DIALECTS}
FOCUS = {dialect: _take_focus(dialect) for dialect in _DIALECTS}


class Agenda:
    """The check-ins and ends of every workspace, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def in_workspace(self, workspace: str, now: datetime) -> UnitOfWork:
        """A unit of work in the same transaction."""
        return UnitOfWork(self._connection, workspace, now)

    def due_check_ins(self, now: datetime, limit: int) -> list[DueCheckIn]:
        """Due rows, longest due first, claimed until the transaction ends; replicas skip each other's."""
        moments = {"now": now, "late": now - REMIND_AFTER, "stale": now - STALE_AFTER}
        found = self._connection.execute(DUE, {**moments, "most": limit}).all()
        return [
            DueCheckIn(
                id,
                workspace,
                Situation(_STATES[state], classroom, timezone or "", away == 1, _LATENESS[late], over == 1, paper == 1),
            )
            for id, workspace, state, classroom, timezone, away, late, over, paper in found
        ]

    def classrooms(self, ids: Collection[int]) -> Mapping[int, Classroom]:
        found = self._connection.execute(CLASSROOMS, {"ids": list(ids)}).mappings()
        return {row["id"]: adapter(Classroom).validate_python(dict(row)) for row in found}

    def days_off(self, ids: Collection[int], now: datetime) -> Mapping[int, DaysOff]:
        """Those of these classes that are not over; none for a class without any."""
        found = self._connection.execute(DAYS_OFF, {"ids": list(ids), "since": now.date() - DAY})
        spans: dict[int, list[Span]] = defaultdict(list)
        for classroom, first_on, last_on in found:
            spans[classroom].append(Span(first_on, last_on))
        return {classroom: DaysOff.of(those) for classroom, those in spans.items()}

    def wake_again(self, check_ins: Sequence[int], at: datetime) -> None:
        """Let claimed rows be due again at `at`; nothing else about them changes."""
        self._move(check_ins, wake_at=at)

    def ask(
        self,
        check_ins: Sequence[int],
        asking: Asking,
        now: datetime,
        wake_at: datetime,
        *,
        until: datetime | None = None,
        moments: Mapping[int, datetime] | None = None,
    ) -> None:
        """Move claimed rows on, queue what their students are asked, and let what they type be about it.

        What is asked leaves at its moment (now, where `moments` says none) and expires at `until`, or else at
        `wake_at`: by then the next step speaks.
        """
        self._move(check_ins, state=asking.state.value, wake_at=wake_at)
        dialect = self._connection.dialect.name
        leaving = [(id, (moments or {}).get(id, now)) for id in check_ins]
        self._connection.execute(QUEUE[dialect], said(laid_out(dialect, leaving), asking, now, until or wake_at))
        self._connection.execute(FOCUS[dialect], {"ids": ids(dialect, check_ins), "now": now})
        announce(self._connection, outbox=True)

    def asked_until(self, workspaces: Collection[str]) -> Mapping[str, datetime]:
        """How far ahead prompts are laid out in these workspaces, where any are; nobody else lays out more there
        until the transaction ends."""
        found = self._connection.execute(ASKED_UNTIL, {"workspaces": sorted(workspaces)})
        return {workspace: until for workspace, until in found if until is not None}

    def ask_until(self, reach: Mapping[str, datetime], now: datetime) -> None:
        """Say how far they are laid out now."""
        if reach:
            rows = [{"workspace": w, "asked_until": until, "now": now} for w, until in sorted(reach.items())]
            self._connection.execute(ASK_UNTIL[self._connection.dialect.name], rows)

    def ending_contracts(self, now: datetime, limit: int, after: int = 0) -> list[EndingContract]:
        """Running contracts whose end has come, in the order of their ids, from the first above `after`."""
        found = self._connection.execute(ENDING, {"now": now, "most": limit, "after": after})
        return [
            EndingContract(workspace, contract, classroom, timezone or "")
            for workspace, contract, classroom, timezone in found
        ]

    def due_alerts(self, now: datetime, limit: int) -> list[tuple[str, int]]:
        """(workspace, alert) of those whose next contact is to be told, longest due first. Whoever looks at one decides
        in a transaction of its own whether that is still so."""
        found = self._connection.execute(ALERTS, {"now": now, "most": limit})
        return [(workspace, alert) for workspace, alert in found]

    def due_talks(self, now: datetime, limit: int) -> list[tuple[str, int]]:
        """(workspace, talk) of those whose time has come, longest due first; the same holds of them."""
        found = self._connection.execute(TALKS, {"now": now, "most": limit})
        return [(workspace, talk) for workspace, talk in found]

    def waiting_classes(self) -> list[tuple[str, int]]:
        """(workspace, class) of those in which something waits for somebody who may be reminded of it."""
        return [(workspace, classroom) for workspace, classroom in self._connection.execute(WAITING)]

    def due_digests(self, now: datetime, limit: int) -> list[tuple[str, int]]:
        """(workspace, digest) of those whose time has come, longest due first."""
        return [
            (workspace, digest) for workspace, digest in self._connection.execute(DIGESTS, {"now": now, "most": limit})
        ]

    def due_promises(self, now: datetime, limit: int) -> list[tuple[str, int]]:
        """(workspace, promise) of those that their teachers are to be asked about, longest due first."""
        found = self._connection.execute(PROMISES, {"now": now, "most": limit})
        return [(workspace, promise) for workspace, promise in found]

    def workspaces(self) -> list[str]:
        """Every workspace of which anything is held that can be past its time."""
        return past.workspaces(self._connection)

    def _move(self, check_ins: Sequence[int], **values: Any) -> None:
        dialect = self._connection.dialect.name
        moved = MOVE[dialect].values(revision=check_in.c.revision + 1, **values)
        self._connection.execute(moved, {"ids": ids(dialect, check_ins)})


_STATES = {state.value: state for state in CheckInState}
_LATENESS = tuple(Lateness)

Agendas = Callable[[], AbstractContextManager[Agenda]]


def agendas(engine: Engine) -> Agendas:
    """What begins a transaction over all workspaces: it commits when the block ends, rolls back when it raises."""

    @contextmanager
    def begin() -> Iterator[Agenda]:
        with engine.begin() as connection:
            yield Agenda(connection)

    return begin
