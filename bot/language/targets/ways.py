"""From where to where: which of the amounts is the start, which the goal, and of how many."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.language.reading.numbers import same_unit
from bot.language.targets.clauses import Clause, Role
from bot.language.targets.patterns import Match
from bot.language.targets.quantities import Amount, Quantities

_BETWEEN = 8  # how many items may part "from 15 per page" and "to 5"
_OF_REACH = 6  # "3 of all of my next 5 matches"
_NEAR_ENOUGH = 12  # a bare number that is farther from the goal counts something else
_ASIDE = 8  # "I can do 6" tells where somebody stands; what is longer is a target of its own


@dataclass(frozen=True, slots=True)
class Way:
    """`start` and `goal` are one amount where they were read as a range, "4 to 7"."""

    start: Amount | None
    goal: Amount | None

    @property
    def values(self) -> tuple[Decimal | None, Decimal | None]:
        """The two numbers."""
        if self.goal is not None and self.goal is self.start:
            return self.goal.number.value, self.goal.number.high
        return (self.start.number.value if self.start else None), (self.goal.number.value if self.goal else None)


def way_of(quantities: Quantities, clauses: Sequence[Clause]) -> Way:
    """The way that the amounts of a target tell."""
    return _Finder(quantities, clauses).way()


def total_of(goal: Amount, quantities: Quantities, when: Sequence[Match]) -> tuple[Decimal, str] | None:
    """The total of a goal and what it is made of: "3 of my next 5 matches", "from 4 to 7 out of 10"."""
    row, of = quantities.row, quantities.coach["of"]
    at = goal.index + 1
    while row.norm(at) not in of and at <= goal.index + _OF_REACH - 2:
        word, lexicon = row.norm(at), quantities.lexicon
        if not word[:1].isalpha() or word in lexicon.prepositions or word in lexicon.determiners:
            return None
        at += 1  # "from 3 to 8 sentences out of 10"
    if row.norm(at) not in of:
        return None
    for index in range(at + 1, min(at + _OF_REACH, len(row.items))):
        number = row.items[index].number
        if number is not None:
            fits = number.out_of is None and number.value >= max(goal.number.value, goal.number.high or 0)
            return (number.value, _counted(index, number.unit, quantities, when)) if fits else None
    return None


def _counted(index: int, unit: str, quantities: Quantities, when: Sequence[Match]) -> str:
    """What the total at `index` counts; the reader of times may have taken it: "my next 5 matches"."""
    if unit:
        return unit
    last = next((match.last for match in when if match.first <= index < match.last), index + 1)
    words = [quantities.row.norm(at) for at in range(index + 1, last)]
    return " ".join(words) if words and words[-1][:1].isalpha() else ""


class _Finder:
    def __init__(self, quantities: Quantities, clauses: Sequence[Clause]) -> None:
        self.quantities = quantities
        self.row = quantities.row
        self.coach = quantities.coach
        self.counts = quantities.counts
        self.clauses = clauses
        self.begins = [clause.start for clause in clauses]

    def way(self) -> Way:
        for find in (self.from_to, self.range_of, self.goal_from):
            found = find()
            if found is not None:
                return found
        goal = self.goal()
        return Way(None, None) if goal is None else self.told(goal)

    def told(self, goal: Amount) -> Way:
        """ "run 5k in 25 minutes, my time is 29": of amounts that weigh the same, the one nearest to the start."""
        start = self.start(goal)
        if start is None or start.number.unit or not start.number.value:
            return Way(start, goal)
        alike = [count for count in self.aimed() if self.weight(count) == self.weight(goal) and count.number.value]
        nearest = min(alike, key=lambda count: self.times(count, start), default=goal)
        return Way(start, nearest if self.times(nearest, start) * 2 < self.times(goal, start) else goal)

    @staticmethod
    def times(one: Amount, other: Amount) -> Decimal:
        """How many times the smaller of two amounts, neither of them zero, the larger is."""
        low, high = sorted((abs(one.number.value), abs(other.number.value)))
        return high / low if low else Decimal("Infinity")

    def from_to(self) -> Way | None:
        """ "from 15 per page to 5", also when it was read as one range."""
        for count, following in zip(self.counts, [*self.counts[1:], None], strict=False):
            lead = self.row.norm(count.index - 1), self.row.norm(count.index - 2), self.row.norm(count.match.first - 1)
            if self.coach["from"].isdisjoint(lead):
                continue
            if count.number.high is not None:
                return Way(count, count)
            if following and following.index - count.index <= _BETWEEN and self.leads_to(count, following):
                return Way(count, following)
        return None

    def range_of(self) -> Way | None:
        """ "3 to 8 of 10 sentences": a range of a total is a way, "2 or 3 of 10" is a choice."""
        for count in self.counts:
            typed = self.row.text[self.row.items[count.index].start : self.row.items[count.index].end].lower().split()
            ranged = count.number.high is not None and self.coach["or"].isdisjoint(typed)
            if ranged and count.role is Role.GOAL and total_of(count, self.quantities, ()) is not None:
                return Way(count, count)
        return None

    def goal_from(self) -> Way | None:
        """ "14:30, from 16:10", "11 secs, down from 14", "45 minutes instead of 60": the goal comes first."""
        for goal, start in pairwise(self.counts):
            lead = self.row.norm(start.match.first - 1)
            told = self.is_comparable(start, goal) or self.ends_with(start)
            if lead in self.coach["from"] and start.number.high is None and told:
                return Way(start, goal)
            if lead in self.coach["instead"] and self.row.norm(start.match.first - 2) in self.coach["instead"]:
                return Way(start, goal)
        return None

    def ends_with(self, count: Amount) -> bool:
        """Whether a bare number ends its clause: "(from 3)"."""
        following = self.row.norm(count.match.last)
        return not count.number.unit and not following[:1].isalnum()

    def is_comparable(self, start: Amount, goal: Amount) -> bool:
        """Whether two amounts are of the same thing, as far as their units say."""
        here, there = start.number.unit, self.quantities.unit(goal)
        if not here:
            return not goal.number.value or _NEAR_ENOUGH > start.number.value / goal.number.value > 1 / _NEAR_ENOUGH
        seconds = self.quantities.seconds
        return same_unit(here, there) or (here in seconds and there in seconds)

    def leads_to(self, count: Amount, following: Amount) -> bool:
        between = [self.row.norm(index) for index in range(count.index + 1, following.index)]
        return not self.coach["to"].isdisjoint(between)

    def aimed(self) -> list[Amount]:
        """The amounts of the goal."""
        stated = [count for count in self.counts if count.role is Role.GOAL]
        return [count for count in stated if not self.is_aside(count, stated[0])]

    def goal(self) -> Amount | None:
        """The number that the target is judged by: a limit, share or percentage before a plain count."""
        return max(self.aimed(), key=self.weight, default=None)

    def weight(self, count: Amount) -> int:
        limited = count.match.first < count.index or self.quantities.words.limit_after.match(
            self.row.joined, self.row.starts[count.index] + 2
        )
        judged = count.number.out_of is not None or count.number.unit == "%" or self.quantities.is_rubric(count)
        bolted = self.row.norm(count.index + 1) == "-"
        by = self.row.norm(count.match.first - 1) in self.coach["change_leads"]
        return 2 * (bool(limited) or judged or by) - bolted

    def start(self, goal: Amount) -> Amount | None:
        """The number said to be how things are, or, in the same unit, how they were."""
        for count in self.counts:
            if count.role is Role.NOW:
                return count
        told = (count for count in self.counts if count.role is Role.PAST)
        found = next((count for count in told if self.is_comparable(count, goal)), None)
        return found or self.standing(goal)

    def standing(self, goal: Amount) -> Amount | None:
        """ "memorise 20 lines, I know 6": what the person does now, told behind the goal."""
        for count in self.counts:
            if self.is_aside(count, goal) and not count.number.out_of and self.is_comparable(count, goal):
                return count
        return None

    def is_aside(self, count: Amount, goal: Amount) -> bool:
        """Whether a later clause says in few words what "I" do: "i know 6", "but I can do only 30 secs"."""
        place = bisect_right(self.begins, count.index) - 1
        if place < 0 or self.begins[place] <= goal.index:
            return False
        clause = self.clauses[place]
        lexicon, row = self.quantities.lexicon, self.row
        at = clause.start + (row.norm(clause.start) in lexicon.conjunctions)
        words = {row.norm(index) for index in range(at, clause.end)}
        short = clause.end - at <= _ASIDE and lexicon.intentions.isdisjoint(words)
        plain = count.match.first == count.index or row.norm(count.match.first) in self.coach["only"]
        return short and plain and row.norm(at) in lexicon.first_persons
