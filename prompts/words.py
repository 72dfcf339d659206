"""The copy, in the reader's language. Nothing that a person reads stands in Python.

Files are Fluent: prompts/copy/<locale>.<activity>.ftl. They are read once, at start-up, and whatever is wrong
with them is said then.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

COPY = Path(__file__).parent / "copy"
DEFAULT = "en"

ELSEWHERE = "en-GB"
"""For readers whose language has no copy: most of the world writes the day before the month."""

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use characters around an argument's place: they stand in no keyboard and no copy."""


class CopyError(Exception):
    """A copy file can not be read, or a key is missing. For whoever edits the copy."""


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


@dataclass(frozen=True, slots=True)
class Copy:
    """One language's sentences. `choosing` names, by key, the arguments that a sentence chooses its wording by."""

    bundle: FluentBundle
    choosing: Mapping[str, frozenset[str]]


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
        choosing = self._copy_of(key).choosing[key]
        for name, value in args.items():
            if name not in choosing and _is_typed(value):
                plain[name] = f"{_OPEN}{len(kept)}{_CLOSE}"
                kept.append(value if isinstance(value, Mention) else Typed(value))
            else:
                plain[name] = _plain(value)
        return _split(self._format(key, plain), kept)

    def has(self, key: str) -> bool:
        return any(copy.bundle.has_message(key) for copy in self._copies)

    def _copy_of(self, key: str) -> Copy:
        for copy in self._copies:
            if copy.bundle.has_message(key):
                return copy
        raise CopyError(f"no copy for {key}")

    def _format(self, key: str, args: Mapping[str, Any]) -> str:
        bundle = self._copy_of(key).bundle
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
        return value.name
    return value.value if isinstance(value, Enum) else value


def _split(text: str, kept: list[Piece]) -> list[Piece]:
    pieces: list[Piece] = []
    for i, part in enumerate(text.split(_OPEN)):
        if i == 0:
            pieces.append(part)
            continue
        number, _, rest = part.partition(_CLOSE)
        pieces += [kept[int(number)], rest]
    return [p for p in pieces if p != ""]


@cache
def _texts(folder: Path) -> dict[str, str]:
    parts: dict[str, list[str]] = defaultdict(list)
    for file in sorted(folder.glob("*.ftl")):
        parts[file.name.split(".")[0]].append(file.read_text("utf-8"))
    if DEFAULT not in parts:
        raise CopyError(f"no copy for {DEFAULT} in {folder}")
    return {language: "\n".join(texts) for language, texts in parts.items()}


@cache
def _copy(locale: str, text: str) -> Copy:
    resource = FluentResource(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise CopyError(f"{locale}: this can not be read: {(entry.content or '').strip()[:80]!r}")
    bundle = FluentBundle([_written_as(locale)], use_isolating=False)
    choosing: dict[str, frozenset[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            if entry.id.name in choosing:
                raise CopyError(f"{locale}: {entry.id.name} stands twice")
            choosing[entry.id.name] = _chosen_by(entry)
    bundle.add_resource(resource)
    return Copy(bundle, choosing)


def _chosen_by(message: ast.Message) -> frozenset[str]:
    """The arguments that stand in front of a message's variants."""
    selectors = [
        element.expression.selector
        for element in (message.value.elements if message.value else ())
        if isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression)
    ]
    return frozenset(s.id.name for s in selectors if isinstance(s, ast.VariableReference))


def _written_as(locale: str) -> str:
    """A locale whose dates and numbers are known: the language alone where its region is not."""
    try:
        Locale.parse(locale, sep="-")
    except (ValueError, UnknownLocaleError):
        return locale.split("-")[0]
    return locale


def words_for(locale: str = DEFAULT, folder: Path = COPY) -> Words:
    """The copy for a Slack locale ("en-GB"): that language, with English for what it lacks, and dates and
    numbers as they are written there."""
    texts = _texts(folder)
    region = locale.replace("_", "-")
    language = region.split("-")[0].lower()
    if language not in texts:
        region, language = ELSEWHERE, DEFAULT
    fallback = None if language == DEFAULT else _copy(DEFAULT, texts[DEFAULT])
    return Words(_copy(region, texts[language]), fallback, language)
