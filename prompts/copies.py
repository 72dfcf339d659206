"""The files of the copy: prompts/copy/<locale>.<activity>.ftl, in Fluent.

To parse all of them takes longer than much else at a start. So what stands where is found at once, and an entry is
parsed when it is first said; `check` parses them all, which `accord run` does as soon as it has connected.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from prompts.dates import functions

COPY = Path(__file__).parent / "copy"
DEFAULT = "en"
WHOLE = "common"
"""The file that only a language has in which all is said."""

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE | re.ASCII)
"""Where an entry begins; all that follows up to the next is its own. https://projectfluent.org/fluent/guide/text.html"""


class CopyError(Exception):
    """A copy file can not be read, or a key is missing. For whoever edits the copy."""


class Copy:
    """One language's sentences, with dates and numbers as in a locale. CopyError for one that can not be read."""

    def __init__(self, locale: str, entries: Mapping[str, str]) -> None:
        self._locale = locale
        self._entries = entries
        self._choosing: dict[str, frozenset[str]] = {}
        written = _written_as(locale)
        self._bundle = FluentBundle([written], functions=functions(written), use_isolating=False)

    def has(self, key: str) -> bool:
        return key in self._entries and not key.startswith("-")

    def bundle_with(self, key: str) -> FluentBundle:
        """What knows this sentence, and all that it refers to."""
        self._read(key)
        return self._bundle

    def choosing(self, key: str) -> frozenset[str]:
        """The arguments that the sentence chooses its wording by."""
        self._read(key)
        return self._choosing[key]

    def check(self) -> None:
        """Read every sentence."""
        for name in self._entries:
            self._read(name)

    def _read(self, name: str, behind: tuple[str, ...] = ()) -> None:
        """`behind` are those whose references led here."""
        if name in behind:
            raise CopyError(f"{self._locale}: {name} refers to itself")
        if name in self._choosing or name not in self._entries:
            return
        try:
            resource, entry = _parsed(self._entries[name])
        except CopyError as error:
            raise CopyError(f"{self._locale}: {error}") from None
        for other in _Named.by(entry):
            self._read(other, (*behind, name))
        self._bundle.add_resource(resource)
        self._choosing[name] = _chosen_by(entry)


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


def languages(folder: Path) -> frozenset[str]:
    """Those that there is copy in. CopyError where English is missing, or something stands twice or is no entry."""
    return frozenset(_entries(folder))


@cache
def spoken(folder: Path) -> frozenset[str]:
    """Those in which all is said. In the others there are answers to a few messages that were written in them."""
    whole = {file.name.split(".")[0] for file in folder.glob(f"*.{WHOLE}.ftl")}
    return languages(folder) & (whole | {DEFAULT})


@cache
def copy_in(language: str, locale: str, folder: Path) -> Copy:
    """The copy in a language, with dates and numbers as they are written in a locale."""
    return Copy(locale, _entries(folder)[language])


def check(folder: Path = COPY) -> None:
    """Read every sentence of every language. CopyError for one that can not be read."""
    for language in languages(folder):
        copy_in(language, language, folder).check()


@cache
def _entries(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """The text of each entry, by its name, by language."""
    found: dict[str, dict[str, str]] = {}
    for file in sorted(folder.glob("*.ftl")):
        language = file.name.split(".")[0]
        its = found.setdefault(language, {})
        for name, text in split(file.read_text("utf-8"), language):
            if name in its:
                raise CopyError(f"{language}: {name} stands twice")
            its[name] = text
    if DEFAULT not in found:
        raise CopyError(f"no copy for {DEFAULT} in {folder}")
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


@cache
def _parsed(text: str) -> tuple[ast.Resource, ast.Message | ast.Term]:
    """One entry, with the comments behind it."""
    resource = FluentResource(text)
    entries = [entry for entry in resource.body if isinstance(entry, ast.Message | ast.Term)]
    if len(entries) != 1 or any(isinstance(entry, ast.Junk) for entry in resource.body):
        raise CopyError(f"this can not be read: {text.strip()[:80]!r}")
    return resource, entries[0]


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
