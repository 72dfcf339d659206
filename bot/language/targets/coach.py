"""What a kind reader would point out before a target is agreed on, as keys; the words for them live elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.language.reading.dates import Found, read_date
from bot.language.targets.items import Row, row_of
from bot.language.targets.lexicon import lexicon
from bot.language.targets.model import Direction, Finding, Reading
from bot.language.targets.patterns import pattern_set
from bot.language.targets.quantities import coach_words

_FAR = 4  # a goal of four times the baseline, or a fourth of it
_SMALL_GAIN = 3  # steps that are small however many times the baseline they are: from 1 to 4
_MOST_OBSERVABLES = 3
_MARKS = 6  # the worst mark where 1 is the best


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
    if due is None and today is not None and said.due:
        found = read_date(reading.text, today, term_end=ends_on, lang=lang, part=said.due)
        due = found.date if isinstance(found, Found) else None
    remarks = [*_on_numbers(start, aim, direction or _way(reading, start, aim, lang)), *_on_wording(reading, lang)]
    if due is not None and ends_on is not None and due > ends_on:
        remarks.append(Remark(RemarkKey.BEYOND_END, said.due))
    return tuple(remarks)


def _way(reading: Reading, start: Decimal | None, aim: Decimal | None, lang: str) -> Direction | None:
    """Which way is wanted, as far as verbs and limits tell; None where either may be."""
    words, said = coach_words(lang), reading.extracted
    verbs = {found.detail for found in reading.observables}
    typed = {item.norm for item in row_of(reading.text, lang).items}
    if not verbs.isdisjoint(words["down"] | words["down_to"]) or said.ceiling:
        return Direction.DOWN
    if said.direction is Direction.DOWN and said.baseline is None:
        return Direction.DOWN
    small = max(start or 0, aim or 0) <= _MARKS
    if not verbs.isdisjoint(words["rising"]) and not (small and not typed.isdisjoint(words["graded"])):
        return Direction.UP
    may_fall = words["falling"] | words["faults"] | words["durations"] | words["graded"]
    falls = not typed.isdisjoint(may_fall) or said.direction is Direction.DOWN or ":" in typed
    return None if falls else Direction.UP


def _on_numbers(start: Decimal | None, aim: Decimal | None, way: Direction | None) -> list[Remark]:
    if start is None or aim is None:
        return []
    back = way is not None and (aim > start) == (way is Direction.DOWN)
    if start == aim or back:
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
    spans = [row.span(match.first, match.last) for match in pattern_set(lang, "coach").matches(row)]
    for start, end in [*spans, *_named(row, lang)]:
        own = [found for found in reading.measures if found.end <= start or found.start >= end]
        if not own:
            return reading.text[start:end]
    return None


def _named(row: Row, lang: str) -> list[tuple[int, int]]:
    """ "faster than Jonas": a comparison with a name, which is known by its capital."""
    words, found = coach_words(lang), []
    for index in range(2, len(row.items)):
        item = row.items[index]
        compared = row.norm(index - 1) in words["than"] and row.norm(index - 2) in words["better"]
        if compared and row.text[item.start].isupper() and item.end - item.start > 1:
            found.append((row.items[index - 2].start, item.end))
    return found


def _effort(reading: Reading, lang: str) -> str | None:
    """Striving in the place of an action, or practice that is only counted in time."""
    words = coach_words(lang)
    typed = [item.norm for item in row_of(reading.text, lang).items]
    if reading.inner_state is not None:
        striving = reading.inner_state.detail == "effort" or not words["striving"].isdisjoint(typed)
        return reading.inner_state.text if striving and words["than"].isdisjoint(typed) else None
    if not reading.observables or reading.extracted.ceiling:
        return None
    with_product = any(map(lexicon(lang).is_product, typed))
    timed = [_is_timed(found, words) for found in reading.measures]
    if all(_is_practice(found, words, len(timed), with_product) for found in reading.observables) and all(timed):
        return reading.observables[0].text
    return None


def _is_timed(measure: Finding, words: Mapping[str, frozenset[str]]) -> bool:
    return measure.detail == "frequency" or not words["durations"].isdisjoint(measure.text.lower().split())


def _is_practice(found: Finding, words: Mapping[str, frozenset[str]], times: int, with_product: bool) -> bool:
    """Whether an action is no outcome, when all that is said of it are `times`: "revise", but not "prepare a talk"."""
    if found.detail in words["doing"]:
        return times > 1  # "do 30 minutes of vocab every day"
    if found.detail in words["making"]:
        return not with_product
    return found.detail in words["practice"]


def _ceiling(reading: Reading, lang: str) -> str | None:
    """An upper limit on a product, of which more would be welcome."""
    said = reading.extracted
    if not said.ceiling or said.out_of is not None or said.baseline is not None or not said.unit:
        return None
    groups, words = coach_words(lang), said.unit.partition(" per ")[0].split()
    wanted = any(found.detail in groups["productive"] for found in reading.observables)
    if len(words) > 1 or not wanted or not (groups["faults"] | groups["rhythms"]).isdisjoint(words):
        return None
    found = next((found for found in reading.measures if words[0] in found.text.lower()), None)
    if found is None or not lexicon(lang).is_product(words[0]) or _describes(reading.text, found, groups):
        return None
    return found.text


def _describes(text: str, measure: Finding, groups: Mapping[str, frozenset[str]]) -> bool:
    before = text[: measure.start].lower().split()
    return bool(before) and before[-1] in groups["describing"]


def _has_several(reading: Reading, lang: str) -> bool:
    """Whether two actions are each measured on their own, or three and more are named."""
    criteria = coach_words(lang)["criteria"]
    actions = [
        found
        for number, found in enumerate(reading.observables)
        if found.detail not in criteria and not (number and _takes_up(reading, number, lang))
    ]
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


def _takes_up(reading: Reading, number: int, lang: str) -> bool:
    """Whether an action is about what came before: "read 3 articles and summarise each in 50 words"."""
    following = reading.observables[number + 1 :]
    end = following[0].start if following else len(reading.text)
    words = {item.norm for item in row_of(reading.text[reading.observables[number].start : end], lang).items}
    return not coach_words(lang)["anaphora"].isdisjoint(words)
