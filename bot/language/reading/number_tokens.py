"""The tokens in which numbers are read, and the number words of a language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from bot.language.reading.text import load_words

_MOST_DIGITS = 12

# "1,500" and "1.500,25" group thousands; "1,5" and "1.5" are decimals; "1.500" is read as English reads it.
_TOKEN = re.compile(
    r"(?P<grouped>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?(?![0-9])(?!,[0-9]))"
    r"|(?P<european>[0-9]{1,3}(?:\.[0-9]{3}){1,4},[0-9]{1,9}|[0-9]{1,3}(?:\.[0-9]{3}){2,4}(?![0-9]))"
    r"|(?P<spaced>(?<![0-9.,])[1-9][0-9]{0,2} 000(?![0-9]))"
    r"|(?P<plain>[0-9]+(?:[.,][0-9]+)?|(?<!\w)\.[0-9]+)"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|\S"
)


class Token(NamedTuple):
    """A number in digits, a word or a sign; `value` is set for the first only."""

    text: str
    start: int
    end: int
    value: Decimal | None = None


def tokenize(folded: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a folded text, or of the part of it from `start` to `end`."""
    return [
        Token(match.group(), match.start(), match.end(), _value(match) if match.lastgroup else None)
        for match in _TOKEN.finditer(folded, start, len(folded) if end is None else end)
    ]


def joined_tokens(tokens: list[Token], glued: frozenset[str]) -> list[Token]:
    """The tokens with "b" and "4" made one again where they were typed as one of the words in `glued`."""
    if all(token.value is None for token in tokens):
        return tokens
    joined: list[Token] = []
    for token in tokens:
        held = joined[-1] if joined else None
        if held is not None and held.end == token.start and held.text + token.text in glued:
            joined[-1] = Token(held.text + token.text, held.start, token.end)
        else:
            joined.append(token)
    return joined


def _value(match: re.Match[str]) -> Decimal | None:
    kind, text = match.lastgroup, match.group()
    if kind is None or len(text) > 2 * _MOST_DIGITS:
        return None
    if kind == "grouped" and not text.startswith("0"):
        return Decimal(text.replace(",", ""))
    if kind == "spaced":
        return Decimal(text.replace(" ", ""))
    if kind == "european":
        return Decimal(text.replace(".", "").replace(",", "."))
    number = text.replace(",", ".")
    if number.count(".") > 1 or sum(char.isdigit() for char in number) > _MOST_DIGITS:
        return None
    return Decimal(number)


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of one language."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    weak: dict[str, int]
    frequency: dict[str, int]
    collective: dict[str, int]
    symbols: dict[str, Decimal]
    groups: dict[str, frozenset[str]]
    starters: frozenset[str]
    times: str
    minute: str
    kilometre: str

    def is_number(self, word: str) -> bool:
        return word in self.units or word in self.tens or word in self.scales

    def value_of(self, words: Sequence[str]) -> tuple[Decimal, int] | None:
        """The value of the number words that the sequence begins with, and how many they are."""
        total, current, length, at = 0, 0, 0, 0
        lowest = 1000  # what may still be added to `current` is below this
        if words and words[0] in self.groups["article"] and words[1:2] and words[1] in self.scales:
            current, lowest, at = 1, 1, 1
        while at < len(words):
            word = words[at]
            if word in self.scales and (current or not length):
                scale, current = self.scales[word], current or 1
                if scale == 100:
                    current, lowest = current * 100, 100
                else:
                    total, current, lowest = total + current * scale, 0, 1000
            elif word in self.tens and lowest >= 100:
                current, lowest = current + self.tens[word], 10
            elif word in self.units and (self.units[word] < lowest if lowest < 100 else lowest > 1):
                current, lowest = current + self.units[word], 1
            elif not (length and self._joins(words, at)):
                break
            else:
                at += 1
                continue
            at += 1
            length = at
        return (Decimal(total + current), length) if length else None

    def _joins(self, words: Sequence[str], at: int) -> bool:
        """ "twenty-five", "a hundred and ten": the hyphen and the "and" inside one number."""
        following = words[at + 1] if at + 1 < len(words) else ""
        if words[at] == "-":
            return words[at - 1] in self.tens and following in self.units
        return words[at] in self.groups["and"] and words[at - 1] in self.scales and self.is_number(following)


@cache
def number_words(lang: str) -> Words:
    """The number words of a language. Raises FileNotFoundError for an unknown one."""
    table = load_words(__package__, lang, "numbers")
    groups = {name: frozenset(words) for name, words in table["words"].items()}
    counted = ("units", "tens", "scales", "weak", "frequency", "symbols")
    return Words(
        units=table["units"],
        tens=table["tens"],
        scales=table["scales"],
        weak=table["weak"],
        frequency=table["frequency"],
        collective=table["collective"],
        symbols={symbol: Decimal(value) for symbol, value in table["symbols"].items()},
        groups=groups,
        starters=groups["article"].union(groups["half"], *(table[name] for name in counted)),
        times=table["words"]["times"][0],
        minute=table["words"]["minutes"][0],
        kilometre=table["words"]["kilometres"][0],
    )
