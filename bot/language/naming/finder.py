"""Where people are named in a text. The one way in which names are looked for.

A name is found in any case, with and without accents and however they are spelt out, in either order, with initials
beside a part of it, by a short form beside another part, and with hyphens, apostrophes, markup and hidden characters
within it. What one word alone may mean is told by who is asked for:

- `Finder(told_apart(names, others), others)`: these people and nobody else, to take them out of what others wrote. A
  part alone counts where nobody else has it, and where no name beside it makes it somebody else's.
- `Finder(names, every_part=True)`: any part of any of these names, to keep all of them from somebody.

A text of n characters takes a time that grows with n.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.language.naming.letters import HYPHENS, Handles, Separator, Token, Unspaced
from bot.language.naming.parts import (
    SHORTEST,
    Book,
    Rank,
    TextWords,
    WordInText,
    is_word,
    lexis,
    ranks,
    stands_like_a_name,
)

CAPITAL_UP_TO = 2
"""Letters of a part that is a name with a capital only."""
BESIDE_DIGITS_FROM = 4
"""Letters of a part that is a name beside a digit, too: "Al2O3"."""

FEW = 200
"""Words that are looked for one by one faster than a text is taken apart."""

TextSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Single:
    """What a single word may mean. `short`: it is a short form, and has a capital where it is a name."""

    rank: Rank
    short: bool


class Finder:
    """See above. `loose` are words that are names only where they stand like one (handles that may be words).
    `tie`: what others are called, too, counts all the same."""

    def __init__(
        self,
        names: Iterable[str],
        others: Iterable[str] = (),
        *,
        every_part: bool = False,
        tie: bool = True,
        loose: Collection[str] = (),
        lang: str = "en",
    ) -> None:
        given = [name for name in dict.fromkeys(names) if name.strip()]
        bare = [name for name in given if not name.startswith("@")]
        self._words = lexis(lang)
        self._every_part, self._tie, self._loose = every_part, tie, frozenset(loose)
        words = self._words
        self._ordinary = words.words if every_part else words.words | words.common | words.kept_words
        self._no_name = words.common | words.titles | words.months | words.days
        self._handles = Handles(given)
        self._unspaced = Unspaced([*bare, *(word for name in bare for word in name.split())] if every_part else bare)
        self._book, self._others = Book(bare, self._words), Book(others, self._words)
        handles = {name.removeprefix("@") for name in self._handles.all}
        self._least = sorted(form for form in self._book.forms | handles if form.isascii() and len(form) >= SHORTEST)
        self._singles = _singles(self._book, every_part=every_part)

    @property
    def least(self) -> Sequence[str]:
        """Words of which one stands in each name as it is found, where a text has ASCII letters only."""
        return self._least

    def finds(self, text: str) -> bool:
        return next(self.spans(text), None) is not None

    def replaced(self, text: str, by: str, *, alone: bool = True) -> str:
        """The text with each name replaced. `alone`: also those that are one word."""
        if not self._may_be_in(text):
            return text
        made, at = [], 0
        for start, end in self.spans(text, alone=alone):
            made += [text[at:start], by]
            at = end
        return "".join([*made, text[at:]]) if made else text

    def _may_be_in(self, text: str) -> bool:
        """False where a look at the letters says that no name is."""
        if not text.isascii() or len(self._least) > FEW:
            return True
        low = text.lower()
        return any(form in low for form in self._least)

    def spans(self, text: str, *, alone: bool = True) -> Iterator[TextSpan]:
        """In order, none over another."""
        found = sorted([*self._handles.spans(text), *self._unspaced.spans(text), *self._named(text, alone)])
        begin, until = 0, 0
        for start, end in found:
            if start >= until:
                if until:
                    yield begin, until
                begin = start
            until = max(until, end)
        if until:
            yield begin, until

    def _named(self, text: str, alone: bool) -> Iterator[TextSpan]:
        row, at = TextWords(text), 0
        while at < len(row.tokens):
            length, theirs = self._length(row, at, alone)
            if length and theirs:
                first, last = self._with_neighbours(row, at, at + length - 1)
                length = last + 1 - at
                yield row.tokens[first].start, row.tokens[last].end
            at += max(length, 1)

    def _length(self, row: TextWords, at: int, alone: bool) -> tuple[int, bool]:
        """How many words from this one on are a name, and whether it is one of those that are looked for."""
        mine = self._book.longest(row, at) or int(alone and self._is_single(row, at))
        others = self._others.longest(row, at)
        if others > mine or (others == mine and not self._tie):
            return others, False
        return mine, bool(mine)

    def _is_single(self, row: TextWords, at: int) -> bool:
        token = row.tokens[at]
        found = self._single(token)
        if found is None and token.forms[0] not in self._loose:
            return False
        place = WordInText(row.text, row.tokens, at)
        if found is None:
            return self._is_loose(place)
        word, single = found
        if not self._is_long_enough(place, token, single):
            return False
        if self._is_ordinary(word) and is_word(place, word, self._words, keeps_sense=not self._every_part):
            return False
        return self._every_part or not self._is_somebody_elses(row, at, single.rank)

    def _single(self, token: Token) -> tuple[str, _Single] | None:
        """The word, as it is known, that stands there; also with the "s" of whose something is."""
        for form in token.forms:
            if form in self._singles:
                return form, self._singles[form]
        for form in token.forms:
            stem = form.removesuffix("s")
            if stem != form and len(stem) > CAPITAL_UP_TO and stem in self._singles and not self._is_ordinary(stem):
                return stem, self._singles[stem]
        return None

    def _is_ordinary(self, word: str) -> bool:
        return word in self._ordinary

    def _is_long_enough(self, place: WordInText, token: Token, single: _Single) -> bool:
        length = len(token.forms[0])
        if place.behind[-1:].isdigit() or place.ahead[:1].isdigit():
            return length >= BESIDE_DIGITS_FROM
        if single.short or (length <= CAPITAL_UP_TO and not self._every_part):
            return token.is_capital
        return True

    def _is_loose(self, place: WordInText) -> bool:
        """A handle that may be a word: with a capital, and where a word has none."""
        word = place.token.forms[0]
        if word not in self._words.common and word not in self._words.words:
            return place.token.text[0].isupper()
        return stands_like_a_name(place, word, self._words)

    def _is_somebody_elses(self, row: TextWords, at: int, rank: Rank) -> bool:
        """Whether another name beside it says so: "Joana Horváth", "Johanna of Arc", "Ana-Maria"."""
        if at and row.gap(at - 1) is Separator.PLAIN:
            hyphen = row.text[row.tokens[at - 1].end : row.tokens[at].start] in HYPHENS
            if (hyphen or rank is Rank.LAST) and self._is_strange(row.tokens[at - 1]):
                return True
        if row.gap(at) is not Separator.PLAIN:
            return False
        following = row.tokens[at + 1]
        if rank is Rank.WHOLE:
            return row.text[row.tokens[at].end : following.start] in HYPHENS and self._is_strange(following)
        if following.forms[0] in self._words.links and at + 2 < len(row.tokens):
            return self._is_strange(row.tokens[at + 2])
        return self._is_strange(following)

    def _is_strange(self, token: Token) -> bool:
        """Whether a word looks like a name, and is none of theirs."""
        if not token.text[:1].isupper() or len(token.text) < SHORTEST or self._single(token) is not None:
            return False
        return token.forms[0] not in self._no_name

    def _with_neighbours(self, row: TextWords, first: int, last: int) -> TextSpan:
        """With the particles before it; and where all names are looked for, with what stands beside it: another name,
        a particle between, an initial."""
        while first and self._is_particle_of(row, first):
            first -= 1
        if not self._every_part:
            return first, last
        at = last
        while at + 1 < len(row.tokens) and row.gap(at) is Separator.PLAIN:
            at += 1
            if row.is_initial(at) or self._is_single(row, at):
                last = at
            elif row.tokens[at].forms[0] not in self._words.particles:
                break
        return first, last

    def _is_particle_of(self, row: TextWords, at: int) -> bool:
        if row.gap(at - 1) is not Separator.PLAIN:
            return False
        return self._book.has_pair(row.tokens[at - 1], row.tokens[at])


def _singles(book: Book, *, every_part: bool) -> dict[str, _Single]:
    places, short = ranks(book.names), book.short_forms
    found: dict[str, _Single] = {}
    for name in book.names:
        strong = name.strong
        if len(strong) > 1 and not every_part:
            continue
        for i in strong:
            rank = Rank.WHOLE
            for form in name.parts[i].forms:
                found[form] = _Single(places.get(form, rank), form in short)
            for form in name.parts[i].short if every_part else ():
                found.setdefault(form, _Single(Rank.FIRST, True))
        for form in name.joined if len(strong) == 1 else ():
            found[form] = _Single(Rank.WHOLE, False)
    return found


__all__ = ["Finder", "TextSpan"]
