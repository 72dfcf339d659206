"""Dates as people type them: "12 May", "next friday", "in three weeks", "by easter".

A date without a year is its next occurrence, today included. "friday" is the coming one, "next friday" that
of the following week, "friday in two weeks" that of the week two weeks ahead. A month alone, a year and "end of …"
mean their last day: people name them as deadlines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from bot.language.reading.date_joins import Beside, DatePiece, beside, join
from bot.language.reading.date_parts import (
    EARLY,
    MIDDLE,
    Compute,
    DateNamedBy,
    DateRule,
    Day,
    NoDateError,
    OtherWeekdayError,
    UnclearError,
    count_rules,
    end_rules,
    full_year,
    last_of_month,
    next_from_easter,
    next_numbered,
    next_occurrence,
    part_rules,
    rule,
    weekday_and_number_rules,
    weekday_name,
    weekday_of_month_rules,
    weekday_of_week_rules,
    weekday_rules,
)
from bot.language.reading.text import alternatives, fold, load_words, without_addresses

# The rules by which dates are found: each is a regular expression and what it means on a given day.


_LAST_YEAR = 2200


@dataclass(frozen=True, slots=True)
class DateRules:
    """The rules of a language, the most specific first, and the names of its weekdays."""

    rules: tuple[DateRule, ...]
    weekday: re.Pattern[str]

    def for_text(self, text: str) -> Iterator[DateRule]:
        """Those that may find something: most texts name no weekday, which spares half of the rules."""
        named = self.weekday.search(text) is not None
        return (one for one in self.rules if named or not one.weekday)


@cache
def date_rules(lang: str) -> DateRules:
    """The rules of a language."""
    words = load_words(__package__, lang, "dates")
    return DateRules(tuple(_all_rules(words)), re.compile(weekday_name(words)))


def _all_rules(words: dict[str, Any]) -> Iterator[DateRule]:
    yield from _of_weekday(weekday_of_month_rules(words))
    yield from _numeric_rules()
    yield from part_rules(words)
    yield from _month_rules(words)
    yield from _of_weekday(weekday_of_week_rules(words))
    yield from _of_weekday(weekday_and_number_rules(words))
    yield from count_rules(words)
    yield from _holiday_rules(words)  # "good friday" is no friday
    yield from _of_weekday(weekday_rules(words))
    yield from end_rules(words)
    yield from _bare_rules(words)


def _of_weekday(rules: Iterator[DateRule]) -> Iterator[DateRule]:
    return (replace(one, weekday=True) for one in rules)


# --- digits only ------------------------------------------------------------------------


def _numeric_rules() -> Iterator[DateRule]:
    yield rule(
        r"(?<![\w-])(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})(?![\w-])",
        lambda m, _: date(int(m["y"]), int(m["m"]), int(m["d"])),
        DateNamedBy.DAY,
    )
    yield rule(
        r"(?<![\w/.])(?P<a>[0-9]{1,2})(?P<sep>[-/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<y>[0-9]{4}|[0-9]{2})(?![\w/])",
        lambda m, day: _numeric(int(m["a"]), int(m["b"]), full_year(m["y"]), day),
        DateNamedBy.DAY,
    )
    fraction = r"(?<![0-9] )"  # "1 1/2"
    slash = r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![\w/%])"
    yield rule(rf"(?<![\w/.,:]){fraction}{slash}", _numeric_without_year, DateNamedBy.DAY)
    yield rule(r"(?<![\w/.,:])(?P<a>[0-9]{1,2})\.(?P<b>[0-9]{1,2})\.(?![\w.])", _numeric_without_year, DateNamedBy.DAY)


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
    return next_occurrence(found.month, found.day, day.today)


# --- with the name of a month -----------------------------------------------------------


def _month_rules(words: dict[str, Any]) -> Iterator[DateRule]:
    months: dict[str, int] = words["months"]
    month = rf"(?P<month>{alternatives(months)})\b\.?"
    ordinal = alternatives(words["words"]["ordinal"])
    number = rf"(?P<d>[0-9]{{1,2}})(?: ?{ordinal})?"
    of = alternatives(words["words"]["of"])
    year = rf"(?:,? {{0,2}}(?:{of} )?(?P<y>20[0-9]{{2}}|'[0-9]{{2}}))?(?![0-9])"

    def named(match: re.Match[str], day: Day) -> date:
        month_number, number_ = months[match["month"]], int(match["d"])
        if match["y"]:
            return date(full_year(match["y"]), month_number, number_)
        return next_occurrence(month_number, number_, day.today)

    yield rule(rf"(?<![\w.,/:]){number}(?: {{1,2}}|-)?(?:{of} )?{month}-?{year}", named, DateNamedBy.DAY)
    ordinals: dict[str, int] = words["ordinals"]

    def spelled(match: re.Match[str], day: Day) -> date:
        month_number, number_ = months[match["month"]], ordinals[match["word"].replace(" ", "-")]
        if match["y"]:
            return date(full_year(match["y"]), month_number, number_)
        return next_occurrence(month_number, number_, day.today)

    word = "|".join(name.replace("-", "[- ]") for name in sorted(ordinals, key=len, reverse=True))
    yield rule(rf"\b(?P<word>{word}) {of} {month}{year}", spelled, DateNamedBy.DAY)
    yield rule(rf"\b{month} {{0,2}}(?:the )?{number}\b{year}(?! ?(?:%|/))", named, DateNamedBy.DAY)
    yield from _month_edge_rules(words, month, year)


def _month_edge_rules(words: dict[str, Any], month: str, year: str) -> Iterator[DateRule]:
    months: dict[str, int] = words["months"]

    def month_of(match: re.Match[str], day: Day) -> tuple[int, int]:
        number = months[match["month"]]
        if match["y"]:
            return full_year(match["y"]), number
        return day.today.year + (number < day.today.month), number

    def on(number: int) -> Compute:
        return lambda match, day: date(*month_of(match, day), number)

    last: Compute = lambda match, day: last_of_month(*month_of(match, day))  # noqa: E731
    table = words["words"]
    yield rule(rf"\b{alternatives(table['last_of'])} {month}{year}", last)
    within = rf"(?:{alternatives(table['within'])} )?"
    yield rule(rf"\b{alternatives(table['late'])} {within}{month}{year}", last)
    yield rule(rf"\b{alternatives(table['middle_of'])} ?{month}{year}", on(MIDDLE))
    yield rule(rf"\b{alternatives(table['early'])} {within}{month}{year}", on(EARLY))
    yield rule(rf"\b{alternatives(table['first_of'])} {month}{year}", on(1))
    yield rule(rf"\b{alternatives(table['month_lead'])} (?P<all>{month}{year})", last, DateNamedBy.PERIOD)
    yield rule(rf"^\s*(?P<all>{month}{year})[\s.!]*$", last, DateNamedBy.PERIOD)
    yield rule(rf"\b{month} (?P<y>20[0-9]{{2}})\b", last, DateNamedBy.PERIOD)


# --- holidays ---------------------------------------------------------------------------


def _holiday_rules(words: dict[str, Any]) -> Iterator[DateRule]:
    fixed: dict[str, list[int]] = words["holidays"]["fixed"]
    moving: dict[str, int] = words["holidays"]["easter"]

    def fixed_day(match: re.Match[str], day: Day) -> date:
        month, number = fixed[match["name"]]
        return next_occurrence(month, number, day.today)

    def easter_day(match: re.Match[str], day: Day) -> date:
        return next_from_easter(moving[match["name"]], day.today)

    yield rule(_plain_name(fixed), fixed_day)
    yield rule(_plain_name(moving), easter_day)


def _plain_name(names: dict[str, Any]) -> str:
    """Names of one word only match with single spaces, so that the match is a key of the table."""
    longest_first = sorted(names, key=len, reverse=True)
    return r"\b(?P<name>" + "|".join(re.escape(name) for name in longest_first) + r")\b"


# --- what is left ------------------------------------------------------------------------


def _bare_rules(words: dict[str, Any]) -> Iterator[DateRule]:
    ordinal = alternatives(words["words"]["ordinal"])
    lead = alternatives(words["words"]["deadline"])
    the = alternatives(words["words"]["the"])
    # "the 12th", but not "the 2nd essay"
    ends = rf"(?= *(?:$|[.,;:!?)\n]|{alternatives(words['words']['or'])}\b))"
    yield rule(rf"\b{the} (?P<all>(?P<d>[0-9]{{1,2}}){ordinal}){ends}", _day_of_month)
    yield rule(rf"\b{lead} (?P<all>(?P<y>20[0-9]{{2}}))\b(?![./:-]?[0-9])", _year)


def _day_of_month(match: re.Match[str], day: Day) -> date:
    number = int(match["d"])
    if not 1 <= number <= 31:
        raise NoDateError
    return next_numbered(number, day.today)


def _year(match: re.Match[str], day: Day) -> date:
    year = int(match["y"])
    if year > _LAST_YEAR:
        raise NoDateError
    return date(year, 12, 31)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, past or future: the caller judges. `text[start:end]` is where it stands."""

    date: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Impossible:
    """Looks like a date and is none, such as "31 February". `text` is what was typed.

    `weekday`: it is one, but on another day of the week than was said, such as "Monday 26 February 2027".
    """

    text: str
    start: int
    end: int
    weekday: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """More than one date, or one that hangs on something that is not read: "12 or 19 March", "after easter"."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """No date was found."""


DateNamed = FoundDate | Impossible | Unclear
DateReading = DateNamed | Nothing


def read_date(
    text: str,
    today: date,
    *,
    day_first: bool = True,
    term_end: date | None = None,
    lang: str = "en",
    part: str = "",
) -> DateReading:
    """The date that the text names; of several, the one that is said to be the deadline, else Unclear.

    `term_end` is what "end of term" means, where the caller knows it. `part` is the part of the text that says by when,
    where that is known: dates elsewhere do not count.
    """
    pieces = _pieces(without_addresses(fold(text)), Day(today, day_first, term_end), lang)
    around, folded = beside(lang), fold(text)
    if not part or any(around.restates(piece, folded) for piece in pieces[1:]):
        return _meant(pieces, text, around)
    touching = _touching(pieces, text.find(part), len(part))
    if touching:
        return _meant(touching, text, around)
    of_part = read_date(part, today, day_first=day_first, term_end=term_end, lang=lang)
    led = [piece for piece in pieces if around.leads(piece, folded)]  # "a day before the deadline, by 19 March"
    return _meant(led, text, around) if led and isinstance(of_part, Nothing) else of_part


def find_dates(
    text: str, today: date, *, day_first: bool = True, term_end: date | None = None, lang: str = "en"
) -> tuple[DateNamed, ...]:
    """Every date in the text, from left to right, without overlaps."""
    pieces = _pieces(without_addresses(fold(text)), Day(today, day_first, term_end), lang)
    return tuple(_named(piece, text) for piece in pieces)


def _meant(pieces: list[DatePiece], text: str, around: Beside) -> DateReading:
    """The deadline, else the only day that is no start of anything."""
    if not pieces:
        return Nothing()
    folded = fold(text)
    ends = [piece for piece in pieces if not around.starts(piece, folded)]
    again = [piece for piece in ends[1:] if around.restates(piece, folded)]
    meant = again or [piece for piece in ends if around.leads(piece, folded)] or ends
    several = len({piece.value if isinstance(piece.value, date) else piece.start for piece in meant}) > 1
    if several or not meant or around.hangs(meant[0], folded):
        start, end = (meant or pieces)[0].start, (meant or pieces)[-1].end
        return Unclear(text[start:end], start, end)
    return _named(meant[0], text)


def _touching(pieces: list[DatePiece], start: int, length: int) -> list[DatePiece]:
    return [piece for piece in pieces if start >= 0 and piece.start < start + length and start < piece.end]


def _pieces(text: str, day: Day, lang: str) -> list[DatePiece]:
    taken = bytearray(len(text))
    found: list[DatePiece] = []
    for one in date_rules(lang).for_text(text):
        for match in one.pattern.finditer(text):
            piece = _piece(match, one, day)
            if piece and not any(taken[piece.start : piece.end]):
                taken[piece.start : piece.end] = b"x" * (piece.end - piece.start)
                found.append(piece)
    return join(found, text, lang)


def _piece(match: re.Match[str], one: DateRule, day: Day) -> DatePiece | None:
    start, end = match.span("all") if "all" in match.re.groupindex else match.span()
    try:
        return DatePiece(one.compute(match, day), one.kind, start, end)
    except NoDateError:
        return None
    except (ValueError, OverflowError) as error:
        return DatePiece(error, DateNamedBy.DAY if one.kind is DateNamedBy.DAY else DateNamedBy.OTHER, start, end)


def _named(piece: DatePiece, text: str) -> DateNamed:
    part = text[piece.start : piece.end]
    if isinstance(piece.value, date):
        return FoundDate(piece.value, piece.start, piece.end)
    if isinstance(piece.value, UnclearError):
        return Unclear(part, piece.start, piece.end)
    return Impossible(part, piece.start, piece.end, weekday=isinstance(piece.value, OtherWeekdayError))
