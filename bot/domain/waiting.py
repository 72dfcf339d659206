"""Whoever waits is remembered: when somebody whose turn it is is reminded.

It goes by school days of the class, counted after the day on which it became their turn: no weekend, no day off, and
for a student none on which they are away. It holds for a look back, too.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice

from bot.domain import recurrence
from bot.domain.actor import Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Status
from bot.domain.days_off import DAY

REMINDED_AFTER = (2, 5)
"""School days. With the last one all teachers of the class hear of what waits for one of them."""

LAST = len(REMINDED_AFTER)
"""Who was reminded so often is not reminded again."""


WEEKS = timedelta(days=14)
"""A proposal that waits for so long stands before the admins, as a number."""

FEW = 10
"""With up to so many students in a class, its teachers hear of each move."""

SINGLY_MOST = 2
SINGLY_WITHIN = timedelta(days=7)
"""So many messages of students a teacher gets one by one in a week. What became of more contracts stands on Home and on
their cards alone, and what waits among it is remembered."""


def turn_of(status: Status | None, *, by_student: bool, wondered: bool) -> Side | None:
    """Who is waited for, where a proposal, a question, changes or a change wait; `by_student` says who wrote what is on
    the table, `wondered` that its student asked about it last."""
    match status:
        case Status.PROPOSED:
            return Side.TEACHER
        case Status.QUESTIONED:
            return Side.STUDENT
        case Status.AMENDED:
            return Side.TEACHER if wondered else Side.STUDENT
        case Status.RENEGOTIATING:
            return Side.TEACHER if by_student else Side.STUDENT
    return None


def school_days(since: date, today: date, has_school: Callable[[date], bool]) -> int:
    """How many there were after this day, today among them."""
    return sum(has_school(since + DAY * number) for number in range(1, (today - since).days + 1))


LOOKED_AHEAD = 400
"""Days."""


def day_after(since: date, number: int, has_school: Callable[[date], bool]) -> date | None:
    """The so manieth school day after this day; None where there are not so many in a year."""
    days = (since + DAY * ahead for ahead in range(1, LOOKED_AHEAD))
    return next(islice(filter(has_school, days), number - 1, None), None)


def reminder_due(days: int, reminded: int) -> int:
    """Which reminder is due after so many school days, where so many were given; 0 for none. Of two that were missed
    only the later one is."""
    passed = sum(days >= after for after in REMINDED_AFTER)
    return passed if passed > reminded else 0


def is_time(now: datetime, classroom: Classroom, has_school: Callable[[date], bool]) -> bool:
    """Whether reminders are given now: on a school day, from the class's check-in time until its quiet hours."""
    local = now.astimezone(recurrence.zone(classroom.timezone))
    at, quiet_from, quiet_until = local.time(), classroom.quiet_from, classroom.quiet_until
    begins = max(classroom.check_in_time, quiet_until) if quiet_until <= quiet_from else classroom.check_in_time
    ends = quiet_from if quiet_from > begins else time.max
    return has_school(local.date()) and begins <= at < ends


def moved_on(ends_on: date, due_on: Sequence[date], days: int, last: date) -> tuple[date, list[date]]:
    """The dates of what waited so many days, as if they were counted from now: as far apart as they were, as long as
    `last`, the end of the term, leaves room."""
    end = min(ends_on + DAY * days, max(last, ends_on))
    return end, [min(day + DAY * days, end) for day in due_on]
