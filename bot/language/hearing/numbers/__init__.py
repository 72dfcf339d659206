"""Which number a message gives for a target, and whether it may be noted without a question."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import cache

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import context
from bot.language.hearing.numbers.bounds import bounded, size_of
from bot.language.hearing.numbers.candidates import Candidate, Fit, candidates_in, cleaned, readings_in, spelled_out
from bot.language.hearing.numbers.elsewhere import is_another_distance, is_elsewhere
from bot.language.hearing.numbers.measures import Unit, any_of, anywhere, listed, measure_of
from bot.language.hearing.numbers.plainly import number_plainly_beside, numbers_plainly_said
from bot.language.hearing.numbers.standing import (
    is_within_reach,
    left_of,
    number_of_another,
    said_with,
    standing,
    stood,
)
from bot.language.hearing.numbers.worked_out import (
    WorkedOut,
    days_but_value,
    lost_value,
    moved_value,
    no_such_thing,
    nothing_value,
    same_value,
    scale_value,
    wordless_value,
)
from bot.language.of_several import for_both
from bot.language.reading.text import fold

__all__ = ["number_beside", "number_for", "number_plainly_beside", "numbers_for", "numbers_plainly_said"]


_SAYS_MORE = 2
_HOURS = 24
"""The last of a day: "dinner at 7" may be a time, "97 at the end" is none."""
_WORD_BEHIND = re.compile(r" ([^\W\d_]+)")
_TIMES = re.compile(r"\d [^\W\d_]+ [xX×] ?\d")
"""What may be taken several times: "20 pages x2"."""
_DIGITS = re.compile(r"\d+")
_SETS_APART = re.compile(r"[,;:.(]")


def number_for(text: str, aim: Aim) -> Number | None:
    """The number that a message gives for one target."""
    shown = cleaned(text)
    measure = measure_of(aim.unit)
    low = spelled_out(fold(shown), measure, size_of(aim))
    found = None if context.is_of_another(low, measure) else _in_earnest(shown, low, aim, measure)
    if found is not None and (anywhere("hedged", "counts").search(low) or _TIMES.search(shown)):
        found = Number(found.value, sure=False)
    return None if found is None else bounded(found, aim, Decimal(100) if measure.percent else measure.total)


def _in_earnest(shown: str, low: str, aim: Aim, measure: Unit) -> Number | None:
    """Without what the message takes back as a joke: "10 of 10 im a genius jk it was 2". Where no number follows, what
    was said before is asked about."""
    joke = next(reversed(list(anywhere("corrected", "jokes").finditer(low))), None)
    if joke is None:
        return _found(shown, low, aim, measure)
    after = low[joke.end() :]
    meant = _found(after, after, aim, measure)
    if meant is not None:
        return meant
    found = _found(shown, low, aim, measure)
    return None if found is None else Number(found.value, sure=False)


def _found(shown: str, low: str, aim: Aim, measure: Unit) -> Number | None:
    named = scale_value(shown, measure) or same_value(low, aim) or days_but_value(low, measure)
    if named is not None:
        return named
    readings = readings_in(low, aim.unit)
    ways = (lost_value, moved_value) if measure.total is not None or measure.percent else (moved_value, lost_value)
    worked_out = ways[0](low, readings, aim, measure) or ways[1](low, readings, aim, measure)
    left = [one for one in candidates_in(low, readings, measure, stood(aim)) if not _is_in(one, worked_out)]
    left = [one for one in left if not context.is_total_alone(one.value, low[: one.start], measure)]
    counted = [one for one in left if one.fit is not Fit.OTHER and measure.may_be(one.value)]
    if worked_out is not None:
        found, said = _worked_out(worked_out, counted, low)
        if said:
            return found
    if counted:
        return _chosen(counted, low, measure, aim)
    return (
        nothing_value(low, measure) or wordless_value(low, aim, measure) or number_of_another(left, low, aim, measure)
    )


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


def _chosen(candidates: Sequence[Candidate], low: str, measure: Unit, aim: Aim) -> Number:
    """Of several numbers the one that stands: as the sum or as a correction, in the target's own unit, or first."""
    stands = stood(aim)
    everyone = left_of(candidates, low, measure, max(map(abs, stands)))
    chosen, sure = standing(everyone, low, measure, stands)
    if chosen is None:
        return Number(sum((one.value for one in everyone), Decimal(0)), sure=False)
    before, after = low[: chosen.start], low[chosen.end :]
    doubted = _is_doubted(chosen, before, after) or _is_out_of_reach(chosen, low, measure, stands)
    doubted = doubted or ((not chosen.explicit or measure.percent) and is_elsewhere(before, after, aim, measure))
    doubted = doubted or (bool(measure.seconds) and is_another_distance(before, after, aim))
    return Number(chosen.value, chosen.sure and sure and not doubted)


def _is_out_of_reach(chosen: Candidate, low: str, measure: Unit, stands: Collection[Decimal]) -> bool:
    """Whether a number that names nothing stands in a message that says more, and lies beyond those of the target: it
    may count something else, as in "5 reps at 60"."""
    if len(low.split()) < _SAYS_MORE or is_within_reach(chosen, stands) or _is_all_of_its_part(chosen, low):
        return False
    return not (chosen.value < min(stands) and _may_be_few(measure) and _is_plainly_said(chosen, low))


def _is_all_of_its_part(chosen: Candidate, low: str) -> bool:
    """ "5. mum finds me jobs": the only number, with which a message begins, and nothing else before a sign."""
    led = set(low[: chosen.start].split()) <= set(listed("parts", "leads"))
    return led and len(_DIGITS.findall(low)) == 1 and _SETS_APART.match(low, chosen.end) is not None


def _may_be_few(measure: Unit) -> bool:
    """Whether things are counted, of which there can be hardly any in a bad week: a time, a share or a price that is
    far too small is one of something else."""
    return not (measure.seconds or measure.percent or measure.money or measure.scale or measure.of)


def _is_plainly_said(chosen: Candidate, low: str) -> bool:
    """ "only 2 this week", "bad week, 2": nothing but what leads to an answer stands before it, and no noun behind."""
    before = context.part_before(low[: chosen.start]).split()
    behind = _WORD_BEHIND.match(low, chosen.end)
    plain = behind is None or behind[1] in {*listed("other", "alone_with"), *listed("parts", "behind")}
    return plain and set(before) <= set(listed("parts", "leads")) and len(_DIGITS.findall(low)) <= 1


def _is_doubted(chosen: Candidate, before: str, after: str) -> bool:
    """Whether the words around a number leave it open."""
    time_of_day = chosen.fit is not Fit.OWN and abs(chosen.value) <= _HOURS and context.is_perhaps_time(before)
    asked = chosen.fit is not Fit.OWN and context.is_asked(before, after)
    return time_of_day or asked or context.is_hedged(before, after) or context.is_tried(before)


# Which number of a message belongs to which of several targets: "9 mistakes and 3 books", "books: 3, mistakes: 9".


_BOTH = 2
_PARTS = re.compile(r",(?!\d)|[;\n]|\.\s|\s(?:and|&|but)\s", re.IGNORECASE)


def numbers_for(text: str, aims: Sequence[Aim]) -> dict[int, Number]:
    """The number of each target, by its place. With several, a number has to name what it counts."""
    if len(aims) == 1:
        number = number_for(text, aims[0])
        return {} if number is None else {0: number}
    said = for_both(text) if len(aims) == _BOTH else None
    if said is not None:
        each = {place: number_for(said, aim) for place, aim in enumerate(aims)}
        return {place: number for place, number in each.items() if number is not None}
    found: dict[int, Number] = {}
    doubted: set[int] = set()
    for part in _PARTS.split(cleaned(text)):
        place = _named_in(part, aims)
        number = None if place is None else number_for(part, aims[place])
        if place is None or number is None:
            continue
        if place in found and found[place].value != number.value:
            doubted.add(place)
        found[place] = number
    return {place: Number(number.value, number.sure and place not in doubted) for place, number in found.items()}


def _named_in(part: str, aims: Sequence[Aim]) -> int | None:
    """The place of the only target whose unit stands beside a number of this part."""
    named = [place for place, aim in enumerate(aims) if _names(part, aim)]
    return named[0] if len(named) == 1 else None


def _names(part: str, aim: Aim) -> bool:
    measure = measure_of(aim.unit)
    if not measure.head:
        return False
    low = spelled_out(fold(part), measure, size_of(aim))
    found = candidates_in(low, readings_in(low, aim.unit), measure, ())
    return any(one.explicit or one.fit is Fit.OWN for one in found) or no_such_thing(low, measure)


# The number that a message gives beside what it asks for.


def number_beside(text: str, aim: Aim) -> Number | None:
    """The number that a message gives beside what it asks for: "24/h, 25 is too easy, put 30", "can we raise it, i
    got 9"."""
    return _begun_with(text, aim) or _said_within(text, aim)


def _said_within(text: str, aim: Aim) -> Number | None:
    """The only number that is said somewhere."""
    low = fold(text).replace("'", "")
    found = [number for said in _says().finditer(low) if (number := number_for(said["part"], aim)) is not None]
    return found[0] if len(found) == 1 and found[0].sure else None


@cache
def _says() -> re.Pattern[str]:
    """A part of a message that says how it stands, in so many words."""
    begins = rf"(?:^|[,;.!?\n]|\b{any_of('parts', 'goes_on')} )\s*{any_of('parts', 'says_first')}"
    ends = r"(?=[,;!?\n]|\.(?!\d)|$)"
    return re.compile(rf"(?:{begins}|\b{any_of('parts', 'says')}) (?P<part>\d[^,;!?\n]{{0,40}}?){ends}")


def _begun_with(text: str, aim: Aim) -> Number | None:
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
