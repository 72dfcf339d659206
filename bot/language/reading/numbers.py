"""Numbers as people type them: "14/20", "about 70 %", "1,5", "a dozen", "31:20", "from 3 to 5"."""

import re
from datetime import date

from bot.language.reading.dates import find_dates
from bot.language.reading.number_scan import NumberReading, Scan
from bot.language.reading.number_tokens import joined_tokens, number_words, tokenize
from bot.language.reading.text import fold, without_addresses

# What starts like a date, or is all of one, and is read as a number too: "14/20", "1.5 days", "1 1/2 weeks".
_NUMBER_TOO = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?![0-9/])|[0-9]+(?:[.,][0-9]+| ?½| [0-9]/[0-9]) *[^\W\d]")
_SOME_DAY = date(2001, 1, 1)  # where dates stand does not depend on the day


def read_number(text: str, unit_hint: str = "", *, lang: str = "en") -> NumberReading | None:
    """The first number in an answer to a question for one; a plain number goes before "one"."""
    found = find_numbers(text, unit_hint, lang=lang)
    return max(found, key=lambda reading: reading.strength, default=None)


def unambiguous_number(text: str, unit_hint: str = "", *, lang: str = "en") -> NumberReading | None:
    """The number of a message when exactly one reading of it is sensible, else None.

    `unit_hint` is the unit that is being counted: of several numbers, the only one that carries it is meant.
    """
    found = [reading for reading in find_numbers(text, unit_hint, lang=lang) if reading.strength]
    strong = [reading for reading in found if reading.strength == 2] or found
    if len(strong) > 1 and unit_hint and all(reading.unit for reading in strong):
        strong = [reading for reading in strong if same_unit(reading.unit, unit_hint)]
    if len(strong) != 1 or strong[0].ambiguous:
        return None
    return strong[0]


def find_numbers(text: str, unit_hint: str = "", *, lang: str = "en") -> tuple[NumberReading, ...]:
    """Every number in the text, from left to right; dates, clock times and "2nd" are none."""
    text = without_addresses(text)
    words = number_words(lang)
    dates = [(found.start, found.end) for found in find_dates(text, _SOME_DAY, lang=lang)]
    tokens = joined_tokens(tokenize(fold(text)), words.groups["glued"])
    scan = Scan(tokens, words, unit_hint)
    return tuple(reading for reading in scan.readings() if not _inside_date(reading, dates, text))


def same_unit(unit: str, hint: str) -> bool:
    """Whether two units are written with a common word, singular or plural."""
    return bool({_stem(word) for word in unit.split()} & {_stem(word) for word in hint.lower().split()})


def _stem(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 2 else word


def _inside_date(reading: NumberReading, dates: list[tuple[int, int]], text: str) -> bool:
    return any(start <= reading.start < end and not _NUMBER_TOO.match(text, reading.start, end) for start, end in dates)
