"""The number that a message gives beside what it asks for."""

import re
from functools import cache

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import number_for
from bot.language.hearing.numbers.phrases import any_of, anywhere
from bot.language.reading.text import fold


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
