"""The clauses of a text, and which of them state the goal rather than the past, the present or who checks it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import zip_longest

from bot.language.reading.text import singulars
from bot.language.targets.patterns import ItemRow, Lexicon

_SUBJECT_REACH = 4  # how far into a clause its subject may stand
_RESOLVE_REACH = 11  # how far the "to" of "I have finally made up my mind to"
_NOUN_REACH = 6  # how far the verb behind "my french listening mark"
_TOLD_REACH = 7  # how far the verb of "two girls in my group cried"
_WISH_REACH = 6  # how far the "we" of "but anyway what we'd want"
_VERB_REACH = 3  # how far behind the subject its verb


class ClauseRole(Enum):
    """What a clause is for."""

    GOAL = auto()
    PAST = auto()  # what happened: its numbers and dates are no part of the target
    NOW = auto()  # how things are: its numbers are the starting point
    OTHERS = auto()  # what somebody else does: "my tutor will count"


@dataclass(frozen=True, slots=True)
class Clause:
    """The items from `start` to before `end`. `opens` says that a new sentence or line begins with it."""

    start: int
    end: int
    role: ClauseRole
    opens: bool


def clauses_of(row: ItemRow, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The clauses of a row, from left to right; signs between them belong to none."""
    parser = _Parser(row, lexicon)
    found = [Clause(start, end, parser.role(start, end), opens) for start, end, opens in parser.spans() if start < end]
    if found and all(clause.role is ClauseRole.OTHERS for clause in found):
        return tuple(replace(clause, role=ClauseRole.GOAL) for clause in found)  # "my coach counts 8 of 10 passes"
    if len(found) == 1:
        return tuple(found)
    story = parser.story(found)
    return tuple(
        replace(clause, role=ClauseRole.PAST)
        if clause in story
        else replace(clause, role=ClauseRole.NOW)
        if parser.is_contrasted(clause, following) or parser.is_reason(clause)
        else clause
        for clause, following in zip_longest(found, found[1:])
    )


@dataclass(frozen=True, slots=True)
class _Parser:
    row: ItemRow
    lexicon: Lexicon

    def words(self, start: int, end: int) -> list[str]:
        return [self.row.norm(index) for index in range(start, end)]

    def spans(self) -> Iterator[tuple[int, int, bool]]:
        start, opens = 0, True
        for index, item in enumerate(self.row.items):
            hard = item.norm in self.lexicon.clause_ends
            soft = item.norm == ","
            if hard or soft or self.new_subject(index):
                yield start, index, opens
                start = index + 1 if hard or soft else index
                opens = hard
        yield start, len(self.row.items), opens

    def new_subject(self, index: int) -> bool:
        """ "but I ...", "and my teacher ...": a conjunction before a subject begins a clause."""
        word, following = self.row.norm(index), self.row.norm(index + 1)
        if word not in self.lexicon.conjunctions:
            return False
        own = following in self.lexicon.subjects or following in self.lexicon.subjectless
        return word in self.lexicon.contrasts or own or self.third_party(index + 1)

    def third_party(self, index: int) -> bool:
        word = self.row.norm(index)
        owned = (
            word in self.lexicon.determiners
            and word not in self.lexicon.prepositions
            and word not in self.lexicon.levels
        )
        at = index + owned
        if self.lexicon.third_parties.isdisjoint(singulars(self.row.norm(at))):
            return False
        following = self.row.norm(at + 1)  # "miss no deadline" and "people in the audience" begin otherwise
        lexicon = self.lexicon
        return following != "#" and following not in lexicon.prepositions and following not in lexicon.determiners

    def role(self, start: int, end: int) -> ClauseRole:
        words = self.words(start, end)
        intends = not self.lexicon.operators.isdisjoint(words) or self.resolves(start, end)
        head = start + (self.row.norm(start) in self.lexicon.conjunctions)
        if self.row.norm(head) in self.lexicon.asides:
            return ClauseRole.OTHERS
        why = start and self.row.norm(start) in self.lexicon.subordinate
        begins = start and self.row.norm(start - 1) in self.lexicon.clause_ends
        if (begins and self.is_named(start)) or (why and self.third_party(start + 1)):
            return ClauseRole.OTHERS
        if self.third_party(head) and self.row.norm(start) not in self.lexicon.purposes:
            return ClauseRole.OTHERS  # but "so my tutor finds no errors" says what is wanted
        if start and not intends and self.row.norm(head) in self.lexicon.outsiders:
            return ClauseRole.OTHERS
        if not intends and not self.commands(start) and (self.is_told(start, end) or self.is_past(start, end)):
            return ClauseRole.PAST
        return ClauseRole.NOW if self.is_now(head, start, end) else ClauseRole.GOAL

    def is_named(self, index: int) -> bool:
        """ "Dave can tell oak from ash": a name is known by its capital, and by what it does."""
        item, word, following = self.row.items[index], self.row.norm(index), self.row.norm(index + 1)
        lexicon = self.lexicon
        known = lexicon.is_verb(word) or lexicon.is_product(word) or word in lexicon.subjects | lexicon.determiners
        named = self.row.text[item.start].isupper() and lexicon.is_noun_like(word) and not known
        able = following in lexicon.operators - lexicon.intentions and following not in lexicon.to
        return named and (self.tells(following) or able)

    def resolves(self, start: int, end: int) -> bool:
        """ "I have decided to ...", "we agreed to ...": a participle or a past that leads to what is to be done."""
        lexicon = self.lexicon
        for index in range(start + 2, min(end - 1, start + _RESOLVE_REACH)):
            if self.row.norm(index) in lexicon.to and self.may_be_verb(index + 1):
                led = self.words(start, index)
                own = not lexicon.first_persons.isdisjoint(led[:_SUBJECT_REACH]) or led[0] in lexicon.determiners
                return own and lexicon.achieved.isdisjoint(led)
        return False

    def may_be_verb(self, index: int) -> bool:
        word, lexicon = self.row.norm(index), self.lexicon
        known = lexicon.lemma(word) == word and lexicon.is_verb(word)
        strange = lexicon.is_noun_like(word) and not lexicon.is_verb(word) and not lexicon.is_product(word)
        return known or (strange and word not in lexicon.determiners and not word.endswith(lexicon.gerund_endings))

    def commands(self, start: int) -> bool:
        """ "explain how I solved it", "cut it from 6 last month to 1": a base form at the head tells nothing."""
        first = self.row.norm(start)
        return self.lexicon.lemma(first) == first and first in self.lexicon.verbs

    def is_told(self, start: int, end: int) -> bool:
        """ "last term I ...", but not "by the last week of term"."""
        found = self.lexicon.past_markers.search(self.row.joined, *self.row.reach(start, end))
        return found is not None and self.row.norm(self.row.index_at(found.start()) - 1) not in self.lexicon.determiners

    def is_now(self, head: int, start: int, end: int) -> bool:
        joined = self.row.joined
        if head < end and self.lexicon.background.match(joined, self.row.starts[head]):
            return True
        found = self.lexicon.now_markers.search(joined, *self.row.reach(start, end))
        if not found or self.row.norm(self.row.index_at(found.start()) - 1) in self.lexicon.ways:
            return False
        if self.row.norm(self.row.index_at(found.end() + 1)) in self.lexicon.to:
            return False  # "my aim this time is to ..."
        return not any(self.intends(index) for index in range(start, end))

    def intends(self, index: int) -> bool:
        """Whether the word says what is wanted: "would like", but not "i get like 2 marks"."""
        word, before, lexicon = self.row.norm(index), self.row.norm(index - 1), self.lexicon
        if word not in lexicon.intentions or word not in lexicon.unsure_operators:
            return word in lexicon.intentions
        return before in lexicon.subjects or before in lexicon.operator_leads or self.row.norm(index + 1) in lexicon.to

    def is_past(self, start: int, end: int) -> bool:
        """Whether a subject near the head of the clause is followed by a verb in the past."""
        lexicon = self.lexicon
        first = self.row.norm(start)
        if first in lexicon.determiners and not lexicon.were.isdisjoint(
            self.words(start, min(start + _NOUN_REACH, end))
        ):
            return True  # "my attendance was 82 %"
        for index in range(start, min(start + _SUBJECT_REACH, end)):
            word = self.row.norm(index)
            if index > start and word in lexicon.subordinate:
                break  # "apologise when I was rude"
            if word in lexicon.subjects or word in lexicon.third_parties:
                nearby = self.words(index + 1, min(index + 1 + _VERB_REACH, end))
                held = nearby[1:2] if nearby and nearby[0] in lexicon.perfect else nearby[:1]
                if (word in lexicon.perfect or held != nearby[:1]) and not lexicon.got.isdisjoint(held):
                    return False  # "I've got six weeks" is how things are
                near = nearby if nearby and nearby[0] in lexicon.perfect else nearby[:2]
                return any(self.is_past_verb(word) for word in near)
        passive = not lexicon.ends_by.isdisjoint(self.words(start + 1, min(start + 3, end)))  # "signed off by 20 March"
        led = self.is_past_verb(first) and not passive
        return led or self.row.norm(end - 1) in lexicon.past

    def is_past_verb(self, word: str) -> bool:
        if word in self.lexicon.past:
            return True
        return len(word) > 4 and word.endswith(self.lexicon.past_endings) and word not in self.lexicon.verbs

    def is_told_at_last(self, clause: Clause) -> bool:
        """Whether the clause begins something new, and says what its writer wants: "So I'd like to ..."."""
        if clause.role is not ClauseRole.GOAL or not clause.start:
            return False
        lexicon, words = self.lexicon, self.words(clause.start, clause.end)
        if not (clause.opens or self.turns(clause)):
            return False
        wants = not (lexicon.intentions | lexicon.operator_leads).isdisjoint(words)
        wants = wants and not lexicon.first_persons.isdisjoint(words[:_WISH_REACH])
        aim = lexicon.goal_nouns | lexicon.intentions
        named = not aim.isdisjoint(words[:_SUBJECT_REACH]) and not lexicon.is_.isdisjoint(words)
        asks = words[0] in lexicon.operators and not lexicon.first_persons.isdisjoint(words[1:2])
        return wants or named or asks

    def turns(self, clause: Clause) -> bool:
        """ "but really ...", "so this term I ...", "and what I'd love is ...": what goes before was something else."""
        first, second = self.row.norm(clause.start), self.row.norm(clause.start + 1)
        led = first in self.lexicon.conjunctions and second in self.lexicon.framed_nouns | self.lexicon.subordinate
        return led or first in self.lexicon.purposes | self.lexicon.contrast_first

    def story(self, found: Sequence[Clause]) -> list[Clause]:
        """What is told before the aim: "My sister swims every morning and was third of 40. I want to ..."."""
        aim = next((number for number, clause in enumerate(found) if self.is_told_at_last(clause)), 0)
        told: list[Clause] = []
        for clause, before in zip(found[:aim], [None, *found], strict=False):
            goes_on = before is not None and not clause.opens and (before in told or before.role is not ClauseRole.GOAL)
            if self.is_story(clause, found[aim], goes_on=goes_on):
                told.append(clause)
        return told

    def is_reason(self, clause: Clause) -> bool:
        """ "..., because I only read 2 pages now": why is not what."""
        lexicon, words = self.lexicon, self.words(clause.start, clause.end)
        why = clause.start and words[0] in lexicon.contrasts - lexicon.contrast_first
        return bool(why) and clause.role is ClauseRole.GOAL and lexicon.operators.isdisjoint(words)

    def is_story(self, clause: Clause, aim: Clause, *, goes_on: bool) -> bool:
        """ "My sister swims every morning. I want to ...": who does what before the goal is told. What goes on with it
        in the same sentence needs no subject of its own."""
        if clause.role is not ClauseRole.GOAL or (self.commands(clause.start) and not goes_on):
            return False
        words = self.words(clause.start, clause.end)
        others = self.lexicon.first_persons.isdisjoint(words)
        wanted = self.lexicon.intentions if others else self.lexicon.operators  # "half of them can whistle"
        earlier = any(self.row.norm(at) in self.lexicon.clause_ends for at in range(clause.end, aim.start))
        told = goes_on or self.is_sentence(words, others=others)
        return told and (earlier or self.turns(aim)) and wanted.isdisjoint(words)

    def is_sentence(self, words: list[str], *, others: bool) -> bool:
        """Whether somebody does something in it: "two girls in my group cried", but not "20 pages a day"."""
        subject = not (self.lexicon.subjects | self.lexicon.third_parties).isdisjoint(words[:_SUBJECT_REACH])
        near = words[1:_TOLD_REACH]
        does = others and words[0] != "#" and any(map(self.is_done, near))
        return subject or does or any(map(self.tells, near))

    def is_done(self, word: str) -> bool:
        lexicon = self.lexicon
        return lexicon.is_verb(word) and not (lexicon.is_gerund(word) or lexicon.is_product(word))

    def tells(self, word: str) -> bool:
        """Whether a verb says what somebody did or does: "cried", "had", "fixes"."""
        lexicon = self.lexicon
        done = lexicon.lemma(word) != word and lexicon.is_verb(word) and not lexicon.is_gerund(word)
        return self.is_past_verb(word) or (done and not lexicon.is_product(word))

    def is_contrasted(self, clause: Clause, following: Clause | None) -> bool:
        """ "I study French since 5 years but I want ...": how things are, before the goal."""
        if following is None or clause.role is not ClauseRole.GOAL:
            return False
        if self.row.norm(following.start) not in self.lexicon.contrast_first:
            return False
        here, there = self.words(clause.start, clause.end), self.words(following.start, following.end)
        stated = here[0] in self.lexicon.subjects and self.lexicon.operators.isdisjoint(here)
        return stated and not self.lexicon.intentions.isdisjoint(there)
