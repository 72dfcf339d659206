"""Which number a message gives for a target, and whether it may be noted without a question."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import clocks, context, rates
from bot.language.hearing.numbers.another import number_of_another, stood
from bot.language.hearing.numbers.candidates import Candidate, Fit, candidates_in, readings_in
from bot.language.hearing.numbers.changed import WorkedOut, lost_value, moved_value
from bot.language.hearing.numbers.cleaning import cleaned
from bot.language.hearing.numbers.measures import Measure, measure_of
from bot.language.hearing.numbers.scales import scale_value
from bot.language.hearing.numbers.spelled import spelled_out
from bot.language.hearing.numbers.standing import is_within_reach, left_of, said_with, standing
from bot.language.hearing.numbers.wordless import nothing_value, same_value, wordless_value
from bot.language.reading.text import fold

_FAR = 6
"""So many times as large as any number of the target is asked about."""
_SAYS_MORE = 2
_HOURS = 24
"""The last of a day: "dinner at 7" may be a time, "97 at the end" is none."""
_SETS_APART = re.compile(r"[,;:.(]")
_FINEST = Decimal("0.01")

__all__ = ["number_for"]


def number_for(text: str, aim: Aim) -> Number | None:
    """The number that a message gives for one target."""
    shown = cleaned(text)
    measure = measure_of(aim.unit)
    low = spelled_out(fold(shown), measure)
    found = None if rates.is_of_another(low, measure) else _found(shown, low, aim, measure)
    return None if found is None else _bounded(found, aim, measure)


def _found(shown: str, low: str, aim: Aim, measure: Measure) -> Number | None:
    named = scale_value(shown, measure) or same_value(low, aim)
    if named is not None:
        return named
    readings = readings_in(low, aim.unit)
    ways = (lost_value, moved_value) if measure.total is not None or measure.percent else (moved_value, lost_value)
    worked_out = ways[0](low, readings, aim, measure) or ways[1](low, readings, aim, measure)
    left = [one for one in candidates_in(low, readings, measure, stood(aim)) if not _is_in(one, worked_out)]
    counted = [one for one in left if one.fit is not Fit.OTHER and measure.may_be(one.value)]
    if worked_out is not None:
        found, said = _worked_out(worked_out, counted, low)
        if said:
            return found
    if counted:
        return _chosen(counted, low, measure, stood(aim))
    return (
        nothing_value(low, measure) or wordless_value(low, aim, measure) or number_of_another(left, low, aim, measure)
    )


def _size(aim: Aim) -> Decimal:
    """How large the numbers of a target are."""
    return max(map(abs, stood(aim)))


def _is_in(candidate: Candidate, worked_out: WorkedOut | None) -> bool:
    return worked_out is not None and worked_out.start <= candidate.start < worked_out.end


def _worked_out(worked_out: WorkedOut, counted: Sequence[Candidate], low: str) -> tuple[Number | None, bool]:
    """The number that follows from another, and whether that is what is said: "did 20 then 4 more" adds to the 20,
    "4 more" to the last number, and "24, 4 more" has said it already."""
    if not counted:
        return None if worked_out.value is None else Number(worked_out.value, sure=False), True
    between = low[min(counted[0].end, worked_out.end) : max(counted[0].start, worked_out.start)]
    apart = _SETS_APART.search(between) is not None
    come_to = worked_out.comes_to([one.value for one in counted], apart=apart)
    if come_to is not None:
        return Number(come_to, sure=True), True
    total = said_with("sum", counted, low)
    if total is not None:
        return Number(total.value, total.sure), True
    if worked_out.adds and worked_out.change > 0:
        return Number(counted[0].value + worked_out.change, sure=False), True
    return None, False


def _chosen(candidates: Sequence[Candidate], low: str, measure: Measure, stands: Collection[Decimal]) -> Number:
    """Of several numbers the one that stands: as the sum or as a correction, in the target's own unit, or first."""
    everyone = left_of(candidates, low, measure, max(map(abs, stands)))
    chosen, sure = standing(everyone, low, measure, stands)
    if chosen is None:
        return Number(sum((one.value for one in everyone), Decimal(0)), sure=False)
    before, after = low[: chosen.start], low[chosen.end :]
    doubted = _is_doubted(chosen, before, after) or _is_out_of_reach(chosen, low, stands)
    return Number(chosen.value, chosen.sure and sure and not doubted)


def _is_out_of_reach(chosen: Candidate, low: str, stands: Collection[Decimal]) -> bool:
    """Whether a number that names nothing stands in a message that says more, and lies beyond those of the target: it
    may count something else, as in "5 reps at 60"."""
    return len(low.split()) >= _SAYS_MORE and not is_within_reach(chosen, stands)


def _is_doubted(chosen: Candidate, before: str, after: str) -> bool:
    """Whether the words around a number leave it open."""
    time_of_day = chosen.fit is not Fit.OWN and abs(chosen.value) <= _HOURS and clocks.is_perhaps_time(before)
    asked = chosen.fit is not Fit.OWN and context.is_asked(before, after)
    return time_of_day or asked or context.is_hedged(before, after) or context.is_tried(before)


def _bounded(number: Number, aim: Aim, measure: Measure) -> Number:
    """Rounded, and asked about where it is more than there is, or far off."""
    value = number.value.quantize(_FINEST) if number.value % 1 else number.value.quantize(Decimal(1))
    value = value.normalize() + 0
    most = max(_size(aim), Decimal(1)) * _FAR
    whole = Decimal(100) if measure.percent else measure.total
    below = value < 0 <= min(aim.baseline, aim.goal, aim.last or Decimal(0))
    beyond = abs(value) > most or (whole is not None and value > whole) or below
    return Number(value, number.sure and not beyond)
