"""Which numbers and which day the sentence of a target names, and which of them its fields contradict.

Only a contradiction counts: a sentence that names no number, or one of something else ("my next 4 essays"), is left
alone, and so is a day that nobody can tell from the sentence alone ("by next Friday", "before the trials").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from bot.language.counted import times_of
from bot.language.reading import Found, find_numbers, read_date
from bot.language.reading.date_beside import beside
from bot.language.reading.numbers import same_unit
from bot.language.reading.text import fold
from bot.language.targets import Extracted, read

_AHEAD = timedelta(days=25)
_LOOKS = (timedelta(days=1), timedelta(days=11), timedelta(days=40), timedelta(days=100))
"""So long before a day: one that the sentence names by itself is the same, seen from each of them."""


_ALIKE = Decimal("0.001")
"""Numbers are kept with four places: what differs by less was typed as the same."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the fields of a target say; None for what is not known yet."""

    baseline: Decimal | None
    goal: Decimal | None
    unit: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Against:
    """One field that the sentence contradicts: its name, and what the sentence says of it."""

    field: str
    said: Decimal | date


@lru_cache(maxsize=512)
def extracted(sentence: str) -> Extracted:
    return read(sentence).extracted


def contradictions(sentence: str, figures: Figures) -> Iterator[Against]:
    """The fields that the sentence contradicts: baseline, goal, due_on, in this order."""
    said = extracted(sentence)
    if speaks_of(sentence, figures.unit):
        for field, number, stands in (
            ("baseline", said.baseline, figures.baseline),
            ("goal", said.goal, figures.goal),
        ):
            if number is not None and stands is not None and abs(number - stands) >= _ALIKE:
                yield Against(field, number)
    day = day_against(sentence, figures.due_on) if figures.due_on is not None else None
    if day is not None:
        yield Against("due_on", day)


@lru_cache(maxsize=512)
def speaks_of(sentence: str, unit: str) -> bool:
    """Whether the number of the sentence counts what `unit` says: it is of that unit, of the same total, or the
    sentence has no number beside those that were understood."""
    said = extracted(sentence)
    if said.goal is None:
        return False
    if said.unit and unit and (same_unit(fold(said.unit), fold(unit)) or times_of(said.unit) & times_of(unit)):
        return True
    if said.out_of is not None and said.out_of in (n.value for n in find_numbers(unit)):
        return True
    if said.unit and unit:
        return False
    understood = {said.goal, said.baseline, said.out_of, Decimal(said.task_count or 0)}
    return all(n.value in understood and n.high in {None, *understood} for n in find_numbers(sentence))


@lru_cache(maxsize=512)
def day_against(sentence: str, due_on: date) -> date | None:
    """The day by which the sentence says, where it is another one however it is read."""
    as_read = [_day(sentence, due_on, day_first) for day_first in (True, False)]
    return as_read[0] if None not in as_read and due_on not in as_read else None


def _day(sentence: str, near: date, day_first: bool) -> date | None:
    """The day that it names, near a date; None for one that moves with the day on which it is read."""
    found = deadline(sentence, near - _AHEAD, day_first=day_first)
    if found is None:
        return None
    seen = (deadline(sentence, found.date - before, day_first=day_first) for before in _LOOKS)
    return found.date if all(again is not None and again.date == found.date for again in seen) else None


@lru_cache(maxsize=512)
def deadline(
    sentence: str, today: date, *, day_first: bool = True, term_end: date | None = None, lang: str = "en"
) -> Found | None:
    """The day by which the sentence says ("by", "until", "before"); one that it names in passing is none."""
    part = extracted(sentence).due
    found = read_date(sentence, today, day_first=day_first, term_end=term_end, part=part) if part else None
    if not isinstance(found, Found):
        return None
    before = fold(sentence)[: found.start]
    return found if beside(lang).deadline.search(before) else None
