"""Several parts of one name that stand beside each other: in any order, with initials, by their short forms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.language.naming.gaps import REFERENCES, Gap, gap
from bot.language.naming.letters import Token, tokens
from bot.language.naming.ordinary import Lexis
from bot.language.naming.parts import Name, name_of

MOST_PARTS = 10
LONGEST_INITIAL = 2
ALIKE_MOST = 64
"""Of so many names with two parts in common a run is one of them, whichever it is."""
_WORDS_TOO = frozenset("AI")
"""Initials that are words: only with a full stop."""


class Row:
    """The words of a text, and what stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(tokens(text))
        if "<" in text:
            found = _without_references(text, found)
        self.tokens: Sequence[Token] = found

    def gap(self, at: int) -> Gap:
        """Between the word and the next one."""
        if at + 1 >= len(self.tokens):
            return Gap.NONE
        return gap(self.text[self.tokens[at].end : self.tokens[at + 1].start])

    def is_initial(self, at: int) -> bool:
        """Whether the word stands for one that begins like it: "Z. Müller", "Zoë M", "Ch. Roux"."""
        token = self.tokens[at]
        length, stops = len(token.forms[0]), self.text[token.end : token.end + 1] == "."
        if length == 1:
            return stops or (token.is_initial and token.text not in _WORDS_TOO)
        return length == LONGEST_INITIAL and stops and token.text.istitle()


def _without_references(text: str, found: list[Token]) -> list[Token]:
    """But for the letters of ids; the labels of mentions are words."""
    spans = [match.span() for match in REFERENCES.finditer(text)]
    kept, at = [], 0
    for token in found:
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at == len(spans) or not spans[at][0] <= token.start < spans[at][1]:
            kept.append(token)
    return kept


@dataclass(slots=True)
class _Taken:
    """What of a name was read so far."""

    parts: set[int] = field(default_factory=set)
    initials: set[int] = field(default_factory=set)
    full: list[Token] = field(default_factory=list)

    def is_name(self, name: Name, words: Lexis) -> bool:
        """Whether it is enough: parts of two words of the name, or all of it; and no words in lower case only."""
        if not self.full:
            return False
        strong = {name.words[i] for i in self.parts if i in self.initials or not name.parts[i].weak}
        if len(strong) < 2 and not (len(self.parts) == len(name.parts) > 1 and strong):
            return False
        return any(t.is_capital or not (words.words | words.common).intersection(t.forms) for t in self.full)


class Book:
    """Names by the words that stand in them."""

    def __init__(self, names: Iterable[str], words: Lexis) -> None:
        self._words = words
        self.names = [found for name in names if (found := name_of(name, words)) is not None]
        self._having: dict[str, set[int]] = {}
        for id, name in enumerate(self.names):
            if len(name.parts) > 1:
                for form in (*name.joined, *(form for part in name.parts for form in part.all_forms)):
                    self._having.setdefault(form, set()).add(id)

    def knows(self, token: Token) -> bool:
        """Whether the word stands in one of the names that have several parts."""
        return any(form in self._having for form in _ways(token))

    @property
    def forms(self) -> frozenset[str]:
        """All that stands for a part of some name."""
        return frozenset[str]().union(*(part.all_forms for name in self.names for part in name.parts))

    @property
    def short_forms(self) -> frozenset[str]:
        return frozenset[str]().union(*(part.short for name in self.names for part in name.parts))

    def has_pair(self, one: Token, other: Token) -> bool:
        """Whether some name has the first word, as a particle, right before the second: "van der", "O'Neill"."""
        both = self._having.get(one.forms[0], set()) & self._having.get(other.forms[0], set())
        return any(
            name.parts[i].weak and one.forms[0] in name.parts[i].forms and other.forms[0] in name.parts[i + 1].forms
            for name in (self.names[id] for id in islice(both, ALIKE_MOST))
            for i in range(len(name.parts) - 1)
        )

    def longest(self, row: Row, at: int) -> int:
        """How many words from this one on are a name of several parts."""
        if not (row.is_initial(at) or self.knows(row.tokens[at])):
            return 0
        return max((self._length(self.names[id], row, at) for id in self._candidates(row, at)), default=0)

    def _candidates(self, row: Row, at: int) -> Iterable[int]:
        """The names that the word, and the next one, may be parts of."""
        here = self._with(row, at)
        if row.is_initial(at):
            letter = row.tokens[at].forms[0]
            beside = (self._with(row, k) for k in (at + 1, at + 2) if k < len(row.tokens))
            known = here | next(filter(None, beside), set())
            found: Iterable[int] = (id for id in known if self.names[id].has_initial(letter))
        else:
            both = here & self._with(row, at + 1) if row.gap(at) is not Gap.NONE else set()
            found = both or here
        return islice(found, ALIKE_MOST)

    def _with(self, row: Row, at: int) -> set[int]:
        """The names that have the word."""
        return set[int]().union(*(self._having.get(form, ()) for form in _ways(row.tokens[at])))

    def _length(self, name: Name, row: Row, at: int) -> int:
        taken, length = _Taken(), 0
        for k in range(at, min(len(row.tokens), at + MOST_PARTS)):
            between = row.gap(k - 1) if k > at else Gap.PLAIN
            if between is Gap.NONE or (between is Gap.SHORTENED and not row.is_initial(k - 1)):
                break
            found = _part(name, row, k, taken.parts)
            if not found or (between is Gap.TURNED and min(found) > min(taken.parts)):
                break
            if row.is_initial(k):
                taken.initials.update(found)
            else:
                taken.full.append(row.tokens[k])
            taken.parts.update(found)
            if taken.is_name(name, self._words):
                length = k + 1 - at
        return length


def _part(name: Name, row: Row, at: int, taken: set[int]) -> Sequence[int]:
    """The parts of the name, not read yet, that the word stands for; () where it stands for none."""
    token = row.tokens[at]
    for form in _ways(token):
        if form in name.joined:
            first, last = name.joined[form]
            if taken.isdisjoint(range(first, last + 1)):
                return range(first, last + 1)
        for i, part in enumerate(name.parts):
            if i not in taken and form in part.all_forms:
                return (i,)
    if row.is_initial(at):
        return [i for i in name.strong if i not in taken and name.parts[i].begins_with(token.forms[0])][:1]
    return ()


def _ways(token: Token) -> tuple[str, ...]:
    """The forms of a word, also without the "s" of whose something is."""
    ways = token.forms
    return (*ways, *(form[:-1] for form in ways)) if len(ways[0]) > 3 and ways[0].endswith("s") else ways
