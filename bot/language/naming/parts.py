"""A name as its parts: what may stand for each of them, and which of them mean one person and nobody else."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise, product

from bot.language.naming.letters import fold, forms, tokens
from bot.language.naming.ordinary import Lexis, lexis
from bot.language.reading.text import load_words

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
class Part:
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

    parts: tuple[Part, ...]
    words: tuple[int, ...]
    joined: Mapping[str, tuple[int, int]]

    def has_initial(self, letter: str) -> bool:
        return any(part.begins_with(letter) for part in self.parts)

    @property
    def strong(self) -> list[int]:
        return [i for i, part in enumerate(self.parts) if not part.weak]


def name_of(name: str, words: Lexis) -> Name | None:
    """None for what has no letters."""
    spelt = [(token.forms, word) for word, group in enumerate(name.split()) for token in tokens(group)]
    kept = [(ways, word) for ways, word in spelt if ways[0] not in words.titles] or spelt
    if not kept:
        return None
    weak = [len(ways[0]) < SHORTEST or ways[0] in words.particles for ways, _ in kept]
    if all(weak):
        weak = [len(ways[0]) < SHORTEST for ways, _ in kept]
    first = weak.index(False) if False in weak else 0
    parts = [Part(frozenset(ways), weak[i]) for i, (ways, _) in enumerate(kept)]
    if weak.count(False) > 1:
        ways = parts[first].forms
        parts[first] = Part(ways, False, short_for(ways), long_for(ways))
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


def _alone(name: str, words: Lexis) -> Iterator[str]:
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


def _names(names: Iterable[str], words: Lexis) -> Iterator[Name]:
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


__all__ = ["Name", "Part", "Rank", "forms", "name_of", "ranks", "told_apart", "without_shared"]
