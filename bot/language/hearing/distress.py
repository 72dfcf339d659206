"""Finds by rule that somebody is not well: the writer, or somebody whom they write about.

Every message is read here before anything else is made of it. The rules are data, by language:
data/<language>/distress.toml.
"""

import json
import math
import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

from bot.language.hearing.distress_text import END, SignFound, Signs, Spelling, fold, parts, pieces, windows
from bot.language.naming import Finder
from bot.language.reading.text import load_words

__all__ = ["Distress", "Unwell", "look", "names_in", "roles_in"]


# A second opinion on whether somebody is not well: weights that were learned of labelled messages, as data.
#
# Rules know the words that they were given. Most who are not well say it in others; how such a message sounds as a
# whole (who is in it, what they feel, when, where, and that no task is spoken of) is what the weights know.


FILE = "distress.json.z"
NUMBER = "<n>"
"""Stands for any number: which one says nothing."""

_NEAR = 4
"""Words from one group to another that may belong to it."""
_LONGEST = 6
_PARTS = (3, 4, 5)
"""Letters of a part of a word, its beginning and its end among them."""

# How much each family of features says, whatever the length of the message.
_SHARES = {"word": 1.0, "pair": 0.7, "group": 1.6, "order": 0.8, "part": 1.0, "apart": 0.7}
_SHARE_OF_A_SIGN = 0.5


@dataclass(frozen=True, slots=True)
class FoundByRules:
    """What rules found in a message, and the groups that its words belong to."""

    groups: Mapping[str, Collection[str]]
    signs: Collection[str]


@dataclass(frozen=True, slots=True)
class Opinion:
    """`rows`: a whole number for each feature; times `scale` it is its weight."""

    bias: float
    scale: float
    rows: Mapping[str, int]

    def of(self, features: Mapping[str, float]) -> float:
        """How much speaks for distress; less than 0 against it."""
        rows = self.rows
        return self.bias + self.scale * sum(share * rows[name] for name, share in features.items() if name in rows)


def features_of(words: Sequence[str], beside: FoundByRules) -> dict[str, float]:
    """What a message looks like, as names that weights were learned for, each with its share."""
    plain = [NUMBER if word.isdigit() else word for word in words if word != END]
    families = {
        "word": {f"w:{word}" for word in plain},
        "pair": {f"p:{one} {other}" for one, other in zip(["^", *plain], [*plain, "$"], strict=True)},
        "group": {f"g:{name}" for word in plain for name in beside.groups.get(word, ())},
        "order": set(_order(plain, beside.groups)),
        "part": set(_parts(plain)),
        "apart": set(_apart(plain)),
    }
    found: dict[str, float] = {}
    for family, names in families.items():
        found.update(dict.fromkeys(names, _SHARES[family] / math.sqrt(len(names) or 1)))
    found.update(dict.fromkeys([*_shape(plain), *beside.signs], _SHARE_OF_A_SIGN))
    return found


def _order(words: Sequence[str], groups: Mapping[str, Collection[str]]) -> Iterator[str]:
    named = [(at, groups[word]) for at, word in enumerate(words) if word in groups]
    for place, (at, firsts) in enumerate(named):
        for other, seconds in named[place + 1 :]:
            if other - at > _NEAR:
                break
            for first in firsts:
                for second in seconds:
                    yield f"o:{first}>{second}"


def _parts(words: Sequence[str]) -> Iterator[str]:
    """Letters in a row: a word that was misspelt, or never seen, has them in common with its kin."""
    for word in set(words):
        edged = f"^{word}$"
        for length in _PARTS:
            for at in range(len(edged) - length + 1):
                yield f"c:{edged[at : at + length]}"


def _apart(words: Sequence[str]) -> Iterator[str]:
    """Words that stand near each other with others between them."""
    for at, word in enumerate(words):
        for other in words[at + 2 : at + 2 + _NEAR]:
            yield f"k:{word} {other}"


def _shape(words: Sequence[str]) -> Iterator[str]:
    yield f"s:{min(_LONGEST, int(math.log2(len(words) + 1)))}"
    if NUMBER in words:
        yield "s:number"
    if words[:1] == [NUMBER]:
        yield "s:number first"
    if not {"i", "my", "me"}.isdisjoint(words):
        yield "s:me"


@cache
def learned() -> Opinion | None:
    """The weights that come with Accord; None where there are none, which `problem` explains."""
    return _read()[0]


@cache
def problem() -> str:
    """Why there are no weights; "" where there are."""
    return _read()[1]


def packed(opinion: Opinion) -> bytes:
    """The file of the weights; the same weights give the same bytes."""
    table = {"bias": opinion.bias, "scale": opinion.scale, "rows": dict(sorted(opinion.rows.items()))}
    return zlib.compress(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode(), 9)


@cache
def _read() -> tuple[Opinion | None, str]:
    try:
        table = json.loads(zlib.decompress(resources.files(__package__).joinpath("data", "en", FILE).read_bytes()))
        rows = {str(name): int(weight) for name, weight in table["rows"].items()}
        return Opinion(float(table["bias"]), float(table["scale"]), rows), ""
    except (OSError, zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return None, f"{FILE} can not be read: {error}"


# Who is meant in a message: by what they are ("my coach"), or by name in any form. In doubt somebody is meant.


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


OTHER_LANGUAGES = ("es", "fr", "de", "nl", "pt", "pl", "tr", "uk", "ar", "it", "ru", "zh")

_ONESELF = frozenset({"i", "me", "myself", "us", "we"})
_SUFFERERS = frozenset({"me", "myself", "us"})
_CERTAIN = "certain"
SURE, DOUBTED = -0.1, -2.2
"""From the first on the second opinion alone is believed, up to the second it outdoes a rule that is not certain: both
were chosen by what it made of batches of messages, each left out of the learning in turn, so that as little of what
only sounds like it is found as before, and more of the rest."""


class Unwell(StrEnum):
    """Who is not well."""

    SELF = "self"
    SOMEBODY_ELSE = "somebody-else"


@dataclass(frozen=True, slots=True)
class Distress:
    """That somebody is not well. `language` is the one to answer in."""

    about: Unwell
    language: str


@dataclass(frozen=True, slots=True)
class Language:
    """The short list of another language, and the language to answer in. `begins`: where none of these words is, no
    rule of it is met."""

    answer_in: str
    begins: frozenset[str]
    figures: Signs
    own: Signs
    other: Signs


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of English, by how much a context may take away from them."""

    spelling: Spelling
    figures: Signs
    own: Signs
    other: Signs
    hints: Signs
    others: frozenset[str]
    friends: frozenset[str]
    study: frozenset[str]
    groups: Mapping[str, frozenset[str]]


@lru_cache(maxsize=8)
def look(text: str) -> Distress | None:
    """Whether a message says that somebody is not well. Never raises.

    A message is looked at before all else, and again when it is heard: the last few are known.
    """
    said = pieces(text)
    words = _english().spelling.words(said)
    if _is_english(words):
        return _look_in_english(words) or _look_elsewhere(said)
    return _look_elsewhere(said) or _look_in_english(words)


def _is_english(words: Sequence[str]) -> bool:
    """Whether more than half of the words are known ones: a few are spelt alike in several languages."""
    return 2 * _known_of(words) > len(words)


def _is_speech(words: Sequence[str]) -> bool:
    """Whether at least a third of the words are known ones: of gibberish there is no opinion."""
    return 3 * _known_of(words) >= len(words)


def _known_of(words: Sequence[str]) -> int:
    return sum(map(_english().spelling.known.__contains__, words))


def _look_in_english(words: Sequence[str]) -> Distress | None:
    about = {about for window in windows(words) for about in _in_english(window, _english())}
    return _about(about, "en")


def _look_elsewhere(said: Sequence[str]) -> Distress | None:
    languages, spelling = _elsewhere()
    for window in windows(spelling.words(said)):
        words = set(window.split(" "))
        for rules in languages:
            if rules.begins.isdisjoint(words):
                continue
            if found := _about(set(_in_language(window, rules)), rules.answer_in):
                return found
    return None


def _in_language(window: str, rules: Language) -> Iterator[Unwell]:
    said = _without(window, rules.figures.found(window))
    of_others = list(rules.other.found(said))
    yield from (Unwell.SOMEBODY_ELSE for _ in of_others)
    for found in rules.own.found(said):
        if not any(other.start < found.end and found.start < other.end for other in of_others):
            yield Unwell.SELF


def _about(found: set[Unwell], language: str) -> Distress | None:
    if not found:
        return None
    return Distress(Unwell.SELF if Unwell.SELF in found else Unwell.SOMEBODY_ELSE, language)


def _in_english(window: str, rules: Rules) -> Iterator[Unwell]:
    """By the rules that are believed whatever else is said, and by the others together with the second opinion."""
    figures = list(rules.figures.found(window))
    said = _without(window, figures)
    found = list(_by_rule(said, rules))
    opinion = learned()
    if any(of == _CERTAIN for of, _ in found) or (found and opinion is None):
        yield from (about for _, about in found)
        return
    speaks_for = max(map(opinion.of, _views(said, figures, rules))) if opinion is not None else -math.inf
    if found and speaks_for > DOUBTED:
        yield from (about for _, about in found)
    elif speaks_for > SURE and _is_speech(said.split()):
        yield _who(said, rules)


def _by_rule(said: str, rules: Rules) -> Iterator[tuple[str, Unwell]]:
    """What each rule that is met is a sign of, and of whom."""
    studies = _studies(said, rules)
    for found in rules.own.found(said):
        if _of_oneself(said[found.start : found.end], rules):
            yield found.of, Unwell.SELF
        elif not studies:
            yield found.of, _whom(said, found.end, rules)
    if not studies:
        yield from ((found.of, Unwell.SOMEBODY_ELSE) for found in rules.other.found(said))


def features_in(text: str) -> list[dict[str, float]]:
    """A message as the second opinion sees it: each window, and after it its sentences."""
    rules = _english()
    found = ((window, list(rules.figures.found(window))) for window in windows(rules.spelling.words(pieces(text))))
    return [view for window, figures in found for view in _views(_without(window, figures), figures, rules)]


def _views(said: str, figures: Sequence[SignFound], rules: Rules) -> Iterator[dict[str, float]]:
    """The window as a whole and then each of its sentences: what one of them says is not drowned by the others."""
    signs = [(f"f:{found.of}", found.start) for found in figures]
    signs += [(f"h:{found.of}", found.start) for found in rules.hints.found(said)]
    for start, end in ((0, len(said)), *parts(said)):
        part = said[start:end]
        there = {name for name, at in signs if start <= at < end} | ({"study"} if _studies(part, rules) else set())
        yield features_of(part.replace("~", "").split(), FoundByRules(rules.groups, there))


def _studies(said: str, rules: Rules) -> bool:
    return not rules.study.isdisjoint(said.split(" "))


def _who(said: str, rules: Rules) -> Unwell:
    """Somebody else, where the message has one of those of whom people write in worry, and not its writer."""
    words = set(said.split())
    return Unwell.SOMEBODY_ELSE if words & rules.friends and not words & _SUFFERERS else Unwell.SELF


def _of_oneself(said: str, rules: Rules) -> bool:
    """Whether the words themselves name the writer: "my friend" does not."""
    words = said.split()
    return any(
        word in _ONESELF or (word == "my" and after not in rules.others)
        for word, after in zip(words, [*words[1:], ""], strict=True)
    )


def _without(window: str, figures: Iterable[SignFound]) -> str:
    """The window with its figures of speech taken out, so that what stands beside them still counts."""
    for found in sorted(figures, key=lambda each: each.start, reverse=True):
        window = window[: found.start] + "~" * max(found.end - found.start - 1, 0) + window[found.end - 1 :]
    return window


def _whom(said: str, end: int, rules: Rules) -> Unwell:
    """The nearest person before a place, in its sentence; the writer where there is none."""
    for word in reversed(said[:end].split()):
        if word in _ONESELF or word == END:
            break
        if word in rules.others:
            return Unwell.SOMEBODY_ELSE
    return Unwell.SELF


@cache
def _english() -> Rules:
    data = load_words(__package__, "en", "distress")
    lists = data["lists"] | data["lists-figure"]
    made = {name: Signs(data[name], lists) for name in ("figures", "own", "other", "hints")}
    respelt: dict[str, str] = data["respelt"]
    others = frozenset(word for name in ("close", "they") for word in lists[name].split())
    guarded = frozenset(data["guarded"]["words"].split())
    known = frozenset().union(*(signs.words for signs in made.values()), *(words.split() for words in respelt.values()))
    spelling = Spelling(known, respelt, guarded)
    friends, study = (frozenset(lists[name].split()) for name in ("worried-about", "study"))
    return Rules(spelling, others=others, friends=friends, study=study, groups=_groups(lists), **made)


def _groups(lists: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each word, the lists of which it is one."""
    names: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words.split():
            names.setdefault(word, set()).add(name)
    return {word: frozenset(several) for word, several in names.items() if not word.startswith("<")}


@cache
def _elsewhere() -> tuple[tuple[Language, ...], Spelling]:
    """The other languages, and the words that any of them looks for."""
    languages = tuple(_language(name) for name in OTHER_LANGUAGES)
    known = frozenset().union(*(signs.words for each in languages for signs in (each.figures, each.own, each.other)))
    return languages, Spelling(known, {}, frozenset())


def _language(name: str) -> Language:
    data = load_words(__package__, name, "distress")
    lists = {key: fold(words) for key, words in data.get("lists", {}).items()}
    figures, own, other = (Signs(_folded(data.get(part, {})), lists) for part in ("figures", "own", "other"))
    begins = figures.first_words | own.first_words | other.first_words
    return Language(data.get("answer_in", name), begins, figures, own, other)


def _folded(rules: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {of: [fold(rule) for rule in several] for of, several in rules.items()}
