"""When somebody is not asked: an absence of a student in a class, and the pause of a contract. Why is never known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain import recurrence
from bot.domain.actor import Refusal
from bot.domain.days_off import DAY, DaysOff, Span

LONGEST = timedelta(days=92)
"""From today to the last day of an absence: who is away for longer says so again, or ends the contract."""

OPEN_PAUSE = timedelta(weeks=4)
"""A pause without a last day ends by itself: then the next check-in asks again."""

KEPT_FOR = timedelta(days=30)
"""After its end: that somebody was away may say something about their health."""

LONG = timedelta(days=7)
"""A shorter absence moves no end."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Days in a row on which a student is not asked, in one class, `first_on` and `last_on` among them. `begins_at` and
    `ends_at` are the same as instants, in the zone that the student was in. `contract`: it is the pause of this one
    alone. `open_ended`: nobody said until when. `by`: who said so. `ended_at`: when somebody said that it is over."""

    workspace: str
    classroom: int
    student: str
    first_on: date
    last_on: date
    begins_at: datetime
    ends_at: datetime
    by: str
    said_at: datetime
    contract: int | None = None
    open_ended: bool = False
    ended_at: datetime | None = None
    id: int = 0

    @property
    def span(self) -> Span:
        return Span(self.first_on, self.last_on)

    @property
    def is_pause(self) -> bool:
        return self.contract is not None

    def stands(self, now: datetime) -> bool:
        """Whether it is not over yet."""
        return self.ended_at is None and now < self.ends_at

    def holds(self, now: datetime) -> bool:
        """Whether it is now."""
        return self.begins_at <= now < self.ends_at


def days_away(absences: Iterable[Absence], contract: int) -> DaysOff:
    """The days on which nobody asks about this contract."""
    return DaysOff.of(one.span for one in absences if one.contract in (None, contract))


def in_days(absence: Absence, days: Span, timezone: str, now: datetime) -> Absence:
    """The same on these days, in the student's zone. It begins now where that is its first day."""
    begins_at = recurrence.instant(days.first, time(0), timezone)
    ends_at = recurrence.instant(days.last + DAY, time(0), timezone)
    return replace(
        absence,
        first_on=days.first,
        last_on=days.last,
        begins_at=max(begins_at, now) if absence.id == 0 else begins_at,
        ends_at=ends_at,
    )


def over(absence: Absence, today: date, now: datetime) -> Absence:
    """Who was away is back: from now on they are asked. One that had not begun holds no day."""
    last = min(absence.last_on, today - DAY)
    return replace(absence, last_on=last, ends_at=min(absence.ends_at, now), ended_at=now)


def checked(days: Span, today: date, field: str | None = None) -> Span:
    """Days that can be said today. Raises Refusal: absence-past, absence-backwards, absence-too-long."""
    if days.last < days.first:
        raise Refusal("absence-backwards", field=field)
    if days.last < today:
        raise Refusal("absence-past", field=field)
    if days.last > today + LONGEST:
        raise Refusal("absence-too-long", field=field)
    return Span(max(days.first, today), days.last)


def checked_pause(last: date | None, today: date, ends_on: date, field: str | None = None) -> Span:
    """The days of a pause that begins today. Raises Refusal: absence-past, pause-too-long."""
    if last is None:
        last = min(today + OPEN_PAUSE - DAY, ends_on - DAY)
    if last < today:
        raise Refusal("pause-no-day-left" if ends_on <= today + DAY else "absence-past", field=field)
    if last >= ends_on:
        raise Refusal("pause-too-long", field=field)
    return Span(today, last)


def joined(standing: Absence, days: Span) -> Span:
    """What was said anew about days that are one with these, or touch them: its last day counts."""
    return Span(min(standing.first_on, days.first), days.last)


def touches(standing: Absence, days: Span) -> bool:
    return standing.first_on <= days.last + DAY and days.first <= standing.last_on + DAY


def days_lost(days: Span, begun_on: date, ends_on: date) -> int:
    """How many days an absence takes of a contract, where that is a good part of it: a week or more, and a fifth of all
    its days, or its last one. Else 0."""
    first, last = max(days.first, begun_on), min(days.last, ends_on)
    lost = (last - first).days + 1
    if lost < LONG.days:
        return 0
    whole = (ends_on - begun_on).days + 1
    return lost if lost * 5 >= whole or days.last >= ends_on else 0
