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

# Where the verbs of a target are: behind a frame ("I want to"), behind a subject, or at the head of a clause.


_RING = 5  # "ring" and "bring" are no gerunds
_SUBJECT_REACH = 12  # how far into a clause a subject is looked for
_FRAME_REACH = 11  # how far the "to" of "I have finally made up my mind to"
_IS_REACH = 9  # how far the "is" of "my target for this contract is to"
_OTHERS_REACH = 4  # "I want all of us to win"


class HeadFinder:
    """Finds the items at which a clause names what is to be done."""

    def __init__(self, row: ItemRow, when: Sequence[Match], measured: Sequence[Match], lexicon: Lexicon) -> None:
        self.row = row
        self.lexicon = lexicon
        self.after_time = {index: match.last for match in when for index in range(match.first, match.last)}
        self.measured = {index for match in measured for index in range(match.first, match.last)}

    def first(self, clause: Clause) -> int | None:
        """The verb of the clause, None where it has none."""
        start = self.start(clause)
        framed = self.behind_success(start, clause.end)
        if framed is not None:
            start = framed
        told = self.behind_is(start, clause.end)
        if told is not None:
            return told
        if self.row.norm(start) in self.lexicon.subordinate and start not in self.after_time:
            return None
        if self.opens_with_verb(start, clause.end):
            return start
        for find in (self.behind_frame, self.behind_operator, self.behind_subject):
            found = find(start, clause.end)
            if found is not None:
                return found
        return self.imperative(start, clause)

    def next(self, start: int, clause: Clause) -> int | None:
        """The next verb behind "and", "then", or "by" with its "-ing"; of the form of the one before it."""
        base = self.is_base(start - 1)
        for index in range(start, clause.end - 1):
            if index in self.after_time or self.row.norm(index) not in self.lexicon.coordinators:
                continue
            at = self.past_skip(index + 1, clause.end - 1)
            word = self.row.norm(at)
            gerund = word.endswith(self.lexicon.gerund_endings)
            means = self.row.norm(index) in self.lexicon.means
            alike = gerund or not base or self.lexicon.lemma(word) == word  # "know the names and uses"
            if self.lexicon.is_verb(word) and gerund == means and alike and not self.is_noun_here(at):
                return at
        return None

    def is_noun_here(self, index: int) -> bool:
        """ "plot and label graphs" has two verbs, "marks and grades" two nouns."""
        word, following = self.row.norm(index), self.row.norm(index + 1)
        opens_object = following in self.lexicon.determiners or following == "#" or following.endswith("s")
        return (self.lexicon.is_product(word) or self.lexicon.is_inner_noun(word)) and not opens_object

    def start(self, clause: Clause) -> int:
        """Where the clause begins to say something: behind fillers and times."""
        index = clause.start
        while index < clause.end:
            word = self.row.norm(index)
            if index in self.after_time:
                index = self.after_time[index]
            elif word in self.lexicon.prepositions and index + 1 in self.measured:
                index = self.behind_measure(index + 1)
            elif word != "#" and self.is_filler(index):
                index += 1
            else:
                break
        return index

    def behind_measure(self, index: int) -> int:
        """Behind the measure with which a clause may begin: "in every lesson answer a question"."""
        while index in self.measured:
            index += 1
        word = self.row.norm(index)
        return index + (self.lexicon.is_product(word) and not self.lexicon.is_verb(word))  # "each maths | lesson"

    def behind_success(self, start: int, end: int) -> int | None:
        """ "I'll know I'm there when ...": what stands behind the "when" is aimed at."""
        found = self.lexicon.successes.search(self.row.joined, *self.row.reach(start, end)) if start < end else None
        return None if found is None else self.row.index_at(found.end() - 1) + 1

    def behind_frame(self, start: int, end: int) -> int | None:
        """The verb behind any subject with "to", whatever leads there: "I have decided to", "my wish for May is to".

        A verb that can be seen is no such lead: in "I write to complain" it is what is done.
        """
        row, lexicon = self.row, self.lexicon
        if row.norm(start) not in lexicon.framed:
            return None
        for index in range(start + 1, min(end - 1, start + _FRAME_REACH)):
            word = row.norm(index)
            if word in lexicon.to and self.is_verb_at(index + 1):
                before = row.norm(index - 1)
                leads = before in lexicon.particles or not (before in lexicon.prepositions or before in lexicon.things)
                return self.behind_skip(index, end) if leads else None
            ends = index in self.after_time or word in lexicon.subordinate or word in lexicon.modals
            if ends or self.is_done(index):
                return None
        return None

    def behind_is(self, start: int, end: int) -> int | None:
        """The verb behind "the plan is to", "what I want is to", "one thing I want to do is"; None without one."""
        for index in range(start + 1, min(end - 1, start + _IS_REACH)):
            if self.row.norm(index) not in self.lexicon.is_:
                continue
            if self.row.norm(index + 1) in self.lexicon.that:  # "the main thing is that by May I read aloud"
                return self.behind_operator(index + 2, end) or self.behind_subject(index + 2, end)
            noun = not self.lexicon.framed_nouns.isdisjoint((self.row.norm(start), self.row.norm(start + 1)))
            to = self.row.norm(index + 1) in self.lexicon.to
            if (to and self.is_verb_at(index + 2)) or (noun and self.is_base(index + 1)):
                return self.behind_skip(index + to, end)
            return None
        return None

    def is_base(self, index: int) -> bool:
        return self.lexicon.is_base(self.row.norm(index))

    def is_done(self, index: int) -> bool:
        """Whether the word is a verb that others can see, and no lead to another: "decided", "going"."""
        word, lexicon = self.row.norm(index), self.lexicon
        lemma = lexicon.lemma(word)
        if (
            lemma in lexicon.leading
            or word in lexicon.prepositions
            or word in lexicon.operators
            or lemma in lexicon.linking
            or lemma in lexicon.have
        ):
            return False
        before = self.row.norm(index - 1)
        participle = word.endswith(lexicon.past_endings) and before in lexicon.led_by
        return lemma in lexicon.verbs and not participle and before not in lexicon.determiners

    def is_filler(self, index: int) -> bool:
        """ "maybe", "generally", a bullet, and the "my" of "my plan is"."""
        word, lexicon = self.row.norm(index), self.lexicon
        if word in lexicon.fillers or lexicon.is_adverb(word) or not word[:1].isalnum():
            return True
        return word in lexicon.determiners and self.row.norm(index + 1) in lexicon.goal_nouns

    def opens_with_verb(self, index: int, end: int) -> bool:
        """ "give a talk that will last": what comes first decides, unless it is the frame itself."""
        word, lexicon = self.row.norm(index), self.lexicon
        if index >= end or word in lexicon.operators or word in lexicon.subjects or word in lexicon.comparatives:
            return False
        following = self.row.norm(index + 1)
        if word in lexicon.particles or (following in lexicon.of and lexicon.lemma(word) not in lexicon.of_verbs):
            return False
        return lexicon.is_verb(word) and following not in lexicon.operators and following not in lexicon.linking

    def behind_operator(self, start: int, end: int) -> int | None:
        """The verb behind "will", "want to", "my goal is to"."""
        for index in range(start, end):
            if index in self.after_time:
                continue
            word = self.row.norm(index)
            if word in self.lexicon.subordinate and index > start and not self.is_agreed(index):
                return None
            if word in self.lexicon.operators and self.is_frame(index, start):
                return self.behind_skip(index, end)
        return None

    def is_agreed(self, index: int) -> bool:
        """ "we agreed that I will ...": what stands behind "that" is aimed at."""
        lexicon = self.lexicon
        said = self.row.norm(index) in lexicon.that and self.row.norm(index + 1) in lexicon.first_persons
        return said and self.row.norm(index + 2) in lexicon.operators

    def is_urged(self, index: int, start: int) -> bool:
        """ "it was suggested that I give feedback"."""
        lexicon = self.lexicon
        said = self.row.norm(index) in lexicon.that and self.row.norm(index + 1) in lexicon.first_persons
        return said and self.row.norm(start) in lexicon.it

    def is_frame(self, index: int, start: int) -> bool:
        """ "may" is a month and "plan" a verb: operators only before "to" or behind a subject."""
        if self.row.norm(index) not in self.lexicon.unsure_operators:
            return True
        before, after = self.row.norm(index - 1), self.row.norm(index + 1)
        led = before in self.lexicon.subjects or (index > start and before in self.lexicon.operator_leads)
        return after in self.lexicon.to or led

    def behind_skip(self, operator: int, end: int) -> int | None:
        """The verb behind an operator, or the operator itself where a thing is wanted."""
        index = operator + 1
        while index < end:
            word = self.row.norm(index)
            if index in self.after_time:
                index = self.after_time[index]
                continue
            owns = word in self.lexicon.have and self.row.norm(index + 1) not in self.lexicon.have_frame
            owns = owns and not self.is_participle(index + 1)
            tries = word in self.lexicon.trying and self.row.norm(index + 1) not in self.lexicon.to
            if owns or tries or not (self.lexicon.is_skipped(word) or word in self.lexicon.operators):
                break
            operator = index if word in self.lexicon.wanting else operator
            index += 1
        if index >= end:
            return None
        if self.row.norm(operator) in self.lexicon.wanting and not self.is_verb_at(index):
            of_others = None if self.lexicon.is_inner_noun(self.row.norm(index)) else self.of_others(index, end)
            return of_others or operator  # but "I want maths to click"
        return index

    def of_others(self, index: int, end: int) -> int | None:
        """The verb of "I want us to win"."""
        for at in range(index, min(end - 1, index + _OTHERS_REACH)):
            if self.row.norm(at) in self.lexicon.to and self.is_verb_at(at + 1):
                return at + 1
        return None

    def is_verb_at(self, index: int) -> bool:
        word, lexicon = self.row.norm(index), self.lexicon
        if self.row.norm(index - 1) in lexicon.to:
            return word[:1].isalpha() and (word not in lexicon.determiners or lexicon.is_verb(word))
        return lexicon.is_verb(word) and word not in lexicon.determiners

    def behind_subject(self, start: int, end: int) -> int | None:
        """The finite verb of "in the next three seminars I speak"."""
        for index in range(start, min(end, start + _SUBJECT_REACH)):
            word = self.row.norm(index)
            if word in self.lexicon.subordinate and index > start and not self.is_urged(index, start):
                return None
            if word not in self.lexicon.subjects or index in self.after_time:
                continue
            at = self.past_skip(index + 1, end, keep=self.lexicon.have)
            if at < end and (self.lexicon.is_verb(self.row.norm(at)) or word in self.lexicon.first_persons):
                return None if self.row.norm(at) in self.lexicon.habit else at
        return None

    def imperative(self, start: int, clause: Clause) -> int | None:
        """The verb with which a clause begins; an unknown word counts as one unless it looks like a noun."""
        word, lexicon = self.row.norm(start), self.lexicon
        if start >= clause.end or word in lexicon.determiners or self.is_how(start):
            return None
        if self.row.norm(start + 1) in lexicon.of and lexicon.lemma(word) not in lexicon.of_verbs:
            return None  # "end of story"
        if lexicon.is_verb(word) and word not in lexicon.prepositions:
            return start
        if (len(word) > _RING and word.endswith(lexicon.gerund_endings)) or self.is_shouted(start):
            return None
        if not lexicon.is_noun_like(word) or lexicon.forms.base_endings:
            return None
        if start in self.measured or lexicon.is_inner_noun(word) or lexicon.is_product(word) or not clause.opens:
            return None
        following = self.row.norm(start + 1)
        has_object = following in lexicon.determiners or following in ("#", "@date") or start + 1 in self.measured
        return start if has_object or (following and not word.endswith(lexicon.noun_endings)) else None

    def is_participle(self, index: int) -> bool:
        word, lexicon = self.row.norm(index), self.lexicon
        ended = word.endswith(lexicon.past_endings) and len(word) > 4 and word not in lexicon.comparatives
        return ended or (word in lexicon.past and word not in lexicon.got)

    def is_how(self, index: int) -> bool:
        """ "fit for the season", but not "fit new brake pads"."""
        word, lexicon = self.row.norm(index), self.lexicon
        fits = word in lexicon.verbs and lexicon.is_noun_like(self.row.norm(index + 1))
        return word in lexicon.comparatives and not fits

    def is_shouted(self, index: int) -> bool:
        """Whether the word alone is in capitals: "NEET", "TY"; no verb is."""
        item = self.row.items[index]
        return (
            self.row.text[item.start : item.end].isupper() and not self.row.text.isupper() and item.end - item.start > 1
        )

    def past_skip(self, index: int, end: int, keep: frozenset[str] = frozenset()) -> int:
        """The first item from `index` on that may be a verb; `keep` are verbs that are else passed over."""
        while index < end and self.lexicon.is_skipped(self.row.norm(index)) and self.row.norm(index) not in keep:
            index += 1
        return index

    def verbs(self, clause: Clause) -> Iterator[int]:
        """The verbs of a clause, from left to right."""
        at = self.first(clause)
        while at is not None:
            yield at
            at = self.next(at + 1, clause)


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
        for index in range(clause.start, clause.end):
            kind = None if index in self.finder.after_time else self.noun_kind(index)
            if kind:
                yield Match(kind, "noun", index, index + 1)

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
            # "be reading by May" is a goal, "I'm not asking" is how things are
            return self.judged(at, end, depth + 1) if self.row.norm(index) in self.lexicon.be else None
        if self.is_staying(index, at):
            return Match(SEEN, "stay", index, self.reach(at, end))
        return Match(INNER, "trait", index, at + 1)

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
        if near:
            return near
        if self.row.norm(self.past_degree(start, end)) in self.lexicon.comparatives or self.is_felt(start, end):
            return INNER
        if self.has_amount(start, end):
            return SEEN
        unclear = lemma in self.lexicon.vague_unless_product and not self.lexicon.is_product(self.row.norm(start - 2))
        default = INNER if unclear else SEEN  # "my pages have a title": what a product has can be seen
        return self.deciding_noun(stop, end) or default

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
