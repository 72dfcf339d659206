"""Which files name a field: what somebody touches who adds one like it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.modules import Module, modules_in


def files_that_name(field: str, root: Path, folders: tuple[str, ...]) -> list[Path]:
    """Code with the name or a text that holds it as a word (`check-in-said-<field>`), save docstrings; and messages of
    the copy with it in their id."""
    code = [module.path for module in modules_in(root, folders) if names(module, field)]
    return sorted(code + [file for file in _copy(root, folders) if _has_message(root / file, field)])


def names(module: Module, field: str) -> bool:
    said = set(_docstrings(module.tree))
    return any(_names(node, field) for node in ast.walk(module.tree) if node not in said)


def _names(node: ast.AST, field: str) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and _holds(node.value, field)
    return field in {getattr(node, part, None) for part in ("id", "attr", "arg")}


def _holds(text: str, field: str) -> bool:
    """A key, not a sentence."""
    return bool(re.fullmatch(rf"(\w+-)*{re.escape(field.replace('_', '-'))}(-\w*)*|{re.escape(field)}", text))


def _docstrings(tree: ast.Module) -> Iterator[ast.AST]:
    """Texts that stand alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def _copy(root: Path, folders: tuple[str, ...]) -> list[Path]:
    return [file.relative_to(root) for folder in folders for file in sorted((root / folder).rglob("*.ftl"))]


def _has_message(file: Path, field: str) -> bool:
    ids = re.findall(r"^([\w-]+) *=", file.read_text("utf-8"), re.MULTILINE)
    return any(_holds(id, field) for id in ids)
