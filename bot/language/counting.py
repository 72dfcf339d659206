"""Which number a check-in's answer gives for a target: taken when there is one sensible reading, else not."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.domain.errors import Refusal
from bot.domain.terms import Target
from bot.language.correcting import corrects, is_filler, speaks_of_later, without_no
from bot.language.differing import is_change, without_denied
from bot.language.reading.number_scan import NumberReading
from bot.language.reading.numbers import find_numbers, read_number, same_unit, unambiguous_number

MOST = Decimal(10) ** 9
"""What nobody counts up to in a term; a number above it is a slip."""

_NAMES = re.compile(r":[a-z0-9_+'-]+:|(?<!\w)[@#][\w.\u00a0-]+")
"""Emoji, people and channels: their digits count nothing."""
_PERCENT = frozenset({"%", "percent", "per cent"})
_TIMES = "min mins minute minutes h hour hours day days week weeks month months time times"
_OTHER_MEASURES = frozenset({"%", *_TIMES.split()})
"""Units that are never just another word for what is counted: "40 minutes" is no number of openings."""

_JUST_A_NUMBER = 3
"""A message of at most so many words is about its number."""


def value_for(text: str, target: Target) -> Decimal | None:
    """The number that a typed message gives for this target, where exactly one reading is sensible."""
    said = _said(text, target)
    reading = unambiguous_number(said, target.unit)
    if reading is None or (reading.strength < 2 and not is_just_a_number(text)):
        return None
    return None if _is_change(said, reading, target) else _counted(reading, target)


def correction_in(text: str, target: Target, stands: Decimal) -> Decimal | None:
    """The number that a message gives instead of the one that stands, where that is unmistakable."""
    if not corrects(_shown(text), target.unit):
        return None
    value = _changed_to(text, target, stands)
    if value is None and counts_nothing_else(text, target):
        value = value_for(text, target)
    return value if value != stands else None


def gives_another(text: str, target: Target, stands: Decimal) -> bool:
    """Whether a message seems to give another number than the one that stands, or to say that this one is wrong."""
    if corrects(_shown(text), target.unit):
        several = _is_several(_readings(text, target))
        return several or counts_nothing_else(text, target) or says_how_it_moved(text, (target,))
    value = value_for(text, target)
    return value not in (None, stands) and counts_nothing_else(text, target) and not speaks_of_later(text)


def _changed_to(text: str, target: Target, stands: Decimal) -> Decimal | None:
    """The 11 of "change 12 to 11", where 12 stands."""
    readings = _readings(text, target)
    if len(readings) != 1 or readings[0].value != stands or readings[0].high is None:
        return None
    said = _said(text, target)[readings[0].start : readings[0].end]
    return readings[0].high if " to " in said else None


def counts_nothing_else(text: str, target: Target) -> bool:
    """Whether the number stands alone, or with the unit of the target: not "2 lessons" where pages are counted."""
    reading = unambiguous_number(_said(text, target), target.unit)
    if reading is None:
        return False
    return all(is_filler(w) or same_unit(w, target.unit) for w in reading.unit.split())


def value_of(text: str, target: Target, field: str) -> Decimal | None:
    """The number in a form's field for it; None where the field is empty. Refusals name what does not fit."""
    if not text.strip():
        return None
    said = _said(text, target)
    reading = read_number(said, target.unit)
    if reading is None:
        raise Refusal("check-in-no-number", field=field)
    if _is_change(said, reading, target):
        raise Refusal("check-in-change", field=field)
    if reading.ambiguous:
        raise Refusal("check-in-which-number", field=field)
    value = _counted(reading, target)
    if value is None:
        raise Refusal("check-in-another-measure", field=field)
    return value


def names_several(text: str, targets: Sequence[Target]) -> bool:
    """Whether the text gives several numbers for one thing that is counted: "5 or 6"."""
    return any(_is_several(_readings(text, target)) for target in targets)


def speaks_of_a_number(text: str, targets: Sequence[Target]) -> bool:
    """Whether the text gives any number for what is counted, sure or not."""
    return any(_readings(text, target) for target in targets)


def says_how_it_moved(text: str, targets: Sequence[Target]) -> bool:
    """Whether a number in the text is a difference ("3 less"), or one that it is not ("not 12")."""
    for target in targets:
        said = _said(text, target)
        if len(find_numbers(without_no(_shown(text)), target.unit)) > len(find_numbers(said, target.unit)):
            return True
        if any(r.strength and _is_change(said, r, target) for r in find_numbers(said, target.unit)):
            return True
    return False


def names_unit(text: str, targets: Sequence[Target], index: int) -> bool:
    """Whether the number is said together with the unit of this target, and of no other."""
    reading = unambiguous_number(_said(text, targets[index]), targets[index].unit)
    if reading is None or not reading.unit:
        return False
    return [i for i, t in enumerate(targets) if same_unit(reading.unit, t.unit)] == [index]


def _is_several(readings: Sequence[NumberReading]) -> bool:
    return any(r.ambiguous for r in readings) or len({r.value for r in readings}) > 1


def _readings(text: str, target: Target) -> list[NumberReading]:
    found = find_numbers(_said(text, target), target.unit)
    return [r for r in found if r.strength == 2 and _counted(r, target) is not None]


def is_just_a_number(text: str) -> bool:
    return len(_shown(text).split()) <= _JUST_A_NUMBER


def _shown(text: str) -> str:
    """Without what has a name in which digits count nothing."""
    return _NAMES.sub(" ", text)


def _said(text: str, target: Target) -> str:
    return without_denied(without_no(_shown(text)), target.unit)


def _is_change(said: str, reading: NumberReading, target: Target) -> bool:
    """A number below zero is how far it went down, unless what is counted goes there."""
    below = reading.value < 0 <= min(target.baseline, target.goal)
    return below or is_change(said, reading, target.unit)


def _counted(reading: NumberReading, target: Target) -> Decimal | None:
    """A reading in the target's unit; None where it measures something else."""
    value = reading.value
    if _is_percent(target.unit):
        if reading.out_of:
            value = (reading.value * 100 / reading.out_of).quantize(Decimal("0.1")).normalize()
        elif reading.unit and reading.unit not in _PERCENT and not same_unit(reading.unit, target.unit):
            return None
    elif _is_other(reading, target):
        return None
    return value if abs(value) < MOST else None


def _is_other(reading: NumberReading, target: Target) -> bool:
    total = re.search(r"\bof (\d+)\b", target.unit)
    if total and reading.out_of is not None and reading.out_of != Decimal(total[1]):
        return True
    return reading.unit in _OTHER_MEASURES and not same_unit(reading.unit, target.unit)


def _is_percent(unit: str) -> bool:
    return any(sign in unit.lower() for sign in _PERCENT)
