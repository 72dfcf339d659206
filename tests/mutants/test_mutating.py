"""What a mutant is, and where it stands."""

import ast
from pathlib import Path

import pytest

from tests.mutants.mutating import Mutant, Source, is_another_program, statement_at

MODULE = '''\
"""Who may look."""

from functools import cache

LEAST = 16


def may_look(age: int, *, asked: bool = False) -> bool:
    """Of an age, and asked."""
    if age < 16 or not asked:
        return False
    return True


@cache
def years(months: int) -> int:
    return months // 12
'''


def mutants_of(text: str) -> list[Mutant]:
    source = Source(Path("bot/domain/looking.py"), text)
    return [mutant for number in range(len(source)) if (mutant := source.mutant(number))]


def changes() -> set[str]:
    return {mutant.now for mutant in mutants_of(MODULE)}


def test_each_has_one_change() -> None:
    for mutant in mutants_of(MODULE):
        lines = zip(MODULE.splitlines(), mutant.code.splitlines(), strict=True)
        differing = [(one.strip(), other.strip()) for one, other in lines if one != other]
        assert differing == [(mutant.was, mutant.now)]


def test_conditions_and_values_are_changed() -> None:
    conditions = {"if age <= 16 or not asked:", "if age < 16 and not asked:", "if age < 17 or not asked:"}
    assert conditions | {"return True"} <= changes()


def test_what_has_a_decorator_is_changed_and_its_decorator_is_not() -> None:
    assert "return months / 12" in changes()
    assert all("@cache" in mutant.code for mutant in mutants_of(MODULE))


def test_what_stands_in_no_function_is_left() -> None:
    assert all("LEAST = 16" in mutant.code and '"""Who may look."""' in mutant.code for mutant in mutants_of(MODULE))


def test_names_are_of_the_file_and_the_number() -> None:
    names = [mutant.name for mutant in mutants_of(MODULE)]
    assert names[0] == "bot/domain/looking.py#0"
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", ["def f():\n    return  1  # one\n", "def f(:\n"])
def test_what_is_the_same_program_or_none_is_no_mutant(code: str) -> None:
    assert not is_another_program("def f():\n    return 1\n", code)


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        (5, range(5, 6)),  # a statement
        (10, range(10, 11)),  # the head of one that holds others
        (11, range(11, 12)),  # what it holds
        (8, range(8, 13)),  # a function's head, which runs when it is defined: all of it
    ],
)
def test_it_stands_in_the_smallest_statement(line: int, lines: range) -> None:
    assert statement_at(ast.parse(MODULE), line) == lines


def test_a_statement_of_several_lines_is_one() -> None:
    tree = ast.parse("x = call(\n    1,\n    2,\n)\n")
    assert statement_at(tree, 3) == range(1, 5)


def test_a_condition_of_several_lines_ends_where_its_body_begins() -> None:
    tree = ast.parse("if (\n    x\n    and y\n):\n    pass\nelse:\n    pass\n")
    assert statement_at(tree, 2) == range(1, 5)
