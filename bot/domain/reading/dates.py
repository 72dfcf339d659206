"""Dates as people type them: "12 May", "next friday", "in three weeks", "by easter".

A date without a year is its next occurrence, today included. "friday" is the coming one, "next friday" that
of the following week. A month alone, a year and "end of …" mean their last day: people name them as deadlines.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.reading.date_rules import Compute, Day, NoDateError, date_rules
from bot.domain.reading.text import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A date, past or future: the caller judges. `text[start:end]` is where it stands."""

    date: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Impossible:
    """Looks like a date and is none, such as "31 February". `text` is what was typed."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """No date was found."""


DateReading = Found | Impossible | Nothing


def read_date(
    text: str, today: date, *, day_first: bool = True, term_end: date | None = None, lang: str = "en"
) -> DateReading:
    """The date that the text names; of several, the one that is said to be the deadline, else the first.

    `term_end` is what "end of term" means, where the caller knows it. Raises FileNotFoundError for an unknown
    language.
    """
    readings = find_dates(text, today, day_first=day_first, term_end=term_end, lang=lang)
    if not readings:
        return Nothing()
    folded, rules = fold(text), date_rules(lang)
    for reading in readings:
        if rules.deadline.search(folded, max(0, reading.start - 16), reading.start):
            return reading
    return readings[0]


def find_dates(
    text: str, today: date, *, day_first: bool = True, term_end: date | None = None, lang: str = "en"
) -> tuple[Found | Impossible, ...]:
    """Every date in the text, from left to right, without overlaps."""
    folded, day = fold(text), Day(today, day_first, term_end)
    taken = bytearray(len(folded))
    found: list[Found | Impossible] = []
    for pattern, compute in date_rules(lang).rules:
        for match in pattern.finditer(folded):
            reading = _reading(match, compute, day, text)
            if reading and not any(taken[reading.start : reading.end]):
                taken[reading.start : reading.end] = b"x" * (reading.end - reading.start)
                found.append(reading)
    return tuple(sorted(found, key=lambda reading: reading.start))


def _reading(match: re.Match[str], compute: Compute, day: Day, text: str) -> Found | Impossible | None:
    start, end = match.span("all") if "all" in match.re.groupindex else match.span()
    try:
        return Found(compute(match, day), start, end)
    except NoDateError:
        return None
    except (ValueError, OverflowError):
        return Impossible(text[start:end], start, end)
