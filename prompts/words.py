"""The copy, in the reader's language. Nothing that a person reads stands in Python.

Its files are read by prompts/copies.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from prompts.copies import COPY, DEFAULT, Copy, CopyError, copy_in, languages, spoken
from prompts.direction import isolated

ELSEWHERE = "en-GB"
"""For readers whose language has no copy, and for English of no region: most of the world writes the day before the
month."""

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use characters around an argument's place: they stand in no keyboard and no copy."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person shown by their Slack name. `name` is what a plain text says instead."""

    user: str
    name: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A piece of a sentence that somebody typed: to be shown as it is and never parsed."""

    text: str


Piece = str | Typed | Mention
"""A sentence is copy (str, with *bold* and _italic_) and the arguments between."""


class Words:
    """The copy in one locale, with the reader's time zone for times of day."""

    def __init__(self, copy: Copy, fallback: Copy | None, locale: str) -> None:
        self._copies = [copy] if fallback is None else [copy, fallback]
        self.locale = locale

    def __call__(self, key: str, **args: Any) -> str:
        """The sentence as plain text. CopyError for an unknown key or a missing argument."""
        return self._format(key, {k: _plain(v) for k, v in args.items()})

    def pieces(self, key: str, **args: Any) -> list[Piece]:
        """The sentence with what people typed kept apart from the copy around it.

        Strings and mentions among `args` become pieces of their own; numbers, dates, enum members, and whatever
        the sentence chooses its wording by are formatted as copy.
        """
        kept: list[Piece] = []
        plain: dict[str, Any] = {}
        choosing = self._copy_of(key).choosing(key)
        for name, value in args.items():
            if name not in choosing and _is_typed(value):
                plain[name] = f"{_OPEN}{len(kept)}{_CLOSE}"
                kept.append(value if isinstance(value, Mention) else Typed(value))
            else:
                plain[name] = _plain(value)
        return _split(self._format(key, plain), kept)

    def has(self, key: str) -> bool:
        return any(copy.has(key) for copy in self._copies)

    def _copy_of(self, key: str) -> Copy:
        for copy in self._copies:
            if copy.has(key):
                return copy
        raise CopyError(f"no copy for {key}")

    def _format(self, key: str, args: Mapping[str, Any]) -> str:
        bundle = self._copy_of(key).bundle_with(key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise CopyError(f"{key} has no text")
        text, problems = bundle.format_pattern(pattern, dict(args))
        if problems:
            raise CopyError(f"{key}: {problems[0]}")
        return str(text)


def _is_typed(value: Any) -> bool:
    return isinstance(value, Mention) or (isinstance(value, str) and not isinstance(value, Enum))


def _plain(value: Any) -> Any:
    if isinstance(value, Mention):
        return isolated(value.name)
    if isinstance(value, Enum):
        return value.value
    return isolated(value) if isinstance(value, str) else value


def _split(text: str, kept: list[Piece]) -> list[Piece]:
    pieces: list[Piece] = []
    for i, part in enumerate(text.split(_OPEN)):
        if i == 0:
            pieces.append(part)
            continue
        number, _, rest = part.partition(_CLOSE)
        pieces += [kept[int(number)], rest]
    return [p for p in pieces if p != ""]


def words_for(locale: str = DEFAULT, folder: Path = COPY) -> Words:
    """The copy for a Slack locale ("en-GB"): that language, with English for what it lacks, and dates and
    numbers as they are written there."""
    known = spoken(folder)
    region = locale.replace("_", "-")
    language = region.split("-")[0].lower()
    if language not in known or region.lower() == DEFAULT:
        region, language = ELSEWHERE, DEFAULT
    fallback = None if language == DEFAULT else copy_in(DEFAULT, DEFAULT, folder)
    return Words(copy_in(language, region, folder), fallback, language)


def answers_in(language: str, otherwise: Words, folder: Path = COPY) -> Words:
    """The copy for what was written in a language ("es"): `otherwise` where there is none in it, and for English."""
    if language == DEFAULT or language not in languages(folder):
        return otherwise
    return Words(copy_in(language, language, folder), copy_in(DEFAULT, DEFAULT, folder), language)
