"""Which numbers count something, and which only name it: a chapter, a year, a genre, a date."""

from collections.abc import Callable, Iterator

from bot.language.reading.number_scan import NumberReading
from bot.language.targets.items import Row
from bot.language.targets.lexicon import Lexicon
from bot.language.targets.measure_words import MeasureWords
from bot.language.targets.patterns import Match

_Test = Callable[[int, NumberReading], bool]

_HISTORY = range(1000, 2101)
_YEARS = range(1500, 2101)  # "in 1066" is a year as well, "run 1200" none
_ROUND = 50  # "1500 people" is a count, "1848 revolutions" a year
_LIMIT_REACH = 24  # how many characters "not more than" may take


class CountFinder:
    """Finds quantities among the numbers of a row. `taken` are the items that belong to dates, times and idioms."""

    def __init__(self, row: Row, taken: frozenset[int], lexicon: Lexicon, words: MeasureWords) -> None:
        self.row = row
        self.taken = taken
        self.lexicon = lexicon
        self.words = words

    def counts(self) -> Iterator[Match]:
        """Every quantity, from left to right, with its limit and unit."""
        for index, item in enumerate(self.row.items):
            if item.norm == "#" and item.number is not None and index not in self.taken:
                decoy = any(test(index, item.number) for test in self.decoys())
                if not decoy:
                    yield Match("count", "", *self.widened(index))

    def decoys(self) -> tuple[_Test, ...]:
        """The ways in which a number is no quantity."""
        return (self.is_name, self.is_year, self.is_genre, self.is_definite_set, self.is_time, self.is_idiom)

    def is_name(self, index: int, number: NumberReading) -> bool:
        """ "python 3", "paper 2 when": a number behind a noun and before no noun."""
        before, after = self.row.norm(index - 1), self.row.norm(index + 1)
        if self.words.has("rubric", before):
            return before not in self.words.groups["plain_rubric"] and self.is_course(after)
        if self.words.has("numbered", before) or self.is_second_name(index, before):
            return True
        if self.is_hyphenated(index):
            return True
        named = number.strength == 0 and number.out_of is None
        if named and not self.words.has("at_most", before) and not self.words.has("times", after):
            return True
        if not before.isalpha() or number.out_of is not None or number.unit == "%":
            return False
        if self.leads(before) or after == "/":
            return False
        if self.words.has("measure_unit", after):
            return False
        if not self.lexicon.is_noun_like(after) or self.words.has("course", after):
            return True
        plural = number.unit.endswith("s") or self.words.has("irregular_plural", after)
        return number.value > 1 and not plural  # "my python 3 code"

    def is_hyphenated(self, index: int) -> bool:
        """ "catch-22", "covid-19", but not "sub-25"."""
        sign, word = self.row.items[index - 1 : index], self.row.items[index - 2 : index - 1]
        if not sign or not word or sign[0].norm != "-" or not word[0].norm.isalpha():
            return False
        glued = word[0].end == sign[0].start and sign[0].end == self.row.items[index].start
        return glued and word[0].norm not in self.words.limits

    def is_course(self, word: str) -> bool:
        """ "level 2 menu": the level of a thing, not one to be reached."""
        return self.lexicon.is_noun_like(word) and not self.words.has("rubric_nouns", word)

    def is_second_name(self, index: int, before: str) -> bool:
        """ "World War One and Two"."""
        first = index - 2
        if not self.words.has("and_so_on", before) or self.row.norm(first) != "#":
            return False
        number = self.row.items[first].number
        return number is not None and (number.strength == 0 or self.words.has("numbered", self.row.norm(first - 1)))

    def leads(self, word: str) -> bool:
        """Whether the word before a number is one that quantities follow."""
        lexicon = self.lexicon
        if self.words.has("now", word):
            return True
        if word in lexicon.prepositions or word in lexicon.determiners or word in lexicon.operators:
            return True
        if word in lexicon.degree or lexicon.is_adverb(word) or lexicon.is_verb(word):
            return not lexicon.is_product(word) or self.words.has("verbs_of_counting", lexicon.lemma(word))
        return word in self.words.limits or word in lexicon.irregular or word in lexicon.past

    def is_year(self, index: int, number: NumberReading) -> bool:
        """ "1963", "the 1920s"."""
        item, after = self.row.items[index], self.row.norm(index + 1)
        if self.words.has("decade", after) and self.row.items[index + 1].start == item.end:
            digits = item.end - item.start
            return digits == 4 or self.row.norm(index - 1) in self.lexicon.determiners  # but "plank 90s"
        if item.end - item.start != 4 or number.value not in _HISTORY:
            return False
        if number.value not in _YEARS and (number.unit or self.row.norm(index - 1) not in self.lexicon.prepositions):
            return False
        if self.words.has("measure_unit", after):
            return False
        rounded = number.value % _ROUND == 0
        return not (rounded and number.unit.endswith("s"))

    def is_genre(self, index: int, number: NumberReading) -> bool:
        """ "5 paragraph essay", "206-bone skeleton": a number bolted to a noun in the singular."""
        hyphen = self.row.norm(index + 1) == "-"
        at = index + 1 + hyphen
        unit = self.row.norm(at)
        if number.value == 1 or number.out_of is not None or not unit.isalpha():
            return False
        if hyphen and self.words.has("genre", unit):
            return True
        if self.words.has("measure_unit", unit) or (self.lexicon.is_verb(unit) and not hyphen):
            return False
        if hyphen:
            return True
        singular = not unit.endswith("s") and not self.words.has("irregular_plural", unit)
        bolted = singular and self.lexicon.is_noun_like(unit) and self.lexicon.is_noun_like(self.row.norm(at + 1))
        return bolted and (self.lexicon.is_product(unit) or self.words.has("genre", unit))

    def is_definite_set(self, index: int, number: NumberReading) -> bool:
        """ "Newton's three laws", "the three branches": how many there are, not how many are wanted."""
        if number.out_of is not None or number.unit == "%":
            return False
        before = self.row.norm(index - 1)
        if self.words.has("superlative", self.row.norm(index + 1)):
            return False  # "the 20 most common verbs" is a choice
        if self.words.has("possessive", before):
            return True
        if self.row.norm(index - 2) == "of":
            return self.words.has("definite", before) and not self.words.has("some_of", self.row.norm(index - 3))
        earlier = {self.row.norm(index - 2), self.row.norm(index - 3)}
        return self.words.has("definite", before) and earlier.isdisjoint(self.words.groups["of_the"])

    def is_time(self, index: int, number: NumberReading) -> bool:
        """ "six weeks", but not "five days a week" nor "4 days out of 5"."""
        at = index + 1 + (self.row.norm(index + 1) == "-")
        unit = self.row.norm(at)
        if number.out_of is not None:
            return False
        if self.words.has("time_unit", unit):
            return not self.words.has("per_time", self.row.norm(at + 1))
        return self.words.has("clock", unit) or self.words.has("age", self.row.norm(index + 2))

    def is_idiom(self, index: int, number: NumberReading) -> bool:
        """ "110 %" of nothing in particular."""
        if number.out_of is not None or number.unit != "%":
            return False
        return number.value > 100 and not self.words.has("real_percent", self.row.norm(index + 2))

    def is_counted(self, index: int) -> bool:
        """Whether the word behind a number can be what it counts."""
        word = self.row.norm(index)
        if word in self.lexicon.determiners or self.words.has("never_counted", word):
            return False
        return self.lexicon.is_noun_like(word) and index not in self.taken

    def widened(self, index: int) -> tuple[int, int]:
        """The number with the "at least" before it, and the unit or "or less" behind it."""
        row, first, last = self.row, index, index + 1
        start = row.starts[index]
        lead = self.words.limit_before.search(row.joined, max(0, start - _LIMIT_REACH), start)
        if lead:
            first = row.index_at(lead.start())
        if row.norm(last) == "-" and row.norm(last + 1).isalpha():
            last += 2
        elif self.words.has("percent", row.norm(last)) or self.is_counted(last):
            last += 1
        tail = self.words.limit_after.match(row.joined, row.starts[last]) if last < len(row.items) else None
        return first, row.index_at(tail.end() - 1) + 1 if tail else last
