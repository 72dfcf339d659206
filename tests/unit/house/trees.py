"""Small made-up trees of modules."""

import ast
from pathlib import Path

from tests.house.modules import Module


def module(name: str, text: str) -> Module:
    return Module(name, Path(*name.split(".")).with_suffix(".py"), text, ast.parse(text))
