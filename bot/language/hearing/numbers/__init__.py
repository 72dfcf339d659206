"""Which number a message gives for a target, and whether it may be noted without a question."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import context
from bot.language.hearing.numbers.another import number_of_another, stood
from bot.language.hearing.numbers.candidates import Candidate, Fit, candidates_in, readings_in
from bot.language.hearing.numbers.changed import WorkedOut, lost_value, moved_value
from bot.language.hearing.numbers.cleaning import cleaned
from bot.language.hearing.numbers.measures import Measure, measure_of
from bot.language.hearing.numbers.phrases import any_of, anywhere, listed
from bot.language.hearing.numbers.scales import scale_value
from bot.language.hearing.numbers.spelled import spelled_out
from bot.language.hearing.numbers.wordless import days_in, nothing_value, same_value, wordless_value
from bot.language.reading.text import fold

_FAR = 6
"""So many times as large as any number of the target is asked about."""
_OUT_OF_PROPORTION = 3
_TOO_SMALL = 25
_EARLY = 4
"""A number with so few words before it is what the message is about."""
_BESIDE = 22
"""Characters beside a number in which words set it against another."""
_CORRECTION_MOST = 4
"""Words between a number and the one that takes its place."""
_STOPS = re.compile(r"[\d,.;!?\n]")
_FINEST = Decimal("0.01")

__all__ = ["number_beside", "number_for"]


def number_for(text: str, aim: Aim) -> Number | None:
    """The number that a message gives for one target."""
    shown = cleaned(text)
    measure = measure_of(aim.unit)
    found = _found(shown, spelled_out(fold(shown), measure), aim, measure)
    return None if found is None else _bounded(found, aim, measure)


def number_beside(text: str, aim: Aim) -> Number | None:
    """The number that a message begins with before it asks for something else: "24/h, 25 is too easy, put 30"."""
    begins = _begins().match(text)
    if begins is None or anywhere("parts", "judged").search(
        fold(begins["part"][len(begins["lead"]) :]).replace("'", "")
    ):
        return None
    number = number_for(begins["part"], aim)
    return number if number is not None and number.sure else None


@cache
def _begins() -> re.Pattern[str]:
    """The part of a message that begins with a number."""
    lead = rf"(?P<lead>(?:{any_of('parts', 'led_by')},? ){{0,3}})"
    ends = rf"(?:[,;!?\n]|\.(?!\d)|\b{any_of('parts', 'goes_on')}\b|$)"
    return re.compile(rf"\s*(?P<part>{lead}\d.{{0,60}}?){ends}", re.IGNORECASE)


def _found(shown: str, low: str, aim: Aim, measure: Measure) -> Number | None:
    said = scale_value(shown, measure) or same_value(low, aim)
    if said is not None:
        return said
    size = _size(aim)
    readings = readings_in(low, aim.unit)
    worked_out = lost_value(low, readings, aim, measure) or moved_value(low, readings, aim, measure)
    left = [one for one in candidates_in(low, readings, measure, stood(aim)) if not _is_in(one, worked_out)]
    counted = [one for one in left if one.fit is not Fit.OTHER]
    if worked_out is not None and (worked_out.adds or not counted):
        return _added(worked_out, counted)
    if counted:
        return _chosen(counted, low, measure, size)
    return (
        nothing_value(low, measure) or wordless_value(low, aim, measure) or number_of_another(left, low, aim, measure)
    )


def _size(aim: Aim) -> Decimal:
    """How large the numbers of a target are."""
    return max(map(abs, stood(aim)))


def _is_in(candidate: Candidate, worked_out: WorkedOut | None) -> bool:
    return worked_out is not None and worked_out.start <= candidate.start < worked_out.end


def _added(worked_out: WorkedOut, counted: Sequence[Candidate]) -> Number | None:
    """ "did 20 then 4 more" adds to the 20, "4 more" to the last number."""
    if worked_out.adds and counted:
        return Number(counted[0].value + worked_out.adds, sure=False)
    return None if worked_out.value is None else Number(worked_out.value, sure=False)


def _chosen(candidates: Sequence[Candidate], low: str, measure: Measure, size: Decimal) -> Number:
    """Of several numbers the one that stands: as the sum or as a correction, in the target's own unit, or first."""
    everyone = _left(candidates, low, measure, size)
    chosen, sure = _standing(everyone, low, measure)
    if chosen is None:
        return Number(sum((one.value for one in everyone), Decimal(0)), sure=False)
    hedged = context.is_hedged(low[: chosen.start], low[chosen.end :])
    return Number(chosen.value, chosen.sure and sure and not hedged)


def _left(candidates: Sequence[Candidate], low: str, measure: Measure, size: Decimal) -> list[Candidate]:
    """Without the numbers of others, and what is out of proportion, as long as any is left."""
    return _narrowed(
        candidates,
        lambda one: not one.weak,
        lambda one: not one.low_first,
        lambda one: abs(one.value) * _TOO_SMALL >= size or one.value == 0,
        lambda one: one.value != measure.total or one.explicit,
        lambda one: abs(one.value) <= size * _OUT_OF_PROPORTION,
        lambda one: not context.is_of_others(low[: one.start], low[one.end :]),
    )


def _in_its_own_words(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The numbers that are said most like those of the target, and were not worked out."""
    return _narrowed(
        candidates,
        lambda one: one.explicit,
        lambda one: one.sure or one.low_first,
        lambda one: one.fit is Fit.OWN,
    )


def _narrowed(candidates: Sequence[Candidate], *wanted: Callable[[Candidate], bool]) -> list[Candidate]:
    """Those that are like what is wanted, one thing after the other, as long as any is left."""
    left = list(candidates)
    for like in wanted:
        left = [one for one in left if like(one)] or left
    return left


def _standing(plain: Sequence[Candidate], low: str, measure: Measure) -> tuple[Candidate | None, bool]:
    """The number that stands, and whether that is sure; None where all of them are to be added."""
    if _is_one(plain):
        return max(plain, key=lambda one: one.sure), True
    told = _told_apart(plain, low, measure)
    if told is not None:
        return told, True
    left = _in_its_own_words(plain)
    if _are_parts(plain, low, measure):
        return None, False
    if _corrects(plain, low):
        return plain[-1], True
    if sum(one.explicit for one in plain) != 1 and _are_side_by_side(plain, low):
        return plain[-1], False
    if _is_one(left):
        return left[-1], True
    if left[0].low_first:
        return left[0], False
    return left[0], len(low[: left[0].start].split()) <= _EARLY


def _is_one(candidates: Sequence[Candidate]) -> bool:
    return len({one.value for one in candidates}) == 1


def _told_apart(plain: Sequence[Candidate], low: str, measure: Measure) -> Candidate | None:
    """The one that is the sum of the others, the part that went well, or said to be the result."""
    if plain[0].value == sum((one.value for one in plain[1:]), Decimal(0)):
        return plain[0]
    good = _good_part(plain, low, measure)
    if good is not None:
        return good
    for words in ("sum", "final"):
        final = [one for one in plain if _is_said_with(words, one, low)]
        if len(final) == 1:
            return final[0]
    return None


def _good_part(plain: Sequence[Candidate], low: str, measure: Measure) -> Candidate | None:
    """Of two numbers that make up the whole the one that went well: "8 fine and 2 i had to redo"."""
    if len(plain) != 2 or plain[0].value + plain[1].value != measure.total:
        return None
    said = [context.part_after(low[one.end :]) for one in plain]
    worth = [
        bool(anywhere("of_two", "good").search(part)) - bool(anywhere("of_two", "bad").search(part)) for part in said
    ]
    return None if worth[0] == worth[1] else max(zip(worth, plain, strict=True), key=lambda pair: pair[0])[1]


def _are_parts(left: Sequence[Candidate], low: str, measure: Measure) -> bool:
    """ "2h mon, 1h tue": the hours of a week; and "6 + 1"."""
    if "+" in low[left[0].end : left[-1].start]:
        return True
    return measure.seconds is not None and measure.per == "week" and len(set(days_in(low))) > 1


def _are_side_by_side(left: Sequence[Candidate], low: str) -> bool:
    """ "21 before coffee and 17 after", "6 and 8": the last is meant, perhaps."""
    if anywhere("corrected", "joins").fullmatch(low[left[-2].end : left[-1].start].strip()):
        return True
    if anywhere("corrected", "contrasts").search(low[left[0].end : left[-1].start]):
        return True
    around = [_around(one, low) for one in left]
    kinds = ("days", "turns", "sides", "ways", "worth")
    return any(all(anywhere("beside", kind).search(words) for words in around) for kind in kinds)


def _around(one: Candidate, low: str) -> str:
    """The words on both sides of a number, up to the next number or the next part of the sentence."""
    before = re.split(_STOPS, low[max(0, one.start - _BESIDE) : one.start])[-1]
    return before + " " + re.split(_STOPS, low[one.end : one.end + _BESIDE])[0]


def _is_said_with(words: str, chosen: Candidate, low: str) -> bool:
    """ "so 2.5h", "2.5h total"."""
    before = low[: chosen.start].split()[-2:]
    rest = re.split(_STOPS, low[chosen.end :])[0]
    after = anywhere("corrected", "contrasts").split(rest)[0].split()[:3]
    said_before, said_after = (set(listed("corrected", f"{words}_{side}")) for side in ("before", "after"))
    return not (said_before.isdisjoint(before) and said_after.isdisjoint(after))


def _corrects(candidates: Sequence[Candidate], low: str) -> bool:
    """Whether the last number takes the place of those before: "6 no wait 7"."""
    ends = [one.end for one in candidates if one.value != candidates[-1].value]
    if not ends:
        return False
    between = low[ends[-1] : min((one.start for one in candidates if one.start > ends[-1]), default=ends[-1])]
    return anywhere("corrected", "words").search(between) is not None and len(between.split()) <= _CORRECTION_MOST


def _bounded(number: Number, aim: Aim, measure: Measure) -> Number:
    """Rounded, and asked about where it is more than there is, or far off."""
    value = number.value.quantize(_FINEST) if number.value % 1 else number.value.quantize(Decimal(1))
    value = value.normalize() + 0
    most = max(_size(aim), Decimal(1)) * _FAR
    whole = Decimal(100) if measure.percent else measure.total
    below = value < 0 <= min(aim.baseline, aim.goal, aim.last or Decimal(0))
    beyond = abs(value) > most or (whole is not None and value > whole) or below
    return Number(value, number.sure and not beyond)
