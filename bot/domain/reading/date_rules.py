"""The rules by which dates are found: each is a regular expression and what it means on a given day."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from bot.domain.reading.text import alternatives, load_words

_LAST_YEAR = 2200
_FRIDAY = 4
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Day:
    """What a rule needs besides the match."""

    today: date
    day_first: bool
    term_end: date | None


class NoDateError(Exception):
    """The match turned out to be something else than a date."""


Compute = Callable[[re.Match[str], Day], date]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a language, the most specific first, and the words that lead to a deadline."""

    rules: tuple[tuple[re.Pattern[str], Compute], ...]
    deadline: re.Pattern[str]


@cache
def date_rules(lang: str) -> Rules:
    """The rules of a language. Raises FileNotFoundError for an unknown one."""
    words = load_words(__package__, lang, "dates")
    rules = tuple((re.compile(pattern), compute) for pattern, compute in _all_rules(words))
    lead = alternatives(words["words"]["deadline"])
    return Rules(rules, re.compile(rf"\b{lead}(?: {alternatives(words['words']['the'])})? *$"))


def _all_rules(words: dict[str, Any]) -> Iterator[tuple[str, Compute]]:
    yield from _numeric_rules()
    yield from _month_rules(words)
    yield from _relative_rules(words)
    yield from _holiday_rules(words)  # "good friday" is no friday
    yield from _weekday_rules(words)
    yield from _end_rules(words)
    yield from _bare_rules(words)


# --- digits only ------------------------------------------------------------------------


def _numeric_rules() -> Iterator[tuple[str, Compute]]:
    yield (
        r"(?<![\w-])(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})(?![\w-])",
        lambda m, _: date(int(m["y"]), int(m["m"]), int(m["d"])),
    )
    yield (
        r"(?<![\w/.])(?P<a>[0-9]{1,2})(?P<sep>[-/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<y>[0-9]{4}|[0-9]{2})(?![\w/])",
        lambda m, day: _numeric(int(m["a"]), int(m["b"]), _full_year(m["y"]), day),
    )
    yield r"(?<![\w/.,:])(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![\w/%])", _numeric_without_year
    yield r"(?<![\w/.,:])(?P<a>[0-9]{1,2})\.(?P<b>[0-9]{1,2})\.(?![\w.])", _numeric_without_year


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _numeric(first: int, second: int, year: int, day: Day) -> date:
    number, month = (first, second) if day.day_first else (second, first)
    if month > 12 >= number:  # only the other order makes sense
        number, month = month, number
    return date(year, month, number)


def _numeric_without_year(match: re.Match[str], day: Day) -> date:
    try:
        found = _numeric(int(match["a"]), int(match["b"]), 2000, day)
    except ValueError:
        raise NoDateError from None  # "14/20" is a score
    return _next_occurrence(found.month, found.day, day.today)


def _next_occurrence(month: int, number: int, today: date) -> date:
    """The next such day; ValueError if its month of that year has none."""
    last = calendar.monthrange(today.year, month)[1]
    passed = (month, min(number, last)) < (today.month, today.day)
    return date(today.year + passed, month, number)


# --- with the name of a month -----------------------------------------------------------


def _month_rules(words: dict[str, Any]) -> Iterator[tuple[str, Compute]]:
    months: dict[str, int] = words["months"]
    month = rf"(?P<month>{alternatives(months)})\b\.?"
    ordinal = alternatives(words["words"]["ordinal"])
    number = rf"(?P<d>[0-9]{{1,2}})(?: ?{ordinal})?"
    year = r"(?:,? {0,2}(?P<y>20[0-9]{2}|'[0-9]{2}))?(?![0-9])"
    of = alternatives(words["words"]["of"])

    def named(match: re.Match[str], day: Day) -> date:
        month_number, number_ = months[match["month"]], int(match["d"])
        if match["y"]:
            return date(_full_year(match["y"].lstrip("'")), month_number, number_)
        return _next_occurrence(month_number, number_, day.today)

    yield rf"(?<![\w.,/:]){number}(?: {{1,2}}|-)?(?:{of} )?{month}-?{year}", named
    yield rf"\b{month} {{0,2}}(?:the )?{number}\b{year}(?! ?(?:%|/))", named
    yield from _month_edge_rules(words, month, year)


def _month_edge_rules(words: dict[str, Any], month: str, year: str) -> Iterator[tuple[str, Compute]]:
    months: dict[str, int] = words["months"]

    def month_of(match: re.Match[str], day: Day) -> tuple[int, int]:
        number = months[match["month"]]
        if match["y"]:
            return _full_year(match["y"].lstrip("'")), number
        return day.today.year + (number < day.today.month), number

    def on(number: int) -> Compute:
        return lambda match, day: date(*month_of(match, day), number)

    last: Compute = lambda match, day: _last_of_month(*month_of(match, day))  # noqa: E731
    table = words["words"]
    yield rf"\b{alternatives(table['last_of'])} {month}{year}", last
    yield rf"\b{alternatives(table['middle_of'])} ?{month}{year}", on(15)
    yield rf"\b{alternatives(table['early'])} {month}{year}", on(10)
    yield rf"\b{alternatives(table['first_of'])} {month}{year}", on(1)
    yield rf"\b{alternatives(table['month_lead'])} (?P<all>{month}{year})", last
    yield rf"^\s*(?P<all>{month}{year})[\s.!]*$", last
    yield rf"\b{month} (?P<y>20[0-9]{{2}})\b", last


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


# --- counted from today -----------------------------------------------------------------


def _relative_rules(words: dict[str, Any]) -> Iterator[tuple[str, Compute]]:
    counts: dict[str, int] = words["count"]
    days: dict[str, int] = words["days"]
    months: dict[str, int] = words["calendar_months"]
    table = words["words"]
    count = rf"(?P<n>[0-9]{{1,9}}|{alternatives(counts)})"
    unit = rf"(?P<unit>{alternatives([*days, *months])})"

    def later(match: re.Match[str], day: Day) -> date:
        number = counts[match["n"]] if match["n"] in counts else int(match["n"])
        unit_ = match["unit"]
        if unit_ in days:
            return day.today + timedelta(days=number * days[unit_])
        return day.today + relativedelta(months=number * months[unit_])

    ahead = rf"\b{count} {{0,2}}{unit}'? {{0,2}}{alternatives(table['from_now'])}\b"
    yield rf"\b{alternatives(table['in'])} (?:{ahead})", later
    yield ahead, later
    yield rf"\b{alternatives(table['in'])} (?:the next )?{count} {{0,2}}{unit}\b", later
    yield rf"^\s*(?P<all>(?:the next )?{count} {{0,2}}{unit})[\s.!]*$", later
    near: dict[str, int] = words["near"]
    yield (
        rf"\b(?:the )?(?P<near>{alternatives(near)})\b",
        lambda match, day: day.today + timedelta(days=near[match["near"]]),
    )


# --- days of the week, holidays ---------------------------------------------------------


def _weekday_rules(words: dict[str, Any]) -> Iterator[tuple[str, Compute]]:
    weekdays: dict[str, int] = words["weekdays"]
    table = words["words"]
    name = rf"(?P<name>{alternatives(weekdays)})\b(?!')"

    def coming(match: re.Match[str], day: Day) -> date:
        return _coming(weekdays[match["name"]], day.today + timedelta(days=1))

    def this(match: re.Match[str], day: Day) -> date:
        return _coming(weekdays[match["name"]], day.today)

    def in_following_week(match: re.Match[str], day: Day) -> date:
        monday = day.today - timedelta(days=day.today.weekday()) + timedelta(weeks=1)
        return monday + timedelta(days=weekdays[match["name"]])

    yield rf"\b{alternatives(table['next'])} {name}", in_following_week
    yield rf"\b{alternatives(table['this'])} {name}", this
    sure = [word for word in weekdays if word not in words["unclear"]["weekdays"]]
    yield rf"\b(?P<name>{alternatives(sure)})\b(?!')", coming
    yield rf"\b{alternatives(table['day_lead'])} (?P<all>{name})", coming
    yield rf"^\s*(?P<all>{name})[\s.!]*$", coming


def _coming(weekday: int, start: date) -> date:
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def _holiday_rules(words: dict[str, Any]) -> Iterator[tuple[str, Compute]]:
    fixed: dict[str, list[int]] = words["holidays"]["fixed"]
    moving: dict[str, int] = words["holidays"]["easter"]

    def fixed_day(match: re.Match[str], day: Day) -> date:
        month, number = fixed[match["name"]]
        return _next_occurrence(month, number, day.today)

    def easter_day(match: re.Match[str], day: Day) -> date:
        offset = timedelta(days=moving[match["name"]])
        this_year = easter(day.today.year) + offset
        return this_year if this_year >= day.today else easter(day.today.year + 1) + offset

    yield _plain_name(fixed), fixed_day
    yield _plain_name(moving), easter_day


def _plain_name(names: dict[str, Any]) -> str:
    """Names of one word only match with single spaces, so that the match is a key of the table."""
    longest_first = sorted(names, key=len, reverse=True)
    return r"\b(?P<name>" + "|".join(re.escape(name) for name in longest_first) + r")\b"


# --- ends of periods, and what is left --------------------------------------------------


def _end_rules(words: dict[str, Any]) -> Iterator[tuple[str, Compute]]:
    table = words["words"]
    end_of = rf"\b(?:{alternatives(table['last_of'])} )(?:{alternatives(table['this'])} )?"
    next_ = alternatives(table["next"])
    this = alternatives(table["this"])
    week, month, year = (alternatives(table[name]) for name in ("week", "month", "year"))

    def end_of_week(_: re.Match[str], day: Day) -> date:
        return _coming(_FRIDAY if day.today.weekday() <= _FRIDAY else _SUNDAY, day.today)

    def end_of_next_week(_: re.Match[str], day: Day) -> date:
        monday = day.today - timedelta(days=day.today.weekday())
        return monday + timedelta(days=7 + _FRIDAY)

    def end_of_month(after: int) -> Compute:
        def compute(_: re.Match[str], day: Day) -> date:
            then = day.today + relativedelta(months=after)
            return _last_of_month(then.year, then.month)

        return compute

    def end_of_term(_: re.Match[str], day: Day) -> date:
        if day.term_end is None:
            raise NoDateError
        return day.term_end

    yield rf"(?:{end_of}|\b){next_} {week}\b", end_of_next_week
    yield rf"(?:{end_of}|\b){next_} {month}\b", end_of_month(1)
    yield rf"\b(?:{this} )?{alternatives(table['weekend'])}\b", lambda _, day: _coming(_SUNDAY, day.today)
    yield rf"(?:{end_of}|\b{this} ){week}\b", end_of_week
    yield rf"(?:{end_of}|\b{this} ){month}\b", end_of_month(0)
    yield rf"(?:{end_of}|\b{this} ){year}\b", lambda _, day: date(day.today.year, 12, 31)
    yield rf"{end_of}(?:{next_} )?{alternatives(table['term'])}\b", end_of_term


def _bare_rules(words: dict[str, Any]) -> Iterator[tuple[str, Compute]]:
    ordinal = alternatives(words["words"]["ordinal"])
    lead = alternatives(words["words"]["deadline"])
    the = alternatives(words["words"]["the"])
    # "the 12th", but not "the 2nd essay"
    yield rf"\b{the} (?P<all>(?P<d>[0-9]{{1,2}}){ordinal})(?= *(?:$|[.,;:!?)\n]))", _day_of_month
    yield rf"\b{lead} (?P<all>(?P<y>20[0-9]{{2}}))\b(?![./:-]?[0-9])", _year


def _day_of_month(match: re.Match[str], day: Day) -> date:
    """The next day with that number, in the first month that has one."""
    number = int(match["d"])
    if not 1 <= number <= 31:
        raise NoDateError
    first = day.today if number >= day.today.day else day.today + relativedelta(months=1)
    while calendar.monthrange(first.year, first.month)[1] < number:
        first += relativedelta(months=1, day=1)
    return first.replace(day=number)


def _year(match: re.Match[str], day: Day) -> date:
    year = int(match["y"])
    if year > _LAST_YEAR:
        raise NoDateError
    return date(year, 12, 31)
