"""Faults that are planted in the program, one at a time: each takes away something that keeps a promise.

A plant is a patch with a name, a line that says what it takes away, the properties of the simulation that may catch it,
and the plans (seed and size) in which to look.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from simulation.plan import Size

Patch = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Plant:
    """`first` is a seed that is known to find it; the ones behind it are tried where the program has moved on."""

    name: str
    why: str
    patch: Patch
    caught_by: frozenset[str]
    size: Size
    first: int = 0
    processes: int | None = None
    schools: int | None = None
    model: bool | None = None
    classes: int | None = None
    test: str = ""
    """A named test that catches it, where that is surer than a run."""


PLANTS: list[Plant] = []


def plant(
    why: str,
    *caught_by: str,
    first: int = 0,
    size: Size | None = None,
    processes: int | None = None,
    schools: int | None = None,
    model: bool | None = None,
    classes: int | None = None,
    test: str = "",
) -> Callable[[Callable[[], Iterator[None]]], Patch]:
    """Register a patch, written as a generator that undoes it behind its `yield`. Its name is the function's."""

    def register(patch: Callable[[], Iterator[None]]) -> Patch:
        made = contextmanager(patch)
        name = patch.__name__.replace("_", " ")
        where = (size or Size(), first, processes, schools, model, classes)
        PLANTS.append(Plant(name, why, made, frozenset(caught_by), *where, test))
        return made

    return register
