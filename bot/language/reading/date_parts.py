"""Days that are named by their place in a week, a month or a term."""

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
    SUNDAY,
    THURSDAY,
    WEDNESDAY,
    Compute,
    Day,
    Kind,
    NoDateError,
    OtherWeekdayError,
    Rule,
    UnclearError,
    coming,
    counts_of,
    full_year,
    last_of_month,
    next_from_easter,
    next_numbered,
    next_occurrence,
    rule,
    week_ahead,
)
from bot.language.reading.text import alternatives

# Days that are named by their place in a week or a month: "the 12th of next month", "the second week of March", "the
# beginning of next week", "mid-month", "the first week after easter".


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


# The ends of weeks, months, years and of the term, counted from today; a period that is only named means its end.


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


# Dates named by a day of the week: "friday", "friday next week", "monday in 3 weeks", "the last friday of May".


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
