"""Finds by rule that somebody is not well: the writer, or somebody whom they write about.

Every message is read here before anything else is made of it. The rules are data, by language:
data/<language>/distress.toml.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.domain.reading.text import load_words
from bot.language.hearing.distress_signs import Found, Signs, windows
from bot.language.hearing.distress_text import END, Spelling, fold, pieces
from bot.language.hearing.named import names_in, roles_in

__all__ = ["About", "Distress", "look", "names_in", "roles_in"]

OTHER_LANGUAGES = ("es", "fr", "de", "nl", "pt", "pl", "tr", "uk", "ar", "it", "ru", "zh")

_ONESELF = frozenset({"i", "me", "myself", "us", "we"})
_ENOUGH_HINTS = 3
"""Hints of so many different groups say together what none says alone."""


class About(StrEnum):
    """Who is not well."""

    SELF = "self"
    SOMEBODY_ELSE = "somebody-else"


@dataclass(frozen=True, slots=True)
class Distress:
    """That somebody is not well. `language` is the one to answer in."""

    about: About
    language: str


@dataclass(frozen=True, slots=True)
class Language:
    """The short list of another language, and the language to answer in."""

    answer_in: str
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
    study: frozenset[str]


def look(text: str) -> Distress | None:
    """Whether a message says that somebody is not well. Never raises."""
    said = pieces(text)
    words = _english().spelling.words(said)
    if _is_english(words):
        return _look_in_english(words) or _look_elsewhere(said)
    return _look_elsewhere(said) or _look_in_english(words)


def _is_english(words: Sequence[str]) -> bool:
    """Whether at least half of the words are known ones: a few are spelt alike in several languages."""
    return 2 * sum(map(_english().spelling.known.__contains__, words)) >= len(words)


def _look_in_english(words: Sequence[str]) -> Distress | None:
    rules = _english()
    return _about({about for window in windows(words) for about in _in_english(window, rules)}, "en")


def _look_elsewhere(said: Sequence[str]) -> Distress | None:
    languages, spelling = _elsewhere()
    for window in windows(spelling.words(said)):
        for rules in languages:
            if found := _about(set(_in_language(window, rules)), rules.answer_in):
                return found
    return None


def _in_language(window: str, rules: Language) -> Iterator[About]:
    said = _without(window, rules.figures.found(window))
    of_others = list(rules.other.found(said))
    yield from (About.SOMEBODY_ELSE for _ in of_others)
    for found in rules.own.found(said):
        if not any(other.start < found.end and found.start < other.end for other in of_others):
            yield About.SELF


def _about(found: set[About], language: str) -> Distress | None:
    if not found:
        return None
    return Distress(About.SELF if About.SELF in found else About.SOMEBODY_ELSE, language)


def _in_english(window: str, rules: Rules) -> Iterator[About]:
    said = _without(window, rules.figures.found(window))
    studies = not rules.study.isdisjoint(said.split(" "))
    for found in rules.own.found(said):
        if _of_oneself(said[found.start : found.end], rules):
            yield About.SELF
        elif not studies:
            yield _whom(said, found, rules)
    if studies:
        return
    yield from (About.SOMEBODY_ELSE for _ in rules.other.found(said))
    if len({found.of for found in rules.hints.found(said)}) >= _ENOUGH_HINTS:
        yield About.SELF


def _of_oneself(said: str, rules: Rules) -> bool:
    """Whether the words themselves name the writer: "my friend" does not."""
    words = said.split()
    return any(
        word in _ONESELF or (word == "my" and after not in rules.others)
        for word, after in zip(words, [*words[1:], ""], strict=True)
    )


def _without(window: str, figures: Iterator[Found]) -> str:
    """The window with its figures of speech taken out, so that what stands beside them still counts."""
    for found in sorted(figures, key=lambda each: each.start, reverse=True):
        window = window[: found.start] + "~" * max(found.end - found.start - 1, 0) + window[found.end - 1 :]
    return window


def _whom(said: str, found: Found, rules: Rules) -> About:
    """The nearest person before what was found, in its sentence; the writer where there is none."""
    for word in reversed(said[: found.end].split()):
        if word in _ONESELF or word == END:
            break
        if word in rules.others:
            return About.SOMEBODY_ELSE
    return About.SELF


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
    return Rules(spelling, others=others, study=frozenset(lists["study"].split()), **made)


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
    return Language(data.get("answer_in", name), figures, own, other)


def _folded(rules: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {of: [fold(rule) for rule in several] for of, several in rules.items()}
