"""Which number of an answer says how many: a time says nothing where something else is counted."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from bot.domain.errors import Refusal
from bot.language.reading import NumberReading, find_numbers
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.typed import NUMBER_MOST, words


def number(text: str, unit: str = "", *, lang: str = "en") -> NumberReading:
    """The one number of an answer; `unit` is what is counted, "" where that is not known yet.

    Raises Refusal: no-number, another-measure, one-number, number-below-zero, number-too-big, and those of `words`.
    """
    answer = words(text)
    named = [one for one in find_numbers(answer, unit, lang=lang) if not _is_halved(one, answer, lang)]
    if not named:
        raise Refusal("no-number")
    how_many = [one for one in named if not _is_period(one, unit, answer, lang)]
    meant = [one for one in how_many if not _measures_else(one, unit, lang)]
    if not meant or (len(meant) < len(how_many) and times_of(unit, lang)):  # "1 hour 30 minutes" is no 30
        raise Refusal("another-measure")
    found = max(meant, key=lambda one: one.strength)
    if found.ambiguous or found.high is not None or _is_none_among(meant):
        raise Refusal("one-number")
    if not may_be(found.value, unit or found.unit, lang=lang):
        raise Refusal("number-below-zero")
    if abs(found.value) > NUMBER_MOST:
        raise Refusal("number-too-big")
    return found


def may_be(value: Decimal, unit: str, *, lang: str = "en") -> bool:
    """Whether there can be so many: fewer than none there are of nothing but per cent."""
    return value >= 0 or _is_share(unit, lang)


@cache
def _table(lang: str) -> dict[str, dict[str, list[str]]]:
    return load_words("bot.language", lang, "replies")


def _is_none_among(readings: Sequence[NumberReading]) -> bool:
    """Whether "none" stands beside a number: "none so far but 2 started"."""
    none = any(one.strength == 1 and one.value == 0 for one in readings)
    return none and any(one.value != 0 for one in readings)


def _measures_else(one: NumberReading, unit: str, lang: str) -> bool:
    """Whether it is a time while something else is counted; what is not known yet may be a time."""
    times = times_of(one.unit, lang)
    return bool(unit and times) and times.isdisjoint(times_of(unit, lang))


def _is_share(unit: str, lang: str) -> bool:
    return any(word in unit.lower() for word in _table(lang)["numbers"]["share"])


def times_of(unit: str, lang: str = "en") -> frozenset[str]:
    """The measures of time that a unit is counted in: "minutes" for "min a day", and nothing for "pages a day"."""
    rates: list[str] = load_words("bot.language.reading", lang, "numbers")["words"]["per"]
    each = re.split(rf"\b{alternatives(rates)}\b|/", fold(unit))[0]
    said = set(re.findall(r"[^\W\d_]+", each))
    return frozenset(name for name, names in _table(lang)["times"].items() if not said.isdisjoint(names))


def _is_period(one: NumberReading, unit: str, answer: str, lang: str) -> bool:
    """Whether it says since when, and not how long: "in the last 2 weeks", "3 days ago"."""
    times = times_of(one.unit, lang)
    if not times or not times.isdisjoint(times_of(unit, lang)):
        return False
    period = _table(lang)["period"]
    before = rf"\b{alternatives(period['before'])}\s+(?:{alternatives(period['about'])}\s+)?$"
    after = re.findall(r"[^\W\d_]+", fold(answer[one.end :]))[1:2]
    return bool(re.search(before, fold(answer[: one.start]))) or not set(after).isdisjoint(period["after"])


def _is_halved(one: NumberReading, answer: str, lang: str) -> bool:
    """Whether only a part of it is meant: "half of one", "half of my 4"."""
    half = alternatives(_table(lang)["numbers"]["half"])
    return bool(re.search(rf"\b{half}(?:\s+of(?:\s+\w+){{0,2}})?\s+$", fold(answer[: one.start])))
