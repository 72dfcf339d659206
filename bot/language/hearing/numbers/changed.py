"""Numbers that follow from one that is named: "2 more", "3 wrong", "2 points short of my goal"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.language.hearing.model import Aim
from bot.language.hearing.numbers.context import part_before
from bot.language.hearing.numbers.measures import Measure, seconds_of
from bot.language.hearing.numbers.phrases import any_of, anywhere, at_the_beginning, at_the_end, listed
from bot.language.reading.numbers import NumberReading

_REACH = 60
"""Characters beside a number in which words may say what it does."""
_WAYS = ("short", "past", "up", "down", "nearer", "farther", "rose", "sank", "lacking")
_MEANS = {"rose": "up", "sank": "down", "lacking": "short"}
_ANOTHER = re.compile(r" \d")
_DIGITS = re.compile(r"\d[\d.,]*")
_UNIT_BETWEEN = r"\s?(?:[^\W\d_]+\s){0,2}?"


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A number that follows from the one in `text[start:end]`. `change`: how far it moved; `adds`: whether that comes
    to a number that stands beside it."""

    value: Decimal | None
    start: int
    end: int
    change: Decimal = Decimal(0)
    adds: bool = False

    def comes_to(self, others: Sequence[Decimal], *, apart: bool) -> Decimal | None:
        """The one of the other numbers that it comes to: "26, 4 up", "10 and then another 12 so 22". `apart`: a sign
        stands between them; "6 + 1" is no 6, whatever the last number was."""
        came = {other + self.change for other in others} if self.change else set()
        if self.value is not None and (apart or not self.adds):
            came.add(self.value)
        return next((other for other in others if other in came), None)


def moved_value(low: str, readings: Sequence[NumberReading], aim: Aim, measure: Measure) -> WorkedOut | None:
    """ "2 more", "3 fewer than before", "2 points short of my goal"."""
    for reading in readings:
        before, after = low[: reading.start].rstrip("£$€ "), low[reading.end :]
        if _is_again(before, measure):
            continue
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
            return WorkedOut(None if aim.last is None else aim.last + change, start, end, change, _adds(before, after))
    return None


def _is_again(before: str, measure: Measure) -> bool:
    """ "another 4" of a grade is four again."""
    one_at_a_time = set(measure.head[-1:]) <= set(listed("moved", "one_at_a_time"))
    return one_at_a_time and at_the_end("moved", "again").search(before[-_REACH:]) is not None


def _after(reading: NumberReading, low: str) -> str:
    """What stands behind a number, also where it was taken for a part of it: "2 short of 20"."""
    digits = _DIGITS.match(low, reading.start) if reading.out_of else None
    return low[digits.end() if digits else reading.end :]


def _adds(before: str, after: str) -> bool:
    """ "20, then 4 more" adds, "14, 2 up" and "10, two more than last time" compare."""
    if _than().match(after[:_REACH]):
        return False
    added = at_the_end("moved", "adding").search(before[-_REACH:])
    return bool(added or _adding().match(after[:_REACH]))


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
    alone = part_before(before).strip()
    for way in ("up", "down"):
        if alone in listed("moved", f"{way}_alone"):
            return way
    after_it = next((way for way in _WAYS if _moved_after(way).match(rest)), "")
    after_it = _MEANS.get(after_it, after_it)
    if after_it == "up" and at_the_end("moved", "lacks").search(near):
        return "short"
    return after_it or next((way for way in _WAYS[2:4] if at_the_end("moved", f"{way}_before").search(near)), "")


@cache
def _than() -> re.Pattern[str]:
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', 'up')}(?: [^\W\d_]+)? {any_of('moved', 'than')}\b")


@cache
def _adding() -> re.Pattern[str]:
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', 'adding')}\b")


@cache
def _into() -> re.Pattern[str]:
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', 'into')}\b")


@cache
def _moved_after(way: str) -> re.Pattern[str]:
    """The words after a number, and after what it counts, that make it a way to go."""
    return re.compile(rf"{_UNIT_BETWEEN}{any_of('moved', way)}{_goes_on_after(way)}")


def _goes_on_after(way: str) -> str:
    """What may follow the words of a way."""
    if way in _WAYS[:2]:
        return r"\b"
    if way in _MEANS:
        return rf"(?=\s*(?:$|[.,!?)])|\s{any_of('moved', 'compares')} {any_of('moved', 'earlier')}\b)"
    return rf"(?=\s*(?:$|[.,!?])|\s(?:{any_of('moved', 'goes_on')}|\w+s|\w+ {any_of('moved', 'than')})\b)"


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
        or any(_is_lost_after(after[:_REACH]) for after in behind)
    )


def _is_lost_after(after: str) -> bool:
    """Not where the word is said of the next number: "hit 13 missed 7"."""
    lost = _lost_after().match(after)
    if lost is None:
        return False
    belongs_to_next = lost[1] in listed("lost", "before") and _ANOTHER.match(after, lost.end())
    return not belongs_to_next


@cache
def _lost_after() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[^\W\d_]+\s)??(?:{any_of('lost', 'verbs')} )?({any_of('lost', 'after')})\b")


@cache
def _numbered() -> re.Pattern[str]:
    """The exercises that are named by their numbers: "nr 5 and 7"."""
    return re.compile(rf"\b{any_of('lost', 'numbered')}\.? ?\d+(?:(?:,| {any_of('lost', 'and')}) ?\d+){{0,20}}")
