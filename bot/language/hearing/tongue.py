"""Which of some other languages a message is written in. In doubt it is English: a name or a loan word says nothing."""

import re
from collections.abc import Sequence
from functools import cache

from bot.language.reading.text import fold, load_words

TONGUES = ("es", "fr", "de", "nl", "pt", "pl", "tr", "uk", "ar")
"""The languages in which Accord can say that it reads English so far."""

_MOST = 600
"""Characters that are looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NOT_WORDS = re.compile(r"https?://\S{1,300}|<[^>]{1,200}>|[@#]\S{1,80}|:[a-z0-9_+-]{2,40}:")
_FEWEST = 2
"""Different words of the language that a message holds at least."""
_SHARE = 0.34
"""Of its words, so many are of the language at least."""


def tongue_of(text: str) -> str | None:
    """One of TONGUES; None for English, for any other language, and where that is not sure."""
    words = [word.replace("'", "") for word in _WORD.findall(fold(_NOT_WORDS.sub(" ", text[:_MOST])))]
    if len(words) < _FEWEST:
        return None
    english = _held(words, "en")
    found = sorted(((_held(words, lang) - english, lang) for lang in TONGUES), key=lambda pair: len(pair[0]))
    (second, _), (best, lang) = found[-2:]
    enough = len(best) >= _FEWEST and sum(word in best for word in words) >= _SHARE * len(words)
    return lang if enough and len(best) > len(second) and len(best) > len(english) else None


def _held(words: Sequence[str], lang: str) -> frozenset[str]:
    return _common(lang).intersection(words)


@cache
def _common(lang: str) -> frozenset[str]:
    return frozenset(load_words(__package__, lang, "tongue")["words"])
