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


class Words:
    """The copy in one locale, with the reader's time zone for times of day."""

    def __init__(self, bundle: FluentBundle, fallback: FluentBundle | None, locale: str) -> None:
        self._bundle = bundle
        self._fallback = fallback
        self.locale = locale

    def __call__(self, key: str, **args: Any) -> str:
        """The sentence as plain text. CopyError for an unknown key or a missing argument."""
        return self._format(key, {k: _plain(v) for k, v in args.items()})

    def pieces(self, key: str, **args: Any) -> list[Piece]:
        """The sentence with what people typed kept apart from the copy around it.

        Strings and mentions among `args` become pieces of their own; numbers, dates and enum members (for
        Fluent's selectors) are formatted as copy.
        """
        kept: list[Piece] = []
        plain: dict[str, Any] = {}
        for name, value in args.items():
            if isinstance(value, Mention) or (isinstance(value, str) and not isinstance(value, Enum)):
                plain[name] = f"{_OPEN}{len(kept)}{_CLOSE}"
                kept.append(value if isinstance(value, Mention) else Typed(value))
            else:
                plain[name] = _plain(value)
        return _split(self._format(key, plain), kept)

    def has(self, key: str) -> bool:
        return any(b is not None and b.has_message(key) for b in (self._bundle, self._fallback))

    def _format(self, key: str, args: Mapping[str, Any]) -> str:
        for bundle in (self._bundle, self._fallback):
            if bundle is None or not bundle.has_message(key):
                continue
            pattern = bundle.get_message(key).value
            if pattern is None:
                raise CopyError(f"{key} has no text")
            text, problems = bundle.format_pattern(pattern, dict(args))
            if problems:
                raise CopyError(f"{key}: {problems[0]}")
            return str(text)
        raise CopyError(f"no copy for {key}")


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
def _bundle(locale: str, text: str) -> FluentBundle:
    resource = FluentResource(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise CopyError(f"{locale}: this can not be read: {(entry.content or '').strip()[:80]!r}")
    bundle = FluentBundle([_written_as(locale)], use_isolating=False)
    known: set[str] = set()
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            if entry.id.name in known:
                raise CopyError(f"{locale}: {entry.id.name} stands twice")
            known.add(entry.id.name)
    bundle.add_resource(resource)
    return bundle


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
        region = language = DEFAULT
    fallback = None if language == DEFAULT else _bundle(DEFAULT, texts[DEFAULT])
    return Words(_bundle(region, texts[language]), fallback, language)
