"""Handles, with the "@" and without it, wherever they are no part of something longer."""

import re
from collections.abc import Iterable, Iterator

LONGEST = 80
_WRITTEN = re.compile(rf"(?<![^\W_])(?:(?<!\w)@)?[^\W_][\w.-]{{0,{LONGEST}}}")
_END_SIGNED = re.compile(r"(?<=\w)(?=\W|$)")
_END_BARE = re.compile(r"(?<=[^\W_])(?=[\W_]|$)")
"""A "_" behind it makes words slanted in Slack; behind an "@" it is a letter like others."""


class Handles:
    """`names` are those with an "@" before them; one that stands among them without it, too, is found without it. Of
    letters alone, without it, it is a word like any other part of a name, and not looked for here."""

    def __init__(self, names: Iterable[str]) -> None:
        given = {name.casefold() for name in names}
        self._signed = {name for name in given if name.startswith("@")}
        self._bare = {name for name in given if f"@{name}" in self._signed and not name.isalpha()}

    @property
    def all(self) -> set[str]:
        return self._signed | self._bare

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        if self._signed:
            for found in _WRITTEN.finditer(text):
                end = self._end(found[0])
                if end:
                    yield found.start(), found.start() + end

    def _end(self, written: str) -> int:
        """How much of it is a handle; 0 for none of it."""
        known, ends = (self._signed, _END_SIGNED) if written.startswith("@") else (self._bare, _END_BARE)
        low = written.casefold() if len(written.casefold()) == len(written) else written
        return max((found.start() for found in ends.finditer(low) if low[: found.start()] in known), default=0)
