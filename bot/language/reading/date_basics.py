"""What every rule for dates is made of: days that several rules count out, and counts of days, weeks and months."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from typing import Any

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from bot.language.reading.text import alternatives

# What every rule for dates is made of, and the days that several rules count out.


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


# Counts of days, weeks and months: "three weeks", "1 1/2 months", "half a year".


_HALF_MONTH = 15


@dataclass(frozen=True, slots=True)
class Counts:
    """How a language counts days: patterns for a number and its unit, and what they add."""

    number: str
    unit: str
    weeks: str
    counts: dict[str, int]
    days: dict[str, int]
    months: dict[str, int]
    half: frozenset[str]

    def added(self, match: re.Match[str], start: date, sign: int = 1) -> date:
        """The day so far from `start`. Raises OverflowError and ValueError beyond the calendar."""
        half = bool(match["half"]) or match["n"] in self.half
        number = 0 if match["n"] in self.half else self._whole(match["n"])
        if match["unit"] in self.days:
            twice = (2 * number + half) * self.days[match["unit"]]
            return start + timedelta(days=sign * ((twice + 1) // 2))
        months = self.months[match["unit"]]
        over = half * (months * _HALF_MONTH * 2 if months == 1 else months) // 2
        more = relativedelta(days=over) if months == 1 else relativedelta(months=over)
        whole = relativedelta(months=sign * number * months)
        return start + whole + (more if sign > 0 else -more)

    def weeks_in(self, match: re.Match[str]) -> int:
        """The whole weeks of a count that `weeks` matched."""
        return self._whole(match["n"]) * self.days[match["unit"]] // 7

    def _whole(self, number: str) -> int:
        return self.counts[number] if number in self.counts else int(number)


def counts_of(words: dict[str, Any]) -> Counts:
    """The counts of a language, from its table of words for dates."""
    counts: dict[str, int] = words["count"]
    days: dict[str, int] = words["days"]
    months: dict[str, int] = words["calendar_months"]
    half: list[str] = words["words"]["half"]
    after = alternatives(words["words"]["and_a_half"])
    digits = rf"(?<![0-9] )(?:[0-9]{{1,9}}|{_keys(dict.fromkeys(half, 0))})"  # not the "1/2" of "1 1/2"
    whole = rf"(?P<n>{digits}|{_keys(counts)})"
    weekly = [name for name, length in days.items() if length % 7 == 0]
    return Counts(
        number=rf"(?<![0-9][/.,])\b{whole}(?P<half>{after})?",
        unit=rf"(?P<unit>{alternatives([*days, *months])})",
        weeks=rf"\b(?P<n>[0-9]{{1,9}}|{_keys(counts)}) {{0,2}}(?P<unit>{alternatives(weekly)})\b'?",
        counts=counts,
        days=days,
        months=months,
        half=frozenset(half),
    )


def _keys(names: dict[str, int]) -> str:
    """Names with single spaces only, so that the match is a key of the table."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


def count_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """What is counted from today."""
    counts, table = counts_of(words), words["words"]
    amount = rf"{counts.number} {{0,2}}{counts.unit}"
    within = alternatives(table["in"])

    def later(match: re.Match[str], day: Day) -> date:
        return counts.added(match, day.today)

    no_rate = "".join(rf"(?<!\b{re.escape(word)} )" for word in table["rate"])
    ahead = rf"{no_rate}{amount}'? {{0,2}}{alternatives(table['from_now'])}\b"
    yield rule(rf"\b{within} (?:{ahead})", later)
    yield rule(ahead, later)
    yield rule(rf"\b{within} (?:the next )?{amount}\b", later)
    yield rule(rf"^\s*(?P<all>(?:the next )?{amount})[\s.!]*$", later)
    near: dict[str, int] = words["near"]
    yield rule(
        rf"\b(?:the )?(?P<near>{alternatives(near)})\b",
        lambda match, day: day.today + timedelta(days=near[match["near"]]),
        Kind.NEAR,
    )
