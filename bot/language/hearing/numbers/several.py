"""Which number of a message belongs to which of several targets: "9 mistakes and 3 books", "books: 3, mistakes: 9"."""

import re
from collections.abc import Sequence

from bot.language.hearing.model import Aim, Number
from bot.language.hearing.numbers import number_for
from bot.language.hearing.numbers.candidates import Fit, candidates_in, readings_in
from bot.language.hearing.numbers.cleaning import cleaned
from bot.language.hearing.numbers.measures import measure_of
from bot.language.hearing.numbers.spelled import spelled_out
from bot.language.hearing.numbers.wordless import no_such_thing
from bot.language.reading.text import fold

_PARTS = re.compile(r",(?!\d)|[;\n]|\.\s|\s(?:and|&|but)\s", re.IGNORECASE)


def numbers_for(text: str, aims: Sequence[Aim]) -> dict[int, Number]:
    """The number of each target, by its place. With several, a number has to name what it counts."""
    if len(aims) == 1:
        number = number_for(text, aims[0])
        return {} if number is None else {0: number}
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
    low = spelled_out(fold(part), measure)
    found = candidates_in(low, readings_in(low, aim.unit), measure, ())
    return any(one.explicit or one.fit is Fit.OWN for one in found) or no_such_thing(low, measure)
