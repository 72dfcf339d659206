"""Dates named by a day of the week: "friday", "friday next week", "monday in 3 weeks", "the last friday of May"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.language.reading.date_basics import (
    Day,
    Kind,
    NoDateError,
    OtherWeekdayError,
    Rule,
    coming,
    full_year,
    last_of_month,
    next_numbered,
    rule,
    week_ahead,
)
from bot.language.reading.date_counts import counts_of
from bot.language.reading.text import alternatives

_LAST = -1
_MONTHS_AHEAD = 3  # "friday the 13th": one that is farther off is rather a slip
_MARKS = r",? {0,2}[-(]? {0,2}"


def weekday_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """A weekday by itself."""
    weekdays: dict[str, int] = words["weekdays"]
    table = words["words"]
    name = weekday_name(words)

    def after_today(match: re.Match[str], day: Day) -> date:
        return coming(weekdays[match["name"]], day.today + timedelta(days=1))

    def this(match: re.Match[str], day: Day) -> date:
        return coming(weekdays[match["name"]], day.today)

    def in_following_week(match: re.Match[str], day: Day) -> date:
        return week_ahead(weekdays[match["name"]], 1, day.today)

    yield rule(rf"\b{alternatives(table['next'])} {name}", in_following_week, Kind.WEEKDAY)
    yield rule(rf"\b{alternatives(table['this'])} {name}", this, Kind.WEEKDAY)
    sure = [word for word in weekdays if word not in words["unclear"]["weekdays"]]
    yield rule(rf"\b(?P<name>{alternatives(sure)})\b(?!')", after_today, Kind.WEEKDAY)
    yield rule(rf"\b{alternatives(table['day_lead'])} (?P<all>{name})", after_today, Kind.WEEKDAY)
    yield rule(rf"^\s*(?P<all>{name})[\s.!]*$", after_today, Kind.WEEKDAY)


def weekday_name(words: dict[str, Any]) -> str:
    """The pattern of a weekday, in the group "name"."""
    return rf"\b(?P<name>{alternatives(words['weekdays'])})\b(?!')"


def weekday_of_week_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """A weekday of a week to come."""
    weekdays: dict[str, int] = words["weekdays"]
    table, counts = words["words"], counts_of(words)
    habit = "".join(rf"(?<!\b{re.escape(word)} )" for word in table["habit"])
    name = rf"{habit}{weekday_name(words)}"
    counted = rf"{alternatives(table['in'])} {counts.weeks}(?: ?{alternatives(table['time'])}\b)?"
    on = rf"(?:{alternatives(table['on'])} )?"
    next_week = rf"(?:the )?{alternatives(table['next'])} {alternatives(table['week'])}\b"
    second_next = rf"(?:the )?{alternatives(table['week'])} {alternatives(table['after_next'])}\b"

    def counted_week(match: re.Match[str], day: Day) -> date:
        return week_ahead(weekdays[match["name"]], counts.weeks_in(match), day.today)

    def weeks_ahead(weeks: int) -> tuple[Any, Kind]:
        return lambda match, day: week_ahead(weekdays[match["name"]], weeks, day.today), Kind.OTHER

    def weeks_after_coming(match: re.Match[str], day: Day) -> date:
        first = coming(weekdays[match["name"]], day.today + timedelta(days=1))
        return first + timedelta(days=words["days"][match["unit"]])

    yield rule(rf"{name},? {counted}", counted_week)
    yield rule(rf"\b{counted},? {alternatives(table['on'])} (?:the )?{weekday_name(words)}", counted_week)
    for weeks, week in ((1, next_week), (2, second_next)):
        yield rule(rf"{name},? (?:(?:of|in) )?{week}", *weeks_ahead(weeks))
        yield rule(rf"\b{week},? {on}(?:the )?{weekday_name(words)}", *weeks_ahead(weeks))
    week = rf"(?P<unit>{alternatives(table['week_later'])})"
    yield rule(rf"{name} {week}(?=\s*(?:$|[.,;:!?)]))", weeks_after_coming)


def weekday_and_number_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """ "friday the 26th": the 26th that is a Friday."""
    weekdays: dict[str, int] = words["weekdays"]
    table = words["words"]
    number = rf"(?P<d>[0-9]{{1,2}}) ?{alternatives(table['ordinal'])}"
    ends = rf"(?= *(?:$|[-.,;:!?)\n]|{alternatives(table['after_number'])}\b))"

    def meeting(match: re.Match[str], day: Day) -> date:
        found, wanted = int(match["d"]), weekdays[match["name"]]
        if not 1 <= found <= 31:
            raise NoDateError
        date_ = next_numbered(found, day.today)
        for _ in range(_MONTHS_AHEAD):
            if date_.weekday() == wanted:
                return date_
            date_ = next_numbered(found, date_ + timedelta(days=1))
        raise OtherWeekdayError

    lead = rf"(?:{alternatives([*table['next'], *table['this']])} )?"
    yield rule(rf"\b{lead}{weekday_name(words)}{gap(words)}{number}{ends}", meeting)
    yield rule(rf"\b{alternatives(table['the'])} {number}{gap_behind(words)}{weekday_name(words)}", meeting)


def gap(words: dict[str, Any]) -> str:
    """What may stand between a weekday and its date: "friday, the 26th", "fri. 26 feb", "friday (26 feb)"."""
    table = words["words"]
    small = alternatives([*table["the"], *table["on"], *table["of"]])
    return rf"(?:(?<!{table['weekday_end']})\.)?{_MARKS}(?:{small} ){{0,2}}"


def gap_behind(words: dict[str, Any]) -> str:
    """What may stand between a date and its weekday; "26 May. On Monday" are two."""
    table = words["words"]
    return rf"(?<![^\W\d_]\.){_MARKS}(?:{alternatives([*table['the'], *table['each']])} )?"


def weekday_of_month_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """The first to the last such weekday of a month, and the last of the term."""
    weekdays: dict[str, int] = words["weekdays"]
    places: dict[str, int] = words["places"]
    months: dict[str, int] = words["months"]
    table = words["words"]
    start = rf"\b(?P<place>{alternatives(places)}) {weekday_name(words)} {alternatives(table['within'])} (?:the )?"
    year = r"(?:,? {0,2}(?P<y>20[0-9]{2}|'[0-9]{2}))?(?![0-9])"

    def of(match: re.Match[str], year: int, month: int) -> date:
        return _nth(weekdays[match["name"]], places[match["place"]], year, month)

    def of_named(match: re.Match[str], day: Day) -> date:
        month = months[match["month"]]
        if match["y"]:
            return of(match, full_year(match["y"]), month)
        found = of(match, day.today.year, month)
        return found if found >= day.today else of(match, day.today.year + 1, month)

    def of_month(ahead: int) -> Any:
        def compute(match: re.Match[str], day: Day) -> date:
            then = day.today + relativedelta(months=ahead)
            return of(match, then.year, then.month)

        return compute

    def of_term(match: re.Match[str], day: Day) -> date:
        if day.term_end is None or places[match["place"]] != _LAST:
            raise NoDateError
        return coming(weekdays[match["name"]], day.term_end - timedelta(days=6))

    month, this = alternatives(table["month"]), rf"(?:{alternatives(table['this'])} )?"
    yield rule(rf"{start}(?P<month>{alternatives(months)})\b\.?{year}", of_named)
    yield rule(rf"{start}{this}{month}\b(?! {alternatives(table['after'])}\b)", of_month(0))
    yield rule(rf"{start}{alternatives(table['next'])} {month}\b", of_month(1))
    yield rule(rf"{start}{this}{alternatives(table['term'])}\b", of_term)


def _nth(weekday: int, place: int, year: int, month: int) -> date:
    """ValueError where the month has no such day: a fifth Friday."""
    if place == _LAST:
        return coming(weekday, last_of_month(year, month) - timedelta(days=6))
    found = coming(weekday, date(year, month, 1)) + timedelta(weeks=place - 1)
    return found.replace(month=month) if found.month == month else date(year, month, 32)
