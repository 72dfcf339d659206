"""Which of several targets somebody names who was asked: "pages", "the reading one", "the second"."""

import re
from collections.abc import Sequence
from functools import cache

from bot.language.reading.text import fold, load_words

MOST = 8
"""Words: who names a target says little else."""

ALIKE_FROM = 4
"""Letters: two words that begin with so many in common are one word, as "reading" and "read" are."""


def named_target(text: str, targets: Sequence[str], lang: str = "en") -> int | None:
    """The place of the only target that the whole message names; None where it says anything else.

    `targets` are their statements, each with its unit. A message with a digit is a number, or says more than a name.
    """
    if re.search(r"\d|\?", text):
        return None
    said = [word for word in _words_of(text) if word not in _words("fillers", lang)]
    if not 0 < len(said) <= MOST:
        return None
    place = _by_place(said, len(targets), lang)
    if place is not None:
        return place
    found = [i for i, target in enumerate(targets) if all(_stands_in(word, _words_of(target)) for word in said)]
    return found[0] if len(found) == 1 else None


def _by_place(said: Sequence[str], count: int, lang: str) -> int | None:
    ordinals = load_words("bot.language", lang, "which_target")["ordinals"][:count]
    if len(said) != 1:
        return None
    if said[0] in _words("last", lang):
        return count - 1
    return ordinals.index(said[0]) if said[0] in ordinals else None


def _stands_in(word: str, words: Sequence[str]) -> bool:
    return any(word == other or _alike(word, other) for other in words)


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= ALIKE_FROM and longer.startswith(shorter)


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(text))


@cache
def _words(name: str, lang: str) -> frozenset[str]:
    return frozenset(load_words("bot.language", lang, "which_target")[name])
