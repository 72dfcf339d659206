"""The copy of each language in which all is said, against the English: nothing lacks, nothing is left in English, what
is put in is the same, and labels fit with room to spare. Each check finds what is planted.

What whoever runs Accord reads in a terminal stays English: `accord` says it before it knows of anybody's language."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from prompts.words import COPY, DEFAULT, split, spoken
from tests.unit.words.test_voice import NEVER_ONE, NUMBERS, room_of
from tests.unit.words.texts import HEARD, OPERATORS, OPERATORS_TOO, SHARED, Text, texts

ROOT = Path(__file__).parents[3]
SAME: Mapping[str, Mapping[str, str]] = tomllib.loads((Path(__file__).parent / "same.toml").read_text("utf-8"))
LANGUAGES = sorted(spoken(COPY) - {DEFAULT})
"""Those with whole copy; another language has answers to a few messages alone."""
Entries = Mapping[str, str]
Check = Callable[[str, Entries, Entries], list[str]]


def entries(language: str, *, people: bool = True) -> Entries:
    """The text of each message, without what only a terminal shows."""
    found: dict[str, str] = {}
    for file in sorted(COPY.glob(f"{language}.*.ftl")):
        room = file.name.split(".")[1]
        for key, text in split(file.read_text("utf-8"), language):
            by_operators = room in OPERATORS or (room in SHARED and OPERATORS_TOO.match(key))
            if not (people and by_operators):
                found[key] = text
    return found


class _Named(Visitor):
    """What an entry names: arguments, other entries, functions."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  (the library's names)
        self.found.add(f"${node.id.name}")

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.found.add(f"-{node.id.name}")

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.found.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.found.add(f"{node.id.name}()")
        self.generic_visit(node)


def named_in(entry: str, own: Entries) -> set[str]:
    """What an entry names; of a part that only this language has, what that names."""
    visitor = _Named()
    visitor.visit(FluentParser().parse(entry))
    parts = visitor.found & own.keys()
    return (visitor.found - parts).union(*(named_in(own[part], {}) for part in parts))


def said_in(entry: str) -> str:
    """What stands behind the key, without comments and line breaks."""
    lines = [line for line in entry.split("=", 1)[1].splitlines() if not line.startswith("#")]
    return " ".join(" ".join(lines).split())


def has_words(entry: str) -> bool:
    return re.search(r"[^\W\d_]", re.sub(r"\{[^{}]*\}", "", said_in(entry))) is not None


# The checks: each takes a language, the English entries and its own.


def lacks(language: str, english: Entries, theirs: Entries) -> list[str]:
    return sorted(english.keys() - theirs.keys())


def says_more(language: str, english: Entries, theirs: Entries) -> list[str]:
    known = english.keys() | entries(DEFAULT, people=False).keys()
    parts = {name for entry in theirs.values() for name in named_in(entry, {})}
    return sorted(theirs.keys() - known - parts)


def puts_in_something_else(language: str, english: Entries, theirs: Entries) -> list[str]:
    own = {key: entry for key, entry in theirs.items() if key not in english}
    both = theirs.keys() & english.keys()
    return [key for key in both if named_in(theirs[key], own) != named_in(english[key], {})]


def is_left_in_english(language: str, english: Entries, theirs: Entries) -> list[str]:
    both = (theirs.keys() & english.keys()) - SAME.get(language, {}).keys()
    return [key for key in both if has_words(theirs[key]) and said_in(theirs[key]) == said_in(english[key])]


def is_too_wide(language: str, english: Entries, theirs: Entries) -> list[str]:
    """A label or a title without room to spare."""
    wide = ((text, room_of(text.key, language == DEFAULT)) for text in _texts(theirs))
    return [f"{text}: {len(text.copy)}, {most} at most" for text, most in wide if most and len(text.copy) > most]


def has_a_number_without_a_plural(language: str, english: Entries, theirs: Entries) -> list[str]:
    """Where the English chooses a wording by a number, and this language puts it before a noun without choosing."""
    counted = {text.key: text.chosen & NUMBERS for text in _texts(english) if text.chosen & NUMBERS}
    return sorted(
        {
            text.key
            for text in _texts(theirs)
            for name in counted.get(text.key, frozenset()) - text.chosen
            if text.key not in NEVER_ONE and re.search(rf"\{{{name}\}} [^\W\d_]", text.text)
        }
    )


def is_loud(language: str, english: Entries, theirs: Entries) -> list[str]:
    return [key for key in theirs if key not in HEARD and re.search("[!¡]", said_in(theirs[key]))]


def _texts(found: Entries) -> Iterator[Text]:
    for key, entry in found.items():
        if key not in HEARD and not key.startswith("-"):
            yield from texts(entry)


PLANTED: Mapping[Check, tuple[str, str]] = {
    lacks: ("a = Yes\n", ""),
    says_more: ("", "never-said = Sí\n"),
    puts_in_something_else: ("a = { $name } signs\n", "a = { $nombre } firma\n"),
    is_left_in_english: ("a = Save it\n", "a = Save it\n"),
    is_too_wide: (
        "a-button = Look\n",
        "a-button = Mirar todos los contratos que has firmado hasta ahora en esta clase\n",
    ),
    has_a_number_without_a_plural: (
        "a = { $count ->\n    [one] one word\n   *[other] { $count } words\n  }\n",
        "a = { $count } palabras\n",
    ),
    is_loud: ("a = Done\n", "a = ¡Hecho!\n"),
}


def _of(ftl: str) -> Entries:
    return dict(split(ftl, "xx")) if ftl else {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", list(PLANTED), ids=lambda check: check.__name__)
def test_the_copy_of_a_language(check: Check, language: str) -> None:
    assert check(language, entries(DEFAULT), entries(language)) == []


@pytest.mark.parametrize("check", list(PLANTED), ids=lambda check: check.__name__)
def test_what_is_planted_is_found(check: Check) -> None:
    english, theirs = map(_of, PLANTED[check])
    assert check("xx", english, theirs) != []


@pytest.mark.parametrize("language", list(SAME))
def test_what_may_be_the_same_is_the_same(language: str) -> None:
    english, theirs = entries(DEFAULT), entries(language)
    assert [key for key in SAME[language] if said_in(theirs[key]) != said_in(english[key])] == []


def test_arguments_alone_need_no_reason() -> None:
    english = _of("a = { $name }: *{ $text }*\n")
    assert is_left_in_english("xx", english, english) == []


def test_what_stays_english_is_said_in_a_terminal_alone() -> None:
    """Nothing that people in Slack are told stands in one of those files."""
    keys = entries(DEFAULT, people=False).keys() - entries(DEFAULT).keys()
    rooms = ("bot/activities", "bot/messages", "bot/outbox", "handlers")
    files = [file for room in rooms for file in (ROOT / room).rglob("*.py")]
    said = {key for file in files for key in re.findall(r'"([a-z][a-z0-9_-]+)"', file.read_text("utf-8"))}
    assert len(keys) > 300
    assert keys & said == set()
