"""Which mutants are tried: a sample by seed, so many of each package."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.mutants.mutating import Mutant, Source

T = TypeVar("T")
PACKAGES = ("bot/domain", "bot/language", "bot/activities", "bot/outbox", "storage/queries")


@dataclass(frozen=True, order=True)
class Place:
    """Where a mutant can be made."""

    path: Path
    number: int


def places_in(root: Path, package: str) -> Iterator[Place]:
    for path in _modules(root, package):
        yield from (Place(path, number) for number in range(len(_source(root, path))))


def shares(sizes: Mapping[str, int], wanted: int, *, least: int) -> dict[str, int]:
    """How many of each package: by its size, but `least` at least, and never more than it has."""
    smallest = {package: min(least, size) for package, size in sizes.items()}
    rest = max(0, wanted - sum(smallest.values()))
    beyond = {package: size - smallest[package] for package, size in sizes.items()}
    whole = sum(beyond.values()) or 1
    return {package: smallest[package] + -(-rest * beyond[package] // whole) for package in sizes}


def in_drawn_order(places: Iterable[Place], seed: int) -> list[Place]:
    """By a hash of each with the seed: the same again with the same seed, and a place keeps its luck when other files
    change."""
    return sorted(places, key=lambda place: _drawn(place, seed))


def drawn(root: Path, places: Iterable[Place], seed: int, wanted: int) -> list[Mutant]:
    """The first so many that are programs of their own, in the order in which they were drawn."""
    ordered, found = in_drawn_order(places, seed), dict[Place, Mutant]()
    luck = {place: number for number, place in enumerate(ordered)}
    while ordered and len(found) < wanted:
        batch, ordered = ordered[: wanted - len(found)], ordered[wanted - len(found) :]
        found |= {Place(mutant.path, mutant.number): mutant for mutant in _made(root, batch)}
    return [found[place] for place in sorted(found, key=luck.__getitem__)]


def in_turn(drawn: Mapping[str, Sequence[T]]) -> list[tuple[str, T]]:
    """With the package of each, so that of all packages about the same share is through at any time: what is known when
    somebody ends it early is a smaller sample of the same kind."""
    through = [
        ((at + 1) / len(those), package, one) for package, those in drawn.items() for at, one in enumerate(those)
    ]
    return [(package, one) for _, package, one in sorted(through, key=lambda item: item[:2])]


def named(root: Path, names: Iterable[str]) -> list[Mutant]:
    """`bot/domain/contract.py#17`, as they are printed. ValueError for what is no name, IndexError for none of it."""
    return list(_made(root, [_place(name) for name in names]))


def _place(name: str) -> Place:
    path, _, number = name.partition("#")
    return Place(Path(path), int(number))


def _made(root: Path, places: Iterable[Place]) -> Iterator[Mutant]:
    by_module: dict[Path, list[int]] = {}
    for place in places:
        by_module.setdefault(place.path, []).append(place.number)
    for path, numbers in by_module.items():
        source = _source(root, path)
        yield from (mutant for number in numbers if (mutant := source.mutant(number)))


def _modules(root: Path, package: str) -> list[Path]:
    return sorted(path.relative_to(root) for path in (root / package).rglob("*.py"))


def _source(root: Path, path: Path) -> Source:
    return Source(path, (root / path).read_text("utf-8"))


def _drawn(place: Place, seed: int) -> bytes:
    return hashlib.sha256(f"{seed} {place.path}#{place.number}".encode()).digest()
