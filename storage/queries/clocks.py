"""What is written down of computers' clocks: leaps, what became of them, and when somebody was last at work."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Engine, and_, bindparam, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.installation import FOREVER
from bot.domain.timekeeping import AGREE, Leap, LeapCourse
from storage.queries import lanes
from storage.queries.presence import EVERYWHERE, Presence
from storage.tables.classes import (
    AskedBackRow,
    CareAlertRow,
    CareSettingRow,
    DigestRow,
    ErrandRow,
    FocusRow,
    IncomingRow,
    InterviewRow,
    LlmCallRow,
    OutboxRow,
    PaceRow,
    PresenceRow,
    UtteranceRow,
)
from storage.tables.outbox import ClockRow
from storage.tables.rows import table

# A clock that was ahead is right again: what it wrote down for later is brought along, so that nothing waits for
# moments that were skipped.
#
# The rule: from now on nothing waits longer than it was to wait when it was written, and nothing has been that is
# still to come. It needs no word on how far the clock was ahead, and changes nothing of what a right clock wrote: so
# it does no harm beside replicas whose clocks were right all the time. What people agreed on, and the history of it,
# stays.


LONGEST_WAIT = timedelta(minutes=15)
"""No attempt, claim or rest is written for longer, save where Slack asks for it."""

A_WEEK = timedelta(days=8)
"""No digest waits longer for its time."""

LONGEST_LEASE = timedelta(seconds=90)
WAITS_FOR_CARE = timedelta(minutes=60)
"""Before the next contact is told, where a school decided nothing else."""

_outbox, _errand, _pace = table(OutboxRow), table(ErrandRow), table(PaceRow)
_alert, _setting, _digest = table(CareAlertRow), table(CareSettingRow), table(DigestRow)

HAVE_BEEN: tuple[Column[Any], ...] = (
    table(FocusRow).c.since,
    table(UtteranceRow).c.heard_at,
    table(AskedBackRow).c.asked_at,
    table(InterviewRow).c.updated_at,
    table(IncomingRow).c.received_at,
    table(PresenceRow).c.at,
    table(LlmCallRow).c.at,
    _outbox.c.sent_at,
    _alert.c.at,
    _pace.c.charts_refused_at,
)
"""Moments by which the program counts how long ago something was."""


def set_back(connection: Connection, now: datetime) -> None:
    """Mend what lies ahead of `now` by more than computers' clocks differ."""
    _tell_the_next(connection, now)
    _let_messages_leave(connection, now)
    connection.execute(_CUT_TRIED, {"long": now + LONGEST_WAIT + AGREE, "now": now})
    connection.execute(_CUT_LEASES, {"long": now + LONGEST_LEASE + AGREE, "until": now + LONGEST_LEASE})
    connection.execute(_CUT_ERRANDS, {"long": now + LONGEST_WAIT + AGREE, "now": now})
    connection.execute(_END_RESTS, {"long": now + LONGEST_WAIT + AGREE, "now": now})
    connection.execute(_WAKE_DIGESTS, {"long": now + A_WEEK + AGREE, "now": now})
    connection.execute(_LAY_OUT_ANEW, {"late": now + AGREE})
    for column in HAVE_BEEN:
        late = update(column.table).where(column > bindparam("late")).values({column: bindparam("instant")})
        connection.execute(late, {"late": now + AGREE, "instant": now})


def _tell_the_next(connection: Connection, now: datetime) -> None:
    """That somebody is not well waits for no clock: in doubt the next contact is told at once."""
    for id, minutes, wake_at in connection.execute(_ALERTS, {"now": now}).all():
        longest = timedelta(minutes=minutes) if minutes is not None else WAITS_FOR_CARE
        if wake_at > now + longest:
            connection.execute(_WAKE_ALERT, {"row": id, "instant": now})


def _let_messages_leave(connection: Connection, now: datetime) -> None:
    """What was queued by a clock that was ahead waits as long from now as it was to wait then."""
    late = connection.execute(_QUEUED_AHEAD, {"late": now + AGREE}).all()
    moved = [{"row": id, "made": now, "at": not_before - (created_at - now)} for id, created_at, not_before in late]
    if moved:
        connection.execute(_MOVE, moved)


_QUEUED_AHEAD = select(_outbox.c.id, _outbox.c.created_at, _outbox.c.not_before).where(
    lanes.is_waiting(_outbox), _outbox.c.created_at > bindparam("late")
)
_MOVE = (
    update(_outbox)
    .where(_outbox.c.id == bindparam("row"))
    .values(created_at=bindparam("made"), not_before=bindparam("at"))
)
_tried = or_(_outbox.c.attempts > 0, _outbox.c.error.is_not(None))
_CUT_TRIED = (
    update(_outbox)
    .where(and_(lanes.is_waiting(_outbox), _tried, _outbox.c.not_before > bindparam("long")))
    .values(not_before=bindparam("now"))
)
_WAKE_DIGESTS = update(_digest).where(_digest.c.wake_at > bindparam("long")).values(wake_at=bindparam("now"))
_CUT_LEASES = (
    update(_outbox)
    .where(and_(lanes.is_claimed(_outbox), _outbox.c.lease_until > bindparam("long")))
    .values(lease_until=bindparam("until"))
)
_CUT_ERRANDS = (
    update(_errand)
    .where(and_(_errand.c.done.is_(False), _errand.c.not_before > bindparam("long")))
    .values(not_before=bindparam("now"))
)
_END_RESTS = (
    update(_pace)
    .where(and_(_pace.c.next_free_at > bindparam("long"), _pace.c.next_free_at < FOREVER))
    .values(next_free_at=bindparam("now"))
)
_LAY_OUT_ANEW = update(_pace).where(_pace.c.asked_until > bindparam("late")).values(asked_until=None)
_ALERTS = (
    select(_alert.c.id, _setting.c.wait_minutes, _alert.c.wake_at)
    .select_from(_alert.outerjoin(_setting, _setting.c.workspace == _alert.c.workspace))
    .where(_alert.c.wake_at > bindparam("now"))
)
_WAKE_ALERT = update(_alert).where(_alert.c.id == bindparam("row")).values(wake_at=bindparam("instant"))


_clock = table(ClockRow)


class ClockBook:
    """Within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last_seen(self) -> datetime | None:
        """When a program was last at work here, by the clock that it went by; None where none ever was."""
        return Presence(self._connection).last()

    def leap_of(self, computer: str) -> Leap | None:
        """The newest one of this computer."""
        return next((leap for leap in self.leaps() if leap.computer == computer), None)

    def leaps(self) -> list[Leap]:
        """The newest one of each computer, the newest first."""
        return [_leap(row) for row in self._connection.execute(_ALL)]

    def write(self, leap: Leap) -> None:
        """In place of what was known of this computer."""
        dialect: Any = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        made = dialect.insert(_clock).values(workspace=EVERYWHERE, computer=leap.computer, **_values(leap))
        self._connection.execute(
            made.on_conflict_do_update(index_elements=["workspace", "computer"], set_=_values(leap))
        )

    def confirm(self, computer: str) -> bool:
        """Say that this computer's new time is right; False where it is not in doubt."""
        return self._connection.execute(_CONFIRM, {"which": computer}).rowcount == 1

    def set_back(self, now: datetime) -> None:
        """See storage/queries/clocks.py."""
        set_back(self._connection, now)


def clock_books(engine: Engine) -> Callable[[], AbstractContextManager[ClockBook]]:
    """What begins a transaction: it commits when the block ends, rolls back when it raises."""

    @contextmanager
    def begin() -> Iterator[ClockBook]:
        with engine.begin() as connection:
            yield ClockBook(connection)

    return begin


_ALL = select(_clock).order_by(_clock.c.noticed_at.desc())
_CONFIRM = (
    update(_clock)
    .where(and_(_clock.c.computer == bindparam("which"), _clock.c.course == LeapCourse.DOUBTED.value))
    .values(confirmed=True)
)


def _leap(row: Any) -> Leap:
    ahead = timedelta(seconds=row.ahead_seconds)
    return Leap(row.computer, ahead, row.noticed_at, LeapCourse(row.course), row.ended_at, row.confirmed)


def _values(leap: Leap) -> dict[str, Any]:
    return {
        "ahead_seconds": round(leap.ahead.total_seconds()),
        "noticed_at": leap.noticed_at,
        "course": leap.course.value,
        "ended_at": leap.ended_at,
        "confirmed": leap.confirmed,
    }
