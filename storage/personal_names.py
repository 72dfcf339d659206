"""Takes a person's id and name out of what other people wrote."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, String, cast, or_, true

from bot.domain.spelled import patterns, steady_parts

NAMELESS = "[…]"
"""What stands where a name stood."""


class Needles:
    """What is looked for, and what takes its place. A Slack id gives way to `pseudonym`, a name to `NAMELESS`.

    bot/domain/spelled.py says in which spellings a name is found. Parts of a name are left: they may be somebody
    else's.
    """

    def __init__(self, user: str, names: Iterable[str], pseudonym: str) -> None:
        names = tuple(names)
        self._user = user
        self._pseudonym = pseudonym
        self._id = re.compile(rf"(?<!\w){re.escape(user)}(?!\w)")
        self._patterns = patterns(names)
        self._steady = steady_parts(names)

    def likely(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """The rows that are worth a look: a condition that every row with a needle satisfies.

        Databases know the two cases of ASCII letters only, and JSON writes others as numbers: where a name has too
        few of those, every row is worth a look.
        """
        if self._steady is None:
            return true()
        text = cast(column, String)
        return or_(*(text.icontains(part, autoescape=True) for part in sorted({self._user, *self._steady})))

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
