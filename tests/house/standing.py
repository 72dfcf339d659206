"""Measures of what stands there: read from the files, and from who imports whom."""

import statistics
from collections.abc import Iterator, Sequence

from tests.house.field import files_that_name
from tests.house.functions import Sized, complexities, lengths, percentile
from tests.house.imports import Graph, circles, graph_of, upward
from tests.house.modules import ROOT, Module, modules_in, name_of
from tests.house.names import Names, functions_in_two, twice, types_with_two_meanings
from tests.house.report import Measure
from tests.house.rooms import FIELD, FOLDERS, MIGRATIONS, PLAYERS, empty, height_of, is_in, room_of

LARGEST = 10
NEARLY_ALL = 0.95


def measure() -> Iterator[Measure]:
    modules = [module for module in modules_in(ROOT, FOLDERS) if not is_in(module.name, (MIGRATIONS,))]
    yield _of_a_field()
    yield from _of_modules(modules)
    yield from _of_functions(modules)
    yield from _of_imports(graph_of(FOLDERS))
    yield from _of_names(twice(modules))


def _of_a_field() -> Measure:
    found = [file for file in files_that_name(FIELD, ROOT, FOLDERS) if not is_in(name_of(file), PLAYERS)]
    how = f"those that name `{FIELD}`, in code or as part of a key; a migration and the copy with them, docstrings not"
    return Measure("product files for a field of a check-in", str(len(found)), how, [str(file) for file in found])


def _of_modules(modules: Sequence[Module]) -> Iterator[Measure]:
    code = [module for module in modules if module.has_code]
    not_empty = sum(bool(module.text.strip()) for module in modules)
    how = f"anything but a docstring and imports; without migrations. {not_empty} are not empty"
    largest = [f"{m.path} {m.lines}" for m in sorted(code, key=lambda m: -m.lines)[:LARGEST]]
    yield Measure("modules with code", str(len(code)), how, largest)
    yield Measure("lines of all modules", f"{sum(m.lines for m in modules):,}", "blank ones and comments with them")


def _of_functions(modules: Sequence[Module]) -> Iterator[Measure]:
    long, tangled = sorted(lengths(modules)), sorted(complexities(ROOT, [module.path for module in modules]))
    yield Measure(
        "functions: lines, mean / 95 of 100 / most", _sizes(long), "decorators and docstring with them", _top(long)
    )
    how = "McCabe's ways through a function, by ruff (C901); 1 is straight on"
    yield Measure("functions: ways, mean / 95 of 100 / most", _sizes(tangled), how, _top(tangled))


def _of_imports(graph: Graph) -> Iterator[Measure]:
    arrows, round_about = upward(graph, room_of, height_of), circles(graph)
    imports = [f"{one.importer} -> {one.imported}" for those in arrows.values() for one in those]
    how = "from a room to one above it, by the layers in tests/house/rooms.py; each pair of rooms once"
    yield Measure("import arrows that run upwards", str(len(arrows)), how, imports)
    gone = empty(graph)
    yield Measure("rooms of the table that are empty", str(len(gone)), "no module is in them", gone)
    circle = "sets of modules that import each other, for types and within functions too"
    yield Measure("circles of files", str(len(round_about)), circle, [" <-> ".join(those) for those in round_about])


def _of_names(names: Names) -> Iterator[Measure]:
    types, functions = types_with_two_meanings(names), functions_in_two(names)
    how = (
        "classes and types in two modules, save a protocol and the one class made after it, and types that are the same"
    )
    yield Measure("public names with two meanings", str(len(types)), how, _places(types))
    beside = "not counted above: one meets them behind their module's name"
    yield Measure("public functions of one name in two modules", str(len(functions)), beside, _places(functions))


def _sizes(found: Sequence[Sized]) -> str:
    sizes = [one.size for one in found]
    return f"{statistics.mean(sizes):.2f} / {percentile(sizes, NEARLY_ALL)} / {max(sizes)}"


def _top(found: Sequence[Sized]) -> list[str]:
    return [f"{one.name} ({one.where}) {one.size}" for one in reversed(found[-LARGEST:])]


def _places(names: Names) -> list[str]:
    return [f"{name}: {' '.join(sorted({p.module for p in places}))}" for name, places in names.items()]
