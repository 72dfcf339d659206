"""The words that quantities are told by."""

import re
from dataclasses import dataclass
from functools import cache

from bot.language.reading.text import load_words
from bot.language.targets.patterns import PACKAGE, any_of


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The groups of `data/<lang>/measures.toml`, and those that are phrases as expressions over joined words."""

    groups: dict[str, frozenset[str]]
    idiom: re.Pattern[str]
    limit_before: re.Pattern[str]
    limit_after: re.Pattern[str]
    ceiling: re.Pattern[str]
    floor: re.Pattern[str]

    def has(self, group: str, word: str) -> bool:
        """Whether the word belongs to the group."""
        return word in self.groups[group]

    @property
    def limits(self) -> frozenset[str]:
        """Every word that puts a limit before or behind a number."""
        names = ("at_least", "at_most", "at_least_after", "at_most_after")
        return frozenset().union(*(self.groups[name] for name in names))


@cache
def measure_words(lang: str) -> MeasureWords:
    """The words of a language. Raises FileNotFoundError for an unknown one."""
    groups: dict[str, list[str]] = load_words(PACKAGE, lang, "measures")["groups"]
    before = any_of([*groups["at_least"], *groups["at_most"]])
    after = any_of([*groups["at_most_after"], *groups["at_least_after"]])
    ceiling = any_of([*groups["at_most"], *groups["at_most_after"]])
    return MeasureWords(
        groups={name: frozenset(words) for name, words in groups.items()},
        idiom=re.compile(rf"(?<= ){any_of(groups['idiom'])}(?= )"),
        limit_before=re.compile(rf"(?<= ){before} $"),
        limit_after=re.compile(rf"(?:(?:%|[^ #,.;:]+) ){{0,2}}{after}(?= )(?! #)"),
        ceiling=re.compile(rf"(?<= ){ceiling}(?= )"),
        floor=re.compile(rf"(?<= ){any_of([*groups['at_least'], *groups['at_least_after']])}(?= )"),
    )
