"""Numbers that are one though they are written as several: "2h 30", "4 and a quarter hours"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from bot.language.hearing.numbers.measures import seconds_of
from bot.language.hearing.numbers.phrases import any_of, pairs
from bot.language.reading.numbers import NumberReading


def joined(readings: Sequence[NumberReading], low: str) -> Iterator[NumberReading]:
    """ "2h 30" and "4 and a quarter hours" are one number."""
    held: NumberReading | None = None
    for reading in readings:
        if held is not None and reading.start < held.end:
            continue
        joined = _as_one(held, reading, low) if held is not None else None
        if held is not None and joined is None:
            yield held
        held = joined or _with_part(reading, low)
    if held is not None:
        yield held


def _as_one(first: NumberReading, second: NumberReading, low: str) -> NumberReading | None:
    """Hours and minutes, minutes and seconds: in the larger unit."""
    word = first.unit.split(" ")[0]
    length = seconds_of(word)
    if length is None or length == 1 or second.value >= 60 or first.out_of or second.out_of:
        return None
    between = low[first.end : second.start].replace(word, "", 1).strip()
    smaller = seconds_of(second.unit.split(" ")[0])
    if between not in ("", "and", ",") or (smaller is None and (_is_set_apart(between, second) or second.strength < 2)):
        return None
    value = first.value + second.value * (smaller or length / 60) / length
    after = second.end if smaller is None else second.end + len(second.unit)
    return replace(first, value=value, end=after, unit=word)


def _is_set_apart(between: str, second: NumberReading) -> bool:
    """Not in "an hour and 50"."""
    return between == "," or (between != "" and second.unit != "")


def _with_part(reading: NumberReading, low: str) -> NumberReading:
    part = _and_a_part().match(low, reading.end)
    if part is None or reading.value % 1:
        return reading
    more = _parts()[part[2]] * (3 if part[1] else 1)
    unit = reading.unit or (low[part.end() :].split() or [""])[0]
    return replace(reading, value=reading.value + more, end=part.end(), unit=unit, ambiguous=False, high=None)


@cache
def _parts() -> dict[str, Decimal]:
    return {word: Decimal(part) for word, part in pairs("fractions", "parts")}


@cache
def _and_a_part() -> re.Pattern[str]:
    """ "and a half", "and three quarters"."""
    words = {name: any_of("fractions", name) for name in ("and", "three", "of")}
    parts = "|".join(_parts())
    return re.compile(
        rf"(?:\s?[^\W\d_]{{1,10}})?\s?{words['and']} ({words['three']} )?(?:a )?({parts})s?\b(?! {words['of']}\b)"
    )
