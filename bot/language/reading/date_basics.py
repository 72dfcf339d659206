"""What every rule for dates is made of, and the days that several rules count out."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

MONDAY, WEDNESDAY, THURSDAY, FRIDAY, SUNDAY = 0, 2, 3, 4, 6
EARLY, MIDDLE = 10, 15
"""Days of a month that is said to be young, or at its middle."""


@dataclass(frozen=True, slots=True)
class Day:
    """What a rule needs besides the match."""

    today: date
    day_first: bool
    term_end: date | None


class NoDateError(Exception):
    """The match turned out to be something else than a date."""


class OtherWeekdayError(ValueError):
    """The weekday and the date that were named together do not meet: "Monday 26 February" of 2027."""


class UnclearError(ValueError):
    """A day is named, but which one is a guess: "two weeks before June"."""


class Kind(Enum):
    """What a date was named by: it decides which words beside it belong to it."""

    DAY = auto()  # "26 February", "26/2"
    WEEKDAY = auto()  # "friday", "next friday"
    PERIOD = auto()  # "June", "next week": its last day is meant
    NEAR = auto()  # "today", "tomorrow"
    OTHER = auto()  # "easter", "in 3 weeks", "end of term"


Compute = Callable[[re.Match[str], Day], date]


@dataclass(frozen=True, slots=True)
class Rule:
    """A regular expression and the date that it means; its group "all", where there is one, is the date itself."""

    pattern: re.Pattern[str]
    compute: Compute
    kind: Kind
    weekday: bool = False
    """It finds nothing in a text without the name of a weekday."""


def rule(pattern: str, compute: Compute, kind: Kind = Kind.OTHER) -> Rule:
    """A rule of its pattern's text."""
    return Rule(re.compile(pattern), compute, kind)


def coming(weekday: int, start: date) -> date:
    """The first such weekday from `start` on; Monday is 0."""
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def week_ahead(weekday: int, weeks: int, today: date) -> date:
    """That weekday of the week that lies so many weeks ahead; weeks begin on Monday."""
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks, days=weekday)


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def full_year(digits: str) -> int:
    """ "2027", "27" and "'27" are one year."""
    bare = digits.lstrip("'")
    return int(bare) if len(bare) == 4 else 2000 + int(bare)


def next_occurrence(month: int, number: int, today: date) -> date:
    """The next such day; ValueError if its month of that year has none."""
    last = calendar.monthrange(today.year, month)[1]
    passed = (month, min(number, last)) < (today.month, today.day)
    return date(today.year + passed, month, number)


def next_from_easter(days: int, today: date) -> date:
    """The next day that is so many days from Easter Sunday."""
    this_year = easter(today.year) + timedelta(days=days)
    return this_year if this_year >= today else easter(today.year + 1) + timedelta(days=days)


def next_numbered(number: int, today: date) -> date:
    """The next day with that number, from 1 to 31, in the first month that has one."""
    first = today if number >= today.day else today + relativedelta(months=1)
    while calendar.monthrange(first.year, first.month)[1] < number:
        first += relativedelta(months=1, day=1)
    return first.replace(day=number)
