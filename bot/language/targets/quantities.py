"""The amounts of a target, and what each of them counts."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from bot.language.reading.number_scan import NumberReading
from bot.language.reading.text import load_words
from bot.language.targets.clauses import Role
from bot.language.targets.items import Row
from bot.language.targets.lexicon import Lexicon
from bot.language.targets.measure_words import MeasureWords
from bot.language.targets.patterns import PACKAGE, Match

_OBJECT_REACH = 8  # how far before a number its object may begin: "cut my comma errors from 15"
_UNIT_WORDS = 2


@cache
def coach_words(lang: str) -> dict[str, frozenset[str]]:
    """The groups of `data/<lang>/coach.toml`. Raises FileNotFoundError for an unknown language."""
    groups: dict[str, list[str]] = load_words(PACKAGE, lang, "coach")["groups"]
    return {name: frozenset(words) for name, words in groups.items()}


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with what stands around it."""

    match: Match
    index: int
    number: NumberReading
    role: Role


class Quantities:
    """The amounts of a row, from left to right. `verbs` are the base forms that the target stands on."""

    def __init__(
        self,
        row: Row,
        roles: dict[int, Role],
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
        self.coach = coach_words(lang)
        self.seconds: dict[str, int] = load_words(PACKAGE, lang, "coach")["seconds"]
        self.counts = [count for match in amounts if (count := self.count(match)) is not None]

    def count(self, match: Match) -> Amount | None:
        for index in range(match.first, match.last):
            number = self.row.items[index].number
            if number is not None and (self.row.norm(index) == "#" or number.unit in self.coach["times"]):
                return Amount(match, index, number, self.roles.get(index, Role.GOAL))
        return None

    def unit(self, count: Amount) -> str:
        """The unit as read with the number, or the noun behind its limit: "4 or less wrong"."""
        if self.is_rubric(count):
            return self.row.norm(count.index - 1)
        if count.number.unit:
            return count.number.unit
        return self.noun_behind(count) or self.noun_before(count)

    def counted(self, baseline: Amount | None, goal: Amount | None) -> str:
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
