"""From where to where, and of what: the numbers of a sentence."""

from dataclasses import dataclass, replace
from decimal import Decimal

from bot.language.reading import find_numbers
from bot.language.reading.number_scan import NumberReading
from bot.language.reading.text import fold, load_words
from bot.language.targets import Reading


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
    """What the reader found, and what it leaves open in a bare "3 to 8".

    A single number is the goal. `answers`: it answers "from where to where?", so that "3 to 8" is a start and a goal.
    """
    said = reading.extracted
    found = Numbers(said.baseline, said.goal, said.unit, said.out_of)
    if not answers:
        return found
    ways = (one for one in find_numbers(reading.text, lang=lang) if _is_way(one, reading.text, lang))
    way = next((one for one in ways if found.goal in (None, one.value, one.high)), None)
    return replace(found, baseline=way.value, goal=way.high, unit=found.unit or way.unit) if way is not None else found


def _is_way(one: NumberReading, text: str, lang: str) -> bool:
    """Whether it has two ends that are no choice between two: "3 to 8", and not "2 or 3"."""
    choice: list[str] = load_words("bot.language", lang, "replies")["numbers"]["or"]
    return one.high is not None and set(choice).isdisjoint(fold(text[one.start : one.end]).split())
