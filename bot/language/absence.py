"""Reads until when somebody is away: "till weds", "back on the 3rd", "next week", "for 3 days"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from itertools import pairwise

from bot.domain.days_off import DAY, Span
from bot.language.hearing.words import words_of
from bot.language.reading import FoundDate, Impossible, find_dates
from bot.language.reading.date_parts import weekday_name
from bot.language.reading.dates import DateNamed
from bot.language.reading.text import alternatives, fold, load_words

_WEEK = timedelta(days=7)
_SATURDAY = 5
_BEFORE_A_DAY = r"(?: the| el| la| los| las)? *$"


@dataclass(frozen=True, slots=True)
class Writer:
    """What their days are read by: their today, their language, what "end of term" means, and how "3/4" is read."""

    today: date
    lang: str
    term_ends_on: date | None = None
    day_first: bool = True


@dataclass(frozen=True, slots=True)
class Days:
    """The days, the first and the last one among them. `said`: their end was named, so that nothing has to be asked."""

    span: Span
    said: bool


class NoDays(StrEnum):
    """Why there are none."""

    UNSAID = "unsaid"
    PAST = "absence-past"
    """They are over."""
    NO_SUCH = "no-such-date"
    """ "31 February"."""
    TOO_FAR = "absence-too-long"


@dataclass(frozen=True, slots=True)
class _Words:
    until: re.Pattern[str]
    back: re.Pattern[str]
    start: re.Pattern[str]
    since: re.Pattern[str]
    was: re.Pattern[str]
    over: re.Pattern[str]
    joins: re.Pattern[str]
    beside_each_other: re.Pattern[str]
    week: re.Pattern[str]
    within: re.Pattern[str]
    whole: re.Pattern[str]
    both: re.Pattern[str]
    weekday: re.Pattern[str]
    month: re.Pattern[str]
    lasting: re.Pattern[str]
    numbered: re.Pattern[str]
    returned: re.Pattern[str]
    own: re.Pattern[str]
    others: re.Pattern[str]
    beside: frozenset[str]


@cache
def _words(lang: str) -> _Words:
    table, dates = load_words("bot.language", lang, "absence"), load_words("bot.language.reading", lang, "dates")

    def any_of(name: str, end: str = r"(?!\w)") -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(table[name])}){end}")

    def between(name: str) -> re.Pattern[str]:
        return re.compile(rf" *(?:{'|'.join(table[name])}) *")

    until = "|".join(table["until"])
    return _Words(
        until=any_of("until"),
        back=any_of("back"),
        start=any_of("from", _BEFORE_A_DAY),
        since=any_of("since", _BEFORE_A_DAY),
        was=any_of("was"),
        over=any_of("over"),
        joins=between("joins"),
        beside_each_other=between("beside_each_other"),
        week=any_of("week"),
        within=any_of("within", " $"),
        whole=any_of("whole"),
        both=any_of("both", _BEFORE_A_DAY),
        weekday=re.compile(weekday_name(dates)),
        month=re.compile(rf"(?<!\w){alternatives(dates['months'])}(?!\w)"),
        lasting=_lasting(table["for"], lang),
        numbered=re.compile(rf"(?<![\w.,:/])(?P<n>[0-9]{{1,2}})(?:st|nd|rd|th)? ?(?:{until})(?: the| el)? ?$"),
        returned=re.compile(rf"(?:{'|'.join(table['returned'])})[\s.!]*"),
        own=any_of("own"),
        others=any_of("others"),
        beside=frozenset(table["beside"]),
    )


def _lasting(leads: Sequence[str], lang: str) -> re.Pattern[str]:
    """ "for 3 days", "for a week": what stands beside it is for the caller."""
    dates = load_words("bot.language.reading", lang, "dates")
    number = rf"(?P<n>[0-9]{{1,2}}|{alternatives(dates['count'])})"
    return re.compile(rf"(?<!\w)(?:(?:{'|'.join(leads)}) )?{number} (?P<unit>{alternatives(dates['days'])})(?!\w)")


def read_days(text: str, writer: Writer) -> Days | NoDays:
    """The days on which somebody is away, by what they wrote."""
    words, folded = _words(writer.lang), fold(text)
    if words.over.search(folded):
        return NoDays.PAST
    found = _lasting_days(text, folded, words, writer) or _named_days(text, folded, words, writer)
    if not isinstance(found, Days):
        return found
    if found.span.last < writer.today:
        return NoDays.PAST
    if not found.said and words.was.search(folded):
        return NoDays.UNSAID
    return Days(Span(max(found.span.first, writer.today), found.span.last), found.said)


def is_about_themselves(text: str, lang: str) -> bool:
    """Whether a message says that its writer is away or ill; not that somebody else is, and no question."""
    if "?" in text or _words(lang).others.search(fold(text)):
        return False
    return _words(lang).own.search(fold(text)) is not None or not _AWAY.isdisjoint(words_of(text, lang).names)


_AWAY = frozenset({"ill", "absent"})
"""Groups of words in the data of the hearing."""


def only_days(text: str, writer: Writer) -> Days | NoDays | None:
    """The same for a message that says nothing else; None for one that does."""
    words, folded = _words(writer.lang), fold(text)
    found = read_days(text, writer)
    if found is NoDays.UNSAID:
        return None
    pieces = [(p.start, p.end) for p in _dates(text, writer)]
    besides = (words.lasting, words.over, words.whole)
    pieces += [one.span() for pattern in besides for one in pattern.finditer(folded)]
    rest = folded
    for start, end in pieces:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    said = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", rest)
    numbered = isinstance(found, Days) and found.said
    left = {word for word in said if not (numbered and word.isdecimal())}  # "from 20 to 25 january"
    return found if left <= words.beside else None


def says_back(text: str, lang: str) -> bool:
    """Whether a whole message says that somebody is back."""
    return _words(lang).returned.fullmatch(fold(text).strip()) is not None


def _dates(text: str, writer: Writer) -> tuple[DateNamed, ...]:
    return find_dates(text, writer.today, day_first=writer.day_first, term_end=writer.term_ends_on, lang=writer.lang)


def _lasting_days(text: str, folded: str, words: _Words, writer: Writer) -> Days | None:
    """So many days from today. "since two weeks", "in two weeks" and "a week on friday" are none."""
    match = words.lasting.search(folded)
    if (
        match is None
        or any(piece.start <= match.start() and match.end() < piece.end for piece in _dates(text, writer))
        or words.since.search(folded)
        or re.search(r"(?<!\w)(?:in|en|dentro de) $", folded[: match.start()])
    ):
        return None
    dates = load_words("bot.language.reading", writer.lang, "dates")
    number = int(match["n"]) if match["n"].isdecimal() else int(dates["count"][match["n"]])
    days = number * int(dates["days"][match["unit"]])
    return Days(Span(writer.today, writer.today + timedelta(days=max(days, 1) - 1)), said=False)


def _named_days(text: str, folded: str, words: _Words, writer: Writer) -> Days | NoDays:
    pieces = _dates(text, writer)
    if any(isinstance(piece, Impossible) for piece in pieces):
        return NoDays.NO_SUCH
    first = _first_of_two(pieces, folded, words, writer.today)
    last: Days | None = None
    before = 0
    for piece in pieces:
        lead, before = folded[before : piece.start], piece.end
        if not isinstance(piece, FoundDate) or words.since.search(lead):
            continue
        if words.start.search(lead) and not words.numbered.search(folded, 0, piece.start):
            first = piece.date
        elif last is None or not last.said:
            last = _read(piece, folded, lead, words, writer.today)
    if last is None:
        whole = first is None and words.whole.search(folded)
        return Days(this_week(writer.today), said=False) if whole else NoDays.UNSAID
    return Days(_in_order(first, last), last.said)


def _first_of_two(pieces: Sequence[DateNamed], folded: str, words: _Words, today: date) -> date | None:
    """The first of two days of which all between them are meant, "wed-fri", or between which there are none, "thurs n
    fri"."""
    for one, other in pairwise(pieces):
        if not (isinstance(one, FoundDate) and isinstance(other, FoundDate)):
            continue
        between, first = folded[one.end : other.start], one.date
        if first - _WEEK == today:  # a weekday that is today's was read as that of the next week
            first = today
        if other.date - first == DAY and words.beside_each_other.fullmatch(between):
            return first
        if first < other.date and words.joins.fullmatch(between):
            return first
    return None


def _read(piece: FoundDate, folded: str, lead: str, words: _Words, today: date) -> Days:
    """What one day, or one week, says: until then, back then, or then alone."""
    text = folded[piece.start : piece.end]
    days, bare_month = _days_of(piece.date, text, words, today), _is_bare_month(text, words)
    back, until = _last(words.back, lead), _last(words.until, lead)
    if back >= 0 and back >= until:
        first = days.first.replace(day=1) if bare_month else days.first
        return Days(Span(today, first - DAY), said=True)
    numbered = words.numbered.search(folded, 0, piece.start)
    if numbered and 1 <= int(numbered["n"]) <= piece.date.day:
        return Days(Span(piece.date.replace(day=int(numbered["n"])), piece.date), said=True)
    if until >= 0:
        comes = days.first > today and days.first != days.last  # "until next week"
        return Days(Span(today, days.first - DAY if comes else days.last), said=not bare_month)
    return Days(Span(today, days.last) if words.both.search(lead) else days, said=False)


def _days_of(day: date, text: str, words: _Words, today: date) -> Span:
    """A week that is named is whole. A weekday that is today's is that of the next week, unless that is said."""
    if words.weekday.search(text):
        day = day + _WEEK if day == today else day
    elif words.week.search(text) and not re.search("[0-9]", text) and not words.lasting.search(text):
        return _week_of(day)
    return Span(day, day)


def _week_of(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + _WEEK - DAY)


def this_week(today: date) -> Span:
    """From today until its Sunday. Whoever says "all week" at a weekend means the school week that comes."""
    ahead = 2 if today.weekday() >= _SATURDAY else 0
    return Span(today, _week_of(today + timedelta(days=ahead)).last)


def _is_bare_month(text: str, words: _Words) -> bool:
    return words.month.fullmatch(text) is not None


def _in_order(first: date | None, last: Days) -> Span:
    if first is None:
        return last.span
    end = last.span.last
    if first > end and first - _WEEK <= end:
        first -= _WEEK  # "from monday to wednesday", said on a monday
    return Span(min(first, end), end)


def _last(pattern: re.Pattern[str], lead: str) -> int:
    """Where the last one begins in these words; -1 for none."""
    return max((one.start() for one in pattern.finditer(lead)), default=-1)
