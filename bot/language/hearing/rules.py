"""What a message is by rule, in the words of a language: the first rule that fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.language.hearing.model import Kind, Moment
from bot.language.hearing.words import EMOJI, LINK, Words
from bot.language.reading.text import load_words

_NEAR = 3
"""Words that may stand between the two groups of a pair."""
_NONSENSE = "nonsense"
_VOWELS = frozenset("aeiouy")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A message as the rules look at it. `number`: how a number in it was read: none, digits, asked, sure, zero."""

    words: Words
    moment: Moment
    number: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the data; rules.toml says what each field asks for."""

    kind: Kind
    all: frozenset[str]
    any: frozenset[str]
    none: frozenset[str]
    only: frozenset[str]
    pair: tuple[str, ...]
    most: int
    moments: frozenset[str]
    number: frozenset[str]
    question: bool | None
    sure: bool

    def fits(self, said: Said) -> bool:
        names = said.words.names
        return (
            (not self.moments or said.moment.value in self.moments)
            and (not self.number or said.number in self.number)
            and (not self.most or len(said.words.spoken) <= self.most)
            and self.all <= names
            and (not self.any or not self.any.isdisjoint(names))
            and self.none.isdisjoint(names)
            and (self.question is None or self.question is asks(said.words))
            and (not self.pair or _near(said.words, *self.pair))
            and (not self.only or _covers(said.words, self.only))
        )


def kind_by_rule(said: Said) -> tuple[Kind, bool]:
    """What it is by the first rule that fits, and whether that goes before any other opinion."""
    for rule in _rules():
        if rule.fits(said):
            return rule.kind, rule.sure
    return Kind.UNCLEAR, False


def about(asked: str) -> str:
    """What a question was about, by the words in it; "" where that is not known."""
    low = asked.lower()
    return next((name for name, parts in _table()["about"].items() if any(part in low for part in parts)), "")


def asks(words: Words) -> bool:
    """Whether it ends with a question mark, or begins with a word that asks."""
    if words.plain[-1:] == ("?",):
        return True
    return any(group.name == "asks" and group.start == 0 for group in words.groups)


def tells_when(words: Words) -> bool:
    """Whether it begins as an answer that says when something is so, and asks nothing: "when i can do it alone"."""
    marked = "?" in words.plain
    return not marked and any(group.name == "tells_when" and group.start == 0 for group in words.groups)


def is_nonsense(word: str) -> bool:
    """Nothing that could be a word: a sign, an emoji, a single letter, "fghjj"."""
    if word == LINK:
        return False
    if word == EMOJI or not word[0].isalnum():
        return True
    if not word.isascii() or not word.isalpha():
        return False
    return (len(word) == 1 and word != "i") or (len(word) >= _SHORT and _VOWELS.isdisjoint(word))


def _near(words: Words, first: str, second: str) -> bool:
    ends = [group.end for group in words.groups if group.name == first]
    starts = [group.start for group in words.groups if group.name == second]
    return any(0 <= start - end <= _NEAR for end in ends for start in starts)


def _covers(words: Words, names: frozenset[str]) -> bool:
    """Whether every word belongs to one of the groups."""
    covered = {at for group in words.groups if group.name in names for at in range(group.start, group.end)}
    if _NONSENSE in names:
        covered |= {at for at, word in enumerate(words.plain) if is_nonsense(word)}
    return len(covered) == len(words.plain)


@cache
def _table() -> dict[str, Any]:
    return load_words(__package__, "en", "rules")


@cache
def _rules() -> Sequence[Rule]:
    return tuple(_rule(row) for row in _table()["rule"])


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        kind=Kind(row["kind"]),
        all=frozenset(row.get("all", ())),
        any=frozenset(row.get("any", ())),
        none=frozenset(row.get("none", ())),
        only=frozenset(row.get("only", ())),
        pair=tuple(row.get("pair", ())),
        most=row.get("most", 0),
        moments=frozenset(row.get("moments", ())),
        number=frozenset(row.get("number", ())),
        question=row.get("question"),
        sure=row.get("sure", False),
    )
