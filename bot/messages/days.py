"""Days and times in the reader's style and zone: all that a message says goes through here or through the copy."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.domain import recurrence
from bot.domain.classroom import WEEKDAYS
from prompts.words import Words

SOON = timedelta(days=7)


def clock(at: time, words: Words) -> str:
    """ "08:45", or "8:45 AM"."""
    return words("time-of-day", time=f"{at:%H:%M}")


def clock_in(moment: datetime, timezone: str, words: Words) -> str:
    """The time of day on the clock of a zone; of UTC where the server does not know it."""
    known = recurrence.zone(timezone if recurrence.is_zone(timezone) else "UTC")
    return clock(moment.astimezone(known).time(), words)


def day(when: date, words: Words) -> str:
    """ "12 March 2027", or "March 12, 2027"."""
    return words("terms-date", date=when)


def weekday(when: date, words: Words) -> str:
    return words(f"day-{WEEKDAYS[when.weekday()].lower()}")


def when(words: Words, moment: datetime, timezone: str, now: datetime) -> str:
    """ "Monday, 08:45" within a week from now, and `dated` beyond that."""
    if abs(moment - now) >= SOON:
        return dated(words, moment, timezone, now)
    local = moment.astimezone(recurrence.zone(timezone))
    return words("check-in-when-soon", day=weekday(local.date(), words), time=clock(local.time(), words))


def named_day(words: Words, on: date, today: date) -> str:
    """ "Monday, 18 January", with the year where it is another one than that of `today`."""
    if on.year == today.year:
        return words("named-day", day=weekday(on, words), on=f"{on:%m-%d}")
    return words("named-day-of-year", day=weekday(on, words), date=on)


def days_of(words: Words, moments: Sequence[datetime], timezone: str) -> str:
    """ "Monday, 11 January; Monday, 18 January": their days on the clock of that zone, soonest first."""
    days = [recurrence.local_day(moment, timezone) for moment in moments]
    return "; ".join(named_day(words, day, days[0]) for day in days)


def dated(words: Words, moment: datetime, timezone: str, now: datetime) -> str:
    """ "Monday, 18 January, 08:45" on the clock of that zone, with the year where it is another one: for what stays
    there to be read later."""
    local, today = (at.astimezone(recurrence.zone(timezone)) for at in (moment, now))
    name, at = weekday(local.date(), words), clock(local.time(), words)
    if local.year == today.year:
        return words("check-in-when-this-year", day=name, on=f"{local:%m-%d}", time=at)
    return words("check-in-when", day=name, date=local.date(), time=at)
