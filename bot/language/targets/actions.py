"""What: the verb that the target stands on, and whether others can see it.

Any verb that is not known to be inner counts as something that can be seen, so the lists name what goes on inside a
person, not what can be done.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.language.targets.clauses import Clause, ClauseRole
from bot.language.targets.patterns import ItemRow, Lexicon, Match
from bot.language.targets.verbs import HeadFinder

SEEN, INNER = "seen", "inner"

_DEPTH = 4  # "I want to be able to start to learn to write"
_WINDOW = 13  # how far an object may reach
_NEAR = 5  # how near an amount must follow its verb
_PHRASE_REACH = 60  # how many characters a phrase may take behind its verb
_PHRASE = 6  # how many words a finding shows


@dataclass(frozen=True, slots=True)
class Heads:
    """The verbs and products found, by place."""

    seen: tuple[Match, ...]
    inner: tuple[Match, ...]


def find_heads(
    row: ItemRow, clauses: Sequence[Clause], when: Sequence[Match], measured: Sequence[Match], lexicon: Lexicon
) -> Heads:
    """What the clauses of the goal stand on."""
    judge = _Judge(row, HeadFinder(row, when, measured, lexicon), lexicon)
    goal = [clause for clause in clauses if clause.role is ClauseRole.GOAL]
    found = [match for clause in goal for match in judge.heads(clause)]
    if not found:
        told_first = sorted(goal, key=lambda clause: not _holds_any(clause, measured))
        found = [match for clause in told_first for match in judge.nouns(clause)][:1]
    if not found and measured:  # "no phone at my desk": a count of something is a count of what can be seen
        found = [Match(SEEN, "noun", measured[0].first, measured[0].last)]
    seen = tuple(match for match in found if match.kind == SEEN)
    return Heads(seen, tuple(match for match in found if match.kind == INNER))


def _holds_any(clause: Clause, measured: Sequence[Match]) -> bool:
    return any(clause.start <= match.first < clause.end for match in measured)


class _Judge:
    def __init__(self, row: ItemRow, finder: HeadFinder, lexicon: Lexicon) -> None:
        self.row = row
        self.finder = finder
        self.lexicon = lexicon

    def heads(self, clause: Clause) -> Iterator[Match]:
        """What each verb of a clause amounts to, without overlaps."""
        done = -1
        for at in self.finder.verbs(clause):
            head = self.judged(at, clause.end) if at >= done else None
            if head is not None:
                yield head
                done = head.last

    def nouns(self, clause: Clause) -> Iterator[Match]:
        """Where there is no verb: the noun that the clause is about, "no more than one missed homework"."""
        known = any(self.is_known_by_now(index) for index in range(clause.start, clause.end))
        for index in range(clause.start, clause.end):
            kind = None if index in self.finder.after_time or self.describes(index) else self.noun_kind(index)
            if kind:
                yield Match(INNER if known else kind, "noun", index, index + 1)

    def describes(self, index: int) -> bool:
        """ "five comprehension passages": an inner noun before a thing only says which."""
        return self.lexicon.is_inner_noun(self.row.norm(index)) and self.lexicon.is_product(self.row.norm(index + 1))

    def is_known_by_now(self, index: int) -> bool:
        """ "250 words known by June", "3 in 4 exercises understood": what is counted is in the head."""
        word, lemma = self.row.norm(index), self.lexicon.lemma(self.row.norm(index))
        return lemma != word and lemma in self.lexicon.knowing and not self.lexicon.is_gerund(word)

    def judged(self, index: int, end: int, depth: int = 0) -> Match | None:
        """What the verb at `index` amounts to; None where it is only how things are."""
        if index >= end or depth > _DEPTH:
            return None
        phrase = self.by_phrase(index, end)
        if phrase:
            return phrase
        inside = self.inside(index, end)
        if inside is not None:
            return self.judged(inside, end, depth + 1)
        lemma = self.lexicon.lemma(self.row.norm(index))
        if lemma in self.lexicon.linking:
            return self.linked(index, end, depth)
        return Match(*self.kind(index, lemma, end), index, self.reach(index, end))

    def kind(self, index: int, lemma: str, end: int) -> tuple[str, str]:
        """The kind of a verb, and its detail."""
        if lemma in self.lexicon.inner_verbs:
            return INNER, "state"
        if lemma in self.lexicon.transparent:
            decided = self.decided(index + 1, lemma, end)
        else:
            decided = INNER if self.is_of_the_mind(index, end) else SEEN
        return (INNER, "state") if decided == INNER else (SEEN, lemma)

    def by_phrase(self, index: int, end: int) -> Match | None:
        """Phrases that say more than their verb: of striving, of doing, and those that make it a matter of the mind."""
        phrase = self.phrase_at(index, self.lexicon.phrases)
        if phrase is not None and not self.is_of_products(phrase, end):
            return Match(INNER, "effort", index, phrase)
        tail = self.lexicon.tails.search(self.row.joined, *self.row.reach(index, min(end, index + _WINDOW)))
        if tail:
            return Match(INNER, "state", index, self.row.index_at(tail.end() - 1) + 1)
        seen = self.phrase_at(index, self.lexicon.seen_phrases)
        if seen is not None and not self.is_of_the_mind(index, end):
            return Match(SEEN, self.lexicon.lemma(self.row.norm(index)), index, self.reach(index, end))
        return None

    def is_of_products(self, index: int, end: int) -> bool:
        """ "get better grades", "catch up on the 6 missing essays": what is better can be looked at."""
        if self.lexicon.is_product(self.row.norm(index)):
            return True
        near = range(index, min(end, index + _NEAR + 1))
        counted = any(at in self.finder.measured for at in near)
        return counted and any(self.lexicon.is_product(self.row.norm(at)) for at in near)

    def phrase_at(self, index: int, phrases: re.Pattern[str]) -> int | None:
        """The index behind a phrase that begins with the verb at `index`, in whatever form: "giving up"."""
        word, start = self.row.norm(index), self.row.starts[index]
        lemma = self.lexicon.lemma(word)
        found = phrases.match(self.row.joined, start)
        if found is not None or lemma == word:
            return None if found is None else self.row.index_at(found.end() - 1) + 1
        behind = start + len(word)
        found = phrases.match(f" {lemma}{self.row.joined[behind : behind + _PHRASE_REACH]}", 1)
        return None if found is None else self.row.index_at(behind + found.end() - len(lemma) - 2) + 1

    def inside(self, index: int, end: int) -> int | None:
        """The verb behind a verb that only leads to it: "learn to weld", "stop interrupting"."""
        gate = self.lexicon.gates.match(self.row.joined, self.row.starts[index])
        if gate:
            return self.finder.past_skip(self.row.index_at(gate.end() - 1) + 1, end)
        lemma = self.lexicon.lemma(self.row.norm(index))
        if lemma in self.lexicon.have and self.finder.is_participle(index + 1):
            return index + 1  # "to have led two visits"
        if lemma not in self.lexicon.aspect:
            return None
        if self.row.norm(index + 1) in self.lexicon.to:
            return index + 2 if self.lexicon.is_verb(self.row.norm(index + 2)) else None
        return index + 1 if self.goes_on(index + 1) else None

    def goes_on(self, index: int) -> bool:
        """ "stop interrupting", or "poder tocar" in languages where any base form is known by its ending."""
        word, lexicon = self.row.norm(index), self.lexicon
        return lexicon.is_gerund(word) or (bool(lexicon.forms.base_endings) and lexicon.is_base(word))

    def linked(self, index: int, end: int, depth: int) -> Match | None:
        """What follows "be", "become", "stay": a trait or feeling, unless it is a place or being on time."""
        at = index + 1
        if self.is_of_a_thing(index, at):
            return None
        if self.is_at_amount(at, end):
            return Match(SEEN, "be", index, at + 1)
        while at < end:
            visible = self.lexicon.visible.match(self.row.joined, self.row.starts[at])
            if visible:
                return Match(SEEN, "be", index, self.row.index_at(visible.end() - 1) + 1)
            if self.row.norm(at) not in self.lexicon.degree:
                break
            at += 1
        if at >= end:
            return None
        if self.lexicon.gates.match(self.row.joined, self.row.starts[at]):
            return self.judged(at, end, depth + 1)
        if self.lexicon.is_gerund(self.row.norm(at)):
            # "be reading by May" and "until Friday I'm backing up" are goals, "I'm not asking" is how things are
            plans = self.row.norm(index) in self.lexicon.be or self.is_planned(index)
            return self.judged(at, end, depth + 1) if plans else None
        if self.is_staying(index, at):
            return Match(SEEN, "stay", index, self.reach(at, end))
        return Match(INNER, "trait", index, at + 1)

    def is_planned(self, index: int) -> bool:
        """ "I'm" in a sentence that says by when."""
        return bool(self.finder.after_time) and self.row.norm(index - 1) in self.lexicon.first_persons

    def is_of_a_thing(self, index: int, at: int) -> bool:
        """ "there will be no errors", and "it'll be 18/25": a mark shows by itself."""
        before = {self.row.norm(near) for near in range(index - 2, index)}
        itself = at in self.finder.measured and not self.lexicon.things.isdisjoint(before)
        return itself or not self.lexicon.there.isdisjoint(before)

    def is_at_amount(self, at: int, end: int) -> bool:
        """ "be at 35 by may" and "be on level 12": what can be counted, unless it is how somebody feels."""
        if self.row.norm(at) not in self.lexicon.levels:
            return False
        while at < end and self.row.norm(at) in self.lexicon.levels:
            at += 1
        felt = self.is_felt(at, end) or any(self.lexicon.is_state(self.row.norm(near)) for near in range(at, end))
        return at in self.finder.measured and not felt

    def is_staying(self, index: int, at: int) -> bool:
        """ "stay on the beam" is a place, "stay in a good mood" is none."""
        if self.lexicon.lemma(self.row.norm(index)) not in self.lexicon.staying:
            return False
        behind = [self.row.norm(near) for near in range(at + 1, at + _NEAR)]
        placed = self.row.norm(at) in self.lexicon.places and behind[0] in self.lexicon.determiners
        return placed and not any(self.lexicon.is_state(word) for word in behind)

    # --- the object of a verb ---

    def is_of_the_mind(self, index: int, end: int) -> bool:
        """ "sort my head out": the direct object of the verb is a state of mind."""
        words = [self.row.norm(at) for at in range(index + 1, self.reach(index, end)) if not self.is_a_things(at)]
        nouns = [word for word in words if self.lexicon.is_state(word) or self.lexicon.is_product(word)]
        nouns = [noun for noun in nouns if noun not in self.lexicon.reflexives]
        return bool(nouns) and self.lexicon.is_state(nouns[-1])

    def is_a_things(self, index: int) -> bool:
        """ "a full head of foils", "a small sided game": of a thing, not of somebody."""
        lexicon = self.lexicon
        owned = not lexicon.owners.isdisjoint(self.row.norm(at) for at in range(index - 2, index))
        return self.row.norm(index) in lexicon.owned_states and not owned

    def decided(self, start: int, lemma: str, end: int) -> str:
        """Whether an object is inner: "improve my essays" is seen, "improve my confidence" is not."""
        stop = start
        while stop < min(end, start + _WINDOW) and self.row.norm(stop) not in self.lexicon.prepositions:
            stop += 1
        near = self.deciding_noun(start, stop)
        if near == INNER and self.is_a_mark(stop):
            return SEEN
        if near:
            return near
        if self.row.norm(self.past_degree(start, end)) in self.lexicon.comparatives or self.is_felt(start, end):
            return INNER
        if self.has_amount(start, end):
            return SEEN
        unclear = lemma in self.lexicon.vague_unless_product and not self.lexicon.is_product(self.row.norm(start - 2))
        default = INNER if unclear else SEEN  # "my pages have a title": what a product has can be seen
        return self.deciding_noun(stop, end) or default

    def is_a_mark(self, index: int) -> bool:
        """ "raise my spanish from 4 to 6": a field of learning beside an amount is the mark in it."""
        behind = index + (self.row.norm(index) in self.lexicon.prepositions)
        return behind in self.finder.measured and self.row.norm(index - 1) in self.lexicon.fields

    def past_degree(self, index: int, end: int) -> int:
        while index < end and self.row.norm(index) in self.lexicon.degree:
            index += 1
        return index

    def is_felt(self, start: int, end: int) -> bool:
        """ "from 4 to 7 in how motivated I feel": the amount is one of feeling."""
        window = range(start, min(end, start + _WINDOW))
        if any(self.is_felt_scale(index) for index in window):
            return True
        words = [self.row.norm(index) for index in window]
        if any(self.is_known(word) for word in words[1:]):
            return True
        return any(
            (word in self.lexicon.subjects and self.lexicon.lemma(following) in self.lexicon.inner_verbs)
            or (word in self.lexicon.how and following in self.lexicon.comparatives)
            for word, following in pairwise(words)
        )

    def is_known(self, word: str) -> bool:
        """ "have all lines memorised": a participle of knowing behind an object."""
        return self.lexicon.lemma(word) in self.lexicon.knowing and word.endswith(self.lexicon.past_endings)

    def has_amount(self, start: int, end: int) -> bool:
        """Whether a measure follows closely: "get a B", "want that down to 1"."""
        for index in range(start, min(end, start + _NEAR)):
            if index in self.finder.measured:
                return True
            word = self.row.norm(index)
            if word in self.lexicon.prepositions and word not in self.lexicon.towards:
                return False
        return False

    def deciding_noun(self, start: int, end: int) -> str | None:
        """Whether the last telling noun up to the next preposition is inner or a product; None without one."""
        kind: str | None = None
        for index in range(start, min(end, start + _WINDOW)):
            word = self.row.norm(index)
            ended = kind is not None and (word in self.lexicon.prepositions or index in self.finder.measured)
            if index in self.finder.after_time or ended:
                break
            if kind == INNER and self.is_compound(index):
                kind = None
            if kind == INNER and self.is_felt_scale(index):
                continue
            kind = self.noun_kind(index) or kind
        return kind

    def is_felt_scale(self, index: int) -> bool:
        """ "my confidence score": a scale of what is felt shows nothing to others."""
        return self.row.norm(index) in self.lexicon.scales and self.lexicon.is_state(self.row.norm(index - 1))

    def is_compound(self, index: int) -> bool:
        """ "a vocab notebook": a field that only describes the noun behind it."""
        word, before = self.row.norm(index), self.row.norm(index - 1)
        described = self.lexicon.compounds and before in self.lexicon.fields and self.lexicon.is_noun_like(word)
        return described and word not in self.lexicon.comparatives and word not in self.lexicon.determiners

    def noun_kind(self, index: int) -> str | None:
        word = self.row.norm(index)
        if self.lexicon.is_product(word):
            return SEEN
        felt = word in self.lexicon.inner_verbs and self.row.norm(index - 1) in self.lexicon.first_persons
        return INNER if felt or self.lexicon.is_inner_noun(word) else None

    def reach(self, index: int, end: int) -> int:
        """Behind the verb and its object: up to the next preposition, sign, measure or time."""
        at = index + 1
        while at < min(end, index + _PHRASE) and self.row.norm(at) not in self.lexicon.prepositions:
            sign = not self.row.norm(at)[:1].isalnum()
            if sign or at in self.finder.after_time or at in self.finder.measured:
                break
            at += 1
        return at
