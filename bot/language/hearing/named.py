"""Who is meant in a message: by what they are ("my coach"), or by name in any form. In doubt somebody is meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.language.hearing.distress_text import END, fold, pieces
from bot.language.naming import Finder
from bot.language.reading.text import load_words

TITLED = "titled"
"""The role of "Mr Harris": where nobody of that name is known, it could be any teacher."""

_ID = re.compile(r"(?=[A-Z]*[0-9])[A-Z0-9]+")
"""Its letters are no part of a name, and may be a word: "U0FAT1"."""
_PART = re.compile(r"[^\W\d_]+")
_SHORT_TITLE = re.compile(r"\b(mrs?|ms|dr|prof|hr|fr)\.", re.IGNORECASE)
_LARGE = re.compile(r"(?<![.!?\n])\s([^\W\d_]\w*)")
_SHORTEST_PART, _SHORTEST_MISSPELT = 2, 5


@dataclass(frozen=True, slots=True)
class _Words:
    roles: Mapping[str, str]
    pairs: Mapping[tuple[str, ...], str]
    addressed: Mapping[str, str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    titles: frozenset[str]
    everyday: frozenset[str]


def roles_in(text: str) -> frozenset[str]:
    """The roles of those who could be meant without a name: teacher, coach, counsellor, head, nurse, parent, TITLED."""
    return frozenset(_roles(pieces(_SHORT_TITLE.sub(r"\1 ", text)), _words()))


def names_in(text: str, names: Mapping[str, Sequence[str]]) -> set[str]:
    """The keys of those of whom one name or a part of it is said: "Grace Lee", "ms lee", "LEE", "lee.g", "garce",
    or an id such as "U04AB"; misspelt, too, and however else bot/language/naming finds it: "joerg" for Jörg."""
    said = [word for word in pieces(text) if word != END]
    large = frozenset(fold(word) for word in _LARGE.findall(text) if word[0].isupper() and not word.isupper())
    return {
        key
        for key, known in names.items()
        if any(_is_said(name, said, large) for name in known) or _spelt_otherwise(known).finds(text)
    }


def _spelt_otherwise(known: Sequence[str]) -> Finder:
    return Finder([name for name in known if not _ID.fullmatch(name)], every_part=True)


def _roles(said: Sequence[str], words: _Words) -> Iterator[str]:
    for at, word in enumerate(said):
        before, after = said[at - 1] if at else END, said[at + 1] if at + 1 < len(said) else END
        if word in words.roles:
            yield words.roles[word]
        for pair in (said[at : at + 2], said[at : at + 3]):
            if tuple(pair) in words.pairs:
                yield words.pairs[tuple(pair)]
        if word in words.addressed and before not in words.not_after and after not in words.not_before:
            yield words.addressed[word]
        if (
            word in words.titles
            and word not in words.roles
            and after not in words.not_before
            and after.isalpha()
            and before not in words.not_after
        ):
            yield TITLED


def _is_said(name: str, said: Sequence[str], large: frozenset[str]) -> bool:
    words = _words()
    if fold(name) in said:
        return fold(name) not in words.everyday or _part_is_said(fold(name), said, large, words)
    if _ID.fullmatch(name):
        return False
    parts = [part for part in _PART.findall(fold(name)) if part not in words.titles]
    return any(_part_is_said(part, said, large, words) for part in parts if len(part) >= _SHORTEST_PART)


def _part_is_said(part: str, said: Sequence[str], large: frozenset[str], words: _Words) -> bool:
    places = [at for at, word in enumerate(said) if _is_nearly(word, part)]
    if part not in words.everyday:
        return bool(places)
    return any((at and said[at - 1] in words.titles) or said[at] in large for at in places)


def _is_nearly(word: str, part: str) -> bool:
    """Whether a word is a name, also in the genitive ("lees"), or with one letter wrong where it is a long one."""
    if word in (part, part + "s", part + "es"):
        return True
    if _squeezed(word) == _squeezed(part) and len(part) > _SHORTEST_PART:
        return True
    return (
        len(part) >= _SHORTEST_MISSPELT
        and word[:1] == part[:1]
        and any(_one_letter_apart(each, part) for each in (word, word.removesuffix("s")))
    )


def _squeezed(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _one_letter_apart(one: str, other: str) -> bool:
    """One letter too many, missing or wrong, or two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[at:], other[at:]
    exchanged = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return exchanged or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


@cache
def _words() -> _Words:
    data = load_words(__package__, "en", "roles")
    role_of = {fold(word): role for role, words in data["roles"].items() for word in words.split()}
    addressed = data["addressed"]
    return _Words(
        roles=role_of,
        pairs={tuple(word.split("_")): role for word, role in role_of.items() if "_" in word},
        addressed=dict.fromkeys(addressed["teacher"].split(), "teacher"),
        not_after=frozenset(addressed["not-after"].split()),
        not_before=frozenset(addressed["not-before"].split()),
        titles=frozenset(fold(data["titles"]["words"]).split()),
        everyday=frozenset(data["everyday"]["words"].split()),
    )
