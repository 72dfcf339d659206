"""How a database is doing: what waits, when somebody last listened, what came last, what is kept too long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, func, select

from bot.domain.backlog import Backlog
from bot.domain.retention import Policy
from bot.domain.timekeeping import Leap
from storage.engine import reading
from storage.queries.backlog import read_backlog
from storage.queries.clocks import ClockBook
from storage.queries.presence import EVERYWHERE
from storage.tables.classes import CareContactRow, ClassroomRow, IncomingRow, PresenceRow, PrivacyRow, table

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
