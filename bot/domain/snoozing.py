"""A check-in that its student wants to be asked about later: today, or tomorrow; never past the next one."""

from datetime import datetime, timedelta

from bot.domain import recurrence
from bot.domain.actor import Refusal
from bot.domain.check_ins import awake, out_of_quiet
from bot.domain.days_off import DAY
from bot.domain.schedule import Schedule, end_of

LATER_BY = timedelta(hours=4)
LEAST = timedelta(hours=1)
"""Sooner than this nobody is asked again; and so long before quiet hours, where there is less time than LATER_BY."""


def later_today(schedule: Schedule, now: datetime) -> datetime:
    """Refusal("snooze-no-time") where the day has no time left."""
    classroom, timezone = schedule.classroom, schedule.timezone
    today = recurrence.local_day(now, timezone)
    moment = out_of_quiet(now + LATER_BY, classroom, timezone)
    if recurrence.local_day(moment, timezone) == today:
        return moment
    night = recurrence.next_quiet(now, classroom.quiet_from, classroom.quiet_until, timezone)
    latest = min(end_of(today, timezone), night or end_of(today, timezone)) - LEAST
    if latest < now + LEAST or out_of_quiet(latest, classroom, timezone) > latest:
        raise Refusal("snooze-no-time")
    return latest


def tomorrow(schedule: Schedule, now: datetime) -> datetime:
    """At the time of a check-in on the next day that is no day off, out of quiet hours."""
    day, at = recurrence.local_day(now, schedule.timezone) + DAY, schedule.at
    moment = recurrence.instant(day, at, schedule.timezone)
    return awake(moment, schedule.classroom, schedule.timezone, schedule.closed, at)


def checked(schedule: Schedule, moment: datetime, next_at: datetime | None) -> datetime:
    """A moment before the next check-in, and before the last day is over. Refusal: snooze-last-day, snooze-next-one."""
    if moment >= end_of(schedule.terms.ends_on, schedule.timezone):
        raise Refusal("snooze-last-day")
    if next_at is not None and moment >= next_at:
        raise Refusal("snooze-next-one")
    return moment
