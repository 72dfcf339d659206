"""The English copy as its readers meet it: each text once for each way in which it can be worded."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast

from prompts.words import COPY, split

ENGLISH = "en"
OPERATORS = frozenset({"commands", "doctor", "install", "operator", "simulate", "tour"})
"""Files that whoever runs Accord reads in a terminal."""
OPERATORS_TOO = re.compile(
    r"(student|erase|retention|help|disclosures|settings|llm|privacy-kept|refusal-(nobody-held|held-for-slack|on-its-way|only-teacher))-"
    r"|refusal-(nobody-held|held-for-slack|on-its-way|only-teacher)$"
)
"""What they read of the files that others read too, by how its key begins."""
SHARED = frozenset({"privacy", "drafting"})
HEARD = frozenset({"greetings"})
"""What people type, not what they read."""


@dataclass(frozen=True, slots=True)
class Text:
    """One wording. `text` has each argument as a word of its own in braces, `chosen` are those that it is chosen by."""

    key: str
    text: str
    chosen: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.key}: {self.text}"

    @property
    def sentences(self) -> list[str]:
        """A colon ends one too: what follows is an example or a list."""
        found = re.split(r"(?<=[.?:])[”)*_]*\s+|\n", self.text)
        return [sentence for sentence in found if sentence.strip()]

    @property
    def copy(self) -> str:
        """What stands there whatever the arguments are."""
        return " ".join(re.sub(r"\{[^}]*\}|[*_]", "", self.text).split())


def for_people() -> list[Text]:
    """All that people in Slack read."""
    return [text for file in sorted(COPY.glob(f"{ENGLISH}.*.ftl")) for text in _read_by_people(file)]


def _read_by_people(file: Path) -> list[Text]:
    room = file.name.split(".")[1]
    if room in OPERATORS:
        return []
    found = [text for text in texts(file.read_text("utf-8")) if text.key not in HEARD]
    return [text for text in found if room not in SHARED or not OPERATORS_TOO.match(text.key)]


def texts(ftl: str) -> list[Text]:
    """Every wording of every entry of a file."""
    found: list[Text] = []
    for key, entry in split(ftl, ENGLISH):
        message = FluentParser().parse(entry).body[0]
        assert isinstance(message, ast.Message), key
        assert message.value is not None, key
        found += [Text(key, text, frozenset(chosen)) for text, chosen in _wordings(message.value)]
    return found


def _wordings(pattern: ast.Pattern) -> Iterator[tuple[str, set[str]]]:
    made: list[tuple[str, set[str]]] = [("", set())]
    for element in pattern.elements:
        made = [(text + more, chosen | by) for text, chosen in made for more, by in _of(element)]
    yield from made


def _of(element: ast.TextElement | ast.Placeable) -> list[tuple[str, set[str]]]:
    if isinstance(element, ast.TextElement):
        return [(str(element.value), set())]
    expression = element.expression
    if isinstance(expression, ast.SelectExpression):
        selector = expression.selector
        name = selector.id.name if isinstance(selector, ast.VariableReference) else ""
        return [(text, chosen | {name}) for variant in expression.variants for text, chosen in _wordings(variant.value)]
    if isinstance(expression, ast.StringLiteral):
        return [(str(expression.value), set())]
    if isinstance(expression, ast.FunctionReference):
        return [(f"{{{expression.id.name}}}", set())]
    assert isinstance(expression, ast.VariableReference | ast.MessageReference)
    return [(f"{{{expression.id.name}}}", set())]


def by_key(found: list[Text]) -> Mapping[str, list[Text]]:
    return {key: [text for text in found if text.key == key] for key in dict.fromkeys(text.key for text in found)}
