"""A sentence as a row of items: words, signs and numbers, each with its place in the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from bot.language.reading.number_scan import NumberReading, Scan
from bot.language.reading.number_tokens import Token, joined_tokens, number_words, tokenize
from bot.language.reading.text import fold, without_addresses

_DATE = re.compile(
    r"(?<![\w.,/])(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2}))(?![\w/])"
)
_CLITIC = re.compile(r"^(.+?)('ll|'s|'d|'ve|'m|'re)$")


class Item(NamedTuple):
    """`norm` is the word in lower case, "#" for a number, "@date" for a date in digits."""

    norm: str
    start: int
    end: int
    number: NumberReading | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The items of a text, and the same as one string with a space before, between and after them."""

    text: str
    items: tuple[Item, ...]
    norms: tuple[str, ...]
    joined: str
    starts: tuple[int, ...]

    def index_at(self, offset: int) -> int:
        """The index of the item at an offset of `joined`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the items from `first` to before `last` stand in the text."""
        return self.items[first].start, self.items[last - 1].end

    def reach(self, first: int, last: int) -> tuple[int, int]:
        """Where the items from `first` to before `last` stand in `joined`, with the spaces around them."""
        return self.starts[first] - 1, self.starts[last - 1] + len(self.norms[last - 1]) + 1

    def norm(self, index: int) -> str:
        """The word at an index, "" outside."""
        return self.norms[index] if 0 <= index < len(self.norms) else ""

    def spelled_out(self) -> "Row":
        """The same with the numbers that were typed as words as they were typed: "one another"."""
        norms = tuple(
            item.norm if item.number is None else fold(self.text[item.start : item.end]) for item in self.items
        )
        return self if norms == self.norms else _row(self.text, self.items, norms)


def row_of(text: str, lang: str) -> Row:
    """The row of a text. Linear in its length."""
    items = _items(text, lang)
    return _row(text, items, tuple([item.norm for item in items]))


def _row(text: str, items: tuple[Item, ...], norms: tuple[str, ...]) -> Row:
    starts = tuple(accumulate([len(norm) + 1 for norm in norms[:-1]], initial=1)) if norms else ()
    return Row(text, items, norms, f" {' '.join(norms)} ", starts)


def _items(text: str, lang: str) -> tuple[Item, ...]:
    folded = without_addresses(fold(text))
    items: list[Item] = []
    done = 0
    for match in _DATE.finditer(folded):
        items += _plain_items(folded, done, match.start(), lang)
        items.append(Item("@date", match.start(), match.end()))
        done = match.end()
    items += _plain_items(folded, done, len(folded), lang)
    return tuple(items)


def _plain_items(folded: str, start: int, end: int, lang: str) -> list[Item]:
    words = number_words(lang)
    tokens = joined_tokens(tokenize(folded, start, end), words.groups["glued"])
    readings = {
        reading.start: reading
        for part in _parts(tokens, words.groups["upcoming"])
        for reading in Scan(part, words, "").readings()
    }
    items: list[Item] = []
    skip_to, before = -1, ""
    for token in tokens:
        shortened = token.text == "." and before in words.groups["abbreviation"]
        before = token.text
        if token.start < skip_to or shortened:
            continue
        reading = readings.get(token.start)
        if reading is None:
            items += _words(token)
            continue
        skip_to = reading.end
        single = reading.end == token.end and token.value is None
        norm = token.text if single and reading.strength < 2 and token.text != "one" else "#"
        items.append(Item(norm, token.start, reading.end, reading))
    return items


def _parts(tokens: list[Token], upcoming: frozenset[str]) -> Iterator[list[Token]]:
    """Parts in which numbers are read: "8 of | the next 10" are two numbers, not a share."""
    start = 0
    for index, token in enumerate(tokens):
        if token.text in upcoming:
            yield tokens[start:index]
            start = index
    yield tokens[start:]


def _words(token: Token) -> tuple[Item, ...]:
    """A word, parted from the short form behind it: "i'll" gives "i" and "'ll"."""
    match = _CLITIC.match(token.text) if "'" in token.text else None
    if match is None:
        return (Item(token.text, token.start, token.end),)
    cut = token.start + len(match.group(1))
    return Item(match.group(1), token.start, cut), Item(match.group(2), cut, token.end)
