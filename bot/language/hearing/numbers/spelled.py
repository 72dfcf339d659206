"""Numbers that are said in words or in another language, as the reader of numbers knows them."""

import re
from functools import cache

from bot.language.hearing.numbers.measures import Measure, with_one_word
from bot.language.hearing.numbers.phrases import any_of, anywhere, listed
from bot.language.reading.numbers import number_words
from bot.language.reading.text import load_words

_TIMES = re.compile(r"(?<!\S)x(?=\d)")
"""The sign of "x25"."""
_PACKAGE = "bot.language.hearing"


def spelled_out(low: str, measure: Measure) -> str:
    """ "an hour and a half" in digits, where time is what is counted; "13 sur 20" and "eight point one" everywhere."""
    low = with_one_word(low)
    low = _TIMES.sub(" ", _in_one_word().sub(r"\1 \2", _pointed().sub(_point, low)))
    low = _of().sub(" of ", anywhere("time", "not").sub("not", low))
    if measure.seconds is not None:
        for pattern, digits in _lengths():
            low = pattern.sub(digits, low)
    return low


def _point(match: re.Match[str]) -> str:
    digits = listed("time", "digits")
    whole, part = (str(digits.index(word)) if word in digits else word for word in match.groups())
    return f"{whole}.{part}" if whole.isdigit() and part.isdigit() else match[0]


@cache
def _pointed() -> re.Pattern[str]:
    return re.compile(rf"\b(\w{{1,12}}) {_table()['point']} (\w{{1,12}})\b")


@cache
def _in_one_word() -> re.Pattern[str]:
    """ "twentyfive"."""
    words = number_words("en")
    tens, units = ("|".join(sorted(each, key=len, reverse=True)) for each in (words.tens, words.units))
    return re.compile(rf"\b({tens})({units})\b")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"(?<=\d) {any_of('time', 'of')} (?=\d)")


@cache
def _lengths() -> tuple[tuple[re.Pattern[str], str], ...]:
    """ "24 an hour" is no hour."""
    return tuple((re.compile(rf"(?<!\d )\b{words}\b"), digits) for words, digits in _table()["spelled"])


@cache
def _table() -> dict[str, list[list[str]]]:
    table: dict[str, list[list[str]]] = load_words(_PACKAGE, "en", "numbers")["time"]
    return table
