"""Numbers that follow from one that is named: "2 more", "3 wrong", "2 points short of my goal"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.language.hearing.model import Aim
from bot.language.hearing.numbers.measures import Measure, seconds_of
from bot.language.hearing.numbers.phrases import any_of, anywhere, at_the_beginning, at_the_end, listed
from bot.language.reading.number_scan import NumberReading

_REACH = 60
"""Characters beside a number in which words may say what it does."""
_WAYS = ("short", "past", "up", "down", "nearer", "farther")
_DIGITS = re.compile(r"\d[\d.,]*")
_UNIT_BETWEEN = r"\s?(?:[^\W\d_]+\s){0,2}?"


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A number that follows from the one in `text[start:end]`. `adds`: what comes to a number that stands beside it."""

    value: Decimal | None
    start: int
    end: int
    adds: Decimal = Decimal(0)


def moved_value(low: str, readings: Sequence[NumberReading], aim: Aim, measure: Measure) -> WorkedOut | None:
    """ "2 more", "3 fewer than before", "2 points short of my goal"."""
    for reading in readings:
        before, after = low[: reading.start].rstrip("£$€ "), low[reading.end :]
        direction = (
            _money(before, after, measure) or _goes_on(reading, after, aim, measure) or _direction(before, after)
        )
        start, end, step = reading.start, reading.end, _in_units(reading, measure)
        if direction == "short":
            line = reading.out_of or reading.high or _number_in(after) or aim.goal
            return WorkedOut(line - step, start, len(low))
        if direction == "past":
            return WorkedOut(aim.goal + step, start, end)
        if direction:
            change = step if _is_up(direction, aim) else -step
            adds = Decimal(0) if _compares(after) else max(change, Decimal(0))
            return WorkedOut(None if aim.last is None else aim.last + change, start, end, adds)
    return None


def _after(reading: NumberReading, low: str) -> str:
    """What stands behind a number, also where it was taken for a part of it: "2 short of 20"."""
    digits = _DIGITS.match(low, reading.start) if reading.out_of else None
    return low[digits.end() if digits else reading.end :]


def _compares(after: str) -> bool:
    """ "10, two more than last time" is ten."""
    return _than().match(after[:_REACH]) is not None


def _in_units(reading: NumberReading, measure: Measure) -> Decimal:
    """Half a minute is thirty, where seconds are counted."""
    length = seconds_of(reading.unit.split(" ")[0]) if reading.unit else None
    return reading.value * length / measure.seconds if length and measure.seconds else reading.value


def _is_up(direction: str, aim: Aim) -> bool:
    """Whether it became more; what is better depends on the goal."""
    return direction == "up" or (
        direction in ("nearer", "farther") and (direction == "nearer") is (aim.goal > aim.baseline)
    )


def _goes_on(reading: NumberReading, after: str, aim: Aim, measure: Measure) -> str:
    """ "15 new words", where words are counted on and on, and not anew each week."""
    if measure.per or aim.last is None or aim.last < reading.value or not at_the_beginning("moved", "new").match(after):
        return ""
    return "" if any(word in listed("moved", "new") for word in measure.head) else "up"


def _money(before: str, after: str, measure: Measure) -> str:
    """Which way money went: "put 15 in", "spent 30 on shoes"."""
    if not measure.money:
        return ""
    if at_the_end("moved", "put").search(before[-_REACH:]) and _into().match(after[:_REACH]):
        return "up"
    return "down" if at_the_end("moved", "spent").search(before[-_REACH:]) else ""


def _direction(before: str, after: str) -> str:
    """Which way the number goes; "" where it stands for itself."""
    near, rest = before[-_REACH:], after[:_REACH]
    if at_the_end("moved", "not_so").search(near) or _than_another().match(rest):
        return ""
    after_it = next((way for way in _WAYS if _moved_after(way).match(rest)), "")
    if after_it == "up" and at_the_end("moved", "lacks").search(near):
        return "short"
    return after_it or next((way for way in _WAYS[2:4] if at_the_end("moved", f"{way}_before").search(near)), "")


@cache
def _than() -> re.Pattern[str]:
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', 'up')}(?: [^\W\d_]+)? {any_of('moved', 'than')}\b")


@cache
def _into() -> re.Pattern[str]:
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', 'into')}\b")


@cache
def _moved_after(way: str) -> re.Pattern[str]:
    """The words after a number, and after what it counts, that make it a way to go."""
    ends = (
        rf"(?=\s*(?:$|[.,!?])|\s(?:{any_of('moved', 'goes_on')}|\w+s|\w+ {any_of('moved', 'than')})\b)"
        if way in _WAYS[2:]
        else r"\b"
    )
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', way)}{ends}")


@cache
def _than_another() -> re.Pattern[str]:
    """ "one more than my neighbour" says how it stands between two people."""
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', 'compared')} {any_of('moved', 'others')}\b")


def _number_in(text: str) -> Decimal | None:
    found = re.search(r"\d{1,9}(?:\.\d{1,3})?", text[:_REACH])
    return Decimal(found[0]) if found else None


def lost_value(low: str, readings: Sequence[NumberReading], aim: Aim, measure: Measure) -> WorkedOut | None:
    """What is left of a whole: "3 wrong", "all but two", "missed 4"."""
    if any(word in listed("lost", "words") for word in measure.head):
        return None
    whole = measure.total
    if whole is None and _counts_losses(measure):
        return None
    named = _numbered().search(low)
    if named and whole is not None and anywhere("lost", "rest").search(low):
        return WorkedOut(whole - len(re.findall(r"\d+", named[0])), named.start(), named.end())
    for reading in readings:
        if (reading.strength or reading.out_of) and _is_lost(reading, low):
            return WorkedOut(_left_of(reading, aim, measure), reading.start, reading.end)
    return None


def _counts_losses(measure: Measure) -> bool:
    """Whether what goes missing is what is counted: "forgot 2" is the number of "missing homework"."""
    return not set(measure.head).isdisjoint(listed("lost", "counted"))


def _left_of(reading: NumberReading, aim: Aim, measure: Measure) -> Decimal | None:
    """What is left of the whole; where what is counted should become less, "missed 4" may be four of it."""
    whole = reading.out_of or measure.total
    if whole is None and aim.goal < aim.baseline:
        return reading.value
    if whole is None or reading.value > whole:
        return None
    if measure.percent:
        return (whole - reading.value) * 100 / whole
    return whole - reading.value


def _is_lost(reading: NumberReading, low: str) -> bool:
    """ "missed 4", "4 of 20 wrong", "4 wrong out of 20"."""
    behind = (low[reading.end :], _after(reading, low))
    return bool(
        at_the_end("lost", "before").search(low[: reading.start][-_REACH:])
        or any(_lost_after().match(after[:_REACH]) for after in behind)
    )


@cache
def _lost_after() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[^\W\d_]+\s)??(?:{any_of('lost', 'verbs')} )?{any_of('lost', 'after')}\b")


@cache
def _numbered() -> re.Pattern[str]:
    """The exercises that are named by their numbers: "nr 5 and 7"."""
    return re.compile(rf"\b{any_of('lost', 'numbered')}\.? ?\d+(?:(?:,| {any_of('lost', 'and')}) ?\d+){{0,20}}")
