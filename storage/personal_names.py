"""Takes a person's id and name out of what other people wrote."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, String, cast, or_

NAMELESS = "[…]"
"""What stands where a name stood."""


class Needles:
    """What is looked for, and what takes its place. A Slack id gives way to `pseudonym`, a name to `NAMELESS`.

    A name of several words is found in any case; a single word only as it is written, since it may be a word, too
    ("Will"). Parts of a name are left: they may be somebody else's.
    """

    def __init__(self, user: str, names: Iterable[str], pseudonym: str) -> None:
        self._user = user
        self._pseudonym = pseudonym
        self._names = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
        self._id = re.compile(rf"(?<!\w){re.escape(user)}(?!\w)")
        self._patterns = [_pattern(name) for name in self._names]

    def likely(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """The rows that are worth a look: a condition that every row with a needle satisfies."""
        text = cast(column, String)
        wanted = {piece for needle in (self._user, *self._names) for piece in _pieces(needle)}
        return or_(*(text.icontains(piece, autoescape=True) for piece in sorted(wanted)))

    def without(self, value: Any) -> Any:
        """A text or a JSON value without any of them."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Mapping):
            return {self._text(key): self.without(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.without(inner) for inner in value]
        return value

    def _text(self, text: str) -> str:
        text = self._id.sub(self._pseudonym, text)
        for pattern in self._patterns:
            text = pattern.sub(NAMELESS, text)
        return text


def _pattern(name: str) -> re.Pattern[str]:
    words = name.split()
    spaced = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE if len(words) > 1 else 0)


def _pieces(needle: str) -> Iterable[str]:
    """A part that reads the same however JSON writes it; else the needle both ways."""
    ascii_words = [word for word in re.findall(r"\w+", needle) if word.isascii()]
    if ascii_words:
        return (max(ascii_words, key=len),)
    return (needle, json.dumps(needle)[1:-1])
