"""Days that are named by their place in a week or a month: "the 12th of next month", "the second week of March", "the
beginning of next week", "mid-month", "the first week after easter"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.language.reading.date_basics import (
    EARLY,
    FRIDAY,
    MIDDLE,
    MONDAY,
    THURSDAY,
    WEDNESDAY,
    Compute,
    Day,
    Kind,
    NoDateError,
    Rule,
    UnclearError,
    coming,
    full_year,
    last_of_month,
    next_from_easter,
    next_numbered,
    next_occurrence,
    rule,
    week_ahead,
)
from bot.language.reading.text import alternatives

_LATE_IN_THE_WEEK = (THURSDAY, FRIDAY)
_YEAR = r"(?:,? {0,2}(?P<y>20[0-9]{2}|'[0-9]{2}))?(?![0-9])"


def part_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """Before the rules for what they are parts of, which would find the month or the week alone."""
    yield from _numbered_rules(words)
    yield from _week_of_month_rules(words)
    yield from _week_after_rules(words)
    yield from _begun_rules(words)


def _month(words: dict[str, Any]) -> str:
    """A month by its place from today, in the groups "later", "next" and "this"."""
    table = words["words"]
    month, the = alternatives(table["month"]), rf"(?:{alternatives(table['the'])} )?"
    later = rf"{the}(?P<later>{month} {alternatives(table['after_next'])})"
    next_ = rf"{the}(?P<next>{alternatives(table['next'])}) {month}"
    return rf"(?:{later}|{next_}|(?P<this>{alternatives(table['this'])}) {month})\b(?!')"


def _first_of(match: re.Match[str], day: Day) -> date:
    ahead = 2 if match["later"] else 1 if match["next"] else 0
    return day.today.replace(day=1) + relativedelta(months=ahead)


# --- days by number ---


def _numbered_rules(words: dict[str, Any]) -> Iterator[Rule]:
    table, ordinals = words["words"], words["ordinals"]
    month, of, the = _month(words), alternatives(table["of"]), alternatives(table["the"])
    ordinal = alternatives(table["ordinal"])
    spelled = "|".join(name.replace("-", "[- ]") for name in sorted(ordinals, key=len, reverse=True))

    def numbered(match: re.Match[str], day: Day) -> date:
        found = match.groupdict()
        number = ordinals[found["word"].replace(" ", "-")] if found.get("word") else int(found["d"])
        if not 1 <= number <= 31:
            raise NoDateError
        this = match["this"]
        if this in table["the"]:  # "the 20th of the month": the next that comes
            return next_numbered(number, day.today)
        if this in table["referring"]:
            raise UnclearError
        return _first_of(match, day).replace(day=number)

    day_of = rf"(?: (?:{alternatives(table['day'])} )?{of} | )"
    yield rule(rf"\b(?P<d>[0-9]{{1,2}}) ?{ordinal}{day_of}{month}", numbered, Kind.DAY)
    yield rule(rf"(?<![\w.,/:-])(?P<d>[0-9]{{1,2}}) {of} {month}", numbered, Kind.DAY)
    yield rule(rf"\b(?P<word>{spelled}) (?:{alternatives(table['day'])} )?{of} {month}", numbered, Kind.DAY)
    on = rf"(?:{alternatives(table['on'])} )?{the} "
    ends = r"(?= *(?:$|[.,;:!?)\n]))"
    yield rule(rf"\b{month},? {on}(?P<d>[0-9]{{1,2}}) ?{ordinal}{ends}", numbered, Kind.DAY)


# --- weeks ---


def _week_of_month_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """The school week that holds the month's second Friday is its second week; the last one lasts until its end.

    Where the month begins late in a week, people count from that week or from the next: nobody said which.
    """
    table, months, places = words["words"], words["months"], words["places"]
    week = rf"\b(?P<place>{alternatives(places)}) {alternatives(table['week'])}"
    start = rf"{week} {alternatives(table['within'])} "

    def friday(match: re.Match[str], first: date) -> date:
        place = places[match["place"]]
        if place < 0:
            return last_of_month(first.year, first.month)
        found = coming(FRIDAY, first) + timedelta(weeks=place - 1)
        if first.weekday() in _LATE_IN_THE_WEEK or found.month != first.month:
            raise UnclearError
        return found

    def of_named(match: re.Match[str], day: Day) -> date:
        month = months[match["month"]]
        if match["y"]:
            return friday(match, date(full_year(match["y"]), month, 1))
        found = friday(match, date(day.today.year, month, 1))
        return found if found >= day.today else friday(match, date(day.today.year + 1, month, 1))

    def of_month(match: re.Match[str], day: Day) -> date:
        return friday(match, _first_of(match, day))

    yield rule(rf"{start}(?P<month>{alternatives(months)})\b\.?{_YEAR}", of_named, Kind.PERIOD)
    yield rule(rf"{start}{_month(words)}", of_month, Kind.PERIOD)


def _week_after_rules(words: dict[str, Any]) -> Iterator[Rule]:
    """ "The first week after easter": the one that begins behind it. Which holidays are around it the school knows."""
    table, fixed, moving = words["words"], words["holidays"]["fixed"], words["holidays"]["easter"]
    places = {name: place for name, place in words["places"].items() if place > 0}
    lead = rf"(?:(?P<place>{alternatives(places)}) |(?:{alternatives(table['the'])} ))"
    names = alternatives([*fixed, *moving])
    school = rf"(?! {alternatives(table['school_break'])}\b)"
    after = rf"{alternatives(table['week'])} {alternatives(table['after'])}"

    def friday(match: re.Match[str], day: Day) -> date:
        name = " ".join(match["name"].split())
        if name in fixed:
            month, number = fixed[name]
            holiday = next_occurrence(month, number, day.today)
        else:
            holiday = next_from_easter(moving[name], day.today)
        return week_ahead(FRIDAY, places.get(match["place"] or "", 1), holiday)

    yield rule(rf"\b{lead}{after} (?P<name>{names})\b{school}", friday, Kind.PERIOD)


# --- beginnings and middles ---


def _begun_rules(words: dict[str, Any]) -> Iterator[Rule]:
    table = words["words"]
    first, middle = alternatives(table["first_of"]), rf"{alternatives(table['middle_of'])} ?"
    early, week = alternatives(table["early"]), alternatives(table["week"])
    next_ = rf"(?:{alternatives(table['the'])} )?(?P<next>{alternatives(table['next'])})"
    weeks = rf"(?:{next_}|{alternatives(table['this'])}) {week}\b(?! {alternatives(table['not_from_now'])}\b)"

    def of_month(number: int) -> Compute:
        return lambda match, day: _first_of(match, day).replace(day=number)

    def of_week(weekday: int) -> Compute:
        return lambda match, day: week_ahead(weekday, 1 if match["next"] else 0, day.today)

    for lead, number in ((f"{first} ", 1), (middle, MIDDLE), (f"{early} ", EARLY)):
        yield rule(rf"\b{lead}{_month(words)}", of_month(number))
    for lead, weekday in ((f"{first} ", MONDAY), (middle, WEDNESDAY)):
        yield rule(rf"\b{lead}{weeks}", of_week(weekday))
    yield rule(
        rf"\b{alternatives(table['mid'])}[- ]{alternatives(table['month'])}\b",
        lambda _, day: next_numbered(MIDDLE, day.today),
    )
