"""What is written down of computers' clocks: leaps, what became of them, and when somebody was last at work."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, and_, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.timekeeping import Course, Leap
from storage.queries.presence import EVERYWHERE, Presence
from storage.queries.set_back import set_back
from storage.tables.clock import ClockRow
from storage.tables.rows import table

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
        """See storage/queries/set_back.py."""
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
    .where(and_(_clock.c.computer == bindparam("which"), _clock.c.course == Course.DOUBTED.value))
    .values(confirmed=True)
)


def _leap(row: Any) -> Leap:
    ahead = timedelta(seconds=row.ahead_seconds)
    return Leap(row.computer, ahead, row.noticed_at, Course(row.course), row.ended_at, row.confirmed)


def _values(leap: Leap) -> dict[str, Any]:
    return {
        "ahead_seconds": round(leap.ahead.total_seconds()),
        "noticed_at": leap.noticed_at,
        "course": leap.course.value,
        "ended_at": leap.ended_at,
        "confirmed": leap.confirmed,
    }
