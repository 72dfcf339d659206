"""Days without school as teachers type them: one day, several in a row, or a week, with a name beside them.

"15 to 19 February half term", "from 28 March until 2 April", "week of 15 February", "19 March: inset day". Each line,
or part between semicolons, has one name. A date without a year is the one within the term, also where that has been.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bot.language.reading.dates import DateNamed, FoundDate, find_dates
from bot.language.reading.text import alternatives, fold, load_words

A_DAY, A_YEAR = timedelta(days=1), timedelta(days=365)
SHORT = timedelta(days=14)
"""From "28" to "3 March" it is so long at most: else the two were typed the wrong way round."""
NAME_MOST = 80


@dataclass(frozen=True, slots=True)
class TypedDays:
    """Days in a row, both inclusive. `name` is what stood beside them, or ""."""

    first_on: date
    last_on: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class UnclearDays:
    """A line in which no days were found, or which days stays unclear."""

    line: str


def read_days(
    text: str, today: date, term_end: date, *, day_first: bool = True, lang: str = "en"
) -> list[TypedDays | UnclearDays]:
    """What each line says, in the order in which it stands there."""
    lines = [line.strip() for line in re.split(r"[\n;]", text)]
    frame = _Frame(today, term_end, day_first, lang)
    return [found for line in lines if line for found in _line(line, frame)]


@dataclass(frozen=True, slots=True)
class _Frame:
    today: date
    term_end: date
    day_first: bool
    lang: str


def _line(line: str, frame: _Frame) -> list[TypedDays] | list[UnclearDays]:
    words = _words(frame.lang)
    named = find_dates(line, frame.today, day_first=frame.day_first, term_end=frame.term_end, lang=frame.lang)
    pieces = _dates_of(named, line)
    over = _over(line, frame) if not pieces else None
    if over is not None:
        return [over]
    if not pieces or not all(isinstance(piece, FoundDate) for piece in pieces):
        return [UnclearDays(line)]
    spans = list(_spans([piece for piece in pieces if isinstance(piece, FoundDate)], fold(line), words, frame))
    if any(span is None for span in spans):
        return [UnclearDays(line)]
    whole = [span for span in spans if span is not None]
    name = _name(line, whole, words)
    return [TypedDays(span.first, span.last, name) for span in whole]


def _over(line: str, frame: _Frame) -> TypedDays | None:
    """Days that are named by being over: last week, yesterday."""
    words, monday = _words(frame.lang), frame.today - A_DAY * (frame.today.weekday() + 7)
    if words.last_week.search(fold(line)):
        return TypedDays(monday, monday + A_DAY * 4)
    return TypedDays(frame.today - A_DAY, frame.today - A_DAY) if words.yesterday.search(fold(line)) else None


def _dates_of(named: tuple[DateNamed, ...], line: str) -> list[DateNamed]:
    """Where a date is in digits, what is in words is a name: "Christmas", "Semana Santa"."""
    in_digits = [piece for piece in named if any(c.isdigit() for c in line[piece.start : piece.end])]
    return in_digits or list(named)


@dataclass(frozen=True, slots=True)
class _Span:
    """Days, and where in the line they stand."""

    first: date
    last: date
    start: int
    end: int


def _spans(pieces: list[FoundDate], line: str, words: "_Words", frame: _Frame) -> Iterator[_Span | None]:
    """None for one that can not be."""
    at, from_ = 0, 0
    while at < len(pieces):
        piece = pieces[at]
        until = pieces[at + 1] if at + 1 < len(pieces) else None
        if until is not None and words.to.fullmatch(line[piece.end : until.start].strip()):
            days = [_in_term(one, line, frame) for one in (piece, until)]
            yield _ordered(days[0], days[1], piece, until, line)
            at, from_ = at + 2, until.end
            continue
        span = _alone(piece, line, from_, words, frame)
        yield from span
        at, from_ = at + 1, max(piece.end, *(one.end for one in span if one is not None), 0)


def _ordered(first: date, last: date, piece: FoundDate, until: FoundDate, line: str) -> _Span | None:
    if not _has_year(piece, line):  # "21 December to 4 January 2028"
        first = _years_later(first, -1 if first > last else (last - first) // A_YEAR)
    return _Span(first, last, piece.start, until.end) if first <= last else None


def _alone(piece: FoundDate, line: str, from_: int, words: "_Words", frame: _Frame) -> list[_Span | None]:
    """One date, with numbers of days before or behind it: "15 to 19 February", "15, 16 and 18 Feb", "Feb 15-19"."""
    day = _in_term(piece, line, frame)
    before = words.before.search(line[from_ : piece.start])
    if before:
        start = from_ + before.start()
        numbers = [int(number) for number in re.findall(r"[0-9]+", before[0])]
        if words.is_range(before[0]):
            return [_from_number(numbers[-1], day, start, piece.end)]
        days = [*numbers, day.day]
        return [_on_number(number, day, start, piece.end) for number in days]
    after = words.after.match(line[piece.end :])
    if after and after["day"]:
        last = _on_number(int(after["day"]), day, piece.start, piece.end + after.end())
        return [_Span(day, last.last, last.start, last.end) if last and last.last >= day else None]
    if words.week_of.search(line[from_ : piece.start]) or words.week.search(line[piece.start : piece.end]):
        monday = day - timedelta(days=day.weekday())
        return [_Span(monday, monday + timedelta(days=4), piece.start, piece.end)]
    return [_Span(day, day, piece.start, piece.end)]


def _from_number(number: int, last: date, start: int, end: int) -> _Span | None:
    """From the day of this number until `last`: of the same month, or of the one before."""
    month = last.replace(day=1) if number <= last.day else last.replace(day=1) - A_DAY
    try:
        first = month.replace(day=number)
    except ValueError:
        return None
    return _Span(first, last, start, end) if first.month == last.month or last - first <= SHORT else None


def _on_number(number: int, beside: date, start: int, end: int) -> _Span | None:
    try:
        day = beside.replace(day=number)
    except ValueError:
        return None
    return _Span(day, day, start, end)


def _in_term(piece: FoundDate, line: str, frame: _Frame) -> date:
    """A day and month that come next after the term has ended are those of last time, where that is nearer."""
    day = piece.date
    if day <= frame.term_end or _has_year(piece, line) or not any(c.isdigit() for c in line[piece.start : piece.end]):
        return day
    before = _years_later(day, -1)
    return before if frame.today - before < day - frame.term_end else day


def _has_year(piece: FoundDate, line: str) -> bool:
    return _YEAR.search(line[piece.start : piece.end]) is not None


_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])|'[0-9]{2}$|[0-9][./-][0-9]{1,2}[./-][0-9]{2}$")


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


# What stands beside the dates.


def _name(line: str, spans: list[_Span], words: "_Words") -> str:
    """The rest of the line, without the small words around it."""
    rest = list(line)
    for span in spans:
        week_of = words.week_of.search(fold(line[: span.start]))
        start = week_of.start() if week_of else span.start
        rest[start : span.end] = " " * (span.end - start)
    parts = [_bare(part, words) for part in re.split(r" {2,}|[:()]", " ".join("".join(rest).split("\t")))]
    return " ".join(part for part in parts if part)[:NAME_MOST].strip()


def _bare(part: str, words: "_Words") -> str:
    """Without small words and signs at both of its ends."""
    before = ""
    while part != before:
        before = part
        part = part.strip(" ,.-–—:&+!?'\"")
        for edge in (words.leading, words.trailing):
            found = edge.search(fold(part))
            if found:
                part = part[: found.start()] + part[found.end() :]
    return part


@dataclass(frozen=True, slots=True)
class _Words:
    to: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    week: re.Pattern[str]
    week_of: re.Pattern[str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    until: re.Pattern[str]
    last_week: re.Pattern[str]
    yesterday: re.Pattern[str]

    def is_range(self, between: str) -> bool:
        return self.until.search(between) is not None


@cache
def _words(lang: str) -> _Words:
    table = load_words(__package__, lang, "days_off")
    to, joins = alternatives(table["to"]), alternatives([*table["to"], *table["and"]])
    number = rf"[0-9]{{1,2}} ?(?:{alternatives(table['ordinal'])})?"
    filler = alternatives(table["filler"])
    return _Words(
        to=re.compile(rf"{to}(?: the| el)?"),
        before=re.compile(rf"(?<![0-9./:-])(?:{number} ?{joins} ?)+(?:the |el )?$"),
        after=re.compile(
            rf" ?{to} ?(?:the |el )?(?P<day>[0-9]{{1,2}})(?![0-9]|[./:-][0-9])(?:{alternatives(table['ordinal'])})?"
        ),
        week=re.compile(rf"\b{alternatives(table['week'])}\b"),
        week_of=re.compile(rf"\b{alternatives(table['week_of'])}(?: the)? *$"),
        leading=re.compile(rf"^{filler}(?!\w)"),
        trailing=re.compile(rf"(?<!\w){filler}$"),
        until=re.compile(rf"(?<![a-z]){to}(?![a-z])|-"),
        last_week=re.compile(rf"\b{alternatives(table['last_week'])}\b"),
        yesterday=re.compile(rf"\b{alternatives(table['yesterday'])}\b"),
    )
