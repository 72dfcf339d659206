"""The phrases of the data that stand around numbers, as patterns."""

import re
from functools import cache

from bot.language.reading.text import load_words

_PACKAGE = "bot.language.hearing"


@cache
def listed(table: str, name: str) -> tuple[str, ...]:
    """The phrases of one list."""
    return tuple(load_words(_PACKAGE, "en", "numbers")[table][name])


@cache
def pairs(table: str, name: str) -> tuple[tuple[str, str], ...]:
    """Each phrase of a list of pairs, and what stands for it."""
    return tuple((first, second) for first, second in load_words(_PACKAGE, "en", "numbers")[table][name])


@cache
def anywhere(table: str, name: str) -> re.Pattern[str]:
    """Any of the phrases, as whole words."""
    return re.compile(rf"(?<!\w){any_of(table, name)}(?!\w)")


@cache
def at_the_end(table: str, name: str) -> re.Pattern[str]:
    """Any of the phrases, right before what follows the text."""
    return re.compile(rf"(?<!\w){any_of(table, name)}[\s.#]{{0,2}}$")


@cache
def at_the_beginning(table: str, name: str) -> re.Pattern[str]:
    """Any of the phrases, right at the beginning of a text."""
    return re.compile(rf"\s?{any_of(table, name)}(?!\w)")


def any_of(table: str, name: str) -> str:
    """A pattern's text for any of the phrases, the longest first."""
    longest_first = sorted(listed(table, name), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase) for phrase in longest_first) + ")"
