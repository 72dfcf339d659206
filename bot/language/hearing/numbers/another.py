"""A number of something that may be what is counted, under another name: "7 regulars" where customers are."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import context
from bot.language.hearing.numbers.candidates import Candidate
from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import listed

_LEADING = 1
"""Words that may stand before such a number where it is the answer."""
_LED, _NEXT = 3, 2
"""Words that may stand before it where they lead to an answer, and words behind it that may say something of it."""
_LITTLE_BEYOND = Decimal("1.5")
_PART_ENDS = re.compile(r"[\d,.;!?\n]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def number_of_another(others: Sequence[Candidate], low: str, aim: Aim, measure: Measure) -> Number | None:
    """Asked about, but where a message says no more of it and it lies among the numbers of the target."""
    strong = [one for one in others if not one.weak and not one.named_otherwise]
    if not strong or measure.percent or measure.seconds or measure.money or measure.total or measure.scale:
        return None
    first = strong[0]
    leads = len(others) == 1 and first.sure and _is_alone(first, low, measure) and _is_among(first.value, aim)
    return Number(first.value, leads and not context.is_hedged(low[: first.start], low[first.end :]))


def stood(aim: Aim) -> frozenset[Decimal]:
    """The numbers of a target."""
    return frozenset({aim.baseline, aim.goal, aim.last if aim.last is not None else aim.baseline})


def _is_alone(first: Candidate, low: str, measure: Measure) -> bool:
    """Whether a part of a message says no more than a number of something, or begins as an answer with it and goes on
    with no word that says something of that: "7 regulars tonight with all the rain", and not "7 cousins are here"."""
    before, behind = low[: first.start].split(), _WORD.findall(_PART_ENDS.split(low[first.end :])[0])[1:]
    known = {*listed("other", "alone_with"), measure.per}
    if len(before) <= _LEADING and all(word in known or measure.names(word) for word in behind):
        return True
    led = len(before) <= _LED and set(before) <= set(listed("parts", "leads"))
    return led and not set(behind[:_NEXT]) & set(listed("other", "says_of_it"))


def _is_among(value: Decimal, aim: Aim) -> bool:
    """Whether a number lies within those of the target, or little beyond."""
    return min(stood(aim)) / 2 <= value <= max(stood(aim)) * _LITTLE_BEYOND
