"""A name as its parts: what may stand for each of them, and which of them mean one person and nobody else."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from itertools import islice, pairwise, product

from bot.domain.classroom import Person, shown_name
from bot.language.naming.letters import REFERENCES, Separator, Token, fold, forms, gap, tokens
from bot.language.reading.numbers import find_numbers
from bot.language.reading.text import load_words

__all__ = ["Name", "NamePart", "Rank", "forms", "name_of", "ranks", "told_apart", "without_shared"]


# How somebody is called in what others write, and which words can mean nobody else.


NO_BREAK = "\u00a0"

FEWEST_LETTERS = 3
"""Two letters are as likely a word, a unit or an abbreviation as they are somebody's handle."""

ALONE_FROM = 5
"""Letters of a handle that stands in no other word by chance."""


def written(person: Person) -> tuple[str, ...]:
    """All that can mean nobody else in what others wrote: the names, the handle with its "@", and without it where
    it is neither short, nor a word, nor a part of a name, which may be another's too."""
    if not person.handle:
        return person.names
    parts = " ".join(person.names).casefold().split()
    alone = len(person.handle) >= ALONE_FROM and names_one(person.handle) and person.handle.casefold() not in parts
    return (*person.names, f"@{person.handle}", *([person.handle] if alone else []))


def reference(sign: str, name: str) -> str:
    """A mention ("@") or a channel ("#") as text. A name that holds a number is held together by spaces that do not
    break, so that it is one word to whoever looks for numbers."""
    shown = shown_name(name)
    return sign + (shown.replace(" ", NO_BREAK) if find_numbers(shown) else shown)


def is_common(word: str, lang: str = "en") -> bool:
    """Whether everybody writes this word, whoever may be called so."""
    return word.casefold() in _words(lang, "common")


def names_one(handle: str, lang: str = "en") -> bool:
    """Whether the handle, written without the "@", can hardly mean anything but its owner."""
    parts = [part for part in re.split(r"[\W\d_]+", handle.casefold()) if len(part) >= FEWEST_LETTERS]
    return any(part not in _words(lang, "common") and part not in _words(lang, "words") for part in parts)


@cache
def _words(lang: str, which: str) -> frozenset[str]:
    return frozenset(load_words("bot.language", lang, "words")[which])


# Names that are words too: "Will", "May", "Art", "Mark". A rule tells which of the two stands in a text.
#
# In lower case it is the word, save before "'s" and behind what only a person follows ("ask will"). With a capital it
# is the name, save where the grammar says that it is the word: a month beside a date or behind "in", an order or a
# question at the beginning of a sentence ("Will you"), a thing before its noun ("Art class"). Where what others wrote
# is to keep its sense, it is the word in "Mark the page" and "by June", too, and a line of capitals is read as in
# lower case. Behind a title, and in doubt, it is the name.


_SENTENCE_START = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”‘’()*_•–-]*$")
_LOOK_BACK = 12
_DAY_BEFORE = re.compile(r"[0-9](?:st|nd|rd|th)?\s+$")
_NUMBER_BEHIND = re.compile(r"\s+[0-9]")
NOTHING = Token(0, 0, "", ("",))
"""Before the first word of a text, and behind the last."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of a language that say something about whether a name stands beside them."""

    words: frozenset[str]
    common: frozenset[str]
    kept_words: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    pronouns: frozenset[str]
    modals: frozenset[str]
    askers: frozenset[str]
    month_leads: frozenset[str]
    more_month_leads: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    links: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    followers: frozenset[str]


@cache
def lexis(lang: str = "en") -> NameWords:
    ours = load_words("bot.language", lang, "words")
    table = load_words(__package__, lang, "names") | {"words": ours["words"], "common": ours["common"]}
    return NameWords(**{name: frozenset(words) for name, words in table.items()})


@dataclass(frozen=True, slots=True)
class WordInText:
    """A word of a text, with the words around it."""

    text: str
    tokens: Sequence[Token]
    at: int

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def before(self) -> Token:
        return self.tokens[self.at - 1] if self.at else NOTHING

    @property
    def after(self) -> Token:
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else NOTHING

    @property
    def behind(self) -> str:
        """The text just before it."""
        return self.text[max(0, self.token.start - _LOOK_BACK) : self.token.start]

    @property
    def ahead(self) -> str:
        """The text just behind it."""
        return self.text[self.token.end : self.token.end + 4]

    @property
    def begins_a_sentence(self) -> bool:
        return _SENTENCE_START.search(self.behind) is not None


def is_word(place: WordInText, word: str, words: NameWords, *, keeps_sense: bool = False) -> bool:
    """Whether the word stands there that somebody's name reads like. `keeps_sense`: what is left is to be read on, so
    "by June" is the month, and a line of capitals is full of words."""
    if _has_title(place, words):
        return False
    if not place.token.is_capital or (keeps_sense and _is_shouted(place)):
        return not _is_name_in_lower_case(place, word, words)
    return _is_word_with_capital(place, word, words, keeps_sense)


def _has_title(place: WordInText, words: NameWords) -> bool:
    """Whether a title stands before it ("Mr Will", "Mr. *Will*"); in "what I miss, able or not" none does."""
    between = place.text[place.before.end : place.token.start]
    return place.before.forms[0] in words.titles and not any(mark in between for mark in ",;:\n")


def stands_like_a_name(place: WordInText, word: str, words: NameWords) -> bool:
    """Whether a word has a capital where only a name has one."""
    token = place.token
    return token.text.istitle() and not place.begins_a_sentence and not _is_word_with_capital(place, word, words, False)


def _is_shouted(place: WordInText) -> bool:
    """In a line of capitals no word is told by its own."""
    return (
        len(place.token.text) > 1
        and place.token.text.isupper()
        and any(len(beside.text) > 1 and beside.text.isupper() for beside in (place.before, place.after))
    )


def _is_name_in_lower_case(place: WordInText, word: str, words: NameWords) -> bool:
    before = place.before.forms[0]
    if place.ahead[:2] in ("'s", "’s") and before not in words.articles:
        return True
    return word in words.modals and before in words.askers


def _is_word_with_capital(place: WordInText, word: str, words: NameWords, keeps_sense: bool) -> bool:
    """Only where there is no doubt."""
    before, after = place.before.forms[0], place.after.forms[0]
    next_word_follows = place.ahead.startswith(" ")
    if word in words.months:
        leads = words.month_leads | words.more_month_leads if keeps_sense else words.month_leads
        dated = _DAY_BEFORE.search(place.behind) or _NUMBER_BEHIND.match(place.ahead)
        if dated or (before in leads and place.behind.endswith(" ")):
            return True
    if next_word_follows and place.begins_a_sentence:
        if word in words.modals and after in words.pronouns:
            return True
        if keeps_sense and word in words.common and after in words.determiners | words.pronouns:
            return True
    return next_word_follows and after in words.followers


NONE: frozenset[str] = frozenset()
SHORTEST = 2
"""Letters of a part that may stand alone."""
JOINED_SHORTEST = 6
"""Letters of a whole name that is found written as one word."""


class Rank(Enum):
    """Where a word stands among somebody's names."""

    WHOLE = "whole"
    """It is all that they are called."""
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class NamePart:
    """One word of a name. `forms` are the ways to write it, `short` what it is for short; `long` what it is short for
    counts beside another part only. A weak one ("van", "O'") says nothing by itself."""

    forms: frozenset[str]
    weak: bool
    short: frozenset[str] = frozenset()
    long: frozenset[str] = frozenset()

    @property
    def all_forms(self) -> frozenset[str]:
        return self.forms | self.short | self.long

    def begins_with(self, letter: str) -> bool:
        return any(form.startswith(letter) for form in self.forms)


@dataclass(frozen=True, slots=True)
class Name:
    """A name's parts, in their order. `words` says which of them stand in one word ("Anna-Lena"), `joined`
    are the ways to write several of them, from the first to the last of a pair, without anything between."""

    parts: tuple[NamePart, ...]
    words: tuple[int, ...]
    joined: Mapping[str, tuple[int, int]]

    def has_initial(self, letter: str) -> bool:
        return any(part.begins_with(letter) for part in self.parts)

    @property
    def strong(self) -> list[int]:
        return [i for i, part in enumerate(self.parts) if not part.weak]


def name_of(name: str, words: NameWords) -> Name | None:
    """None for what has no letters."""
    spelt = [(token.forms, word) for word, group in enumerate(name.split()) for token in tokens(group)]
    kept = [(ways, word) for ways, word in spelt if ways[0] not in words.titles] or spelt
    if not kept:
        return None
    weak = [len(ways[0]) < SHORTEST or ways[0] in words.particles for ways, _ in kept]
    if all(weak):
        weak = [len(ways[0]) < SHORTEST for ways, _ in kept]
    first = weak.index(False) if False in weak else 0
    parts = [NamePart(frozenset(ways), weak[i]) for i, (ways, _) in enumerate(kept)]
    if weak.count(False) > 1:
        ways = parts[first].forms
        parts[first] = NamePart(ways, False, short_for(ways), long_for(ways))
    where = tuple(word for _, word in kept)
    return Name(tuple(parts), where, dict(_joined([ways for ways, _ in kept], where)))


def short_for(ways: Iterable[str]) -> frozenset[str]:
    """What somebody with this first name is called for short."""
    return NONE.union(*(_families()[0].get(form, NONE) for form in ways)) - {*ways}


def long_for(ways: Iterable[str]) -> frozenset[str]:
    """What somebody who is called so may be called in full."""
    return NONE.union(*(_families()[1].get(form, NONE) for form in ways)) - {*ways}


def told_apart(names: Iterable[str], others: Iterable[str], lang: str = "en") -> tuple[str, ...]:
    """The names, and those of their parts and short forms that mean nobody else: the `others` have none that reads
    like it. A part is told apart from a name of one word by standing behind the name that it is a part of."""
    given, words = _once(names), lexis(lang)
    taken = frozenset(form for name in _names(others, words) for form in _forms_of(name))
    alone = [form for name in given for form in _alone(name, words)]
    return _once([*given, *(form for form in alone if not _reads_like(form, taken))])


def without_shared(names: Iterable[str], others: Iterable[str], lang: str = "en") -> tuple[str, ...]:
    """The names but for those of one word that one of the others has, too."""
    words = lexis(lang)
    taken = frozenset(form for name in _names(others, words) for form in _forms_of(name))
    return tuple(n for n in _once(names) if n.startswith("@") or len(n.split()) > 1 or fold(n) not in taken)


def ranks(names: Sequence[Name]) -> dict[str, Rank]:
    """Each word that is a part of a longer name, with its place there; a name of one word is a whole one."""
    found: dict[str, Rank] = {}
    for name in names:
        strong = name.strong
        for i in strong if len(strong) > 1 else ():
            rank = Rank.LAST if i == strong[-1] else Rank.FIRST
            for form in name.parts[i].forms | name.parts[i].short:
                found.setdefault(form, rank)
    return found


def _alone(name: str, words: NameWords) -> Iterator[str]:
    """The parts of a name of several, and each word of it that is made of several ("Anna-Lena")."""
    found = name_of(name, words)
    if found is None or len(found.strong) < 2:
        return
    for i in found.strong:
        yield from sorted(f for f in found.parts[i].forms | found.parts[i].short if len(f) >= SHORTEST)
    several = {word for word in found.words if found.words.count(word) > 1}
    yield from (word for i, word in enumerate(name.split()) if i in several and len({*found.words}) > 1)


def _reads_like(form: str, taken: Collection[str]) -> bool:
    return any(way in taken for way in ("".join(ways) for ways in product(*(t.forms for t in tokens(form)))))


def _forms_of(name: Name) -> Iterator[str]:
    """All that somebody of this name may be called by one word, also by a short form of it."""
    for i, part in enumerate(name.parts):
        yield from part.forms | part.short
        if i == 0:
            yield from short_for(part.forms)
    yield from name.joined


def _names(names: Iterable[str], words: NameWords) -> Iterator[Name]:
    for name in names:
        found = name_of(name.lstrip("@"), words)
        if found is not None:
            yield found


def _joined(ways: Sequence[Sequence[str]], word: Sequence[int]) -> Iterator[tuple[str, tuple[int, int]]]:
    """What stands between hyphens and apostrophes, and a whole name either way, as one word."""
    for i, j in pairwise(range(len(ways))):
        if word[i] == word[j]:
            yield from ((form, (i, j)) for form in _put_together([ways[i], ways[j]]))
    if len(ways) > 1:
        for order in (list(ways), [*ways[1:], ways[0]]):
            whole = (0, len(ways) - 1)
            yield from ((form, whole) for form in _put_together(order) if len(form) >= JOINED_SHORTEST)


def _put_together(ways: Sequence[Sequence[str]]) -> set[str]:
    return {"".join(way[0] for way in ways), "".join(way[-1] for way in ways)}


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))


@cache
def _families() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The short forms of each first name; and the first names of each short form."""
    short: dict[str, frozenset[str]] = {}
    whole: dict[str, frozenset[str]] = {}
    for line in load_words(__package__, "en", "short")["families"]:
        names, theirs = (frozenset(half.split()) for half in line.split("|"))
        for table, keys, values in ((short, names, theirs), (whole, theirs, names)):
            for key in keys:
                table[key] = table.get(key, NONE) | values
    return short, whole


# Several parts of one name that stand beside each other: in any order, with initials, by their short forms.


MOST_PARTS = 10
LONGEST_INITIAL = 2
ALIKE_MOST = 64
"""Of so many names with two parts in common a run is one of them, whichever it is."""
_WORDS_TOO = frozenset("AI")
"""Initials that are words: only with a full stop."""


class TextWords:
    """The words of a text, and what stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(tokens(text))
        if "<" in text:
            found = _without_references(text, found)
        self.tokens: Sequence[Token] = found

    def gap(self, at: int) -> Separator:
        """Between the word and the next one."""
        if at + 1 >= len(self.tokens):
            return Separator.NONE
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

    def is_name(self, name: Name, words: NameWords) -> bool:
        """Whether it is enough: parts of two words of the name, or all of it; and no words in lower case only."""
        if not self.full:
            return False
        strong = {name.words[i] for i in self.parts if i in self.initials or not name.parts[i].weak}
        if len(strong) < 2 and not (len(self.parts) == len(name.parts) > 1 and strong):
            return False
        return any(t.is_capital or not (words.words | words.common).intersection(t.forms) for t in self.full)


class Book:
    """Names by the words that stand in them."""

    def __init__(self, names: Iterable[str], words: NameWords) -> None:
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

    def longest(self, row: TextWords, at: int) -> int:
        """How many words from this one on are a name of several parts."""
        if not (row.is_initial(at) or self.knows(row.tokens[at])):
            return 0
        return max((self._length(self.names[id], row, at) for id in self._candidates(row, at)), default=0)

    def _candidates(self, row: TextWords, at: int) -> Iterable[int]:
        """The names that the word, and the next one, may be parts of."""
        here = self._with(row, at)
        if row.is_initial(at):
            letter = row.tokens[at].forms[0]
            beside = (self._with(row, k) for k in (at + 1, at + 2) if k < len(row.tokens))
            known = here | next(filter(None, beside), set())
            found: Iterable[int] = (id for id in known if self.names[id].has_initial(letter))
        else:
            both = here & self._with(row, at + 1) if row.gap(at) is not Separator.NONE else set()
            found = both or here
        return islice(found, ALIKE_MOST)

    def _with(self, row: TextWords, at: int) -> set[int]:
        """The names that have the word."""
        return set[int]().union(*(self._having.get(form, ()) for form in _ways(row.tokens[at])))

    def _length(self, name: Name, row: TextWords, at: int) -> int:
        taken, length = _Taken(), 0
        for k in range(at, min(len(row.tokens), at + MOST_PARTS)):
            between = row.gap(k - 1) if k > at else Separator.PLAIN
            if between is Separator.NONE or (between is Separator.SHORTENED and not row.is_initial(k - 1)):
                break
            found = _part(name, row, k, taken.parts)
            if not found or (between is Separator.TURNED and min(found) > min(taken.parts)):
                break
            if row.is_initial(k):
                taken.initials.update(found)
            else:
                taken.full.append(row.tokens[k])
            taken.parts.update(found)
            if taken.is_name(name, self._words):
                length = k + 1 - at
        return length


def _part(name: Name, row: TextWords, at: int, taken: set[int]) -> Sequence[int]:
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
