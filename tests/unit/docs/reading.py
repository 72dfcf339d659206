"""What docs/architecture.md and CONTRIBUTING.md say that can be looked up: blocks, paths, names."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent, indent

ROOT = Path(__file__).parents[3]
TOUR = ROOT / "docs" / "architecture.md"
RECIPES = ROOT / "CONTRIBUTING.md"
FOLDERS = ("bot", "handlers", "storage", "prompts", "sandbox", "simulation", "tests", "docs")

_BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(rf"(?<![\w./])(?:{'|'.join(FOLDERS)})/[\w./-]*(?![\w<…*])")
_NAME = re.compile(r"([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?:\(.*\))?")
_FILE = re.compile(r"\.(py|md|yml|toml|ftl)$")
_KEY = re.compile(r"[a-z]+(?:-[a-z]+)+")

LEFT_OUT = "..."
OTHERWISE = {"uow": "UnitOfWork", "runner": "Runner", "world": "World"}
"""What a variable of this name is, wherever it stands."""
OF_OTHERS = {"DATETIME", "DAY", "TIME", "foreign_key", "server_default", "uv"}
"""Fluent's functions, what SQLAlchemy calls things, and a program."""


@dataclass(frozen=True)
class Block:
    """A block of code: its language, the file whose lines it holds ("" for none), and these."""

    language: str
    file: str
    text: str

    @property
    def parts(self) -> list[str]:
        """What stands together, without what was left out."""
        return [part for part in re.split(rf"^{re.escape(LEFT_OUT)}\n", self.text, flags=re.MULTILINE) if part]

    @property
    def hunks(self) -> Iterator[tuple[str, str]]:
        """Of a diff: what stands there, and what is to stand there."""
        for hunk in re.split(r"^@@\n", self.text, flags=re.MULTILINE):
            lines = hunk.splitlines()
            yield _side(lines, "+"), _side(lines, "-")


def _side(lines: list[str], without: str) -> str:
    return "".join(f"{line[1:]}\n" for line in lines if not line.startswith(without))


def blocks(document: Path) -> list[Block]:
    return [Block(*found) for found in _BLOCK.findall(document.read_text("utf-8"))]


def prose(document: Path) -> str:
    return _BLOCK.sub("", document.read_text("utf-8"))


def spans(document: Path) -> list[str]:
    """All that stands in code font within a sentence."""
    return _SPAN.findall(prose(document))


def paths(document: Path) -> list[str]:
    """Files and folders, in code font or not, from the root."""
    return sorted({found.rstrip(".") for found in _PATH.findall(prose(document))})


def tree(text: str) -> Iterator[str]:
    """The paths of a drawn tree: two spaces a level, several names before what is said of them."""
    above: list[str] = []
    for line in text.splitlines():
        names = re.split(r" {2,}", line.strip())[0].split(" ")
        level = (len(line) - len(line.lstrip())) // 2
        above = [*above[:level], names[0].rstrip("/")]
        yield from ("/".join([*above[:level], name]) for name in names)


def python(block: Block) -> Iterator[ast.Module]:
    """Each part of a block that is a statement by itself; SyntaxError for one that can be nothing."""
    for part in block.parts:
        yield parsed(part)


def parsed(part: str) -> ast.Module:
    """As statements, where it is cut off in its middle or holds entries of a table, too."""
    text = dedent(part)
    indented = indent(text, "    ")
    for around in (text, f"{text}    pass\n", f"def f():\n{indented}", f"f(\n{text})", f"{{\n{text}}}"):
        try:
            return ast.parse(around)
        except SyntaxError:
            continue
    raise SyntaxError(part)


def names(document: Path) -> list[str]:
    """Functions, classes, columns, and what belongs to a module or a class, as they are named in code font."""
    found = {match[1] for span in spans(document) if (match := _NAME.fullmatch(span)) and not _FILE.search(span)}
    return sorted(found - OF_OTHERS)


def keys(document: Path) -> list[str]:
    """Of the copy, or kinds of notices."""
    return sorted({span for span in spans(document) if _KEY.fullmatch(span)})


@cache
def defined() -> Mapping[str, frozenset[str]]:
    """What is found in each module, package and class, by its last name; under "" what is found anywhere."""
    found: dict[str, set[str]] = {"": set()}
    for folder in FOLDERS[:-1]:
        for file in (ROOT / folder).rglob("*.py"):
            inside = _inside(ast.parse(file.read_text("utf-8")), found)
            for place in {file.stem, file.parent.name}:
                found.setdefault(place, set()).update(inside)
            found.setdefault(file.parent.name, set()).add(file.stem)
            found[""] |= {*inside, file.stem}
    return {place: frozenset(inside) for place, inside in found.items()}


def _inside(body: ast.Module | ast.ClassDef, found: dict[str, set[str]]) -> set[str]:
    names: set[str] = set()
    for node in body.body:
        names |= _named_by(node)
        if isinstance(node, ast.ClassDef):
            inner = _inside(node, found) | _own(node)
            found.setdefault(node.name, set()).update(inner)
            found[""] |= inner
    return names


def _named_by(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}


@cache
def _repositories() -> Mapping[str, str]:
    """The class of each repository of a unit of work, by its name there."""
    text = (ROOT / "storage" / "unit_of_work.py").read_text("utf-8")
    return dict(re.findall(r"^    (\w+) = _Made\((\w+)\)$", text, re.MULTILINE))


def _own(body: ast.ClassDef) -> set[str]:
    """What a class gives itself: `self.now = …`."""
    return {
        node.attr
        for node in ast.walk(body)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name)
    }


def resolves(name: str) -> bool:
    """Whether each part is found in what stands before it; the first of several is a module, a package or a class, or
    a variable that is called the same everywhere."""
    first, *more = name.split(".")
    if not more:
        return first in defined()[""] or first in defined()
    for part in more:
        if part not in defined().get(OTHERWISE.get(first, first), frozenset()):
            return False
        first = _repositories().get(part, part) if first == "uow" else part
    return True
