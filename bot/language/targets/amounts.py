"""What a target already answers: from where to where, in what unit, by when, in which tasks."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise, takewhile

from bot.domain.terms import Direction, MeasureKind
from bot.language.reading.numbers import NumberReading, number_words, same_unit
from bot.language.targets.clauses import Clause, ClauseRole
from bot.language.targets.kinds import currency_sign, head_of, measure_of, period_in
from bot.language.targets.measures import MeasureWords, Occasions, measure_words
from bot.language.targets.model import Extracted
from bot.language.targets.patterns import ItemRow, Lexicon, Match, words_of

# The amounts of a target, and what each of them counts.


_OBJECT_REACH = 8  # how far before a number its object may begin: "cut my comma errors from 15"
_UNIT_WORDS = 2


@cache
def coach_words(lang: str) -> dict[str, frozenset[str]]:
    """The groups of `data/<lang>/coach.toml`. Raises FileNotFoundError for an unknown language."""
    groups: dict[str, list[str]] = words_of(lang, "coach")["groups"]
    return {name: frozenset(words) for name, words in groups.items()}


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with what stands around it."""

    match: Match
    index: int
    number: NumberReading
    role: ClauseRole


class Quantities:
    """The amounts of a row, from left to right. `verbs` are the base forms that the target stands on."""

    def __init__(
        self,
        row: ItemRow,
        roles: dict[int, ClauseRole],
        amounts: Sequence[Match],
        timed: Set[int],
        verbs: frozenset[str],
        lexicon: Lexicon,
        words: MeasureWords,
        lang: str,
    ) -> None:
        self.row = row
        self.roles = roles
        self.timed = timed
        self.verbs = verbs
        self.lexicon = lexicon
        self.words = words
        self.lang = lang
        self.coach = coach_words(lang)
        self.seconds: dict[str, int] = words_of(lang, "coach")["seconds"]
        self.counts = [count for match in amounts if (count := self.count(match)) is not None]

    def count(self, match: Match) -> Amount | None:
        for index in range(match.first, match.last):
            number = self.row.items[index].number
            if self.row.norm(index + 1) in self.coach["as"] or self.row.norm(index + 2) in self.coach["as"]:
                return None  # "twice as much", "3 times as many": as what, is not said
            often = number is not None and number.unit.split(" ")[0] in self.coach["times"]
            if number is not None and (self.row.norm(index) == "#" or often):
                return Amount(match, index, number, self.roles.get(index, ClauseRole.GOAL))
        return None

    def unit(self, count: Amount) -> str:
        """The unit as read with the number, or the noun behind its limit: "4 or less wrong"."""
        if self.is_rubric(count):
            return self.row.norm(count.index - 1)
        if count.number.unit and (count.number.unit not in self.coach["no_unit"] or self.is_often(count)):
            first, *rest = count.number.unit.split(" ")
            return " ".join([number_words(self.lang).times if first in self.coach["times"] else first, *rest])
        return self.noun_behind(count) or self.noun_before(count)

    def is_often(self, count: Amount) -> bool:
        """ "twice", "4 times a week"."""
        return count.number.unit.split(" ")[0] in self.coach["times"]

    def counted(self, baseline: Amount | None, goal: Amount | None) -> str:
        """What a bare number counts: "5 graphs and get at least 4 right", "cut my errors from 9 to 3"."""
        if goal is None or goal.number.out_of is not None:
            return ""
        if baseline is not None:
            return self.fewer(baseline.match.first)
        earlier = (count for count in self.counts if count.index < goal.index and count.role is ClauseRole.GOAL)
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
        start = max(0, index - _OBJECT_REACH)
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

    def may_lead_to_total(self, index: int) -> bool:
        """ "3 faltas de ortografía en 5 textos" names no total, where what describes a noun stands behind it."""
        leads = self.lexicon.determiners | self.coach["no_unit"] | self.coach["of"] | {"#"}
        return self.lexicon.compounds or self.row.norm(index) in leads

    def is_rubric(self, count: Amount) -> bool:
        """ "level 3": the scale stands before the number."""
        before = self.row.norm(count.index - 1)
        return self.words.has("rubric", before) and before not in self.words.groups["plain_rubric"]

    def noun_behind(self, count: Amount) -> str:
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

    def noun_before(self, count: Amount) -> str:
        """ "english words max 3"."""
        before = self.row.norm(count.match.first - 1)
        if count.match.first == count.index or not self.lexicon.is_product(before) or self.lexicon.is_verb(before):
            return ""
        return before


# From where to where: which of the amounts is the start, which the goal, and of how many.


_BETWEEN = 8  # how many items may part "from 15 per page" and "to 5"
_OF_REACH = 6  # "3 of all of my next 5 matches"
_NEAR_ENOUGH = 12  # a bare number that is farther from the goal counts something else
_ASIDE = 8  # "I can do 6" tells where somebody stands; what is longer is a target of its own


@dataclass(frozen=True, slots=True)
class FromTo:
    """`start` and `goal` are one amount where they were read as a range, "4 to 7"."""

    start: Amount | None
    goal: Amount | None

    @property
    def values(self) -> tuple[Decimal | None, Decimal | None]:
        """The two numbers."""
        if self.goal is not None and self.goal is self.start:
            return self.goal.number.value, self.goal.number.high
        return (self.start.number.value if self.start else None), (self.goal.number.value if self.goal else None)


def way_of(quantities: Quantities, clauses: Sequence[Clause]) -> FromTo:
    """The way that the amounts of a target tell."""
    return _Finder(quantities, clauses).way()


def total_of(goal: Amount, quantities: Quantities, when: Sequence[Match]) -> tuple[Decimal, str] | None:
    """The total of a goal and what it is made of: "3 of my next 5 matches", "from 4 to 7 out of 10"."""
    row, of = quantities.row, quantities.coach["of"]
    at = goal.index + 1
    while row.norm(at) not in of and at <= goal.index + _OF_REACH - 2:
        word, lexicon = row.norm(at), quantities.lexicon
        if not word[:1].isalpha() or word in lexicon.prepositions | lexicon.determiners | quantities.coach["instead"]:
            return None
        at += 1  # "from 3 to 8 sentences out of 10"
    if row.norm(at) not in of:
        return None
    for index in range(at + 1, min(at + _OF_REACH, len(row.items))):
        number = row.items[index].number
        if row.norm(index) in quantities.lexicon.clause_ends or not quantities.may_lead_to_total(index):
            return None
        if number is not None and row.norm(index) == "#":
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

    def way(self) -> FromTo:
        for find in (self.from_to, self.range_of, self.goal_from):
            found = find()
            if found is not None:
                return found
        goal = self.goal()
        return FromTo(None, None) if goal is None else self.told(goal)

    def told(self, goal: Amount) -> FromTo:
        """ "run 5k in 25 minutes, my time is 29": of amounts that weigh the same, the one nearest to the start."""
        start = self.start(goal)
        if start is not None and start.number.unit and not self.is_comparable(start, goal):
            lengths = (one for one in self.aimed() if self.is_length(one) and self.is_comparable(start, one))
            return FromTo(start, next(lengths, goal))
        if start is None or start.number.unit or not start.number.value:
            return FromTo(start, goal)
        alike = [count for count in self.aimed() if self.weight(count) == self.weight(goal) and count.number.value]
        nearest = min(alike, key=lambda count: self.times(count, start), default=goal)
        return FromTo(start, nearest if self.times(nearest, start) * 2 < self.times(goal, start) else goal)

    @staticmethod
    def times(one: Amount, other: Amount) -> Decimal:
        """How many times the smaller of two amounts, neither of them zero, the larger is."""
        low, high = sorted((abs(one.number.value), abs(other.number.value)))
        return high / low if low else Decimal("Infinity")

    def from_to(self) -> FromTo | None:
        """ "from 15 per page to 5", also when it was read as one range."""
        for count, following in zip(self.counts, [*self.counts[1:], None], strict=False):
            lead = self.row.norm(count.index - 1), self.row.norm(count.index - 2), self.row.norm(count.match.first - 1)
            if self.coach["from"].isdisjoint(lead):
                continue
            if count.number.high is not None:
                return FromTo(count, count)
            if following and following.index - count.index <= _BETWEEN and self.leads_to(count, following):
                return FromTo(count, following)
        return None

    def range_of(self) -> FromTo | None:
        """ "3 to 8 of 10 sentences", "12 to 6", "6 hours to 2 hours": a range of a total is a way, and one that falls;
        "2 or 3 of 10" is a choice, and "10-15 pages" one of any between."""
        for count in self.counts:
            typed = self.row.text[self.row.items[count.index].start : self.row.items[count.index].end].lower().split()
            high = count.number.high if self.coach["or"].isdisjoint(typed) else None
            if high is None or count.role is not ClauseRole.GOAL:
                continue
            falls = high < count.number.value and not self.coach["to"].isdisjoint(typed)
            if falls or total_of(count, self.quantities, ()) is not None:
                return FromTo(count, count)
        return next((FromTo(one, other) for one, other in pairwise(self.counts) if self.is_way(one, other)), None)

    def is_way(self, count: Amount, following: Amount) -> bool:
        """ "6 hours to 2 hours", "6 hours a day to 2": amounts in one unit, "to" and at most a period between them."""
        *period, to = [self.row.norm(index) for index in range(count.match.last, following.match.first)] or [""]
        per = len(period) == 2 and period[0] in self.coach["a"] and period[1] in self.coach["apart"]
        alike = self.is_comparable(count, following) or not self.quantities.unit(following)
        return to in self.coach["to"] and (not period or per) and alike

    def goal_from(self) -> FromTo | None:
        """ "14:30, from 16:10", "11 secs, down from 14", "45 minutes instead of 60": the goal comes first."""
        for goal, start in pairwise(self.counts):
            lead = self.row.norm(start.match.first - 1)
            told = self.is_comparable(start, goal) or self.ends_with(start)
            if lead in self.coach["from"] and start.number.high is None and told:
                return FromTo(start, goal)
            if lead in self.coach["instead"] and self.row.norm(start.match.first - 2) in self.coach["instead"]:
                return FromTo(start, goal)
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
        stated = [count for count in self.counts if count.role is ClauseRole.GOAL]
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
        if self.is_length(count):
            return -1
        return 3 * (bool(limited) or judged or by) + (count.number.out_of is not None) - 2 * bolted

    def is_length(self, count: Amount) -> bool:
        """Whether an amount says how far or how long, and another one judges it: "run 5 km in 24:30", "revise 30 min 4
        times a week"."""
        others = [other for other in self.counts if other.role is ClauseRole.GOAL and other is not count]
        if count.number.unit in self.quantities.seconds:
            return any(self.is_rate(other) for other in others)
        if not self.quantities.words.has("distances", count.number.unit):
            return False
        times = [other for other in others if self.is_time(other)]
        return any(self.row.norm(time.match.first - 1) in self.coach["fast"] for time in times)

    def is_rate(self, count: Amount) -> bool:
        """ "4 times a week"."""
        return self.quantities.is_often(count) and " " in count.number.unit

    def is_time(self, count: Amount) -> bool:
        """ "24:30", "62 seconds"."""
        return count.number.unit in self.quantities.seconds or self.quantities.unit(count) in self.quantities.seconds

    def start(self, goal: Amount) -> Amount | None:
        """The number said to be how things are, or, in the same unit, how they were."""
        for count in self.counts:
            if count.role is ClauseRole.NOW:
                return count
        told = (count for count in self.counts if count.role is ClauseRole.PAST)
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


# What a target already answers: from where to where, in what unit, by when, in which tasks.


def extract(
    row: ItemRow,
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
        self.rank_unit: str = words_of(lang, "coach")["named"]["rank"]
        self.clauses = clauses
        self.amounts = amounts
        self.when = when
        self.lang = lang
        self.less = self.wants_less()

    def extracted(self) -> Extracted:
        way = way_of(self.quantities, self.clauses)
        goal, (start, target) = way.goal, way.values
        unit, out_of = self.counted(goal)
        begun = self.quantities.unit(way.start) if way.start else ""
        if way.start is not goal and start is not None:
            start = self.converted(start, begun, unit)
        ceiling = goal is not None and self.is_ceiling(goal)
        if target is None or (goal is not None and self.is_beside_none(goal)):
            start, target, unit = self.without_amount()
            start, out_of = self.now(unit) if start is None and target is not None else start, None
        elif goal is not None and goal is not way.start:
            target = self.strict(goal, target, unit)
            start = self.none_now(goal) if start is None else start
        grade_from, grade_to = self.occasions.grades()
        often = self.occasions.frequencies()
        return Extracted(
            baseline=start,
            goal=target,
            unit=unit or begun or self.quantities.counted(way.start, goal),
            out_of=out_of,
            direction=self.direction(start, target, falls=ceiling or self.falls(goal, unit)),
            less=self.less,
            ceiling=ceiling,
            grade_from=grade_from,
            grade_to=grade_to,
            due=self.occasions.first_time("date", "period", "exam", "score_in_exam"),
            tasks=self.occasions.tasks(),
            task_count=self.occasions.task_count(),
            frequency=next(iter(often), ""),
            period=self.period(often) or self.apart(goal) or self.apart_before(way),
            currency=self.currency(goal or way.start),
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

    def now(self, unit: str) -> Decimal | None:
        """The start of a goal that is nothing: "no mistakes (now 6)"."""
        told = (count for count in self.quantities.counts if count.role is ClauseRole.NOW)
        begun = next(told, None)
        fits = begun is not None and (not begun.number.unit or same_unit(head_of(begun.number.unit, self.lang), unit))
        return begun.number.value if begun is not None and fits else None

    def is_ceiling(self, count: Amount) -> bool:
        start, end = self.row.reach(count.match.first, count.match.last)
        after = self.words.limit_after.match(self.row.joined, self.row.starts[count.index] + 2)
        if self.row.norm(count.index) != "#":  # "at most once"
            start = self.row.reach(max(0, count.match.first - 2), count.match.last)[0]
        within = self.words.ceiling.search(self.row.joined, start, max(end, after.end() + 1 if after else end))
        return within is not None

    def strict(self, goal: Amount, value: Decimal, unit: str) -> Decimal:
        """ "fewer than 3" things are at most 2, "more than 5" at least 6; what can be divided has the limit itself."""
        than = self.row.norm(goal.index - 1) in self.coach["limit_than"]
        denied = self.row.norm(goal.index - 3) in self.coach["no"]  # "no more than 2"
        compared = self.row.norm(goal.index - 2) if than and not denied else ""
        divisible = goal.number.out_of is not None or measure_of(unit, self.lang).counts is not MeasureKind.COUNT
        if value % 1 or divisible or self.currency(goal):
            return value
        return value - (compared in self.coach["fewer"] and value > 0) + (compared in self.coach["more"])

    def none_now(self, goal: Amount) -> Decimal | None:
        """ "at the moment i save nothing" is a start of zero."""
        for clause in self.clauses:
            own = self.row.norm(clause.start) in self.lexicon.first_persons | self.lexicon.conjunctions
            told = clause.role is ClauseRole.NOW or (own and clause.end - clause.start <= _ASIDE)
            words = {self.row.norm(index) for index in range(clause.start, clause.end)}
            if told and clause.start > goal.index and not words.isdisjoint(self.coach["none"]):
                return Decimal(0)
        return None

    def period(self, often: Sequence[str]) -> str:
        return next((period for said in often if (period := period_in(said, self.lang))), "")

    def apart(self, goal: Amount | None) -> str:
        """The period that stands apart from its amount: "6 glasses of water a day"."""
        if goal is None:
            return ""
        for at in range(goal.match.last, len(self.row.items) - 1):
            word, before, following = self.row.norm(at), self.row.norm(at - 1), self.row.norm(at + 1)
            if word == "," or word in self.lexicon.clause_ends or following == "#":
                return ""
            if word in self.coach["a"] and following in self.coach["apart"]:
                return "" if before in self.lexicon.prepositions else period_in(following, self.lang)
        return ""

    def apart_before(self, way: FromTo) -> str:
        """The same of a start that leads to the goal: "from 6 hours of phone a day to 2"."""
        led = way.start is not None and way.goal is not None and way.start.index < way.goal.index
        return self.apart(way.start) if led else ""

    def currency(self, count: Amount | None) -> str:
        """The sign of money that stands at a number."""
        if count is None:
            return ""
        before, behind = self.row.norm(count.index - 1), self.row.norm(count.index + 1)
        return currency_sign(before, self.lang) or currency_sign(behind, self.lang, behind=True)

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

    def is_beside_none(self, goal: Amount) -> bool:
        """ "no mistakes in 3 essays": what is wanted is that there are none."""
        plain = goal.match.first == goal.index and goal.number.out_of is None and goal.number.unit != "%"
        number, _ = self.nothing()
        return plain and number is not None and any(m.tag == "no" and m.first < goal.index for m in self.amounts)

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

    def direction(self, start: Decimal | None, goal: Decimal | None, *, falls: bool) -> Direction | None:
        if goal is None:
            return Direction.DOWN if self.less else None
        if start is not None and start != goal:
            return Direction.DOWN if goal < start else Direction.UP
        return Direction.DOWN if falls or goal == 0 or self.less else Direction.UP

    def wants_less(self) -> bool:
        """Whether the words alone say that less is wanted: "fewer mistakes", "spend less time", "cut down on sugar"."""
        goal = [clause for clause in self.clauses if clause.role is ClauseRole.GOAL]
        words = [self.row.norm(index) for clause in goal for index in range(clause.start, clause.end)]
        said = zip(["", *words], words, [*words[1:], ""], strict=False)
        less = (word in self.coach["fewer"] and self.is_thing(before, after) for before, word, after in said)
        return any(less) or not self.verbs.isdisjoint(self.coach["down"])

    def is_thing(self, before: str, after: str) -> bool:
        """Whether there is to be less of a thing: "less time", "phone less"; and not "be less shy", "less than"."""
        return before not in self.coach["being"] and (not after or self.lexicon.is_noun_like(after))
