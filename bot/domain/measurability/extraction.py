"""What a target already answers: from where to where, in what unit, by when, in which tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise, takewhile

from bot.domain.measurability.clauses import Clause, Role
from bot.domain.measurability.items import Row
from bot.domain.measurability.lexicon import Lexicon
from bot.domain.measurability.measure_words import MeasureWords, measure_words
from bot.domain.measurability.model import Direction, Extracted
from bot.domain.measurability.occasions import Occasions
from bot.domain.measurability.patterns import PACKAGE, Match
from bot.domain.reading.number_scan import NumberReading
from bot.domain.reading.numbers import same_unit
from bot.domain.reading.text import load_words

_BETWEEN = 6  # how many items may part "from 15 per page" and "to 5"
_UNIT_WORDS = 2
_NEAR_ENOUGH = 12  # a bare number that is farther from the goal counts something else


@cache
def coach_words(lang: str) -> dict[str, frozenset[str]]:
    """The groups of `data/<lang>/coach.toml`. Raises FileNotFoundError for an unknown language."""
    groups: dict[str, list[str]] = load_words(PACKAGE, lang, "coach")["groups"]
    return {name: frozenset(words) for name, words in groups.items()}


@dataclass(frozen=True, slots=True)
class _Amount:
    """A quantity with what stands around it."""

    match: Match
    index: int
    number: NumberReading
    role: Role


def extract(
    row: Row,
    clauses: Sequence[Clause],
    amounts: Sequence[Match],
    when: Sequence[Match],
    verbs: frozenset[str],
    lexicon: Lexicon,
    lang: str,
) -> Extracted:
    """Everything that the interview need not ask again. `verbs` are the base forms that the target stands on."""
    return _Extractor(row, clauses, amounts, when, verbs, lexicon, lang).extracted()


class _Extractor:
    def __init__(
        self,
        row: Row,
        clauses: Sequence[Clause],
        amounts: Sequence[Match],
        when: Sequence[Match],
        verbs: frozenset[str],
        lexicon: Lexicon,
        lang: str,
    ) -> None:
        self.row = row
        self.lexicon = lexicon
        self.words: MeasureWords = measure_words(lang)
        self.coach = coach_words(lang)
        self.occasions = Occasions(row, amounts, when, self.coach)
        self.roles = {index: clause.role for clause in clauses for index in range(clause.start, clause.end)}
        self.verbs = verbs
        self.timed = {index for match in when for index in range(match.first, match.last)}
        self.seconds: dict[str, int] = load_words(PACKAGE, lang, "coach")["seconds"]
        self.amounts = amounts
        self.counts = [count for match in amounts if (count := self.count(match)) is not None]

    def count(self, match: Match) -> _Amount | None:
        for index in range(match.first, match.last):
            number = self.row.items[index].number
            if number is not None and (self.row.norm(index) == "#" or number.unit in self.coach["times"]):
                return _Amount(match, index, number, self.roles.get(index, Role.GOAL))
        return None

    def extracted(self) -> Extracted:
        baseline, goal = self.from_to()
        if baseline is None:
            goal, baseline = self.goal_from()
        goal = goal or self.goal()
        if baseline is None and goal is not None:
            baseline = self.start(goal)
        start, target = self.values(baseline, goal)
        if baseline is not None and goal is not None and baseline is not goal and start is not None:
            start = self.converted(start, self.unit(baseline), self.unit(goal))
        ceiling = goal is not None and self.is_ceiling(goal)
        unit = self.unit(goal) if goal else ""
        if target is None:
            target, unit = self.nothing()
        grade_from, grade_to = self.occasions.grades()
        return Extracted(
            baseline=start,
            goal=target,
            unit=unit or (self.unit(baseline) if baseline else "") or self.counted(baseline, goal),
            out_of=goal.number.out_of if goal else None,
            direction=self.direction(start, target, falls=ceiling or self.falls(goal, unit)),
            ceiling=ceiling,
            grade_from=grade_from,
            grade_to=grade_to,
            due=self.occasions.first_time("date", "period", "exam", "score_in_exam"),
            tasks=self.occasions.tasks(),
            task_count=self.occasions.task_count(),
            frequency=self.occasions.frequency(),
        )

    # --- numbers ---

    def from_to(self) -> tuple[_Amount | None, _Amount | None]:
        """ "from 15 per page to 5", also when it was read as one range."""
        for count, following in zip(self.counts, [*self.counts[1:], None], strict=False):
            lead = self.row.norm(count.index - 1), self.row.norm(count.index - 2), self.row.norm(count.match.first - 1)
            if self.coach["from"].isdisjoint(lead):
                continue
            if count.number.high is not None:
                return count, count
            if following and following.index - count.index <= _BETWEEN + 2 and self.leads_to(count, following):
                return count, following
        return None, None

    def goal_from(self) -> tuple[_Amount | None, _Amount | None]:
        """ "14:30, from 16:10", "11 secs, down from 14", "45 minutes instead of 60": the goal comes first."""
        for goal, start in pairwise(self.counts):
            lead = self.row.norm(start.match.first - 1)
            if lead in self.coach["from"] and start.number.high is None and self.is_comparable(start, goal):
                return goal, start
            if lead in self.coach["instead"] and self.row.norm(start.match.first - 2) in self.coach["instead"]:
                return goal, start
        return None, None

    def is_comparable(self, start: _Amount, goal: _Amount) -> bool:
        """Whether two amounts are of the same thing, as far as their units say."""
        here, there = start.number.unit, self.unit(goal)
        if not here:
            return not goal.number.value or _NEAR_ENOUGH > start.number.value / goal.number.value > 1 / _NEAR_ENOUGH
        return same_unit(here, there) or (here in self.seconds and there in self.seconds)

    def leads_to(self, count: _Amount, following: _Amount) -> bool:
        between = [self.row.norm(index) for index in range(count.index + 1, following.index)]
        return not self.coach["to"].isdisjoint(between)

    @staticmethod
    def values(baseline: _Amount | None, goal: _Amount | None) -> tuple[Decimal | None, Decimal | None]:
        if goal is not None and goal is baseline:
            return goal.number.value, goal.number.high
        return (baseline.number.value if baseline else None), (goal.number.value if goal else None)

    def goal(self) -> _Amount | None:
        """The number that the target is judged by: a limit, share or percentage before a plain count."""
        stated = [count for count in self.counts if count.role is Role.GOAL]
        return max(stated, key=self.weight, default=None)

    def weight(self, count: _Amount) -> int:
        limited = count.match.first < count.index or self.words.limit_after.match(
            self.row.joined, self.row.starts[count.index] + 2
        )
        judged = count.number.out_of is not None or count.number.unit == "%" or self.is_rubric(count)
        bolted = self.row.norm(count.index + 1) == "-"
        by = self.row.norm(count.match.first - 1) in self.coach["change_leads"]
        return 2 * (bool(limited) or judged or by) - bolted

    def start(self, goal: _Amount) -> _Amount | None:
        """The number said to be how things are, or, in the same unit, how they were."""
        for count in self.counts:
            if count.role is Role.NOW:
                return count
        told = (count for count in self.counts if count.role is Role.PAST)
        return next((count for count in told if self.is_comparable(count, goal)), None)

    def unit(self, count: _Amount) -> str:
        """The unit as read with the number, or the noun behind its limit: "4 or less wrong"."""
        if self.is_rubric(count):
            return self.row.norm(count.index - 1)
        if count.number.unit:
            return count.number.unit
        return self.noun_behind(count) or self.noun_before(count)

    def counted(self, baseline: _Amount | None, goal: _Amount | None) -> str:
        """What a bare number counts: "5 graphs and get at least 4 right", "cut my errors from 9 to 3"."""
        if goal is None or goal.number.out_of is not None:
            return ""
        if baseline is not None:
            return self.fewer(baseline.match.first)
        earlier = (count for count in self.counts if count.index < goal.index and count.role is Role.GOAL)
        larger = (
            count
            for count in earlier
            if count.number.value > goal.number.value and self.row.norm(count.index + 1) != "-"
        )
        return next((count.number.unit for count in larger if count.number.unit not in self.seconds), "")

    def fewer(self, index: int) -> str:
        """ "cut my comma errors from 15": the plural that a verb of reducing has for its object."""
        if self.verbs.isdisjoint(self.coach["down"] | self.coach["down_to"]):
            return ""
        start = max(0, index - _BETWEEN - 2)
        for at in range(start, index):
            if self.row.norm(at) not in self.coach["determiners"]:
                continue
            words = list(takewhile(self.is_noun, (self.row.norm(word) for word in range(at + 1, index))))
            if words and words[-1].endswith("s") and words[-1] not in self.coach["scores"]:
                return " ".join(words)
        return ""

    def is_noun(self, word: str) -> bool:
        """Whether the word goes on with a noun phrase that has begun."""
        return self.lexicon.is_noun_like(word) and word not in self.lexicon.determiners | self.coach["no_unit"]

    def is_rubric(self, count: _Amount) -> bool:
        """ "level 3": the scale stands before the number."""
        before = self.row.norm(count.index - 1)
        return self.words.has("rubric", before) and before not in self.words.groups["plain_rubric"]

    def noun_behind(self, count: _Amount) -> str:
        found: list[str] = []
        for index in range(count.match.last, min(count.match.last + _UNIT_WORDS, len(self.row.items))):
            word = self.row.norm(index)
            if index in self.timed:
                break
            if self.is_noun(word):
                found.append(word)
            elif found or word[:1].isalnum() or word in self.lexicon.clause_ends or word == ",":
                break
        return " ".join(found)

    def noun_before(self, count: _Amount) -> str:
        """ "english words max 3"."""
        before = self.row.norm(count.match.first - 1)
        if count.match.first == count.index or not self.lexicon.is_product(before) or self.lexicon.is_verb(before):
            return ""
        return before

    def is_ceiling(self, count: _Amount) -> bool:
        start, end = self.row.reach(count.match.first, count.match.last)
        after = self.words.limit_after.match(self.row.joined, self.row.starts[count.index] + 2)
        if self.row.norm(count.index) != "#":  # "at most once"
            start = self.row.reach(max(0, count.match.first - 2), count.match.last)[0]
        within = self.words.ceiling.search(self.row.joined, start, max(end, after.end() + 1 if after else end))
        return within is not None

    def nothing(self) -> tuple[Decimal | None, str]:
        """ "no wrong notes" is a goal of zero."""
        for match in self.amounts:
            first = match.first + (self.row.norm(match.first) in self.coach["leads"])
            if match.tag == "no" and self.row.norm(first) in self.coach["no"]:
                words = (self.row.norm(index) for index in range(first + 1, match.last))
                return Decimal(0), " ".join(takewhile(self.lexicon.is_noun_like, words))
        return None, ""

    def converted(self, value: Decimal, unit: str, wanted: str) -> Decimal | None:
        """A starting point in the unit of the goal; None where the two count different things."""
        if not unit or not wanted or same_unit(unit, wanted):
            return value
        if unit not in self.seconds or wanted not in self.seconds:
            return None
        return (value * self.seconds[unit] / self.seconds[wanted]).quantize(Decimal("0.01")).normalize()

    def falls(self, goal: _Amount | None, unit: str) -> bool:
        """Whether less is better: "reduce ...", "cut my time to 3 hours", "2 mistakes"."""
        led = goal is not None and self.row.norm(goal.match.first - 1) in self.coach["down_leads"]
        verbs = self.coach["down"] | self.coach["down_to"] if led else self.coach["down"]
        timed = goal is not None and unit in self.seconds and self.row.norm(goal.match.first - 1) in self.coach["fast"]
        faulty = self.verbs.isdisjoint(self.coach["mending"]) and not self.coach["faults"].isdisjoint(unit.split())
        return timed or faulty or not self.verbs.isdisjoint(verbs)

    @staticmethod
    def direction(start: Decimal | None, goal: Decimal | None, *, falls: bool) -> Direction | None:
        if goal is None:
            return None
        if start is not None and start != goal:
            return Direction.DOWN if goal < start else Direction.UP
        return Direction.DOWN if falls or goal == 0 else Direction.UP
