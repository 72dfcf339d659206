"""A number that is said of another stretch than the one that counts: "5 a day" of a week, "8 km in 45" of five."""

import re
from decimal import Decimal
from functools import cache

from bot.language.hearing.numbers.context import part_after
from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import any_of

_ABOUT = Decimal("0.1")
"""Five kilometres and a bit are five."""
_FAR_BEYOND = 2
"""So many times as large as any number of the target, what is said of a week is no number of each day."""


def times(after: str, measure: Measure, value: Decimal, size: Decimal) -> Decimal:
    """How often a number has to be taken, by what stands behind it: "60 in 4 hours" and "10 mistakes on 2 pages" where
    each is counted, "5 a day" where a week is, "140 this week" where a day is. `size`: of the target's numbers."""
    if measure.each:
        several = _across(measure.each, "across" if measure.per else "across_things").match(after)
        if several and int(several[1]):
            return 1 / Decimal(several[1])
    part = part_after(after)
    per = _said("each", "stretches").search(part)
    if per:
        return measure.times_as_long(per[1])
    this = _said("this", "long").search(part)
    return measure.times_as_long(this[1]) if this and abs(value) > size * _FAR_BEYOND else Decimal(1)


def is_habit(after: str) -> bool:
    """Whether what stands behind a number makes it what somebody does again and again: "one page every Tuesday"."""
    return _said("habit", "habits").search(part_after(after)) is not None


def is_across(between: str) -> bool:
    """Whether what stands between two numbers makes the second what the first was counted in: "3 ways in one page"."""
    return _leads_across().fullmatch(between) is not None


def is_of_another(low: str, measure: Measure) -> bool:
    """Whether a message says how it went with more, or less, than the target is about: "8 km in 45"."""
    if measure.of is None:
        return False
    number, noun = measure.of
    said = [one for one in _over_or_for().finditer(low) if measure.is_same_thing(one[2], noun)]
    return any(abs(Decimal(one[1]) - number) > number * _ABOUT for one in said)


@cache
def _across(each: str, words: str) -> re.Pattern[str]:
    return re.compile(rf"[^.,;!?\n\d]{{0,30}}\b{any_of('rates', words)} (\d{{1,3}}) {re.escape(each)}s\b")


@cache
def _leads_across() -> re.Pattern[str]:
    return re.compile(rf"[^.,;!?\n\d]{{0,40}}\b{any_of('rates', 'across_things')}\s")


@cache
def _said(words: str, stretches: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('rates', words)} ({any_of('rates', stretches)})\b")


@cache
def _over_or_for() -> re.Pattern[str]:
    """A number of things for which the next number is said, and one that the number before it is said for."""
    return re.compile(
        rf"(?<![\w.,:/])(\d{{1,6}}(?:\.\d{{1,3}})?) ?([^\W\d_]+)(?= {any_of('rates', 'took')} (?:[^\W\d_]+ )?\d)"
    )
