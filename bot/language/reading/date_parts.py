"""What every rule for dates is made of, and days that are named by their place in a week, a month or a term."""

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


class DateNamedBy(Enum):
    """What a date was named by: it decides which words beside it belong to it."""

    DAY = auto()  # "26 February", "26/2"
    WEEKDAY = auto()  # "friday", "next friday"
    PERIOD = auto()  # "June", "next week": its last day is meant
    NEAR = auto()  # "today", "tomorrow"
    OTHER = auto()  # "easter", "in 3 weeks", "end of term"


Compute = Callable[[re.Match[str], Day], date]


@dataclass(frozen=True, slots=True)
class DateRule:
    """A regular expression and the date that it means; its group "all", where there is one, is the date itself."""

    pattern: re.Pattern[str]
    compute: Compute
    kind: DateNamedBy
    weekday: bool = False
    """It finds nothing in a text without the name of a weekday."""


def rule(pattern: str, compute: Compute, kind: DateNamedBy = DateNamedBy.OTHER) -> DateRule:
    """A rule of its pattern's text."""
    return DateRule(re.compile(pattern), compute, kind)


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


def count_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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
    the_next = rf"(?:{alternatives(table['the_next'])} )?"
    yield rule(rf"\b{within} {the_next}{amount}\b", later)
    yield rule(rf"^\s*(?P<all>{the_next}{amount})[\s.!]*$", later)
    near: dict[str, int] = words["near"]
    no_morning = "".join(rf"(?<!\b{re.escape(word)} )" for word in table["not_near"])
    yield rule(
        rf"\b(?:the )?{no_morning}(?P<near>{alternatives(near)})\b",
        lambda match, day: day.today + timedelta(days=near[match["near"]]),
        DateNamedBy.NEAR,
    )


# Days that are named by their place in a week, a month or a term.


# Days that are named by their place in a week or a month: "the 12th of next month", "the second week of March", "the
# beginning of next week", "mid-month", "the first week after easter".


_LATE_IN_THE_WEEK = (THURSDAY, FRIDAY)
_YEAR = r"(?:,? {0,2}(?P<y>20[0-9]{2}|'[0-9]{2}))?(?![0-9])"


def part_rules(words: dict[str, Any]) -> Iterator[DateRule]:
    """Before the rules for what they are parts of, which would find the month or the week alone."""
    yield from _numbered_rules(words)
    yield from _week_of_month_rules(words)
    yield from _week_after_rules(words)
    yield from _begun_rules(words)
    yield from _next_behind_rules(words)


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


def _numbered_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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
    yield rule(rf"\b(?P<d>[0-9]{{1,2}}) ?{ordinal}{day_of}{month}", numbered, DateNamedBy.DAY)
    yield rule(rf"(?<![\w.,/:-])(?P<d>[0-9]{{1,2}}) {of} {month}", numbered, DateNamedBy.DAY)
    yield rule(rf"\b(?P<word>{spelled}) (?:{alternatives(table['day'])} )?{of} {month}", numbered, DateNamedBy.DAY)
    on = rf"(?:{alternatives(table['on'])} )?{the} "
    ends = r"(?= *(?:$|[.,;:!?)\n]))"
    yield rule(rf"\b{month},? {on}(?P<d>[0-9]{{1,2}}) ?{ordinal}{ends}", numbered, DateNamedBy.DAY)


# --- weeks ---


def _week_of_month_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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

    yield rule(rf"{start}(?P<month>{alternatives(months)})\b\.?{_YEAR}", of_named, DateNamedBy.PERIOD)
    yield rule(rf"{start}{_month(words)}", of_month, DateNamedBy.PERIOD)


def _week_after_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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

    yield rule(rf"\b{lead}{after} (?P<name>{names})\b{school}", friday, DateNamedBy.PERIOD)


# --- what comes next, said behind its noun: "la semana que viene" ---


def _next_behind_rules(words: dict[str, Any]) -> Iterator[DateRule]:
    table = words["words"]
    the = rf"(?:{alternatives(table['the'])} )?"
    behind = rf"{alternatives(table['next_behind'])}\b"
    end_of = rf"(?:{alternatives(table['last_of'])} )?"

    def weekday(match: re.Match[str], day: Day) -> date:
        return coming(words["weekdays"][match["name"]], day.today + timedelta(days=1))

    yield rule(rf"{the}{weekday_name(words)} {behind}", weekday, DateNamedBy.WEEKDAY)
    for name, compute in (("week", _end_of_week(1)), ("month", _end_of_month(1)), ("year", _end_of_year(1))):
        yield rule(rf"\b{end_of}{the}{alternatives(table[name])} {behind}", compute, DateNamedBy.PERIOD)


# --- beginnings and middles ---


def _begun_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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


def end_rules(words: dict[str, Any]) -> Iterator[DateRule]:
    """The last school day of a week, and the last day of anything longer."""
    table = words["words"]
    end_of = rf"\b(?:{alternatives(table['last_of'])} )(?:{alternatives(table['this'])} )?"
    next_ = alternatives(table["next"])
    this = alternatives(table["this"])
    week, month, year = (alternatives(table[name]) for name in ("week", "month", "year"))

    def period(name: str, compute: Compute, lead: str = this) -> Iterator[DateRule]:
        """The end of it, said or meant; said, it is a day that one can count from."""
        yield rule(rf"{end_of}{'' if lead is this else lead + ' '}{name}\b", compute)
        yield rule(rf"\b{lead} {name}\b", compute, DateNamedBy.PERIOD)

    for name, compute in ((week, _end_of_week(2)), (month, _end_of_month(2)), (year, _end_of_year(2))):
        yield rule(rf"(?:{end_of}|\b)(?:{this} )?{name} {alternatives(table['after_next'])}\b", compute)
    yield from period(week, _end_of_week(1), next_)
    yield from period(month, _end_of_month(1), next_)
    weekend = rf"\b(?:{this} )?{alternatives(table['weekend'])}\b"
    yield rule(weekend, lambda _, day: coming(SUNDAY, day.today), DateNamedBy.PERIOD)
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
_A_MONTH = 31
_MONTHS_AHEAD = 3  # "friday the 13th": one that is farther off is rather a slip
_MARKS = r",? {0,2}[-(]? {0,2}"


def weekday_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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

    yield rule(rf"\b{alternatives(table['next'])} {name}", in_following_week, DateNamedBy.WEEKDAY)
    yield rule(rf"\b{alternatives(table['this'])} {name}", this, DateNamedBy.WEEKDAY)
    sure = [word for word in weekdays if word not in words["unclear"]["weekdays"]]
    yield rule(rf"\b(?P<name>{alternatives(sure)})\b(?!')", after_today, DateNamedBy.WEEKDAY)
    yield rule(rf"\b{alternatives(table['day_lead'])} (?P<all>{name})", after_today, DateNamedBy.WEEKDAY)
    yield rule(rf"^\s*(?P<all>{name})[\s.!]*$", after_today, DateNamedBy.WEEKDAY)


def weekday_name(words: dict[str, Any]) -> str:
    """The pattern of a weekday, in the group "name"."""
    return rf"\b(?P<name>{alternatives(words['weekdays'])})\b(?!')"


def weekday_of_week_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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

    def weeks_ahead(weeks: int) -> tuple[Any, DateNamedBy]:
        return lambda match, day: week_ahead(weekdays[match["name"]], weeks, day.today), DateNamedBy.OTHER

    def first_coming(match: re.Match[str], day: Day) -> date:
        return coming(weekdays[match["name"]], day.today + timedelta(days=1))

    def weeks_after_coming(match: re.Match[str], day: Day) -> date:
        return first_coming(match, day) + timedelta(days=words["days"][match["unit"]])

    def week_after_coming(match: re.Match[str], day: Day) -> date:
        return first_coming(match, day) + timedelta(weeks=1)

    yield rule(rf"{name},? {counted}", counted_week)
    yield rule(rf"\b{counted},? {alternatives(table['on'])} (?:the )?{weekday_name(words)}", counted_week)
    for weeks, week in ((1, next_week), (2, second_next)):
        yield rule(rf"{name},? (?:(?:of|in) )?{week}", *weeks_ahead(weeks))
        yield rule(rf"\b{week},? {on}(?:the )?{weekday_name(words)}", *weeks_ahead(weeks))
    week = rf"(?P<unit>{alternatives(table['week_later'])})"
    yield rule(rf"{name} {week}(?=\s*(?:$|[.,;:!?)]))", weeks_after_coming)
    yield rule(rf"{name} {alternatives(table['after_next'])}\b", week_after_coming)
    a_week = rf"{alternatives(table['a_week'])} {alternatives(table['on'])}"
    yield rule(rf"\b{a_week} (?:the )?{weekday_name(words)}", week_after_coming)


def weekday_and_number_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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

    def soon(match: re.Match[str], day: Day) -> date:
        """Without "the" or "th" it is one only where it meets its weekday within a month: "monday 7, tuesday 5" are
        numbers."""
        found = int(match["d"])
        if not 1 <= found <= 31:
            raise NoDateError
        date_ = next_numbered(found, day.today)
        if date_.weekday() != weekdays[match["name"]] or (date_ - day.today).days > _A_MONTH:
            raise NoDateError
        return date_

    lead = rf"(?:{alternatives([*table['next'], *table['this']])} )?"
    yield rule(rf"\b{lead}{weekday_name(words)}{gap(words)}{number}{ends}", meeting)
    yield rule(rf"\b{lead}{weekday_name(words)} (?P<d>[0-9]{{1,2}}){ends}", soon)
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


def weekday_of_month_rules(words: dict[str, Any]) -> Iterator[DateRule]:
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
