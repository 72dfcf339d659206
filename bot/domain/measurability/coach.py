"""What a kind reader would point out before a target is agreed on, as keys; the words for them live elsewhere."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.domain.measurability.items import row_of
from bot.domain.measurability.lexicon import lexicon
from bot.domain.measurability.model import Direction, Reading
from bot.domain.measurability.patterns import pattern_set
from bot.domain.measurability.quantities import coach_words
from bot.domain.reading.dates import Found, read_date

_FAR = 4  # a goal of four times the baseline, or a fourth of it
_SMALL_GAIN = 3  # steps that are small however many times the baseline they are: from 1 to 4
_MOST_OBSERVABLES = 3


class RemarkKey(StrEnum):
    """What there is to say about a target."""

    NOT_BEYOND_BASELINE = "goal-not-beyond-baseline"  # no higher than now; no lower where less is better
    FAR_BEYOND_BASELINE = "goal-far-beyond-baseline"  # many times the baseline
    CEILING = "limit-reads-as-ceiling"  # "up to 5 pages": more would be a failure
    EFFORT = "effort-without-outcome"  # practice or striving, without what it leads to
    SEVERAL = "several-targets"  # more than one target in one sentence
    OTHERS = "compares-with-others"  # only measured by other people
    BEYOND_END = "timeframe-beyond-end"  # later than the contract's end


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to point out, and the part of the statement that it is about ("" for the whole)."""

    key: RemarkKey
    text: str = ""


def coach(
    reading: Reading,
    *,
    baseline: Decimal | None = None,
    goal: Decimal | None = None,
    direction: Direction | None = None,
    due: date | None = None,
    ends_on: date | None = None,
    today: date | None = None,
    lang: str = "en",
) -> tuple[Remark, ...]:
    """The remarks on a target, most important first.

    `baseline`, `goal`, `direction` and `due` are the student's answers, where they differ from what was read in the
    sentence. `ends_on` is the contract's last day. Without `due`, the timeframe in the sentence is read as of `today`.
    """
    said = reading.extracted
    start = said.baseline if baseline is None else baseline
    aim = said.goal if goal is None else goal
    way = direction or (said.direction if goal is None else None) or _way(start, aim, said.direction)
    if due is None and today is not None and said.due:
        found = read_date(said.due, today, term_end=ends_on, lang=lang)
        due = found.date if isinstance(found, Found) else None
    remarks = [
        *_on_numbers(start, aim, way, named_way=direction or said.direction),
        *_on_wording(reading, lang),
    ]
    if due is not None and ends_on is not None and due > ends_on:
        remarks.append(Remark(RemarkKey.BEYOND_END, said.due))
    return tuple(remarks)


def _way(start: Decimal | None, aim: Decimal | None, said: Direction | None) -> Direction | None:
    if said is not None or start is None or aim is None:
        return said
    return Direction.UP


def _on_numbers(
    start: Decimal | None, aim: Decimal | None, way: Direction | None, *, named_way: Direction | None
) -> list[Remark]:
    if start is None or aim is None:
        return []
    falling = (named_way or way) is Direction.DOWN
    if start == aim or (aim > start) == falling:
        return [Remark(RemarkKey.NOT_BEYOND_BASELINE)]
    low, high = sorted((start, aim))
    far = low > 0 and high >= _FAR * low and high - low > _SMALL_GAIN
    return [Remark(RemarkKey.FAR_BEYOND_BASELINE)] if far else []


def _on_wording(reading: Reading, lang: str) -> list[Remark]:
    checks = ((_others, RemarkKey.OTHERS), (_effort, RemarkKey.EFFORT), (_ceiling, RemarkKey.CEILING))
    remarks = [Remark(key, text) for check, key in checks if (text := check(reading, lang)) is not None]
    return [*remarks, Remark(RemarkKey.SEVERAL)] if _has_several(reading, lang) else remarks


def _others(reading: Reading, lang: str) -> str | None:
    """The comparison, where nothing else measures the goal."""
    row = row_of(reading.text, lang)
    for match in pattern_set(lang, "coach").matches(row):
        start, end = row.span(match.first, match.last)
        own = [found for found in reading.measures if found.end <= start or found.start >= end]
        if not own:
            return reading.text[start:end]
    return None


def _effort(reading: Reading, lang: str) -> str | None:
    """Striving in the place of an action, or practice that is only counted in time."""
    if reading.inner_state is not None and reading.inner_state.detail == "effort":
        return reading.inner_state.text
    practice, durations = coach_words(lang)["practice"], coach_words(lang)["durations"]
    if not reading.observables or any(found.detail not in practice for found in reading.observables):
        return None
    timed = (
        found.detail == "frequency" or not durations.isdisjoint(found.text.lower().split())
        for found in reading.measures
    )
    return reading.observables[0].text if all(timed) else None


def _ceiling(reading: Reading, lang: str) -> str | None:
    """An upper limit on a product, of which more would be welcome."""
    said = reading.extracted
    if not said.ceiling or said.out_of is not None or said.baseline is not None or not said.unit:
        return None
    groups, words = coach_words(lang), said.unit.partition(" per ")[0].split()
    falls = any(found.detail in groups["down"] for found in reading.observables)
    if falls or not (groups["faults"] | groups["rhythms"]).isdisjoint(words):
        return None
    if not lexicon(lang).is_product(words[-1]):
        return None
    return next((found.text for found in reading.measures if words[0] in found.text.lower()), "")


def _has_several(reading: Reading, lang: str) -> bool:
    """Whether two actions are each measured on their own, or three and more are named."""
    criteria = coach_words(lang)["criteria"]
    actions = [found for found in reading.observables if found.detail not in criteria]
    if len(actions) > _MOST_OBSERVABLES:
        return True
    edges = [*(found.start for found in actions[1:]), len(reading.text)]
    counts = [found for found in reading.measures if found.detail == "count"]
    measured = (
        [
            any(action.start <= count.start < edge for count in counts)
            for action, edge in zip(actions, edges, strict=True)
        ]
        if actions
        else []
    )
    return measured.count(True) > 1
