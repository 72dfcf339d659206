"""The modules of a tree, read but not run."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Module:
    """`name` as it is imported; `path` is below the root that was read."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def has_code(self) -> bool:
        """Whether anything is left without its docstring, its imports and what it passes on (`__all__`)."""
        return any(not _says_nothing(statement) for statement in self.tree.body)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


def modules_in(root: Path, folders: Sequence[str]) -> Iterator[Module]:
    """In order of their paths."""
    for folder in folders:
        for file in sorted((root / folder).rglob("*.py")):
            text, path = file.read_text("utf-8"), file.relative_to(root)
            yield Module(name_of(path), path, text, ast.parse(text))


def name_of(path: Path) -> str:
    """`bot/domain/__init__.py` is `bot.domain`."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _says_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == "__all__" for target in statement.targets)
    return isinstance(statement, ast.Import | ast.ImportFrom)
