"""Mutants of a module: the module with one small change each, of the kinds that mutmut makes.

mutmut's own run draws no sample, and changes no function with a decorator; here a quarter of what can be changed stands
in one: what renders a message, what answers a kind of message, each property. So its changes are taken, and one mutant
at a time is a whole module instead of a function that a wrapper calls. As with mutmut, only what stands in functions
is changed, and never a docstring, an annotation or a decorator.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import Mutation, MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

from tests.house.modules import name_of


@dataclass(frozen=True)
class Mutant:
    """`lines` are those of the statement that is changed, of its head where it holds others; `code` is the module."""

    path: Path
    number: int
    lines: range
    code: str
    was: str
    now: str

    @property
    def name(self) -> str:
        return f"{self.path}#{self.number}"

    @property
    def module(self) -> str:
        return name_of(self.path)


class _InEveryFunction(MutationVisitor):
    """mutmut's, and into functions with decorators as well."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        return not isinstance(node, cst.FunctionDef) and super()._skip_node_and_children(node)


class Source:
    """One module, and the mutants that can be made of it, numbered from 0 in the order of its text."""

    def __init__(self, path: Path, text: str) -> None:
        """`path` is only its name here: nothing is read. SyntaxError where the text is no Python."""
        self._path, self._text = path, text
        wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
        visitor = _InEveryFunction(mutation_operators, IgnoredCode(set(), set(), set()))
        wrapper.visit(visitor)
        self._module = wrapper.module
        self._positions = wrapper.resolve(PositionProvider)
        self._mutations = [
            one for one in visitor.mutations if isinstance(one.contained_by_top_level_function, cst.FunctionDef)
        ]

    def __len__(self) -> int:
        return len(self._mutations)

    def mutant(self, number: int) -> Mutant | None:
        """None where the change can not be compiled, or leaves the program as it was."""
        mutation = self._mutations[number]
        code = self._changed(mutation)
        if not is_another_program(self._text, code):
            return None
        lines = statement_at(ast.parse(self._text), self._line_of(mutation))
        was, now = _differing(self._text, code)
        return Mutant(self._path, number, lines, code, was, now)

    def _changed(self, mutation: Mutation) -> str:
        changed = self._module.deep_replace(mutation.original_node, mutation.mutated_node)
        if not isinstance(changed, cst.Module):
            raise TypeError(type(changed))
        return changed.code

    def _line_of(self, mutation: Mutation) -> int:
        for node in (mutation.original_node, mutation.contained_by_top_level_function):
            where = self._positions.get(node) if node else None
            if isinstance(where, CodeRange):
                return where.start.line
        raise LookupError("a change that stands nowhere")


def is_another_program(text: str, code: str) -> bool:
    try:
        return ast.dump(ast.parse(code)) != ast.dump(ast.parse(text))
    except SyntaxError:
        return False


def statement_at(tree: ast.Module, line: int) -> range:
    """The lines of the smallest statement there. Of one that holds others, the lines before them; of a function, whose
    head runs when it is defined, all of them. LookupError where none stands there."""
    around = [statement for statement in _statements(tree) if line in _all_of(statement)]
    if not around:
        raise LookupError(line)
    return _own_lines(min(around, key=lambda statement: len(_all_of(statement))))


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.stmt))


def _all_of(statement: ast.stmt) -> range:
    return range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)


def _own_lines(statement: ast.stmt) -> range:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        return _all_of(statement)
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    if not isinstance(body, list):
        return _all_of(statement)
    first = body[0].pattern.lineno if isinstance(body[0], ast.match_case) else body[0].lineno
    return range(statement.lineno, max(first, statement.lineno + 1))


def _differing(text: str, code: str) -> tuple[str, str]:
    """The first line that differs, before and after."""
    before, after = text.splitlines(), code.splitlines()
    at = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), None)
    return ("", "") if at is None else (before[at].strip(), after[at].strip())
