"""The rules' own small language, and where they are found among the words of a message.

A rule is a row of words. `<name>` stands for any of the words listed under that name, `<one|other>` for both lists,
`a|b` for one of the two; what ends in "?" may be missing; `..` stands for up to three words, `...` for up to eight of
the same sentence. Within a word "_" stands for a space.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.language.hearing.distress_text import END

_GAPS = {"..": r"(?:[^ .]+ ){0,3}?", "...": r"(?:[^ .]+ ){0,8}?"}
_PART = re.compile(r"<[^>]+>|[^|]+")
_WINDOW, _STEP = 60, 40
"""A long message is read in windows of so many words, which overlap by more than a rule spans."""


@dataclass(frozen=True)
class Sign:
    """A rule made ready. `needs`: for each word that may not be missing, the name of its list."""

    of: str
    expression: str
    needs: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is first needed: few messages need more than a few."""
        return re.compile(self.expression)


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that was met: what it is a sign of, and where in the window's text."""

    of: str
    start: int
    end: int


@dataclass(frozen=True)
class Signs:
    """The rules of a language. `rules` has them by what they are a sign of; `lists` has the words by name."""

    rules: Mapping[str, Sequence[str]]
    lists: Mapping[str, str]

    @cached_property
    def _first_words(self) -> dict[str, frozenset[str]]:
        """For each word, the lists of which it is the first word of an entry."""
        lists_of: dict[str, set[str]] = {}
        for rule in self._all():
            for element in _elements(rule):
                for words in self._choices(element):
                    lists_of.setdefault(words.split(" ")[0], set()).add(element)
        return {word: frozenset(names) for word, names in lists_of.items()}

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        return tuple(self._sign(of, rule) for of, rules in self.rules.items() for rule in rules)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that a rule looks for."""
        return frozenset(
            word
            for rule in self._all()
            for element in _elements(rule)
            for words in self._choices(element)
            for word in words.split(" ")
        )

    def found(self, text: str) -> Iterator[Found]:
        """The rules that are met in a text as `joined` gives it."""
        lists_of = self._first_words
        present = frozenset().union(*map(lists_of.__getitem__, lists_of.keys() & set(text.split(" "))))
        if not present:
            return
        for sign in self.signs:
            if sign.needs <= present:
                for match in sign.pattern.finditer(text):
                    yield Found(sign.of, match.start(), match.end())

    def _all(self) -> Iterator[str]:
        for rules in self.rules.values():
            yield from rules

    def _choices(self, element: str) -> list[str]:
        return [choice.replace("_", " ") for part in _PART.findall(element) for choice in self._listed(part)]

    def _listed(self, part: str) -> list[str]:
        if not part.startswith("<"):
            return [part]
        listed: list[str] = []
        for name in part[1:-1].split("|"):
            for word in self.lists[name].split():
                listed += self._listed(word) if word.startswith("<") else [word]
        return listed

    def _sign(self, of: str, rule: str) -> Sign:
        parts, needs = [], set()
        for element in rule.split():
            if element in _GAPS:
                parts.append(_GAPS[element])
                continue
            name = element.removesuffix("?")
            choices = sorted(self._choices(name), key=lambda words: (-len(words), words))
            parts.append(
                "(?:" + "|".join(map(re.escape, choices)) + ") "
                if name == element
                else "(?:(?:" + "|".join(map(re.escape, choices)) + ") )?"
            )
            if name == element:
                needs.add(name)
        return Sign(of, "(?<= )" + "".join(parts), frozenset(needs))


def joined(words: Sequence[str]) -> str:
    """The words as a text in which rules are found: a space before each and after the last."""
    return " " + " ".join(words) + " "


def windows(words: Sequence[str]) -> Iterator[str]:
    """A message as texts of a bounded length, each found in for itself."""
    for start in range(0, max(len(words) - (_WINDOW - _STEP), 1), _STEP):
        yield joined(words[start : start + _WINDOW])


def _elements(rule: str) -> Iterator[str]:
    return (element.removesuffix("?") for element in rule.split() if element not in _GAPS and element != END)
