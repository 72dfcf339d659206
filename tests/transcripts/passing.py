"""Letting time pass: from one moment at which something falls due to the next."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select, union_all

from bot.demo.scene import School
from storage.tables.classes import Row
from storage.types import UtcDateTime

LEAP = timedelta(hours=3)
"""The longest one: what is due at no moment that a row names is found on the way."""

_now = bindparam("now", type_=UtcDateTime())
_COMING = union_all(
    *(
        select(func.min(column)).where(column > _now)
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, UtcDateTime)
    )
)
"""The earliest moment to come in each column of each table."""


async def until(school: School, instant: datetime, *, leap: timedelta = LEAP) -> None:
    """Move the clock there; everything that falls due on the way happens when it does. ValueError for what is past."""
    if instant < school.clock.now():
        raise ValueError(f"{instant:%Y-%m-%dT%H:%MZ} is past: it is {school.clock.now():%Y-%m-%dT%H:%M:%SZ}")
    while (now := school.clock.now()) < instant:
        due = _next(school, now)
        if due is not None and due <= min(instant, now + leap):
            await school.until(due)
        else:
            await _uneventfully(school, min(instant, now + leap))


async def _uneventfully(school: School, instant: datetime) -> None:
    """To a moment that no row names: a short look, and a long one where there is something all the same."""
    said = len(school.ws.calls)
    school.clock.move_to(instant)
    await school.accord.settled(rounds=1)
    if len(school.ws.calls) != said:
        await school.quiet()


def _next(school: School, now: datetime) -> datetime | None:
    """The earliest moment to come that any row names."""
    with school.calendar.connect() as connection:
        found = [moment for (moment,) in connection.execute(_COMING, {"now": now}) if moment is not None]
    return min(found, default=None)
