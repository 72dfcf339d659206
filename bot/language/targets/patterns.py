"""Patterns over the words of a sentence, written in data files and compiled here.

A pattern is a regular expression over words with one space between them. `{name}` stands for any word of a group,
`_` for any one word that does not end a phrase, `@tag` at the end names what was matched.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from bot.language.reading.text import load_words
from bot.language.targets.items import Row
from bot.language.targets.openings import ANY, DIGITS, Conditions, conditions

PACKAGE = "bot.language.targets"

_GROUP = re.compile(r"\{([a-z_]+)\}")
_ANY_WORD = re.compile(r"(?<![\w'])_(?![\w'])")
_TAG = re.compile(r" ?@([a-z]+)$")
_UNSPACED = re.compile(r"(?<=\w)'(?=(?:s|ll|d|ve|m|re)\b)")

_Tree: TypeAlias = dict[str, Any]
_END = ""


class Match(NamedTuple):
    """A pattern that matched the items from `first` to before `last`."""

    kind: str
    tag: str
    first: int
    last: int


class Pattern(NamedTuple):
    """A compiled pattern and what it finds."""

    regex: re.Pattern[str]
    kind: str
    tag: str


class PatternSet:
    """The patterns of a data file, each tried only where a word stands with which it can begin."""

    def __init__(self, patterns: Sequence[Pattern], conditions: Sequence[Conditions]) -> None:
        self.patterns = tuple(patterns)
        self._needs = tuple((number, need) for number, known in enumerate(conditions) for need in known.needs)
        self._anywhere = tuple(number for number, known in enumerate(conditions) if ANY in known.openings)
        by_word: dict[str, list[int]] = {}
        for number, known in enumerate(conditions):
            for word in known.openings if ANY not in known.openings else ():
                by_word.setdefault(word, []).append(number)
        self._by_word = {word: tuple(numbers) for word, numbers in by_word.items()}

    def matches(self, row: Row) -> list[Match]:
        """Every match of every pattern, pattern by pattern; those of different patterns may overlap."""
        words = frozenset(row.norms)
        lacking = {number for number, need in self._needs if need.isdisjoint(words)}
        found = self._opened(row, lacking)
        for number in self._anywhere:
            found += ((number, match) for match in self.patterns[number].regex.finditer(row.joined))
        found.sort(key=_by_number)
        return [_placed(row, self.patterns[number], match) for number, match in found]

    def _opened(self, row: Row, lacking: Set[int]) -> list[tuple[int, re.Match[str]]]:
        """The matches of patterns with known first words, each from behind the one before of its own pattern."""
        joined, by_word, patterns = row.joined, self._by_word, self.patterns
        found: list[tuple[int, re.Match[str]]] = []
        ends: dict[int, int] = {}
        for start, norm in zip(row.starts, row.norms, strict=True):
            for number in by_word.get(DIGITS if norm[:1].isdigit() else norm, ()):
                if number not in lacking and ends.get(number, 0) < start:
                    match = patterns[number].regex.match(joined, start - 1)
                    if match:
                        ends[number] = match.end()
                        found.append((number, match))
        return found


def _by_number(found: tuple[int, re.Match[str]]) -> int:
    return found[0]


def _placed(row: Row, pattern: Pattern, found: re.Match[str]) -> Match:
    return Match(pattern.kind, pattern.tag, row.index_at(found.start() + 1), row.index_at(found.end() - 1) + 1)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words or phrases, the longest first.

    What they begin with in common is written once, which spares trying one after the other.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for char in _spaced(word):
            node = node.setdefault(char, {})
        node[_END] = {}
    return f"(?:{_written(tree)})"


def _written(tree: _Tree) -> str:
    """The expression for the rest of the words that a tree of letters holds."""
    branches = [re.escape(char) + _written(rest) for char, rest in sorted(tree.items()) if char != _END]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if _END in tree else "")


def _spaced(phrase: str) -> str:
    """The phrase with its short forms parted, as they are in a row: "one 's"."""
    return _UNSPACED.sub(" '", phrase)


@cache
def pattern_set(lang: str, name: str) -> PatternSet:
    """The patterns of `data/<lang>/<name>.toml`. Raises FileNotFoundError for an unknown language."""
    table = load_words(PACKAGE, lang, name)
    groups = dict(table["groups"])
    groups.setdefault("products", _with_plurals(load_words(PACKAGE, lang, "actions")))
    tasks = [word for name in ("event", "counted_tasks") for word in groups.get(name, ())]
    groups["tasknoun"] = [*groups["products"], *tasks, *(word + "s" for word in tasks)]
    stop = any_of(table["stop"]["words"])
    any_of_group = {name: any_of(words) for name, words in groups.items()}
    spaced = {name: [_spaced(word) for word in words] for name, words in groups.items()}
    written = [(kind, pattern) for kind, patterns in table["patterns"].items() for pattern in patterns]
    return PatternSet(
        [Pattern(re.compile(_expand(text, any_of_group, stop)), kind, _tag(text)) for kind, text in written],
        [conditions(_TAG.sub("", text), spaced) for _, text in written],
    )


def _with_plurals(actions: Mapping[str, Any]) -> list[str]:
    nouns: list[str] = [noun for noun in actions["sets"]["products"] if noun.isalpha()]
    return nouns + [noun + "s" for noun in nouns] + [noun[:-1] + "ies" for noun in nouns if noun.endswith("y")]


def _tag(pattern: str) -> str:
    found = _TAG.search(pattern)
    return found.group(1) if found else ""


def _expand(pattern: str, any_of_group: Mapping[str, str], stop: str) -> str:
    body = _TAG.sub("", pattern)
    body = _GROUP.sub(lambda match: any_of_group[match.group(1)], body)
    body = _ANY_WORD.sub(lambda _: rf"(?!{stop}(?: |$))[\w#'\"-][^ ]*", body)
    return rf" (?:{body})(?= )"  # beginning with a plain space lets the engine jump from word to word
