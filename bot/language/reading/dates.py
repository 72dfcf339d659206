"""Dates as people type them: "12 May", "next friday", "in three weeks", "by easter".

A date without a year is its next occurrence, today included. "friday" is the coming one, "next friday" that
of the following week, "friday in two weeks" that of the week two weeks ahead. A month alone, a year and "end of …"
mean their last day: people name them as deadlines.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.language.reading.date_basics import Day, Kind, NoDateError, OtherWeekdayError, Rule, UnclearError
from bot.language.reading.date_joins import Beside, Piece, beside, join
from bot.language.reading.date_rules import date_rules
from bot.language.reading.text import fold, without_addresses


@dataclass(frozen=True, slots=True)
class Found:
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


Named = Found | Impossible | Unclear
DateReading = Named | Nothing


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
    where that is known: dates elsewhere do not count. Raises FileNotFoundError for an unknown language.
    """
    pieces = _pieces(without_addresses(fold(text)), Day(today, day_first, term_end), lang)
    if not part:
        return _meant(pieces, text, beside(lang))
    touching = _touching(pieces, text.find(part), len(part))
    if touching:
        return _meant(touching, text, beside(lang))
    return read_date(part, today, day_first=day_first, term_end=term_end, lang=lang)


def find_dates(
    text: str, today: date, *, day_first: bool = True, term_end: date | None = None, lang: str = "en"
) -> tuple[Named, ...]:
    """Every date in the text, from left to right, without overlaps."""
    pieces = _pieces(without_addresses(fold(text)), Day(today, day_first, term_end), lang)
    return tuple(_named(piece, text) for piece in pieces)


def _meant(pieces: list[Piece], text: str, around: Beside) -> DateReading:
    """The deadline, else the only day that is no start of anything."""
    if not pieces:
        return Nothing()
    folded = fold(text)
    ends = [piece for piece in pieces if not around.starts(piece, folded)]
    meant = [piece for piece in ends if around.leads(piece, folded)] or ends
    several = len({piece.value if isinstance(piece.value, date) else piece.start for piece in meant}) > 1
    if several or not meant or around.hangs(meant[0], folded):
        start, end = (meant or pieces)[0].start, (meant or pieces)[-1].end
        return Unclear(text[start:end], start, end)
    return _named(meant[0], text)


def _touching(pieces: list[Piece], start: int, length: int) -> list[Piece]:
    return [piece for piece in pieces if start >= 0 and piece.start < start + length and start < piece.end]


def _pieces(text: str, day: Day, lang: str) -> list[Piece]:
    taken = bytearray(len(text))
    found: list[Piece] = []
    for one in date_rules(lang).for_text(text):
        for match in one.pattern.finditer(text):
            piece = _piece(match, one, day)
            if piece and not any(taken[piece.start : piece.end]):
                taken[piece.start : piece.end] = b"x" * (piece.end - piece.start)
                found.append(piece)
    return join(found, text, lang)


def _piece(match: re.Match[str], one: Rule, day: Day) -> Piece | None:
    start, end = match.span("all") if "all" in match.re.groupindex else match.span()
    try:
        return Piece(one.compute(match, day), one.kind, start, end)
    except NoDateError:
        return None
    except (ValueError, OverflowError) as error:
        return Piece(error, Kind.DAY if one.kind is Kind.DAY else Kind.OTHER, start, end)


def _named(piece: Piece, text: str) -> Named:
    part = text[piece.start : piece.end]
    if isinstance(piece.value, date):
        return Found(piece.value, piece.start, piece.end)
    if isinstance(piece.value, UnclearError):
        return Unclear(part, piece.start, piece.end)
    return Impossible(part, piece.start, piece.end, weekday=isinstance(piece.value, OtherWeekdayError))
