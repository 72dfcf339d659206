"""Where the verbs of a target are: behind a frame ("I want to"), behind a subject, or at the head of a clause."""

from collections.abc import Iterator, Sequence

from bot.language.targets.clauses import Clause
from bot.language.targets.patterns import ItemRow, Lexicon, Match

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
        found = self.imperative(start, clause)
        return self.passive(start, clause.end) if found is None else found

    def passive(self, start: int, end: int) -> int | None:
        """What is done with the thing that a clause begins with: "the pitch gets filmed"."""
        lexicon = self.lexicon
        if self.row.norm(start) not in lexicon.determiners:
            return None
        for index in range(start + 2, min(end - 1, start + _IS_REACH)):
            led = self.row.norm(index) in lexicon.linking or lexicon.lemma(self.row.norm(index)) in lexicon.aspect
            if led and self.is_participle(index + 1):
                return index + 1
        return None

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
        if row.norm(start) not in lexicon.framed and not self.is_somebody(start):
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

    def is_somebody(self, index: int) -> bool:
        """Whether an unknown word with a capital and "to" behind it says who is to do it: "Omar to read aloud"."""
        if index + 2 >= len(self.row.items):
            return False
        word, lexicon, item = self.row.norm(index), self.lexicon, self.row.items[index]
        named = self.row.text[item.start].isupper() and lexicon.is_noun_like(word) and not lexicon.is_verb(word)
        return named and self.row.norm(index + 1) in lexicon.to and self.is_verb_at(index + 2)

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
        """ "fit for the season", but not "fit new brake pads" or "fit a radiator"."""
        word, lexicon = self.row.norm(index), self.lexicon
        following = self.row.norm(index + 1)
        fits = word in lexicon.verbs and (lexicon.is_noun_like(following) or following in lexicon.determiners)
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
