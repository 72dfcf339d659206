"""The ends of weeks, months, years and of the term, counted from today; a period that is only named means its end."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.language.reading.date_basics import (
    FRIDAY,
    SUNDAY,
    Compute,
    Day,
    Kind,
    NoDateError,
    Rule,
    coming,
    last_of_month,
    rule,
    week_ahead,
)
from bot.language.reading.text import alternatives


def end_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """The last school day of a week, and the last day of anything longer."""
    table = words["words"]
    end_of = rf"\b(?:{alternatives(table['last_of'])} )(?:{alternatives(table['this'])} )?"
    next_ = alternatives(table["next"])
    this = alternatives(table["this"])
    week, month, year = (alternatives(table[name]) for name in ("week", "month", "year"))

    def period(name: str, compute: Compute, lead: str = this) -> Iterator[Rule]:
        """The end of it, said or meant; said, it is a day that one can count from."""
        yield rule(rf"{end_of}{'' if lead is this else lead + ' '}{name}\b", compute)
        yield rule(rf"\b{lead} {name}\b", compute, Kind.PERIOD)

    for name, compute in ((week, _end_of_week(2)), (month, _end_of_month(2)), (year, _end_of_year(2))):
        yield rule(rf"(?:{end_of}|\b)(?:{this} )?{name} {alternatives(table['after_next'])}\b", compute)
    yield from period(week, _end_of_week(1), next_)
    yield from period(month, _end_of_month(1), next_)
    weekend = rf"\b(?:{this} )?{alternatives(table['weekend'])}\b"
    yield rule(weekend, lambda _, day: coming(SUNDAY, day.today), Kind.PERIOD)
    yield from period(week, _end_of_this_week)
    yield from period(month, _end_of_month(0))
    yield from period(year, _end_of_year(0))
    yield rule(rf"{end_of}(?:{next_} )?{alternatives(table['term'])}\b", _end_of_term)


def _end_of_this_week(_: re.Match[str], day: Day) -> date:
    return coming(FRIDAY if day.today.weekday() <= FRIDAY else SUNDAY, day.today)


def _end_of_week(ahead: int) -> Compute:
    return lambda _, day: week_ahead(FRIDAY, ahead, day.today)


def _end_of_month(ahead: int) -> Compute:
    def compute(_: re.Match[str], day: Day) -> date:
        then = day.today + relativedelta(months=ahead)
        return last_of_month(then.year, then.month)

    return compute


def _end_of_year(ahead: int) -> Compute:
    return lambda _, day: date(day.today.year + ahead, 12, 31)


def _end_of_term(_: re.Match[str], day: Day) -> date:
    if day.term_end is None:
        raise NoDateError
    return day.term_end
