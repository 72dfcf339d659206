"""How much and by when: counts, limits, accuracy, grades, frequency; dates, periods, tasks to come."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from bot.language.reading.numbers import NumberReading
from bot.language.targets.clauses import Clause, ClauseRole
from bot.language.targets.patterns import ItemRow, Lexicon, Match, any_of, lexicon, pattern_set, words_of

# The words that quantities are told by.


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The groups of `data/<lang>/measures.toml`, and those that are phrases as expressions over joined words."""

    groups: dict[str, frozenset[str]]
    idiom: re.Pattern[str]
    limit_before: re.Pattern[str]
    limit_after: re.Pattern[str]
    ceiling: re.Pattern[str]
    floor: re.Pattern[str]

    def has(self, group: str, word: str) -> bool:
        """Whether the word belongs to the group."""
        return word in self.groups[group]

    @property
    def limits(self) -> frozenset[str]:
        """Every word that puts a limit before or behind a number."""
        names = ("at_least", "at_most", "at_least_after", "at_most_after")
        return frozenset().union(*(self.groups[name] for name in names))


@cache
def measure_words(lang: str) -> MeasureWords:
    """The words of a language. Raises FileNotFoundError for an unknown one."""
    groups: dict[str, list[str]] = words_of(lang, "measures")["groups"]
    before = any_of([*groups["at_least"], *groups["at_most"]])
    after = any_of([*groups["at_most_after"], *groups["at_least_after"]])
    ceiling = any_of([*groups["at_most"], *groups["at_most_after"]])
    of = any_of(words_of(lang, "actions")["sets"]["of"])
    return MeasureWords(
        groups={name: frozenset(words) for name, words in groups.items()},
        idiom=re.compile(rf"(?<= ){any_of(groups['idiom'])}(?= )"),
        limit_before=re.compile(rf"(?<= ){before} $"),
        limit_after=re.compile(rf"(?:(?:%|[^ #,.;:]+) ){{0,2}}{after}(?= )(?! (?:{of} )?#)"),
        ceiling=re.compile(rf"(?<= ){ceiling}(?= )"),
        floor=re.compile(rf"(?<= ){any_of([*groups['at_least'], *groups['at_least_after']])}(?= )"),
    )


# Which numbers count something, and which only name it: a chapter, a year, a genre, a date.


_Test = Callable[[int, NumberReading], bool]

_HISTORY = range(1000, 2101)
_YEARS = range(1500, 2101)  # "in 1066" is a year as well, "run 1200" none
_LONG_AGO_MIN = 100
_ROUND = 50  # "1500 people" is a count, "1848 revolutions" a year
_OPEN = frozenset({"all", "no", "without"})
"""Patterns that end with any words at all."""
_LIMIT_REACH = 24  # how many characters "not more than" may take


class CountFinder:
    """Finds quantities among the numbers of a row. `taken` are the items that belong to dates, times and idioms."""

    def __init__(self, row: ItemRow, taken: frozenset[int], lexicon: Lexicon, words: MeasureWords) -> None:
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
        return (
            self.is_name,
            self.is_age,
            self.is_part_of_a_name,
            self.is_year,
            self.is_genre,
            self.is_definite_set,
            self.is_time,
            self.is_idiom,
        )

    def is_name(self, index: int, number: NumberReading) -> bool:
        """ "python 3", "paper 2 when": a number behind a noun and before no noun."""
        before, after = self.row.norm(index - 1), self.row.norm(index + 1)
        if self.words.has("rubric", before):
            if self.words.has("course_lead", self.row.norm(index - 2)):
                return True  # "the theory for level 2"
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

    def is_age(self, index: int, number: NumberReading) -> bool:
        """ "I'm 47", "the under-9s"."""
        before, after = self.row.norm(index - 1), self.row.norm(index + 1)
        if number.out_of is not None or number.unit.rstrip("s").split(" per ")[0]:
            return False
        ends = not after[:1].isalnum() and after != "%"
        person = self.words.has("am", before) and self.row.norm(index - 2) in self.lexicon.first_persons
        if self.words.has("before_age", before) or person:
            return ends or after in self.lexicon.conjunctions
        at = index - 1 - (before == "-")
        glued = self.words.has("decade", after) and self.row.items[index + 1].start == self.row.items[index].end
        return glued and self.words.has("under_age", self.row.norm(at))

    def is_part_of_a_name(self, index: int, number: NumberReading) -> bool:
        """ "two unknowns", "3/4 time", "1948 to 1994": how a topic is called."""
        after = self.row.norm(index + 1)
        if self.words.has("topic_units", after):
            return True
        item = self.row.items[index]
        typed = self.row.text[item.start : item.end]
        if "/" in typed and self.words.has("metre", after):
            return True
        if number.high is None or number.unit or self.words.has("from", self.row.norm(index - 1)):
            return False
        years = _LONG_AGO_MIN <= number.value < number.high <= _YEARS.stop
        return years and not self.words.has("measure_unit", after)

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
        all_of_them = self.words.has("by_number", self.lexicon.lemma(self.row.norm(index - 2)))
        if all_of_them or self.words.has("superlative", self.row.norm(index + 1)):
            return False  # "know the 50 irregular verbs"; "the 20 most common verbs" is a choice
        if self.words.has("possessive", before):
            return True
        if self.row.norm(index - 2) in self.lexicon.of:
            return self.words.has("definite", before) and not self.words.has("some_of", self.row.norm(index - 3))
        earlier = {self.lexicon.lemma(self.row.norm(near)) for near in (index - 2, index - 3)}
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


def all_measures(
    row: ItemRow, when: Sequence[Match], dated: frozenset[int], lexicon: Lexicon, lang: str
) -> tuple[Match, ...]:
    """Every quantity, frequency, grade and condition in the text, without overlaps, by place.

    `when` are the timeframes, `dated` the items of any date: their numbers count nothing.
    """
    words = measure_words(lang)
    timed = frozenset(index for match in when for index in range(match.first, match.last))
    idioms = _idioms(row, words)
    counts = CountFinder(row, timed | dated | idioms, lexicon, words).counts()
    found = [*counts, *_phrases(row, timed | idioms, lexicon, words, lang), *_grades(row, timed, words)]
    return tuple(_without_overlaps(found))


def of_the_goal(found: Iterable[Match], clauses: Iterable[Clause]) -> tuple[Match, ...]:
    """Those that stand in the clauses of the goal."""
    goal = [clause for clause in clauses if clause.role is ClauseRole.GOAL]
    inside = {index for clause in goal for index in range(clause.start, clause.end)}
    return tuple(match for match in found if match.last - 1 in inside)


def _without_overlaps(found: list[Match]) -> Iterator[Match]:
    done = -1
    for match in sorted(found, key=lambda match: (match.first, -match.last)):
        if match.first >= done:
            done = match.last
            yield match


def _idioms(row: ItemRow, words: MeasureWords) -> frozenset[int]:
    return frozenset(
        index
        for spelled in (row, row.spelled_out())
        for found in words.idiom.finditer(spelled.joined)
        if spelled.norm(spelled.index_at(found.start()) - 1) not in words.groups["limit_ends"]
        for index in range(spelled.index_at(found.start()), spelled.index_at(found.end() - 1) + 1)
    )


def _phrases(row: ItemRow, taken: frozenset[int], lexicon: Lexicon, words: MeasureWords, lang: str) -> Iterator[Match]:
    for found in pattern_set(lang, "measures").matches(row):
        match = _before(found, taken)
        if match.tag != "whole" and not taken.isdisjoint(range(match.first, match.last)):
            continue
        last = row.norm(match.last - 1)
        if match.tag in ("no", "without") and _is_inner(last, lexicon, words):
            continue  # "without panicking", "no stress": nothing that could be checked
        if match.tag == "whole":
            if not row.norm(match.first - 1)[:1].isalnum():
                yield match  # "each of my next five pages has a date": all of them have to
            continue
        if match.tag == "level" and words.has("course_lead", row.norm(match.first - 1)):
            continue  # "the theory for level 2"
        if match.tag == "grade" and row.norm(match.first) in words.groups["also_felt"] and _is_felt(row, match, words):
            continue  # "a secure grasp", "feel secure"
        if match.tag == "level" and _is_named(row.norm(match.last), lexicon, words):
            continue  # "the level 2 menu"
        if match.tag == "grade" and words.has("course", row.norm(match.last)):
            continue  # "the B2 exam"
        yield match


def _before(match: Match, taken: frozenset[int]) -> Match:
    """ "all my texts | before Christmas": a measure that ends where the time begins."""
    if match.tag not in _OPEN:
        return match
    last = next((index for index in range(match.first, match.last) if index in taken), match.last)
    return match._replace(last=last) if last - match.first > 1 else match


def _is_felt(row: ItemRow, match: Match, words: MeasureWords) -> bool:
    return not words.has("reached", row.norm(match.first - 1)) or row.norm(match.last)[:1].isalpha()


def _is_named(word: str, lexicon: Lexicon, words: MeasureWords) -> bool:
    judged = words.has("rubric_nouns", word) or lexicon.is_state(word)
    return lexicon.is_noun_like(word) and not judged


def _is_inner(word: str, lexicon: Lexicon, words: MeasureWords) -> bool:
    return lexicon.lemma(word) in lexicon.inner_verbs or lexicon.is_state(word) or words.has("strain", word)


def _grades(row: ItemRow, timed: frozenset[int], words: MeasureWords) -> Iterator[Match]:
    """Letters as marks: "a B", "from a D to a B", "A*"."""
    for index, item in enumerate(row.items):
        if len(item.norm) != 1 or not words.has("grade_letter", item.norm) or index in timed:
            continue
        signed = words.has("grade_sign", row.norm(index + 1)) and row.items[index + 1].start == item.end
        if _is_grade(row, index, words, signed=signed):
            yield Match("condition", "grade", index, index + 1 + signed)


def _is_grade(row: ItemRow, index: int, words: MeasureWords, *, signed: bool) -> bool:
    letter, before, after = row.norm(index), row.norm(index - 1), row.norm(index + 1)
    if after == "-" and _is_glued(row, index + 1) and not words.has("grade_noun", row.norm(index + 2)):
        return False  # "e-learning"
    behind = row.norm(index + 2) if after == "-" else after
    if words.has("no_grade_before", before) or words.has("no_grade_after", behind):
        return False
    if words.has("grade_noun", behind):
        return True
    article = words.has("article_letter", letter)
    if words.has("grade_article", before) and words.has("grade_goes_on", after) and (not article or before == "an"):
        return True  # "from a c to a b in chemistry"
    if row.text[row.items[index].start].isupper() and index:
        sure = not article or signed or words.has("article_grade_lead", before)
        return sure and (signed or words.has("grade_lead", before))
    plain = words.has("sure_grade_lead", before) or (not article and words.has("article_letter", before))
    ends = not after.isalpha() or words.has("behind_grade", after)
    return signed or (plain and (words.has("sure_grade_lead", before) or ends))


def _is_glued(row: ItemRow, index: int) -> bool:
    """Whether a sign stands between two words without a blank."""
    return row.norm(index + 1)[:1].isalpha() and row.items[index].end == row.items[index + 1].start


# When: dates, periods, tasks to come, and the exam in which a score is to be reached.


_LONG_AGO = range(1000, 2000)
_DAY_MONTH = re.compile(
    r"(?:0?[1-9]|[12][0-9]|3[01])[.](?:0[1-9]|1[0-2])(?![0-9])|(?:0?[1-9]|1[0-2])/20[2-9][0-9](?![0-9])"
)
_MONTH_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2]|[12][0-9]|3[01])(?![0-9])")
_YEARS_AHEAD = range(2020, 2100)
_YEARS_TO_COME = range(2026, 2100)  # "in 2020" tells of something that happened
_ASKED_REACH = 8  # how many words may part a question from its date
_NEEDS_SCORE = "score_in_exam"


def find_timeframes(
    row: ItemRow, matches: Iterable[Match], clauses: Iterable[Clause], lang: str, *, scored: bool
) -> tuple[Match, ...]:
    """Every timeframe, without overlaps. `scored`: a mark is aimed at, so that naming the exam says when."""
    told = [clause for clause in clauses if clause.role is ClauseRole.PAST or clause.role is ClauseRole.OTHERS]
    found: list[Match] = []
    for match in matches:
        if match.kind == _NEEDS_SCORE and not scored:
            continue
        if not _plausible(row, match, lang) or any(clause.start <= match.first < clause.end for clause in told):
            continue
        if match.kind == "date" and _is_asked_about(row, match, lang):
            continue
        found.append(match)
    return _longest(found)


def dated(matches: Iterable[Match]) -> frozenset[int]:
    """The items that belong to any date, also to one in history: their numbers count nothing."""
    return frozenset(index for match in matches if match.tag == "dated" for index in range(match.first, match.last + 1))


@cache
def time_words(lang: str) -> dict[str, frozenset[str]]:
    """The groups of `data/<lang>/timeframes.toml`. Raises FileNotFoundError for an unknown language."""
    groups: dict[str, list[str]] = words_of(lang, "timeframes")["groups"]
    return {name: frozenset(words) for name, words in groups.items()}


def _longest(found: list[Match]) -> tuple[Match, ...]:
    """Of overlapping matches the longest, by place."""
    kept: list[Match] = []
    taken: set[int] = set()
    for match in sorted(found, key=lambda match: match.first - match.last):
        places = range(match.first, match.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: match.first))


def _is_asked_about(row: ItemRow, match: Match, lang: str) -> bool:
    """ "explain what happened on 11 November": the date belongs to the question, unless it is a "by"."""
    groups, past = time_words(lang), lexicon(lang).past
    if row.norm(match.first) not in groups["asked_at"]:
        return False
    before = [row.norm(index) for index in range(max(0, match.first - _ASKED_REACH), match.first)]
    asked = [at for at, word in enumerate(before) if word in groups["asking"]]
    return bool(asked) and any(word in past for word in before[asked[-1] + 1 :])


def _plausible(row: ItemRow, match: Match, lang: str) -> bool:
    groups = time_words(lang)
    return not _means_else(row, match, groups, lang) and _fits(row, match, groups)


def _means_else(row: ItemRow, match: Match, groups: Mapping[str, frozenset[str]], lang: str) -> bool:
    """Whether the words say how, how often or while what, and not when."""
    first = row.norm(match.first)
    if first in groups["particle"] and lexicon(lang).is_verb(row.norm(match.first - 1)):
        return True  # "signed up to give my talk"
    if first in groups["means"] and _is_means(row, match.first + 1, groups, lang):
        return True  # "by building three apps this term", "by myself"
    if _is_while(row, match, groups) or f"{row.norm(match.last - 2)} {row.norm(match.last - 1)}" in groups["no_time"]:
        return True
    led = first in groups["over"] or first in groups["by"]
    if any(_is_habit(row, index, groups) for index in range(match.first - (not led), match.last)):
        return True
    return match.kind == "tasks" and any(_is_share(row, index) for index in range(match.first, match.last))


def _fits(row: ItemRow, match: Match, groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether what the tag of its pattern asks for is so."""
    last = match.last - 1
    match match.tag:
        case "slash":
            return _is_slash_date(row, match)
        case "named":  # "before NAPLAN": by its capitals
            typed = [row.text[one.start : one.end] for one in row.items[match.first + 1 : match.last]]
            return any(map(str.isupper, typed)) and not row.text.isupper()
        case "dotted":
            return _is_typed(row, last, _DAY_MONTH)
        case "slashed":
            return any(_is_typed(row, index, _MONTH_DAY) for index in range(match.first, match.last))
        case "year":
            return _number_in(row, last, _YEARS_AHEAD)
        case "comingyear":
            return _number_in(row, last, _YEARS_TO_COME)
        case "endof":
            return groups["not_end_of"].isdisjoint((row.norm(last - 1), row.norm(last)))
    long_ago = (_number_in(row, index, _LONG_AGO) for index in range(match.first, match.last + 1))
    return match.kind != "date" or not any(long_ago)


def _is_while(row: ItemRow, match: Match, groups: Mapping[str, frozenset[str]]) -> bool:
    """ "use the hoist, following the care plan", but not "in the following week"."""
    places = [index for index in range(match.first, match.last) if row.norm(index) in groups["also_doing"]]
    return any(row.norm(index - 1) not in groups["det"] for index in places)


def _is_means(row: ItemRow, index: int, groups: Mapping[str, frozenset[str]], lang: str) -> bool:
    word = row.norm(index)
    timed = word in groups["event"] or row.norm(index + 1) in groups["period"]  # "by reading week"
    return word in groups["not_by"] or (lexicon(lang).is_gerund(word) and not timed)


def _is_habit(row: ItemRow, index: int, groups: Mapping[str, frozenset[str]]) -> bool:
    """ "every week" comes back and never ends; "each of my next four lessons" ends."""
    return row.norm(index) in groups["habit"] and row.norm(index + 1) != "of"


def _is_share(row: ItemRow, index: int) -> bool:
    number = row.items[index].number
    return number is not None and number.out_of is not None


def _is_typed(row: ItemRow, index: int, shape: re.Pattern[str]) -> bool:
    item = row.items[index]
    return item.number is not None and shape.match(row.text, item.start) is not None


def _is_slash_date(row: ItemRow, match: Match) -> bool:
    item = row.items[match.last - 1]
    if item.number is None or item.number.out_of is None or "/" not in row.text[item.start : item.end]:
        return False
    return 1 <= item.number.value <= 31 and 1 <= item.number.out_of <= 12


def _number_in(row: ItemRow, index: int, values: range) -> bool:
    number = row.items[index].number if index < len(row.items) else None
    return number is not None and number.out_of is None and number.value in values


# The parts of a target that are no numbers: grades, when, in which tasks, how often.


class Occasions:
    """What is typed about grades, times, tasks and frequency, as it is typed."""

    def __init__(
        self, row: ItemRow, amounts: Sequence[Match], when: Sequence[Match], coach: dict[str, frozenset[str]]
    ) -> None:
        self.row = row
        self.amounts = amounts
        self.when = when
        self.coach = coach

    def grades(self) -> tuple[str, str]:
        letters = [self.typed(match) for match in self.amounts if match.tag == "grade" and len(self.typed(match)) <= 2]
        if len(letters) > 1:
            return letters[0], letters[-1]
        return "", letters[0] if letters else ""

    def typed(self, match: Match) -> str:
        start, end = self.row.span(match.first, match.last)
        return self.row.text[start:end]

    def first_time(self, *kinds: str) -> str:
        """The first of these kinds that there is; "by the 5th" goes before any other: it says until when."""
        for match in self.when:
            if match.kind in kinds and self.row.norm(match.first) in self.coach["until"]:
                return self.typed(match._replace(last=self.dated_end(match)))
        for kind in kinds:
            for match in self.when:
                if match.kind == kind:
                    return self.typed(match)
        return ""

    def dated_end(self, match: Match) -> int:
        """ "until the exam | on 14 may": where the date ends that says when it is."""
        return next((date.last for date in self.when if date.kind == "date" and date.first == match.last), match.last)

    def tasks(self) -> str:
        for match in self.when:
            if match.kind == "tasks":
                return self.typed(self.without_lead(match))
        return ""

    def without_lead(self, match: Match) -> Match:
        first = match.first
        lead = self.coach["leads"] | self.coach["determiners"]
        while first < match.last - 1 and self.row.norm(first) in lead:
            first += 1
        return Match(match.kind, match.tag, first, match.last)

    def task_count(self) -> int | None:
        for match in self.when:
            if match.kind != "tasks":
                continue
            numbers = [self.row.items[index].number for index in range(match.first, match.last)]
            known = [int(number.value) for number in numbers if number is not None]
            plural = self.row.norm(match.last - 1).endswith("s")
            return known[0] if known else (None if plural else 1)
        return None

    def frequencies(self) -> list[str]:
        """The first phrase that says how often in time, and what follows it at once: "3 veces" and "cada clase"."""
        often = [match for match in self.amounts if match.kind == "frequency"]
        those = [match for match in often if self.row.norm(match.last - 1) in self.coach["rhythms"]]
        return [self.typed(m) for m in (*those[:1], *(b for a, b in pairwise(those[:2]) if b.first - a.last <= 1))]
