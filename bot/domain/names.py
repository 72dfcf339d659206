"""People's names as they are shown: without the characters that nobody sees, and that turn a whole line around."""

import re
from collections.abc import Iterable
from functools import cache

from bot.domain.reading.numbers import find_numbers
from bot.domain.reading.text import load_words
from bot.domain.seen import seen

SHOWN_MOST = 80

NO_BREAK = "\u00a0"

FEWEST_LETTERS = 3
"""Two letters are as likely a word, a unit or an abbreviation as they are somebody's handle."""


def shown_name(name: str) -> str:
    """The name on one line, without controls, bidirectional overrides and zero-width characters; "" where nothing
    is left. See https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing."""
    return seen(" ".join(seen(name).split())[:SHOWN_MOST]).rstrip()


def other_names(shown: str, names: Iterable[object]) -> tuple[str, ...]:
    """The texts among `names`, as they would be shown, that are not `shown` and no repeats of each other."""
    cleaned = [shown_name(name) for name in names if isinstance(name, str)]
    once: dict[str, str] = {}
    for name in filter(None, cleaned):
        once.setdefault(name.casefold(), name)
    once.pop(shown.casefold(), None)
    return tuple(once.values())


def with_handle(name: str, handle: str) -> str:
    """For somebody who is not the only one of that name. A handle that repeats the name is not kept, and says nothing
    more."""
    return f"{name} (@{handle})" if handle else name


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
    return frozenset(load_words("bot.domain", lang, "words")[which])
