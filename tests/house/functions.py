"""How long functions are, and how tangled: McCabe's number of ways through one, as ruff counts it."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.house.modules import Module

RUFF = ("check", "--isolated", "--quiet", "--exit-zero", "--select", "C901", "--output-format", "json")
EVERY = ("--config", "lint.mccabe.max-complexity=0")


@dataclass(frozen=True, order=True)
class Sized:
    """A function and its size; the largest sorts last."""

    size: int
    where: str
    name: str


def lengths(modules: Iterable[Module]) -> Iterator[Sized]:
    """Lines of each function and method, from its first decorator to its end, with its docstring."""
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
                yield Sized((node.end_lineno or first) - first + 1, str(module.path), node.name)


def complexities(root: Path, paths: Sequence[Path]) -> list[Sized]:
    """Ways through each function; 1 where nothing is decided."""
    command = [sys.executable, "-m", "ruff", *RUFF, *EVERY, *map(str, paths)]
    found = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True)
    return [_sized(root, one) for one in json.loads(found.stdout)]


def percentile(sizes: Iterable[int], share: float) -> int:
    """The size that so large a share does not exceed. ValueError where there is none."""
    ordered = sorted(sizes)
    if not ordered:
        raise ValueError("no sizes")
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def _sized(root: Path, one: dict[str, str]) -> Sized:
    said = re.match(r"`(.+)` is too complex \((\d+) > 0\)", one["message"])
    if said is None:
        raise ValueError(one["message"])
    where = Path(one["filename"]).relative_to(root.resolve())
    return Sized(int(said[2]), str(where), said[1])
