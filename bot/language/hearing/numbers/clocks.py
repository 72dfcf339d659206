"""Numbers that are a time of day: "at 10:30", "7:05 at the gate", and perhaps "dinner at 7"."""

import re
from functools import cache

from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import any_of, at_the_end, listed
from bot.language.reading.numbers import NumberReading

_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_WITH_POINT = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d(?!\d)")


def shows_minutes(reading: NumberReading, low: str) -> bool:
    """Whether it is written as hours and minutes, or minutes and seconds."""
    return _CLOCK.match(low, reading.start) is not None


def is_time(reading: NumberReading, low: str, measure: Measure) -> bool:
    """Whether a number is a time of day; where time is counted only behind such a word as "at"."""
    before = low[: reading.start]
    if _WITH_POINT.match(low, reading.start) and at_the_end("clocks", "at").search(before):
        return True
    if not shows_minutes(reading, low):
        return False
    return measure.seconds is None or _led().search(before) is not None


def is_perhaps_time(before: str) -> bool:
    """ "dinner at 7", which "im at 7" is not."""
    words = before.split()
    if words[-1:] != [*listed("clocks", "at")]:
        return False
    return len(words) < 2 or words[-2].strip(",.!") not in listed("clocks", "standing")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('clocks', 'before')}\s(?:\w+\s)?$")
