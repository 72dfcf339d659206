"""Who imports whom: arrows between rooms that run upwards, and files that import each other in a circle."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import grimp

Graph = Mapping[str, frozenset[str]]
"""Each module, and what it imports of ours. Imports for types alone and those within functions are among them."""


@dataclass(frozen=True, order=True)
class Import:
    importer: str
    imported: str


def graph_of(packages: Sequence[str]) -> Graph:
    """As it stands on the path of this Python."""
    found = grimp.build_graph(*packages, cache_dir=None)
    return {module: frozenset(found.find_modules_directly_imported_by(module)) for module in found.modules}


def upward(graph: Graph, room_of: Callable[[str], str], height_of: Callable[[str], int]) -> dict[Import, list[Import]]:
    """Each arrow from a room to one above it, with the imports that it stands for."""
    found: dict[Import, list[Import]] = {}
    for importer, imported in _arrows(graph):
        below, above = room_of(importer), room_of(imported)
        if height_of(below) < height_of(above):
            found.setdefault(Import(below, above), []).append(Import(importer, imported))
    return found


def circles(graph: Graph) -> list[list[str]]:
    """Modules that reach each other, in sets as large as they go. Tarjan, SIAM J. Comput. 1 (1972)."""
    return sorted(sorted(found) for found in _Search(graph).components() if len(found) > 1)


def _arrows(graph: Graph) -> Iterable[tuple[str, str]]:
    return sorted((importer, imported) for importer, those in graph.items() for imported in those)


class _Search:
    """One walk through the whole graph, each module once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._number: dict[str, int] = {}
        self._reaches: dict[str, int] = {}
        self._open: list[str] = []
        self._found: list[list[str]] = []

    def components(self) -> list[list[str]]:
        for module in self._graph:
            if module not in self._number:
                self._visit(module)
        return self._found

    def _visit(self, module: str) -> None:
        self._number[module] = self._reaches[module] = len(self._number)
        self._open.append(module)
        for imported in self._graph[module]:
            if imported not in self._number:
                self._visit(imported)
                self._reaches[module] = min(self._reaches[module], self._reaches[imported])
            elif imported in self._open:
                self._reaches[module] = min(self._reaches[module], self._number[imported])
        if self._reaches[module] == self._number[module]:
            at = self._open.index(module)
            self._found.append(self._open[at:])
            del self._open[at:]
