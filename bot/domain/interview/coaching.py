"""What the wording of a target says and leaves open: all that the interview knows of reading sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from bot.domain.interview.frame import Frame
from bot.domain.measurability.model import Reading
from bot.domain.measurability.reader import gaps as gaps_of
from bot.domain.measurability.reader import read
from bot.domain.reading import Found, Impossible, find_numbers, read_date


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that a sentence names. None and "" where it names none."""

    baseline: Decimal | None = None
    goal: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The time that a sentence names: a date; or tasks and periods without one (`open_ended`); or neither."""

    day: date | None = None
    impossible: bool = False
    open_ended: bool = False


@lru_cache(maxsize=256)
def _read(sentence: str) -> Reading:
    """Deriving the question looks at one sentence many times; reading it is the same each time."""
    return read(sentence)


def gaps(sentence: str) -> tuple[str, ...]:
    """What a target's wording leaves open, of "observable", "measure" and "timeframe", in the order to ask."""
    return tuple(gap.value for gap in gaps_of(_read(sentence)))


def numbers(sentence: str) -> Numbers:
    """From where to where, and of what. A single number is the goal."""
    found = [n for n in find_numbers(sentence) if n.strength == 2]
    if not found:
        return Numbers()
    first = found[0]
    unit = first.unit or (f"/ {first.out_of.normalize():f}" if first.out_of is not None else "")
    if first.high is not None:
        return Numbers(first.value, first.high, unit)
    return Numbers(None, first.value, unit)


def when(sentence: str, frame: Frame) -> When:
    """By when."""
    found = read_date(sentence, frame.today, day_first=frame.day_first, term_end=frame.term_ends_on)
    if isinstance(found, Found):
        return When(day=found.date)
    return When(
        impossible=isinstance(found, Impossible), open_ended=bool(sentence) and bool(_read(sentence).timeframes)
    )


def suggest(statement: str, parts: Mapping[str, str]) -> str | None:
    """One sentence from the statement and what the probes added; None where there is nothing to add."""
    added = [p.strip().rstrip(".") for p in parts.values() if p.strip()]
    return ", ".join([statement.strip().rstrip("."), *added]) if added else None
