"""The numbers of a message that may be the one, each in the unit of the target."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from functools import cache

from bot.language.hearing.numbers import clocks, context, others, rates
from bot.language.hearing.numbers.joined import joined
from bot.language.hearing.numbers.measures import SECONDS, Measure, measure_of, seconds_of
from bot.language.hearing.numbers.phrases import any_of, at_the_beginning, at_the_end, listed
from bot.language.reading.numbers import NumberReading, find_numbers, number_words

_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}(?!\d)")
_THOUSANDS_FROM = 100
"""A unit that counts so many and more: "1.050 words" is a thousand and fifty."""
_BESIDE = re.compile(r"[^.,;!?\n\d]*")


class Fit(IntEnum):
    """How well the word beside a number fits what is counted."""

    OTHER = 0
    BARE = 1
    OWN = 2


_FEW_WORDS = 5
"""Words of a message in which "one" is a number."""
_FEW_BEFORE = 2
"""With so many words before it, the "one" of another thing counts nothing: "I rewrite one paragraph"."""
_MOST = Decimal(10) ** 9
_READINGS_MOST = 40
"""Numbers of a message that are looked at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number in the target's unit. `sure` is False where it was worked out, or several were named."""

    value: Decimal
    start: int
    end: int
    fit: Fit
    sure: bool = True
    low_first: bool = False
    """The first of two that were named for one thing."""
    weak: bool = False
    """A word that often means something else: "one", "once"."""
    explicit: bool = False
    """Said in so many words: "7 of 10" where ten are counted, "70 %" where per cent are."""
    named_otherwise: bool = False
    """The noun behind it is known, and is never what is counted here."""


def readings_in(low: str, unit: str) -> tuple[NumberReading, ...]:
    """The numbers of a text that is spelled out, of very many the first."""
    head = measure_of(unit).head
    return find_numbers(low, head[0] if len(head) == 1 else unit)[:_READINGS_MOST]


def candidates_in(
    low: str, readings: Sequence[NumberReading], measure: Measure, stood: Collection[Decimal]
) -> list[Candidate]:
    """Those of the readings that may be the one; `stood` are the numbers that the target had so far, and its goal."""
    found = (_candidate(reading, low, measure, stood) for reading in joined(readings, low))
    those = [candidate for candidate in found if candidate is not None]
    if measure.seconds is not None:  # "5k in 27 minutes"
        return those
    return [replace(one, sure=one.sure and not _is_where_another_is(one, those, low)) for one in those]


def _is_where_another_is(one: Candidate, those: Sequence[Candidate], low: str) -> bool:
    """Whether it may only say where something else was counted: "3 ways in one paragraph"."""
    others = (other for other in those if other.fit is Fit.OTHER and other.end < one.start)
    return one.fit is Fit.OWN and any(rates.is_across(low[other.end : one.start]) for other in others)


@cache
def _as_many() -> re.Pattern[str]:
    """ "as many", "times as far", and not "as usual"."""
    return re.compile(
        rf"\s?(?:{any_of('computed', 'times')} )?as (?!{any_of('computed', 'as_nothing')}\b)[^\W\d_]{{2,}}"
    )


def _candidate(reading: NumberReading, low: str, measure: Measure, stood: Collection[Decimal]) -> Candidate | None:
    size = max(map(abs, stood), default=Decimal(0))
    before, after = low[: reading.start], low[reading.end :]
    if reading.strength == 0 and context.is_no_name(before):
        reading = replace(reading, strength=2)
    if reading.strength == 0 or abs(reading.value) >= _MOST or clocks.is_time(reading, low, measure):
        return None
    if reading.out_of is None and context.is_name(before, after):
        return None
    if reading.out_of and "/" in low[reading.start : reading.end] and context.is_date(before):
        return None
    if re.search(r"[^\W\d_]$", before) and low[reading.start].isdigit() and before[-1:].isascii():
        return None
    pair = reading.high is not None and context.comes_from(before)
    if pair and measure.seconds is not None and not reading.unit and reading.value not in stood:
        return None
    if others.is_theirs(before) or (reading.value in stood and context.is_judged(after)):
        return None
    if context.is_aimed(before, after) or _as_many().match(after) or (context.is_past(before, after) and not pair):
        return None
    found = _in_unit(reading, low, measure, size)
    if found is None or _says_nothing(found, reading, low, measure):
        return None
    found = replace(found, sure=found.sure and not others.is_perhaps_theirs(before))
    return _signed(found, low, size)


def _says_nothing(found: Candidate, reading: NumberReading, low: str, measure: Measure) -> bool:
    """ "one" and "once" away from what is counted; "never" and "none" are read elsewhere."""
    if reading.strength == 2:
        return False
    if context.is_denied(low[: reading.start]):
        return True
    if reading.unit == number_words("en").times and reading.unit in measure.head:
        return False
    if reading.value == 0 or found.fit is Fit.OWN:
        return reading.value == 0
    if measure.percent or measure.seconds or context.is_pronoun(low[: reading.start]):
        return True
    if measure.per and re.match(rf"\s(?:a|per|each|every) {measure.per}\b", low[reading.end :]):
        return False
    if at_the_end("parts", "barely").search(low[: reading.start]) and not low[: reading.start].split()[1:]:
        return False
    before = low[: reading.start].split()
    if reading.unit == "times":
        return len(low.split()) > _FEW_WORDS and len(before) > _FEW_BEFORE
    return len(low.split()) > _FEW_WORDS or (bool(reading.unit) and len(before) >= _FEW_BEFORE)


def _signed(found: Candidate, low: str, size: Decimal) -> Candidate:
    """ "minus 2" at the beginning of a message."""
    return replace(found, value=-found.value) if low[: found.start].strip() == "minus" and size else found


def _in_unit(reading: NumberReading, low: str, measure: Measure, size: Decimal) -> Candidate | None:
    value, sure, fit = reading.value, not reading.ambiguous, _fit(reading, low, measure)
    first = reading.ambiguous and reading.high is not None
    if first and context.comes_from(low[: reading.start]) and reading.high is not None:
        value, sure, first = reading.high, True, False
    if _THOUSANDS.fullmatch(low[reading.start : reading.end]) and size >= _THOUSANDS_FROM:
        value, sure = value * 1000, False
    length = _length(reading, low, measure)
    if length is not None:
        if measure.seconds is None:
            return replace(_as_other(reading), value=value)
        value, fit = value * length / measure.seconds, Fit.OWN
        if clocks.shows_minutes(reading, low) and measure.seconds == 1:
            value = value.quantize(Decimal(1))
    elif reading.out_of is not None:
        value, sure, fit = _of_a_whole(reading, measure, sure)
    elif _is_percent(reading, low) and not measure.percent:
        if measure.total is None:
            return None
        value, sure = value * measure.total / 100, False
    times = rates.times(low[reading.end :], measure, value, size)
    if times != 1:
        value, sure = value * times, False
    return Candidate(
        value,
        reading.start,
        reading.end,
        fit,
        sure and not rates.is_habit(low[reading.end :]),
        low_first=first,
        weak=reading.strength < 2,
        explicit=(reading.out_of is not None and reading.out_of == measure.total)
        or (measure.percent and _is_percent(reading, low)),
        named_otherwise=any(context.is_other(word, measure) for word in context.nouns_of(reading.unit)),
    )


def _length(reading: NumberReading, low: str, measure: Measure) -> Decimal | None:
    """The seconds of the unit of time that is written behind a number; "7:30" of hours are hours and minutes."""
    if measure.seconds == SECONDS["hours"] and clocks.shows_minutes(reading, low):
        return measure.seconds
    word = reading.unit.split(" ")[0] if reading.unit else ""
    return None if measure.seconds is None and word in listed("time", "short") else seconds_of(word)


def _as_other(reading: NumberReading) -> Candidate:
    return Candidate(reading.value, reading.start, reading.end, Fit.OTHER, named_otherwise=True)


def _of_a_whole(reading: NumberReading, measure: Measure, sure: bool) -> tuple[Decimal, bool, Fit]:
    whole = reading.out_of or Decimal(1)
    if measure.percent:
        return reading.value * 100 / whole, False, Fit.OWN
    if measure.total is None and reading.unit in listed("other", "heaps"):
        return reading.value * whole, False, Fit.OWN
    if measure.total is None and whole < reading.value:
        return reading.value, sure, Fit.BARE
    if measure.total is None or whole == measure.total:
        return reading.value, sure, Fit.OWN
    return reading.value * measure.total / whole, False, Fit.BARE


def _is_percent(reading: NumberReading, low: str) -> bool:
    return reading.unit == "%" or at_the_beginning("percent", "words").match(low, reading.end) is not None


def _fit(reading: NumberReading, low: str, measure: Measure) -> Fit:
    if measure.percent and _is_percent(reading, low):
        return Fit.OWN
    if measure.money and (low[: reading.start].rstrip()[-1:] in "€$£" and low[: reading.start].strip()):
        return Fit.OWN
    after = re.findall(r"[^\W\d_]+|[%€$£]", _BESIDE.match(low, reading.end, reading.end + 60)[0])[:3]  # type: ignore[index]
    if any(measure.names(word) for word in after) or (measure.money and set(after[:1]) & set(listed("money", "words"))):
        return Fit.OWN
    before = re.search(r"([^\W\d_]+)\s?[:=]?\s?$", low[max(0, reading.start - 30) : reading.start])
    if before and measure.names(before[1]):
        return Fit.OWN
    return Fit.OTHER if context.counts_another(reading.unit, measure) else Fit.BARE
