"""Takes people's ids and names out of what others wrote."""

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, cast, func, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from bot.domain.classroom import WEEKDAYS
from bot.language.naming import Finder

NAMELESS = "[…]"
"""What stands where a name stood."""

_WORD = re.compile(r"\w+")
_KEY = re.compile(r"[a-z0-9]+(?:[-_.:][a-z0-9]+)+")
"""Among JSON values: a word of the program's. A single one stands in none of its tables as a name would."""


class _bytes_of(FunctionElement[int]):  # noqa: N801 - a function of SQL
    """How many bytes a text takes: as many as letters, where all of them are of ASCII."""

    type = Integer()
    inherit_cache = True


@compiles(_bytes_of, "postgresql")
def _on_postgresql(element: Any, compiler: Any, **more: Any) -> str:
    return f"octet_length({compiler.process(element.clauses, **more)})"


@compiles(_bytes_of)
def _on_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    return f"length(CAST({compiler.process(element.clauses, **more)} AS BLOB))"


class Needles:
    """What is looked for, and what takes its place. `ids` say what a Slack id gives way to; a name gives way to
    NAMELESS. bot/language/naming says what is a name."""

    def __init__(self, ids: Mapping[str, str], finder: Finder) -> None:
        self._ids = ids
        self._finder = finder

    def likely(self, column: ColumnElement[Any], *, names: bool = True) -> ColumnElement[bool]:
        """The rows that are worth a look: a condition that every row with a needle satisfies. Of a text with other
        letters than ASCII's nobody can tell in SQL, and JSON writes those as numbers: each is worth a look."""
        text = cast(column, String)
        parts = sorted({*self._ids, *(self._finder.least if names else ())})
        held = or_(*(text.icontains(part, autoescape=True) for part in parts))
        if not names:
            return held
        return or_(held, text.contains("\\u", autoescape=True), _bytes_of(text) != func.length(text))

    def without(self, value: Any, *, names: bool = True) -> Any:
        """A text or a JSON value without any of them; with `names` false without the ids alone."""
        if isinstance(value, str):
            return self._text(value, names=names)
        if isinstance(value, Mapping):
            return {self._text(key, names=False): self._inner(inner, names) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._inner(inner, names) for inner in value]
        return value

    def _inner(self, value: Any, names: bool) -> Any:
        if isinstance(value, str) and names:
            is_key = value in WEEKDAYS or _KEY.fullmatch(value) is not None
            return self._finder.replaced(self._text(value, names=False), NAMELESS, alone=not is_key)
        return self.without(value, names=names)

    def _text(self, text: str, *, names: bool) -> str:
        bare = _WORD.sub(lambda found: self._ids.get(found[0], found[0]), text)
        return self._finder.replaced(bare, NAMELESS) if names else bare
