"""Finds by rule that somebody is not well: the writer, or somebody whom they write about.

Every message is read here before anything else is made of it. The rules are data, by language:
data/<language>/distress.toml.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from bot.language.hearing.distress_text import END, DistressSpelling, SignFound, Signs, fold, parts, pieces, windows
from bot.language.hearing.kinds import tongue_of
from bot.language.hearing.opinion import LEARNED, WEIGHTS, FoundByRules, Opinion, features_of
from bot.language.naming import Finder
from bot.language.reading.text import ENGLISH, load_words

__all__ = ["Distress", "Unwell", "look", "names_in", "roles_in"]


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


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `sure` on the second opinion alone is believed, up to `doubted` it outdoes a rule that is not certain: both
    were chosen by what it made of batches of messages, each left out of the learning in turn, so that as little of what
    only sounds like it is found as before, and more of the rest."""

    sure: float = -0.22
    """Chosen anew by the totals of what is set apart."""
    doubted: float = -2.2
    certain: float = -4.0
    """Up to here it outdoes a rule that is certain, too: nothing that anybody wrote in earnest came near to it."""


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
class Rules:
    """The rules of a language; of most they are a short list.

    `figures` mean nothing by it, `own` and `other` say who is not well, `hints` are for the second opinion alone.
    """

    spelling: DistressSpelling
    figures: Signs
    own: Signs
    other: Signs
    hints: Signs
    friends: frozenset[str]
    study: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    sufferers: frozenset[str] = _SUFFERERS
    bounds: Bounds = Bounds()


@dataclass(frozen=True, slots=True)
class English(Rules):
    """Those of English, by how much a context may take away from them."""

    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Language(Rules):
    """Those of another language, and the language to answer in. `begins`: where none of these words is, no rule of it
    is met."""

    name: str = ""
    answer_in: str = ""
    begins: frozenset[str] = frozenset()


@lru_cache(maxsize=8)
def look(text: str) -> Distress | None:
    """Whether a message says that somebody is not well. Never raises.

    A message is looked at before all else, and again when it is heard: the last few are known.
    """
    said = pieces(text)
    words = _english().spelling.words(said)
    language = _learned_elsewhere(text, said, words)
    if language is not None:
        found = _look_in_language(language, said) or _ruled_in_english(said)
        return found or (None if _is_surely(language, text, said) else _look_elsewhere(said, language.name))
    if _is_english(words):
        return _look_in_english(words) or _look_elsewhere(said)
    return _look_elsewhere(said) or _look_in_english(words)


def _learned_elsewhere(text: str, said: Sequence[str], words: Sequence[str]) -> Language | None:
    """The other language that a text is written in, where weights were learned of it: more of its words are known there
    than in English, and a third at least."""
    tongue = tongue_of(text)
    for language in map(_language, LEARNED[1:]):
        known, among = _known_of(said, language), tongue in (None, language.name)
        if among and 3 * known >= len(said) and known > _known_of(words, _english()) and WEIGHTS.of(language.name):
            return language
    return None


def _is_surely(language: Language, text: str, said: Sequence[str]) -> bool:
    """Whether no other language has to be asked, which has words in common with it that mean something else there."""
    return tongue_of(text) == language.name or 3 * _known_of(said, language) > 2 * len(said)


def _is_english(words: Sequence[str]) -> bool:
    """Whether more than half of the words are known ones: a few are spelt alike in several languages."""
    return 2 * _known_of(words, _english()) > len(words)


def _is_speech(words: Sequence[str], rules: Rules) -> bool:
    """Whether at least a third of the words are known ones: of gibberish there is no opinion."""
    return 3 * _known_of(words, rules) >= len(words)


def _known_of(words: Sequence[str], rules: Rules) -> int:
    return sum(map(rules.spelling.known.__contains__, words))


def _look_in_english(words: Sequence[str]) -> Distress | None:
    about = {about for window in windows(words) for about in _in_english(window, _english())}
    return _about(about, "en")


def _ruled_in_english(words: Sequence[str]) -> Distress | None:
    """By the rules of English that are certain, of words as they stand there: "se suicida" is no "suicidal"."""
    said = (_without(window, _english().figures.found(window)) for window in windows(words))
    found = (each for window in said for each in _by_rule(window, _english()))
    return _about({about for of, about in found if of == _CERTAIN}, ENGLISH)


def _look_elsewhere(said: Sequence[str], but: str = "") -> Distress | None:
    """By the short lists of the other languages alone."""
    languages, spelling = _elsewhere()
    for window in windows(spelling.words(said)):
        words = set(window.split(" "))
        for rules in languages:
            if rules.name == but or rules.begins.isdisjoint(words):
                continue
            plain = _without(window, rules.figures.found(window))
            if found := _about({about for _, about in _by_short_list(plain, rules)}, rules.answer_in):
                return found
    return None


def _look_in_language(rules: Language, said: Sequence[str]) -> Distress | None:
    """By its rules together with the second opinion."""
    about = set()
    for window in windows(rules.spelling.words(said)):
        figures = list(rules.figures.found(window))
        plain = _without(window, figures)
        about |= set(_weighed(plain, figures, list(_by_short_list(plain, rules)), rules, WEIGHTS.of(rules.name)))
    return _about(about, rules.answer_in)


def _by_short_list(said: str, rules: Language) -> Iterator[tuple[str, Unwell]]:
    of_others = list(rules.other.found(said))
    yield from ((found.of, Unwell.SOMEBODY_ELSE) for found in of_others)
    for found in rules.own.found(said):
        if not any(other.start < found.end and found.start < other.end for other in of_others):
            yield found.of, Unwell.SELF


def _about(found: set[Unwell], language: str) -> Distress | None:
    if not found:
        return None
    return Distress(Unwell.SELF if Unwell.SELF in found else Unwell.SOMEBODY_ELSE, language)


def _in_english(window: str, rules: English) -> Iterator[Unwell]:
    figures = list(rules.figures.found(window))
    said = _without(window, figures)
    yield from _weighed(said, figures, list(_by_rule(said, rules)), rules, WEIGHTS.of(ENGLISH))


def _weighed(
    said: str,
    figures: Sequence[SignFound],
    found: Sequence[tuple[str, Unwell]],
    rules: Rules,
    opinion: Opinion | None,
) -> Iterator[Unwell]:
    """By the rules together with the second opinion, which has to be far against those that are certain."""
    if opinion is None:
        yield from (about for _, about in found)
        return
    speaks_for = max(map(opinion.of, _views(said, figures, rules)))
    certain = any(of == _CERTAIN for of, _ in found)
    if found and speaks_for > (rules.bounds.certain if certain else rules.bounds.doubted):
        yield from (about for _, about in found)
    elif speaks_for > rules.bounds.sure and _is_speech(said.split(), rules):
        yield _who(said, rules)


def _by_rule(said: str, rules: English) -> Iterator[tuple[str, Unwell]]:
    """What each rule that is met is a sign of, and of whom."""
    studies = _studies(said, rules)
    for found in rules.own.found(said):
        if _of_oneself(said[found.start : found.end], rules):
            yield found.of, Unwell.SELF
        elif not studies:
            yield found.of, _whom(said, found.end, rules)
    if not studies:
        yield from ((found.of, Unwell.SOMEBODY_ELSE) for found in rules.other.found(said))


def features_in(text: str, lang: str = ENGLISH) -> list[dict[str, float]]:
    """A message as the second opinion sees it: each window, and after it its sentences."""
    rules = _rules(lang)
    found = ((window, list(rules.figures.found(window))) for window in windows(rules.spelling.words(pieces(text))))
    return [view for window, figures in found for view in _views(_without(window, figures), figures, rules)]


def bounds_of(lang: str) -> Bounds:
    """From where on the second opinion of a language is believed."""
    return _rules(lang).bounds


def _rules(lang: str) -> Rules:
    return _english() if lang == ENGLISH else _language(lang)


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
    return Unwell.SOMEBODY_ELSE if words & rules.friends and not words & rules.sufferers else Unwell.SELF


def _of_oneself(said: str, rules: English) -> bool:
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


def _whom(said: str, end: int, rules: English) -> Unwell:
    """The nearest person before a place, in its sentence; the writer where there is none."""
    for word in reversed(said[:end].split()):
        if word in _ONESELF or word == END:
            break
        if word in rules.others:
            return Unwell.SOMEBODY_ELSE
    return Unwell.SELF


@cache
def _english() -> English:
    data = load_words(__package__, "en", "distress")
    lists = data["lists"] | data["lists-figure"]
    made = {name: Signs(data[name], lists) for name in ("figures", "own", "other", "hints")}
    respelt: dict[str, str] = data["respelt"]
    others = frozenset(word for name in ("close", "they") for word in lists[name].split())
    guarded = frozenset(data["guarded"]["words"].split())
    known = frozenset().union(*(signs.words for signs in made.values()), *(words.split() for words in respelt.values()))
    spelling = DistressSpelling(known, respelt, guarded)
    friends, study = (frozenset(lists[name].split()) for name in ("worried-about", "study"))
    return English(
        spelling,
        made["figures"],
        made["own"],
        made["other"],
        made["hints"],
        friends=friends,
        study=study,
        groups=_groups(lists),
        others=others,
    )


def _groups(lists: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each word, the lists of which it is one."""
    names: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words.split():
            names.setdefault(word, set()).add(name)
    return {word: frozenset(several) for word, several in names.items() if not word.startswith("<")}


@cache
def _elsewhere() -> tuple[tuple[Language, ...], DistressSpelling]:
    """The other languages, and the words that any of them looks for."""
    languages = tuple(_language(name) for name in OTHER_LANGUAGES)
    known = frozenset().union(*(signs.words for each in languages for signs in (each.figures, each.own, each.other)))
    return languages, DistressSpelling(known, {}, frozenset())


@cache
def _language(name: str) -> Language:
    data = load_words(__package__, name, "distress")
    lists = {key: fold(words) for key, words in data.get("lists", {}).items()}
    figures, own, other = (Signs(_folded(data.get(part, {})), lists) for part in ("figures", "own", "other"))
    return Language(
        spelling=_spelling(data, name, lists, (figures, own, other)),
        figures=figures,
        own=own,
        other=other,
        hints=Signs(_folded({**data.get("own", {}), **data.get("other", {}), **data.get("hints", {})}), lists),
        friends=frozenset(lists.get("friend", "").split()),
        study=frozenset(lists.get("study", "").split()),
        groups=_groups(lists),
        sufferers=frozenset(lists.get("sufferers", "").split()),
        bounds=Bounds(**data.get("opinion", {})),
        name=name,
        answer_in=data.get("answer_in", name),
        begins=figures.first_words | own.first_words | other.first_words,
    )


def _spelling(data: Mapping[str, Any], name: str, lists: Mapping[str, str], signs: Sequence[Signs]) -> DistressSpelling:
    """The words by which a language is known, however they are spelt. A list may refer to another by its name."""
    listed = (word for words in lists.values() for word in words.split() if not word.startswith("<"))
    usual = load_words(__package__, name, "tongue")["words"] if name in LEARNED else ()
    respelt = data.get("respelt", {})
    known = frozenset().union(*(each.words for each in signs), listed, map(fold, usual), respelt)
    return DistressSpelling(known, respelt, frozenset(data.get("guarded", {}).get("words", "").split()))


def _folded(rules: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {of: [fold(rule) for rule in several] for of, several in rules.items()}
