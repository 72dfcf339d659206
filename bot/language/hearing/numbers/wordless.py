"""Numbers that are said without any: "none", "the same", "half of them", "twice as many", "mon tue thu"."""

import re
from decimal import Decimal
from functools import cache

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import any_of, anywhere, listed

_SAME_MOST = 9
"""Words of a message that says no more than that nothing changed."""
_DAYS_MOST = 8
"""Words of a message that names the days alone."""
_REACH, _NEAR = 40, 3
"""Characters, and words, within which something belongs to a word."""


def same_value(low: str, aim: Aim) -> Number | None:
    """The last number again, where there is one."""
    said = anywhere("same", "words").search(low)
    if not said or anywhere("same", "not_so").search(low) or len(low.split()) > _SAME_MOST or re.search(r"\d", low):
        return None
    return None if aim.last is None else Number(aim.last, sure=not anywhere("hedged", "words").search(low))


def wordless_value(low: str, aim: Aim, measure: Measure) -> Number | None:
    """What is said without any number: all or half of a whole, or a multiple of the last number."""
    multiple = _multiple(low, aim)
    if multiple is not None:
        return multiple
    whole = Decimal(100) if measure.percent else measure.total
    if whole is not None and not re.search(r"\d", low):
        if anywhere("computed", "whole").search(low):
            return Number(whole, sure=False)
        if anywhere("computed", "halves").search(low):
            return Number(whole / 2, sure=False)
    return _days_named(low, measure) or _ordinal(low, measure)


def _ordinal(low: str, measure: Measure) -> Number | None:
    """ "the third evening this week" makes three, if it was none of before."""
    for said in anywhere("ordinals", "names").finditer(low):
        after = re.findall(r"[^\W\d_]+", low[said.end() : said.end() + _REACH])[:_NEAR]
        if any(measure.names(word) or word in listed("ordinals", "units") for word in after):
            return Number(Decimal(listed("ordinals", "names").index(said[0]) + 2), sure=False)
    return None


def _multiple(low: str, aim: Aim) -> Number | None:
    for name, factor in (("halved", Decimal("0.5")), ("double", Decimal(2)), ("triple", Decimal(3))):
        if anywhere("computed", name).search(low):
            if aim.last is None or anywhere("computed", "not_of_last").search(low):
                return None
            return Number(aim.last * factor, sure=False)
    return None


def days_in(low: str) -> list[str]:
    """The days of the week that are named, by their first letters."""
    return [match[0][:3] for match in anywhere("days", "names").finditer(low)]


def _days_named(low: str, measure: Measure) -> Number | None:
    """ "mon tue thu" are three evenings."""
    if not set(listed("days", "units")).intersection(measure.head) or len(low.split()) > _DAYS_MOST:
        return None
    named = set(days_in(low))
    return (
        Number(Decimal(len(named)), sure=False)
        if named and not re.search(r"\d", low) and not anywhere("none", "denials").search(low)
        else None
    )


def nothing_value(low: str, measure: Measure) -> Number | None:
    """ "none", "no lates", "not one bad joint": nothing at all."""
    if measure.scale:
        return None
    begins = _begins_with_none().match(low)
    if re.search(r"\d", low) and not begins:
        return None
    if not (begins or no_such_thing(low, measure) or _is_all(low) or _not_once(low, measure)):
        return _nothing_done(low, measure)
    so_far = measure.per and anywhere("none", "so_far").search(low)
    return Number(Decimal(0), sure=not (so_far or anywhere("hedged", "words").search(low)))


def _nothing_done(low: str, measure: Measure) -> Number | None:
    """ "didnt read at all", "nothing": none of what is counted anew each time, and perhaps nothing new of what is
    counted on and on."""
    alone, undone, idle = (pattern.search(low) for pattern in _nothing())
    hedged = anywhere("hedged", "words").search(low)
    if undone or (alone and measure.per):
        return Number(Decimal(0), sure=bool(measure.per and not hedged))
    return Number(Decimal(0), sure=False) if idle and measure.per else None


@cache
def _nothing() -> tuple[re.Pattern[str], ...]:
    """ "nothing", "didnt read at all", "did nothing"."""
    ends = rf"(?:\s*[,.!?;]|\s*$| {any_of('none', 'ends')}\b)"
    denied, doing, nothing = (any_of("none", name) for name in ("denied", "doing", "nothing"))
    return (
        re.compile(rf"(?:^\s*|[,.!?;] ?){nothing}{ends}"),
        re.compile(rf"(?<!\w){denied} (?:[^\W\d_]+ )?{doing} (?:[^\W\d_]+ )?{any_of('none', 'any')}{ends}"),
        re.compile(rf"(?<!\w){doing} {nothing}{ends}"),
    )


def no_such_thing(low: str, measure: Measure) -> bool:
    """Whether it says that there was none of what is counted: "no lates", "not one bad joint"."""
    return _always_opposite(low, measure) or any(
        measure.names(word)
        for denied in anywhere("none", "denials").finditer(low)
        for word in re.findall(r"[^\W\d_]+", low[denied.end() : denied.end() + _REACH])[:_NEAR]
    )


def _always_opposite(low: str, measure: Measure) -> bool:
    """ "on time every day" is never late."""
    if anywhere("none", "but").search(low) or not anywhere("none", "always").search(low):
        return False
    return (
        not set(measure.head).isdisjoint(listed("none", "late")) and anywhere("none", "in_time").search(low) is not None
    )


def _is_all(low: str) -> bool:
    """Whether the word for none is all of the message, or of its sentence."""
    return any(len(low.split()) <= _NEAR or _is_whole(low, said) for said in anywhere("none", "words").finditer(low))


def _not_once(low: str, measure: Measure) -> bool:
    often = "times" in measure.head or bool(measure.per)
    once = low.find("once")
    return often and once >= 0 and anywhere("none", "once_denied").search(low[max(0, once - _REACH) : once]) is not None


@cache
def _begins_with_none() -> re.Pattern[str]:
    """ "none, my dad drives me at 7:30"."""
    return re.compile(rf"\s*{any_of('none', 'begins')}(?:\s*[,.!]|\s*$| {any_of('none', 'goes_on')}\b)")


def _is_whole(low: str, said: re.Match[str]) -> bool:
    """Whether the word is all of its sentence."""
    before, after = low[: said.start()].rstrip(), low[said.end() :].lstrip()
    return (not before or before[-1] in ".!?,") and (not after or after[0] in ".!?,")
