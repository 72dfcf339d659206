"""What waits and what has failed, over all workspaces, read from the partial indexes without a lock.

What rests in a workspace that has left waits for nobody: it is no backlog.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, and_, bindparam, func, literal_column, select, text

from bot.domain.disclosure import Policy
from bot.domain.outbox import Backlog
from bot.domain.timekeeping import Leap
from storage.engine import reading
from storage.queries.clocks import ClockBook
from storage.queries.departures import is_here
from storage.queries.presence import EVERYWHERE
from storage.queries.sending_statements import is_waiting
from storage.tables.classes import (
    CareContactRow,
    CheckInRow,
    ClassroomRow,
    ErrandRow,
    IncomingRow,
    OutboxRow,
    PresenceRow,
    PrivacyRow,
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

_OLDEST: Any = select(_incoming.c.workspace, func.min(_incoming.c.received_at).label("at")).group_by(
    _incoming.c.workspace
)
_WITHOUT_CARE: Any = select(func.count(_classroom.c.workspace.distinct())).where(
    _classroom.c.workspace.not_in(select(_contact.c.workspace))
)
_LISTENED: Any = select(_presence.c.at).where(_presence.c.workspace == EVERYWHERE)
_DECIDED: Any = select(_privacy.c.workspace, _privacy.c.incoming_days)


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


def read_vitals(engine: Engine, now: datetime) -> Vitals:
    """Only read. SQLAlchemyError where the database is away."""
    with reading(engine) as connection:
        listened = connection.execute(_LISTENED).scalar()
        last_event = connection.execute(select(func.max(_incoming.c.received_at))).scalar()
        oldest = {row.workspace: row.at for row in connection.execute(_OLDEST)}
        without_care = connection.execute(_WITHOUT_CARE).scalar_one()
        decided = {row.workspace: row.incoming_days for row in connection.execute(_DECIDED)}
        leaps = tuple(ClockBook(connection).leaps())
    overdue = _overdue(oldest, decided, now)
    return Vitals(read_backlog(engine, now), listened, last_event, overdue, without_care, leaps)


def _overdue(oldest: Mapping[str, datetime], decided: Mapping[str, int], now: datetime) -> timedelta:
    past = (now - at - timedelta(days=decided.get(w, Policy(w).incoming_days)) for w, at in oldest.items())
    return max(past, default=timedelta())
