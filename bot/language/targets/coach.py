"""Reading a target, and what a kind reader would point out before it is agreed on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.domain.terms import Direction
from bot.language.reading.dates import FoundDate, read_date
from bot.language.reading.numbers import number_words
from bot.language.reading.text import load_words
from bot.language.targets.actions import find_heads
from bot.language.targets.amounts import coach_words, extract
from bot.language.targets.clauses import Clause, ClauseRole, clauses_of
from bot.language.targets.measures import all_measures, dated, find_timeframes, of_the_goal
from bot.language.targets.model import Finding, FindingKind, Gap, Reading, verdict_of
from bot.language.targets.opinion import PartsFound, blended, opinion_of
from bot.language.targets.patterns import PACKAGE, ItemRow, Match, lexicon, pattern_set, row_of

# What a kind reader would point out before a target is agreed on, as keys; the words for them live elsewhere.


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
class CoachRemark:
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
) -> tuple[CoachRemark, ...]:
    """The remarks on a target, most important first.

    `baseline`, `goal`, `direction` and `due` are the student's answers, where they differ from what was read in the
    sentence. `ends_on` is the contract's last day. Without `due`, the timeframe in the sentence is read as of `today`.
    """
    said = reading.extracted
    start = said.baseline if baseline is None else baseline
    aim = said.goal if goal is None else goal
    if due is None and today is not None and said.due:
        found = read_date(reading.text, today, term_end=ends_on, lang=lang, part=said.due)
        due = found.date if isinstance(found, FoundDate) else None
    remarks = [*_on_numbers(start, aim, direction or _way(reading, start, aim, lang)), *_on_wording(reading, lang)]
    if due is not None and ends_on is not None and due > ends_on:
        remarks.append(CoachRemark(RemarkKey.BEYOND_END, said.due))
    return tuple(remarks)


def _way(reading: Reading, start: Decimal | None, aim: Decimal | None, lang: str) -> Direction | None:
    """Which way is wanted, as far as verbs and limits tell; None where either may be."""
    words, said = coach_words(lang), reading.extracted
    verbs = {found.detail for found in reading.observables}
    typed = {item.norm for item in row_of(reading.text, lang).items}
    if said.less or not verbs.isdisjoint(words["down_to"]) or said.ceiling:
        return Direction.DOWN
    if said.direction is Direction.DOWN and said.baseline is None:
        return Direction.DOWN
    small = max(start or 0, aim or 0) <= _MARKS
    if not verbs.isdisjoint(words["rising"]) and not (small and not typed.isdisjoint(words["graded"])):
        return Direction.UP
    may_fall = words["falling"] | words["faults"] | words["durations"] | words["graded"]
    falls = not typed.isdisjoint(may_fall) or said.direction is Direction.DOWN or ":" in typed
    return None if falls else Direction.UP


def _on_numbers(start: Decimal | None, aim: Decimal | None, way: Direction | None) -> list[CoachRemark]:
    if start is None or aim is None:
        return []
    back = way is not None and (aim > start) == (way is Direction.DOWN)
    if start == aim or back:
        return [CoachRemark(RemarkKey.NOT_BEYOND_BASELINE)]
    low, high = sorted((start, aim))
    far = low > 0 and high >= _FAR * low and high - low > _SMALL_GAIN
    return [CoachRemark(RemarkKey.FAR_BEYOND_BASELINE)] if far else []


def _on_wording(reading: Reading, lang: str) -> list[CoachRemark]:
    checks = ((_others, RemarkKey.OTHERS), (_effort, RemarkKey.EFFORT), (_ceiling, RemarkKey.CEILING))
    remarks = [CoachRemark(key, text) for check, key in checks if (text := check(reading, lang)) is not None]
    return [*remarks, CoachRemark(RemarkKey.SEVERAL)] if _has_several(reading, lang) else remarks


def _others(reading: Reading, lang: str) -> str | None:
    """The comparison, where nothing else measures the goal."""
    row = row_of(reading.text, lang)
    spans = [row.span(match.first, match.last) for match in pattern_set(lang, "coach").matches(row)]
    for start, end in [*spans, *_named(row, lang)]:
        own = [found for found in reading.measures if found.end <= start or found.start >= end]
        if not own:
            return reading.text[start:end]
    return None


def _named(row: ItemRow, lang: str) -> list[tuple[int, int]]:
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


def two_aims(text: str, lang: str = "en") -> tuple[str, str] | None:
    """The two halves of a sentence that is judged twice: "hand in 5 of my next 6 reports on time" and "get at least
    14/20 in each". What the second takes up from the first is said in it. None for any other sentence."""
    row, words = row_of(text, lang), coach_words(lang)
    for at in range(1, len(row.items) - 1):
        if row.norm(at) in words["join"] and lexicon(lang).is_verb(row.norm(at + 1)):
            left, right = text[: row.items[at].start].rstrip(" ,;"), text[row.items[at + 1].start :].strip()
            first, second = read(left, lang), read(right, lang)
            if first.observables and _is_judged(first, lang) and _is_judged(second, lang):
                return left, _with_tasks(right, second, first.extracted.tasks, words, lang)
    return None


def _is_judged(reading: Reading, lang: str) -> bool:
    """Whether a part has a number that is a share, or a limit."""
    said = reading.extracted
    counts = [row_of(found.text, lang).norm(0) for found in reading.measures if found.detail == "count"]
    led = any(first != "#" and not number_words(lang).is_number(first) for first in counts)
    return said.goal is not None and (said.out_of is not None or said.unit == "%" or said.ceiling or led)


def _with_tasks(part: str, reading: Reading, tasks: str, words: Mapping[str, frozenset[str]], lang: str) -> str:
    last = row_of(part, lang).items[-1].norm
    if not tasks or reading.timeframes or last not in words["anaphora"]:
        return part
    return str(load_words(PACKAGE, lang, "wording")["of_my"]).format(part=part, tasks=tasks)


_SHORT = 8
"""Words: a whole target says more, or says of what it speaks."""


def leans_on_another(reading: Reading, lang: str = "en") -> bool:
    """Whether a sentence is only about what another one says, and measures nothing: "do them on the bus"."""
    said = [item.norm for item in row_of(reading.text, lang).items]
    alone = not reading.measures and not reading.timeframes
    return alone and len(said) <= _SHORT and not coach_words(lang)["anaphora"].isdisjoint(said[1:])


# Reading a target: what others could see, how it is judged, by when.


@dataclass(frozen=True, slots=True)
class ByRule:
    """What the rules found, and of that all amounts, whatever they belong to."""

    found: PartsFound
    clauses: tuple[Clause, ...]
    amounts: tuple[Match, ...]


def read(text: str, lang: str = "en") -> Reading:
    """Reads a target as it was typed.

    Takes time in proportion to the length of the text. Raises FileNotFoundError for a language without data.
    """
    words, ruled = lexicon(lang), read_by_rule(text, lang)
    row, by_rule = ruled.found.row, ruled.found
    opinion = opinion_of(by_rule, words, lang)
    found = by_rule if opinion is None else blended(by_rule, opinion, lang)
    seen, when = found.heads.seen, found.when
    amounts = () if by_rule.measured and not found.measured else ruled.amounts
    return Reading(
        text=text,
        observables=_findings(row, seen, FindingKind.OBSERVABLE),
        inner_states=_findings(row, found.heads.inner, FindingKind.INNER_STATE),
        measures=_findings(row, found.measured, FindingKind.MEASURE),
        timeframes=_findings(row, when, FindingKind.TIMEFRAME),
        verdict=verdict_of(observable=bool(seen), measure=bool(found.measured), timeframe=bool(when)),
        extracted=extract(row, ruled.clauses, amounts, when, frozenset(match.tag for match in seen), words, lang),
        by_rule=(bool(by_rule.heads.seen), bool(by_rule.measured), bool(when)),
        opinion=opinion,
    )


def read_by_rule(text: str, lang: str) -> ByRule:
    """What the rules alone find."""
    words = lexicon(lang)
    row = row_of(text, lang)
    clauses = clauses_of(row, words)
    times = tuple(pattern_set(lang, "timeframes").matches(row))
    when = find_timeframes(row, times, clauses, lang, scored=False)
    amounts = all_measures(row, when, dated(times), words, lang)
    measured = of_the_goal(amounts, clauses)
    if not when and measured:
        when = find_timeframes(row, times, clauses, lang, scored=True)
    heads = find_heads(row, clauses, when, measured, words)
    return ByRule(PartsFound(row, heads, measured, when, _aim(row, clauses, when)), clauses, amounts)


def _aim(row: ItemRow, clauses: Iterable[Clause], when: Iterable[Match]) -> tuple[str, ...]:
    """The words of the clauses that say what is aimed at, without those that say when."""
    timed = {index for match in when for index in range(match.first, match.last)}
    goal = (clause for clause in clauses if clause.role is ClauseRole.GOAL)
    return tuple(
        [row.norm(index) for clause in goal for index in range(clause.start, clause.end) if index not in timed]
    )


def gaps(reading: Reading) -> tuple[Gap, ...]:
    """What is missing, in the order in which to ask for it."""
    missing = (
        (Gap.OBSERVABLE, reading.observables),
        (Gap.MEASURE, reading.measures),
        (Gap.TIMEFRAME, reading.timeframes),
    )
    return tuple(gap for gap, found in missing if not found)


def to_ask(reading: Reading, lang: str = "en") -> tuple[Gap, ...]:
    """What to ask for: what is missing; what somebody would see where the two opinions differ on that; and of an exam
    that is only to be passed, with what score, and by when."""
    wanted = set(gaps(reading))
    if reading.unsure:
        wanted.add(Gap.OBSERVABLE)
    if _is_only_passed(reading, lang):
        named = all(found.detail == "score_in_exam" for found in reading.timeframes)
        wanted |= {Gap.MEASURE, Gap.TIMEFRAME} if named else {Gap.MEASURE}
    return tuple(gap for gap in Gap if gap in wanted)


def _is_only_passed(reading: Reading, lang: str) -> bool:
    """ "pass my theory test": judged, but by nothing that could be practised for."""
    said, words = reading.extracted, lexicon(lang)
    verbs = {words.lemma(row_of(found.text, lang).norm(0)) for found in reading.measures}
    return bool(verbs) and said.goal is None and not said.grade_to and verbs <= coach_words(lang)["passing"]


def _findings(row: ItemRow, matches: Iterable[Match], kind: FindingKind) -> tuple[Finding, ...]:
    return tuple(_finding(row, match, kind) for match in matches)


def _finding(row: ItemRow, match: Match, kind: FindingKind) -> Finding:
    start, end = row.span(match.first, match.last)
    detail = match.tag if kind in (FindingKind.OBSERVABLE, FindingKind.INNER_STATE) else match.kind
    return Finding(kind, start, end, row.text[start:end], detail)
