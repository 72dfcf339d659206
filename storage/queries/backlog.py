"""What waits and what has failed, over all workspaces, read from the partial indexes without a lock.

What rests in a workspace that has left waits for nobody: it is no backlog.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, and_, bindparam, delete, func, literal_column, select, text, update

from bot.domain.disclosure import Policy
from bot.domain.outbox import Backlog, DeliveryState, Verb
from bot.domain.timekeeping import Leap
from storage.engine import reading
from storage.queries.clocks import ClockBook
from storage.queries.lanes import is_waiting
from storage.queries.presence import EVERYWHERE, is_here
from storage.tables.classes import (
    CareContactRow,
    CheckInRow,
    ClassroomRow,
    ErrandRow,
    IncomingRow,
    OutboxRow,
    PresenceRow,
    PrivacyRow,
    SchoolCalendarRow,
    table,
)

_outbox = table(OutboxRow)
_check_in = table(CheckInRow)
_errand = table(ErrandRow)

FAILED_MESSAGE = _outbox.c.state == literal_column("'failed'")
"""With a literal: it is the condition of the index."""

FAILED_ERRAND = text("errand.done and errand.error is not null")

_WAITING: Any = select(
    func.count(),
    func.min(_outbox.c.not_before).filter(_outbox.c.not_before <= bindparam("now")),
).where(is_waiting(_outbox), is_here(_outbox))
_OLDEST_CHECK_IN: Any = (
    select(_check_in.c.wake_at)
    .where(and_(_check_in.c.wake_at.is_not(None), _check_in.c.wake_at <= bindparam("now"), is_here(_check_in)))
    .order_by(_check_in.c.wake_at)
    .limit(1)
)
_DEAD_MESSAGES: Any = select(func.count()).select_from(_outbox).where(FAILED_MESSAGE)
_DEAD_ERRANDS: Any = select(func.count()).select_from(_errand).where(FAILED_ERRAND)


def read_backlog(engine: Engine, now: datetime) -> Backlog:
    """The backlog at `now`. SQLAlchemyError where the database is away."""
    with reading(engine) as connection:
        waiting, outbox_due = connection.execute(_WAITING, {"now": now}).one()
        return Backlog(
            outbox_waiting=waiting,
            outbox_due=outbox_due,
            check_in_due=connection.execute(_OLDEST_CHECK_IN, {"now": now}).scalar(),
            dead_messages=connection.execute(_DEAD_MESSAGES).scalar_one(),
            dead_errands=connection.execute(_DEAD_ERRANDS).scalar_one(),
        )


# How a database is doing: what waits, when somebody last listened, what came last, what is kept too long.


_classroom = table(ClassroomRow)
_contact = table(CareContactRow)
_incoming = table(IncomingRow)
_presence = table(PresenceRow)
_privacy = table(PrivacyRow)
_calendar = table(SchoolCalendarRow)

_OLDEST: Any = select(_incoming.c.workspace, func.min(_incoming.c.received_at).label("at")).group_by(
    _incoming.c.workspace
)
_WITHOUT_CARE: Any = select(func.count(_classroom.c.workspace.distinct())).where(
    _classroom.c.workspace.not_in(select(_contact.c.workspace))
)
_CALENDARS: Any = select(func.count(), func.min(_calendar.c.good_at)).where(
    and_(_calendar.c.trouble != "", is_here(_calendar))
)
_LISTENED: Any = select(_presence.c.at).where(_presence.c.workspace == EVERYWHERE)
_DECIDED: Any = select(_privacy.c.workspace, _privacy.c.incoming_days)


class StaleCalendars(NamedTuple):
    """Calendars of schools that could not be read when that was last tried: how many, and from when the oldest copy of
    one is that is kept."""

    number: int = 0
    oldest: datetime | None = None


_NONE_STALE = StaleCalendars()


@dataclass(frozen=True, slots=True)
class Vitals:
    """`listened` is when a program last said that Slack reaches it, `last_event` when something last came; None: never.
    `overdue` is how long the oldest id of what came in is kept past the time that its school decided."""

    backlog: Backlog
    listened: datetime | None
    last_event: datetime | None
    overdue: timedelta
    without_care: int = 0
    """Workspaces with a class in which no admin chose who is told when somebody is not well."""
    leaps: Sequence[Leap] = ()
    """The newest of each computer's clock."""
    calendars: StaleCalendars = _NONE_STALE


def read_vitals(engine: Engine, now: datetime) -> Vitals:
    """Only read. SQLAlchemyError where the database is away."""
    with reading(engine) as connection:
        listened = connection.execute(_LISTENED).scalar()
        last_event = connection.execute(select(func.max(_incoming.c.received_at))).scalar()
        oldest = {row.workspace: row.at for row in connection.execute(_OLDEST)}
        without_care = connection.execute(_WITHOUT_CARE).scalar_one()
        decided = {row.workspace: row.incoming_days for row in connection.execute(_DECIDED)}
        leaps = tuple(ClockBook(connection).leaps())
        calendars = StaleCalendars(*connection.execute(_CALENDARS).one())
    overdue = _overdue(oldest, decided, now)
    return Vitals(read_backlog(engine, now), listened, last_event, overdue, without_care, leaps, calendars)


def _overdue(oldest: Mapping[str, datetime], decided: Mapping[str, int], now: datetime) -> timedelta:
    past = (now - at - timedelta(days=decided.get(w, Policy(w).incoming_days)) for w, at in oldest.items())
    return max(past, default=timedelta())


# What has failed for good, over all workspaces: looked at, put back, or dropped, by whoever runs Accord.
#
# Nothing of what people wrote, and nobody's name or id, comes out of here: a notice's kind, an instant, Slack's word.


_outbox = table(OutboxRow)
_errand = table(ErrandRow)

RETRIED_BY = "retry"
"""The owner of a message that was put back and has to be looked for first: no sender has this name."""


class BacklogKind(StrEnum):
    MESSAGE = "message"
    ERRAND = "errand"


class Put(StrEnum):
    """What became of a wish to put back or to drop one."""

    DONE = "done"
    UNKNOWN = "unknown"
    """There is none with this id."""
    ALIVE = "alive"
    """It has not failed."""
    LATE = "late"
    """The time to say it is over."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """`kind` is the notice's or the errand's; `since` is when it was queued, or an errand's last attempt."""

    of: BacklogKind
    id: int
    workspace: str
    kind: str
    attempts: int
    since: datetime
    error: str


def count(connection: Connection) -> int:
    messages = connection.execute(select(func.count()).select_from(_outbox).where(FAILED_MESSAGE)).scalar_one()
    errands = connection.execute(select(func.count()).select_from(_errand).where(FAILED_ERRAND)).scalar_one()
    return int(messages + errands)


def newest(connection: Connection, limit: int) -> list[DeadLetter]:
    """Up to `limit` messages and as many errands, the newest of each first."""
    messages = connection.execute(_MESSAGES, {"most": limit}).all()
    errands = connection.execute(_ERRANDS, {"most": limit}).all()
    return [DeadLetter(BacklogKind.MESSAGE, *row) for row in messages] + [
        DeadLetter(BacklogKind.ERRAND, *row) for row in errands
    ]


def retry(connection: Connection, of: BacklogKind, id: int, now: datetime, surely_unsent: Callable[[str], bool]) -> Put:
    """Put it back under its own id, with its attempts counted anew.

    Where the error does not say for sure that nothing arrived, the message comes back as one whose sender was lost: it
    is looked for in its conversation before it is sent, so that nobody reads it twice.
    """
    if of is BacklogKind.ERRAND:
        return _changed(connection, of, id, _RETRY_ERRAND, {"row": id, "now": now})
    found = connection.execute(_ABOUT, {"row": id}).one_or_none()
    if found is None or found.state != DeliveryState.FAILED:
        return Put.UNKNOWN if found is None else Put.ALIVE
    if found.expires_at is not None and found.expires_at <= now:
        return Put.LATE
    plain = found.verb != Verb.POST or surely_unsent(found.error or "")
    return _changed(connection, of, id, _SEND if plain else _LOOK_FIRST, {"row": id, "now": now})


def drop(connection: Connection, of: BacklogKind, id: int) -> Put:
    """Let go of it: a message stays as one that was never said, so that it is not queued again; an errand goes."""
    return _changed(connection, of, id, _DROP_MESSAGE if of is BacklogKind.MESSAGE else _DROP_ERRAND, {"row": id})


def _changed(connection: Connection, of: BacklogKind, id: int, statement: Any, values: Mapping[str, Any]) -> Put:
    if connection.execute(statement, dict(values)).rowcount == 1:
        return Put.DONE
    rows = _outbox if of is BacklogKind.MESSAGE else _errand
    known = connection.execute(select(rows.c.id).where(rows.c.id == id)).one_or_none()
    return Put.UNKNOWN if known is None else Put.ALIVE


_MESSAGES: Any = (
    select(
        _outbox.c.id,
        _outbox.c.workspace,
        _outbox.c.notice,
        _outbox.c.attempts,
        _outbox.c.created_at,
        func.coalesce(_outbox.c.error, ""),
    )
    .where(FAILED_MESSAGE)
    .order_by(_outbox.c.id.desc())
    .limit(bindparam("most"))
)
_ERRANDS: Any = (
    select(_errand.c.id, _errand.c.workspace, _errand.c.kind, _errand.c.attempts, _errand.c.not_before, _errand.c.error)
    .where(FAILED_ERRAND)
    .order_by(_errand.c.id.desc())
    .limit(bindparam("most"))
)
_ABOUT = select(_outbox.c.state, _outbox.c.verb, _outbox.c.error, _outbox.c.expires_at).where(
    _outbox.c.id == bindparam("row")
)
_FAILED_ROW = (_outbox.c.id == bindparam("row"), FAILED_MESSAGE)
_SEND = (
    update(_outbox)
    .where(*_FAILED_ROW)
    .values(state=DeliveryState.WAITING.value, attempts=0, not_before=bindparam("now"), error=None)
)
_LOOK_FIRST = (
    update(_outbox)
    .where(*_FAILED_ROW)
    .values(  # not_before stays: it is looked for from there on
        state=DeliveryState.CLAIMED.value, attempts=1, owner=RETRIED_BY, lease_until=bindparam("now"), error=None
    )
)
_DROP_MESSAGE = update(_outbox).where(*_FAILED_ROW).values(state=DeliveryState.EXPIRED.value, error="dropped")
_RETRY_ERRAND = (
    update(_errand)
    .where(_errand.c.id == bindparam("row"), FAILED_ERRAND)
    .values(done=False, attempts=0, not_before=bindparam("now"), error=None)
)
_DROP_ERRAND = delete(_errand).where(_errand.c.id == bindparam("row"), FAILED_ERRAND)
