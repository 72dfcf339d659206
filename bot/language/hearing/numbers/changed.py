"""Numbers that follow from one that is named: "2 more", "3 wrong", "2 points short of my goal"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.domain.reading.number_scan import NumberReading
from bot.language.hearing.model import Aim
from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import any_of, anywhere, at_the_end, listed

_REACH = 60
"""Characters beside a number in which words may say what it does."""
_WAYS = ("short", "past", "up", "down")
_UNIT_BETWEEN = r"\s?(?:[^\W\d_]+\s){0,2}?"


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A number that follows from the one in `text[start:end]`. `adds`: what comes to a number that stands beside it."""

    value: Decimal | None
    start: int
    end: int
    adds: Decimal = Decimal(0)


def moved_value(low: str, readings: Sequence[NumberReading], aim: Aim) -> WorkedOut | None:
    """ "2 more", "3 fewer than before", "2 points short of my goal"."""
    for reading in readings:
        before, after = low[: reading.start].rstrip("£$€ "), low[reading.end :]
        direction = _direction(before, after)
        start, end = reading.start, reading.end
        if direction == "short":
            line = reading.out_of or reading.high or _number_in(after) or aim.goal
            return WorkedOut(line - reading.value, start, len(low))
        if direction == "past":
            return WorkedOut(aim.goal + reading.value, start, end)
        if direction:
            change = reading.value if direction == "up" else -reading.value
            return WorkedOut(None if aim.last is None else aim.last + change, start, end, max(change, Decimal(0)))
    return None


def _direction(before: str, after: str) -> str:
    """Which way the number goes; "" where it stands for itself."""
    near, rest = before[-_REACH:], after[:_REACH]
    if at_the_end("moved", "not_so").search(near) or _than_another().match(rest):
        return ""
    after_it = next((way for way in _WAYS if _moved_after(way).match(rest)), "")
    return after_it or next((way for way in _WAYS[2:] if at_the_end("moved", f"{way}_before").search(near)), "")


@cache
def _moved_after(way: str) -> re.Pattern[str]:
    """The words after a number, and after what it counts, that make it a way to go."""
    ends = rf"(?=\s*(?:$|[.,!?])|\s(?:{any_of('moved', 'goes_on')}|\w+s)\b)" if way in _WAYS[2:] else r"\b"
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', way)}{ends}")


@cache
def _than_another() -> re.Pattern[str]:
    """ "one more than my neighbour" says how it stands between two people."""
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', 'compared')} {any_of('moved', 'others')}\b")


def _number_in(text: str) -> Decimal | None:
    found = re.search(r"\d{1,9}(?:\.\d{1,3})?", text[:_REACH])
    return Decimal(found[0]) if found else None


def lost_value(low: str, readings: Sequence[NumberReading], measure: Measure) -> WorkedOut | None:
    """What is left of a whole: "3 wrong", "all but two", "missed 4"."""
    if any(word in listed("lost", "words") for word in measure.head):
        return None
    whole = measure.total
    named = _numbered().search(low)
    if named and whole is not None and anywhere("lost", "rest").search(low):
        return WorkedOut(whole - len(re.findall(r"\d+", named[0])), named.start(), named.end())
    for reading in readings:
        if (reading.strength or reading.out_of) and _is_lost(low[: reading.start], low[reading.end :]):
            return WorkedOut(_left_of(reading, measure), reading.start, reading.end)
    return None


def _left_of(reading: NumberReading, measure: Measure) -> Decimal | None:
    whole = reading.out_of or measure.total
    if whole is None or reading.value > whole:
        return None
    if measure.percent:
        return (whole - reading.value) * 100 / whole
    return whole - reading.value


def _is_lost(before: str, after: str) -> bool:
    return bool(at_the_end("lost", "before").search(before[-_REACH:]) or _lost_after().match(after[:_REACH]))


@cache
def _lost_after() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[^\W\d_]+\s)??(?:{any_of('lost', 'verbs')} )?{any_of('lost', 'after')}\b")


@cache
def _numbered() -> re.Pattern[str]:
    """The exercises that are named by their numbers: "nr 5 and 7"."""
    return re.compile(rf"\b{any_of('lost', 'numbered')}\.? ?\d+(?:(?:,| {any_of('lost', 'and')}) ?\d+){{0,20}}")
