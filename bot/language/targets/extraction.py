"""What a target already answers: from where to where, in what unit, by when, in which tasks."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from bot.language.reading.numbers import same_unit
from bot.language.reading.text import load_words
from bot.language.targets.clauses import Clause
from bot.language.targets.items import Row
from bot.language.targets.lexicon import Lexicon
from bot.language.targets.measure_words import measure_words
from bot.language.targets.model import Direction, Extracted
from bot.language.targets.occasions import Occasions
from bot.language.targets.patterns import PACKAGE, Match
from bot.language.targets.quantities import Amount, Quantities
from bot.language.targets.ways import total_of, way_of


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
    roles = {index: clause.role for clause in clauses for index in range(clause.start, clause.end)}
    timed = {index for match in when for index in range(match.first, match.last)}
    quantities = Quantities(row, roles, amounts, timed, verbs, lexicon, measure_words(lang), lang)
    return _Extractor(quantities, clauses, amounts, when, lang).extracted()


class _Extractor:
    def __init__(
        self,
        quantities: Quantities,
        clauses: Sequence[Clause],
        amounts: Sequence[Match],
        when: Sequence[Match],
        lang: str,
    ) -> None:
        self.quantities = quantities
        self.row = quantities.row
        self.lexicon = quantities.lexicon
        self.words = quantities.words
        self.coach = quantities.coach
        self.verbs = quantities.verbs
        self.seconds = quantities.seconds
        self.occasions = Occasions(self.row, amounts, when, self.coach)
        self.rank_unit: str = load_words(PACKAGE, lang, "coach")["named"]["rank"]
        self.clauses = clauses
        self.amounts = amounts
        self.when = when

    def extracted(self) -> Extracted:
        way = way_of(self.quantities, self.clauses)
        goal, (start, target) = way.goal, way.values
        unit, out_of = self.counted(goal)
        begun = self.quantities.unit(way.start) if way.start else ""
        if way.start is not goal and start is not None:
            start = self.converted(start, begun, unit)
        ceiling = goal is not None and self.is_ceiling(goal)
        if target is None:
            start, target, unit = self.without_amount()
        grade_from, grade_to = self.occasions.grades()
        return Extracted(
            baseline=start,
            goal=target,
            unit=unit or begun or self.quantities.counted(way.start, goal),
            out_of=out_of,
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

    def counted(self, goal: Amount | None) -> tuple[str, Decimal | None]:
        """The unit of the goal, and its total."""
        if goal is None:
            return "", None
        unit = self.quantities.unit(goal)
        if goal.number.out_of is not None or unit == "%":
            return unit, goal.number.out_of
        total = total_of(goal, self.quantities, self.when)
        return (unit or total[1], total[0]) if total else (unit, None)

    def without_amount(self) -> tuple[Decimal | None, Decimal | None, str]:
        """Start, goal and unit where nothing is counted: "from 14th to 5th", "no wrong notes"."""
        for match in self.amounts:
            if match.tag == "rank":
                places = [
                    Decimal(word) for word in map(self.row.norm, range(match.first, match.last)) if word.isdigit()
                ]
                start = places[0] if len(places) > 1 else None
                return start, places[-1], self.rank_unit
        return None, *self.nothing()

    def is_ceiling(self, count: Amount) -> bool:
        start, end = self.row.reach(count.match.first, count.match.last)
        after = self.words.limit_after.match(self.row.joined, self.row.starts[count.index] + 2)
        if self.row.norm(count.index) != "#":  # "at most once"
            start = self.row.reach(max(0, count.match.first - 2), count.match.last)[0]
        within = self.words.ceiling.search(self.row.joined, start, max(end, after.end() + 1 if after else end))
        return within is not None

    def is_floor(self, count: Amount) -> bool:
        """ "at least 10 mistakes": whatever they are, more of them are wanted."""
        return (
            self.words.floor.search(self.row.joined, *self.row.reach(count.match.first, count.match.last)) is not None
        )

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

    def falls(self, goal: Amount | None, unit: str) -> bool:
        """Whether less is better: "reduce ...", "cut my time to 3 hours", "2 mistakes"."""
        led = goal is not None and self.row.norm(goal.match.first - 1) in self.coach["down_leads"]
        verbs = self.coach["down"] | self.coach["down_to"] if led else self.coach["down"]
        timed = goal is not None and unit in self.seconds and self.row.norm(goal.match.first - 1) in self.coach["fast"]
        faulty = self.verbs.isdisjoint(self.coach["mending"]) and not self.coach["faults"].isdisjoint(unit.split())
        faulty = faulty and not (goal is not None and self.is_floor(goal))
        return timed or faulty or not self.verbs.isdisjoint(verbs)

    @staticmethod
    def direction(start: Decimal | None, goal: Decimal | None, *, falls: bool) -> Direction | None:
        if goal is None:
            return None
        if start is not None and start != goal:
            return Direction.DOWN if goal < start else Direction.UP
        return Direction.DOWN if falls or goal == 0 else Direction.UP
