"""The copy, in the reader's language. Nothing that a person reads stands in Python.

Its files are read by prompts/words.py.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

# What is written from right to left, beside what is written from left to right.


_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
OPEN, CLOSE = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates"""


def isolated(text: str) -> str:
    """The text so that it moves nothing around it: in the middle of a sentence, numbers and signs beside it stay where
    they are. Text without such letters comes back as it is."""
    return f"{OPEN}{text}{CLOSE}" if _FROM_THE_RIGHT.search(text) else text


# Days and times of day as the reader writes them, for the copy: `{ DAY("03-12") }` and `{ TIME("08:45") }`.
#
# No day and no time stands typed in the copy: "12 March" and "08:45" are "March 12" and "8:45 AM" to others, and one
# message keeps to one style. A date with its year is Fluent's own DATETIME.


_SOME_LEAP_YEAR = 2000
_NARROW_SPACE = "\u202f"
"""Stands between "8:45" and "AM", and is a box in some fonts."""


def functions(locale: str) -> dict[str, Any]:
    """What the copy may call, in one locale ("en-GB")."""
    known = Locale.parse(locale, sep="-")

    def day(month_and_day: Any, **_: Any) -> str:
        """A day without its year, from "03-12"."""
        found = date.fromisoformat(f"{_SOME_LEAP_YEAR}-{month_and_day}")
        return format_skeleton("MMMMd", found, locale=known)

    def clock(at: Any, **_: Any) -> str:
        """A time of day, from "08:45"."""
        return format_time(time.fromisoformat(str(at)), "short", locale=known).replace(_NARROW_SPACE, " ")

    return {"DAY": day, "TIME": clock}


# The files of the copy: prompts/copy/<locale>.<activity>.ftl, in Fluent.
#
# To parse all of them takes longer than much else at a start. So what stands where is found at once, and an entry is
# parsed when it is first said; `check` parses them all, which `accord run` does as soon as it has connected.


COPY = Path(__file__).parent / "copy"
DEFAULT = "en"
WHOLE = "common"
"""The file that only a language has in which all is said."""


class _Place(str):
    """Where something that somebody typed comes to stand."""


_SAY_THE_SAME = frozenset({_Place, int, bool, Decimal, date})
"""Of these, two that are written alike are said alike. Of moments they are not: those have a zone."""
KEPT_MOST = 5000
"""Sentences of one language and region: some hundred bytes each."""

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE | re.ASCII)
"""Where an entry begins; all that follows up to the next is its own. https://projectfluent.org/fluent/guide/text.html"""


class CopyError(Exception):
    """A copy file can not be read, or a key is missing. For whoever edits the copy."""


class Copy:
    """One language's sentences, with dates and numbers as in a locale. CopyError for one that can not be read."""

    def __init__(self, locale: str, entries: Mapping[str, str]) -> None:
        self.locale = locale
        self._entries = entries
        self._choosing: dict[str, frozenset[str]] = {}
        self._kept: dict[tuple[Any, ...], str] = {}
        written = _written_as(locale)
        self._bundle = FluentBundle([written], functions=functions(written), use_isolating=False)

    def has(self, key: str) -> bool:
        return key in self._entries and not key.startswith("-")

    def text(self, key: str, args: Mapping[str, Any]) -> str:
        """The sentence with these in it. One that holds but places, numbers and days is said often, and kept."""
        if not all(type(value) in _SAY_THE_SAME for value in args.values()):
            return self._put_together(key, args)
        known = (key, *((name, type(value), str(value)) for name, value in args.items()))
        if known not in self._kept:
            if len(self._kept) >= KEPT_MOST:
                self._kept.clear()
            self._kept[known] = self._put_together(key, args)
        return self._kept[known]

    def _put_together(self, key: str, args: Mapping[str, Any]) -> str:
        self._read(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise CopyError(f"{key} has no text")
        text, problems = self._bundle.format_pattern(pattern, dict(args))
        if problems:
            raise CopyError(f"{key}: {problems[0]}")
        return str(text)

    def choosing(self, key: str) -> frozenset[str]:
        """The arguments that the sentence, and what it refers to, choose their wording by."""
        self._read(key)
        return self._choosing[key]

    def check(self) -> None:
        """Read every sentence."""
        for name in self._entries:
            self._read(name)

    def _read(self, name: str, behind: tuple[str, ...] = ()) -> None:
        """`behind` are those whose references led here."""
        if name in behind:
            raise CopyError(f"{self.locale}: {name} refers to itself")
        if name in self._choosing or name not in self._entries:
            return
        try:
            resource, entry = _parsed(self._entries[name])
        except CopyError as error:
            raise CopyError(f"{self.locale}: {error}") from None
        named = _Named.by(entry)
        for other in named:
            self._read(other, (*behind, name))
        self._bundle.add_resource(resource)
        within = [self._choosing[other] for other in named if other in self._choosing]
        self._choosing[name] = _chosen_by(entry).union(*within)


class _Named(Visitor):
    """Collects what an entry refers to, as entries are named."""

    def __init__(self) -> None:
        self.found: list[str] = []

    @classmethod
    def by(cls, entry: ast.Message | ast.Term) -> list[str]:
        visitor = cls()
        visitor.visit(entry)
        return visitor.found

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802  (the library's names)
        self.found.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.found.append(f"-{node.id.name}")
        self.generic_visit(node)


@cache
def languages(folder: Path) -> frozenset[str]:
    """Those that there is copy in. CopyError where English is missing."""
    found = frozenset(file.name.split(".")[0] for file in folder.glob("*.ftl"))
    if DEFAULT not in found:
        raise CopyError(f"no copy for {DEFAULT} in {folder}")
    return found


@cache
def spoken(folder: Path) -> frozenset[str]:
    """Those in which all is said. In the others there are answers to a few messages that were written in them."""
    whole = {file.name.split(".")[0] for file in folder.glob(f"*.{WHOLE}.ftl")}
    return languages(folder) & (whole | {DEFAULT})


def name_of_language(language: str) -> str:
    """What a language is called in itself: "English", "Español"."""
    own = Locale.parse(language).get_display_name(language) or language
    return own[:1].upper() + own[1:]


@cache
def copy_in(language: str, locale: str, folder: Path) -> Copy:
    """The copy in a language, with dates and numbers as they are written in a locale."""
    return Copy(locale, _entries(folder, language))


def check(folder: Path = COPY) -> None:
    """Read every sentence of every language. CopyError for one that can not be read. What was read of English is kept;
    what others say is read again when it is said first: most schools speak one language."""
    for language in languages(folder):
        if language == DEFAULT:
            copy_in(language, language, folder).check()
        else:
            _read_once(language, _entries(folder, language).values())


def _read_once(language: str, texts: Iterable[str]) -> None:
    try:
        for text in texts:
            _parse(text)
    except CopyError as error:
        raise CopyError(f"{language}: {error}") from None


@cache
def _entries(folder: Path, language: str) -> Mapping[str, str]:
    """The text of each entry of a language, by its name: read once somebody speaks it. CopyError where something stands
    twice or is no entry."""
    found: dict[str, str] = {}
    for file in sorted(folder.glob(f"{language}.*.ftl")):
        for name, text in split(file.read_text("utf-8"), language):
            if name in found:
                raise CopyError(f"{language}: {name} stands twice")
            found[name] = text
    return found


def split(text: str, language: str) -> list[tuple[str, str]]:
    """A file's entries, each with its name. CopyError where something stands before the first that is none."""
    begins = [(match[1], match.start()) for match in _ENTRY.finditer(text)]
    ends = [start for _, start in begins[1:]] + [len(text)]
    before = text[: begins[0][1]] if begins else text
    stray = next((line for line in before.splitlines() if line.strip() and not line.startswith("#")), None)
    if stray is not None:
        raise CopyError(f"{language}: this can not be read: {stray[:80]!r}")
    return [(name, text[start:end]) for (name, start), end in zip(begins, ends, strict=True)]


def _parse(text: str) -> tuple[ast.Resource, ast.Message | ast.Term]:
    """One entry, with the comments behind it."""
    resource = FluentResource(text)
    entries = [entry for entry in resource.body if isinstance(entry, ast.Message | ast.Term)]
    if len(entries) != 1 or any(isinstance(entry, ast.Junk) for entry in resource.body):
        raise CopyError(f"this can not be read: {text.strip()[:80]!r}")
    return resource, entries[0]


_parsed = cache(_parse)


def _chosen_by(entry: ast.Message | ast.Term) -> frozenset[str]:
    """The arguments that stand in front of an entry's variants."""
    selectors = [
        element.expression.selector
        for element in (entry.value.elements if entry.value else ())
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


SentencePiece = str | Typed | Mention
"""A sentence is copy (str, with *bold* and _italic_) and the arguments between."""


class Words:
    """The copy in one locale, with the reader's time zone for times of day."""

    def __init__(self, copy: Copy, fallback: Copy | None, locale: str) -> None:
        self._copies = [copy] if fallback is None else [copy, fallback]
        self.locale = locale

    @property
    def written_as(self) -> str:
        """The locale of its dates and numbers: `words_for` it are these words."""
        return self._copies[0].locale

    def __call__(self, key: str, **args: Any) -> str:
        """The sentence as plain text. CopyError for an unknown key or a missing argument."""
        copy = self._copy_of(key)
        return copy.text(key, {k: _plain(v) for k, v in args.items()})

    def pieces(self, key: str, **args: Any) -> list[SentencePiece]:
        """The sentence with what people typed kept apart from the copy around it.

        Strings and mentions among `args` become pieces of their own; numbers, dates, enum members, and whatever
        the sentence chooses its wording by are formatted as copy.
        """
        kept: list[SentencePiece] = []
        plain: dict[str, Any] = {}
        copy = self._copy_of(key)
        choosing = copy.choosing(key)
        for name, value in args.items():
            if name not in choosing and _is_typed(value):
                plain[name] = _Place(f"{_OPEN}{len(kept)}{_CLOSE}")
                kept.append(value if isinstance(value, Mention) else Typed(value))
            else:
                plain[name] = _plain(value)
        text = copy.text(key, plain)
        empty = [place for place, piece in enumerate(kept) if piece == Typed("")]
        return _split(_closed(text, empty) if empty else text, kept)

    def has(self, key: str) -> bool:
        return any(copy.has(key) for copy in self._copies)

    def _copy_of(self, key: str) -> Copy:
        for copy in self._copies:
            if copy.has(key):
                return copy
        raise CopyError(f"no copy for {key}")


def _closed(text: str, empty: Sequence[int]) -> str:
    """The sentence without the places of what is empty: no brackets around nothing, no space before a comma."""
    place = f"{_OPEN}(?:{'|'.join(map(str, empty))}){_CLOSE}"
    return re.sub(rf" ?\({place}\)| ?{place}(?=[ ,.;:)\n]|$)|{place}", "", text)


def _is_typed(value: Any) -> bool:
    return isinstance(value, Mention) or (isinstance(value, str) and not isinstance(value, Enum))


def _plain(value: Any) -> Any:
    if isinstance(value, Mention):
        return isolated(value.name)
    if isinstance(value, Enum):
        return value.value
    return isolated(value) if isinstance(value, str) else value


def _split(text: str, kept: list[SentencePiece]) -> list[SentencePiece]:
    pieces: list[SentencePiece] = []
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


def language_of(locale: str, folder: Path = COPY) -> str:
    """The language in which Accord speaks to a reader of a locale, and reads what they type."""
    return words_for(locale, folder).locale


def answers_in(language: str, otherwise: Words, folder: Path = COPY) -> Words:
    """The copy for what was written in a language ("es"): `otherwise` where there is none in it, and for English."""
    if language == DEFAULT or language not in languages(folder):
        return otherwise
    return Words(copy_in(language, language, folder), copy_in(DEFAULT, DEFAULT, folder), language)
