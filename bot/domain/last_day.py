"""The last day of a contract: it is a day like any other, and ends at midnight; and it has a check-in of its own.

That check-in asks for the final number of each target, whatever weekday it is. There is one at most on that day, and
nobody is reminded of it: when the day is over the contract ends, and the look back asks for what is not known then.
"""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.domain import due, recurrence
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.classroom import Classroom
from bot.domain.terms import Terms

BEFORE_THE_NIGHT = timedelta(hours=2)
"""So long before quiet hours that last until the next day the last check-in is asked for, where its time is in them."""

_NOT_ASKED_YET = frozenset({CheckInState.PLANNED, CheckInState.DROPPED})


class Coming(NamedTuple):
    """When a check-in is due, and when its student is asked for it."""

    due_at: datetime
    wake_at: datetime


def end_of(ends_on: date, timezone: str) -> datetime:
    """When the last day is over. Where a change of the clock skips midnight, the first moment after it."""
    return recurrence.instant(ends_on + timedelta(days=1), time(0), timezone)


def begin_of(ends_on: date, timezone: str) -> datetime:
    """The first moment of the last day."""
    return end_of(ends_on - timedelta(days=1), timezone)


def next_check_in(
    terms: Terms, classroom: Classroom, timezone: str, after: datetime, newest: CheckIn | None
) -> Coming | None:
    """The first check-in after `after`: by the rule before the last day, then the one of the last day, then none.

    `newest` is the newest check-in of the contract that is not ahead, if there is one.
    """
    due_at = recurrence.next_occurrence(terms.check_in_days, terms.check_in_time, timezone, after)
    wake_at = due.out_of_quiet(due_at, classroom, timezone)
    if recurrence.local_day(wake_at, timezone) < terms.ends_on:
        return Coming(due_at, wake_at)
    if newest is not None and is_last(newest, terms, timezone):
        return None
    return _last(terms, classroom, timezone, after, newest)


def is_last(check_in: CheckIn, terms: Terms, timezone: str) -> bool:
    """Whether this is the one of the last day, asked for or set aside."""
    return check_in.state not in _NOT_ASKED_YET and falls_on_it(check_in.due_at, terms, timezone)


def falls_on_it(moment: datetime, terms: Terms, timezone: str) -> bool:
    """Whether the last day has come by then."""
    return recurrence.local_day(moment, timezone) >= terms.ends_on


def _last(terms: Terms, classroom: Classroom, timezone: str, after: datetime, newest: CheckIn | None) -> Coming | None:
    """Where its time has passed, it comes at once; but not to those who answered an earlier one on this day, or set
    it aside."""
    moment = _moment(terms, classroom, timezone)
    if moment <= after:
        if newest is not None and _has_had_its_say(newest, terms, timezone):
            return None
        moment = due.out_of_quiet(after, classroom, timezone)
    return Coming(moment, moment) if moment < end_of(terms.ends_on, timezone) else None


def _has_had_its_say(newest: CheckIn, terms: Terms, timezone: str) -> bool:
    if newest.state is CheckInState.EXCUSED:
        return True
    return newest.answered_at is not None and falls_on_it(newest.answered_at, terms, timezone)


def _moment(terms: Terms, classroom: Classroom, timezone: str) -> datetime:
    """The check-in time of the last day, or a time on it that is in no quiet hours."""
    moment = due.out_of_quiet(recurrence.instant(terms.ends_on, terms.check_in_time, timezone), classroom, timezone)
    if moment < end_of(terms.ends_on, timezone):
        return moment
    night = recurrence.instant(terms.ends_on, classroom.quiet_from, timezone)
    morning = recurrence.instant(terms.ends_on, classroom.quiet_until, timezone)
    return max(night - BEFORE_THE_NIGHT, morning)
