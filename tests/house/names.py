"""Public names that two modules define: a reader who meets one has to ask which it is."""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.house.modules import Module

Names = Mapping[str, Sequence["Definition"]]
"""Each name, with the places that define it."""


@dataclass(frozen=True, order=True)
class Definition:
    """`kind` is "class", "protocol", "alias" (a type by another name) or "function"; `text` is what an alias stands
    for."""

    module: str
    name: str
    kind: str
    text: str = ""


def definitions(module: Module) -> Iterator[Definition]:
    """What stands at the top of a module without an underscore before it, save values."""
    for statement in module.tree.body:
        for name, kind, text in _named(statement):
            if not name.startswith("_"):
                yield Definition(module.name, name, kind, text)


def twice(modules: Iterable[Module]) -> Names:
    """Each name with every place that defines it, where there are two or more."""
    found: dict[str, list[Definition]] = {}
    for module in modules:
        for definition in definitions(module):
            found.setdefault(definition.name, []).append(definition)
    return {name: places for name, places in sorted(found.items()) if len({p.module for p in places}) > 1}


def types_with_two_meanings(names: Names) -> Names:
    """Those of them that are types, save those that mean one thing: a protocol and the one class that is made after it,
    and aliases of the same."""
    types = {name: [p for p in places if p.kind != "function"] for name, places in names.items()}
    return {name: places for name, places in types.items() if _meanings(places) > 1}


def functions_in_two(names: Names) -> Names:
    """Those of them that are functions. Most are met with their module's name before them: `changing.open_form`."""
    functions = {name: [p for p in places if p.kind == "function"] for name, places in names.items()}
    return {name: places for name, places in functions.items() if len(places) > 1}


def _named(statement: ast.stmt) -> Iterator[tuple[str, str, str]]:
    if isinstance(statement, ast.ClassDef):
        yield statement.name, "protocol" if _is_protocol(statement) else "class", ""
    elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        yield statement.name, "function", ""
    elif isinstance(statement, ast.Assign):
        for target in statement.targets:
            if isinstance(target, ast.Name) and _is_type(target.id, statement):
                yield target.id, "alias", ast.unparse(statement.value)


def _is_type(name: str, statement: ast.Assign) -> bool:
    """`Words = Mapping[str, str]`, but not `WORDS = …`, nor a type variable, nor a name that is passed on."""
    if not name[:1].isupper() or (name.isupper() and len(name) > 1):
        return False
    value = statement.value
    if isinstance(value, ast.Attribute):
        return value.attr != name
    return isinstance(value, ast.Subscript | ast.BinOp | ast.Name)


def _is_protocol(statement: ast.ClassDef) -> bool:
    return any(ast.unparse(base).split("[")[0].split(".")[-1] == "Protocol" for base in statement.bases)


def _meanings(places: Sequence[Definition]) -> int:
    """Each class is one, and each alias that stands for something else; protocols only where nothing is made after
    them."""
    made = sum(place.kind == "class" for place in places)
    aliases = {place.text for place in places if place.kind == "alias"}
    protocols = sum(place.kind == "protocol" for place in places)
    return made + len(aliases) or protocols
