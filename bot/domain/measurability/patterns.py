"""Patterns over the words of a sentence, written in data files and compiled here.

A pattern is a regular expression over words with one space between them. `{name}` stands for any word of a group,
`_` for any one word that does not end a phrase, `@tag` at the end names what was matched.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from bot.domain.measurability.items import Row
from bot.domain.reading.text import load_words

PACKAGE = "bot.domain.measurability"

_GROUP = re.compile(r"\{([a-z_]+)\}")
_ANY_WORD = re.compile(r"(?<![\w'])_(?![\w'])")
_TAG = re.compile(r" ?@([a-z]+)$")
_UNSPACED = re.compile(r"(?<=\w)'(?=(?:s|ll|d|ve|m|re)\b)")


class Match(NamedTuple):
    """A pattern that matched the items from `first` to before `last`."""

    kind: str
    tag: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PatternSet:
    """The patterns of a data file."""

    patterns: tuple[tuple[re.Pattern[str], str, str], ...]

    def matches(self, row: Row) -> Iterator[Match]:
        """Every match of every pattern; those of different patterns may overlap."""
        for pattern, kind, tag in self.patterns:
            for found in pattern.finditer(row.joined):
                yield Match(kind, tag, row.index_at(found.start() + 1), row.index_at(found.end() - 1) + 1)


def any_of(words: Sequence[str]) -> str:
    """A regular expression for any of the words or phrases, the longest first."""
    spaced = {_UNSPACED.sub(" '", word) for word in words}
    return "(?:" + "|".join(re.escape(word) for word in sorted(spaced, key=lambda w: (-len(w), w))) + ")"


@cache
def pattern_set(lang: str, name: str) -> PatternSet:
    """The patterns of `data/<lang>/<name>.toml`. Raises FileNotFoundError for an unknown language."""
    table = load_words(PACKAGE, lang, name)
    groups = dict(table["groups"])
    groups.setdefault("products", _with_plurals(load_words(PACKAGE, lang, "actions")))
    tasks = [word for name in ("event", "counted_tasks") for word in groups.get(name, ())]
    groups["tasknoun"] = [*groups["products"], *tasks, *(word + "s" for word in tasks)]
    stop = any_of(table["stop"]["words"])
    compiled = [
        (re.compile(_expand(pattern, groups, stop)), kind, _tag(pattern))
        for kind, patterns in table["patterns"].items()
        for pattern in patterns
    ]
    return PatternSet(tuple(compiled))


def _with_plurals(actions: Mapping[str, Any]) -> list[str]:
    nouns: list[str] = [noun for noun in actions["sets"]["products"] if noun.isalpha()]
    return nouns + [noun + "s" for noun in nouns] + [noun[:-1] + "ies" for noun in nouns if noun.endswith("y")]


def _tag(pattern: str) -> str:
    found = _TAG.search(pattern)
    return found.group(1) if found else ""


def _expand(pattern: str, groups: Mapping[str, Sequence[str]], stop: str) -> str:
    body = _TAG.sub("", pattern)
    body = _GROUP.sub(lambda match: any_of(groups[match.group(1)]), body)
    body = _ANY_WORD.sub(lambda _: rf"(?!{stop}(?: |$))[\w#'\"-][^ ]*", body)
    return rf" (?:{body})(?= )"  # beginning with a plain space lets the engine jump from word to word
