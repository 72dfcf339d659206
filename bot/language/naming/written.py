"""How somebody is called in what others write, and which words can mean nobody else."""

import re
from functools import cache

from bot.domain.classroom import Person
from bot.domain.names import shown_name
from bot.language.reading.numbers import find_numbers
from bot.language.reading.text import load_words

NO_BREAK = "\u00a0"

FEWEST_LETTERS = 3
"""Two letters are as likely a word, a unit or an abbreviation as they are somebody's handle."""

ALONE_FROM = 5
"""Letters of a handle that stands in no other word by chance."""


def written(person: Person) -> tuple[str, ...]:
    """All that can mean nobody else in what others wrote: the names, the handle with its "@", and without it where
    it is neither short, nor a word, nor a part of a name, which may be another's too."""
    if not person.handle:
        return person.names
    parts = " ".join(person.names).casefold().split()
    alone = len(person.handle) >= ALONE_FROM and names_one(person.handle) and person.handle.casefold() not in parts
    return (*person.names, f"@{person.handle}", *([person.handle] if alone else []))


def reference(sign: str, name: str) -> str:
    """A mention ("@") or a channel ("#") as text. A name that holds a number is held together by spaces that do not
    break, so that it is one word to whoever looks for numbers."""
    shown = shown_name(name)
    return sign + (shown.replace(" ", NO_BREAK) if find_numbers(shown) else shown)


def is_common(word: str, lang: str = "en") -> bool:
    """Whether everybody writes this word, whoever may be called so."""
    return word.casefold() in _words(lang, "common")


def names_one(handle: str, lang: str = "en") -> bool:
    """Whether the handle, written without the "@", can hardly mean anything but its owner."""
    parts = [part for part in re.split(r"[\W\d_]+", handle.casefold()) if len(part) >= FEWEST_LETTERS]
    return any(part not in _words(lang, "common") and part not in _words(lang, "words") for part in parts)


@cache
def _words(lang: str, which: str) -> frozenset[str]:
    return frozenset(load_words("bot.language", lang, "words")[which])
