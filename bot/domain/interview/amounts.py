"""From where to where, and of what: the numbers of a sentence, with what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from bot.domain.measurability import Reading
from bot.domain.reading import find_numbers
from bot.domain.reading.number_scan import NumberReading
from bot.domain.reading.text import fold, load_words


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that a sentence names. None and "" where it names none."""

    baseline: Decimal | None = None
    goal: Decimal | None = None
    unit: str = ""
    out_of: Decimal | None = None

    @property
    def counted(self) -> str:
        """The unit with its total, as it reads behind a number: "paragraphs", "out of 20", "points out of 20"."""
        total = f"out of {self.out_of.normalize():f}" if self.out_of is not None else ""
        return f"{self.unit} {total}".strip()


def numbers_of(reading: Reading, *, answers: bool = False, lang: str = "en") -> Numbers:
    """What the reader found, and what it leaves open in a bare "3 to 8 of 10".

    A single number is the goal. `answers`: it answers "from where to where?", so that "3 to 8" is just that.
    """
    said = reading.extracted
    found = Numbers(said.baseline, said.goal, said.unit, said.out_of)
    return _as_way(found, _Around(reading.text, find_numbers(reading.text, lang=lang), lang), answers=answers)


@dataclass(frozen=True, slots=True)
class _Around:
    """A sentence and the numbers in it."""

    text: str
    readings: Sequence[NumberReading]
    lang: str

    def between(self, one: NumberReading, other: NumberReading) -> str:
        return " ".join(fold(self.text[one.end : other.start]).split())

    def is_way(self, one: NumberReading) -> bool:
        """Whether it has two ends that are no choice between two: "3 to 8", and not "2 or 3"."""
        words = fold(self.text[one.start : one.end]).split()
        return one.high is not None and set(_words(self.lang)["or"]).isdisjoint(words)


def _as_way(found: Numbers, around: _Around, *, answers: bool) -> Numbers:
    """ "3 to 8 of 10 sentences": from 3 to 8, and both of 10."""
    for one, other in pairwise((*around.readings, None)):
        if one is None or not around.is_way(one) or found.goal not in (None, one.value, one.high):
            continue
        if other is not None and other.high is None and around.between(one, other) in _words(around.lang)["of"]:
            total = other.value if other.value >= max(one.value, one.high or one.value) else None
            unit = other.unit or found.unit
            return Numbers(one.value, one.high, unit, total) if total is not None else found
        if answers:
            return replace(found, baseline=one.value, goal=one.high, unit=found.unit or one.unit)
    return found


def _words(lang: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_words("bot.domain.interview", lang, "replies")["numbers"]
    return words
