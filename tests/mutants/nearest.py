"""The nearest tests of a mutant: those that run the statement it changes, the ones that run least else first.

Which test runs which line is recorded once (coverage.py, with the test as the context), for `TESTS`, and anew whenever
a file has changed. A mutant is tried against as many of them as fit into `ENOUGH` seconds of the processor. What runs
while modules are imported, or in hardly any test, may be kept from then on for all of them; so behind its own tests
come those that run anything else of its module. What never runs is tried against none: it lives.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from coverage import CoverageData

ROOMS = ("contracts", "delivery", "drafting", "privacy", "scheduling", "storage")
TESTS = ("tests/unit", *(f"tests/integration/{room}" for room in ROOMS))
"""The others start the whole program, and stand far from any one statement of it."""

FOLDERS = ("bot", "handlers", "storage", "prompts", "sandbox", "simulation", "tests")
ENOUGH = 20.0
HARDLY_ANY = 3
LINES, SECONDS, OF = "lines.coverage", "seconds.json", "recorded-of.txt"


@dataclass(frozen=True)
class Recorded:
    """What was recorded, of the tree in `root`."""

    root: Path
    folder: Path

    def tests_of(self, path: Path, lines: range) -> list[str]:
        """Nearest first."""
        by_line = self._by_line(path)
        running = {test for line in lines for test in by_line.get(line, ())}
        near = self._nearest_first(running)
        if running and len(near) < HARDLY_ANY:
            around = {test for tests in by_line.values() for test in tests}
            near += self._nearest_first(around - running)
        return list(within(near, self._seconds, ENOUGH))

    def _nearest_first(self, tests: Set[str]) -> list[str]:
        """Without those that failed, and without the name of no test, under which imports are recorded."""
        return sorted(self._seconds.keys() & tests, key=lambda test: (self._lines_of[test], test))

    def seconds_of(self, tests: Sequence[str]) -> float:
        return sum(self._seconds.get(test, 0) for test in tests)

    @cached_property
    def _seconds(self) -> dict[str, float]:
        return dict(json.loads((self.folder / SECONDS).read_text("utf-8")))

    @cached_property
    def _data(self) -> CoverageData:
        data = CoverageData(str(self.folder / LINES))
        data.read()
        return data

    @cached_property
    def _lines_of(self) -> Counter[str]:
        """How many lines each test runs."""
        return Counter(
            test
            for file in self._data.measured_files()
            for tests in _by_line(self._data, file).values()
            for test in tests
        )

    def _by_line(self, path: Path) -> dict[int, list[str]]:
        return _by_line(self._data, str(self.root / path))


@lru_cache(maxsize=4)
def _by_line(data: CoverageData, file: str) -> dict[int, list[str]]:
    return data.contexts_by_lineno(file)


def within(tests: Sequence[str], seconds: dict[str, float], limit: float) -> Iterator[str]:
    """The first of them, as long as they take no longer together; one at least."""
    spent = 0.0
    for number, test in enumerate(tests):
        spent += seconds[test]
        if number and spent > limit:
            return
        yield test


def recorded(root: Path, folder: Path) -> Recorded:
    """From the folder, where it is of this very tree; otherwise the tests are run for it, which takes minutes."""
    of = tree_of(root)
    if not (folder / OF).exists() or (folder / OF).read_text("utf-8") != of:
        _record(root, folder)
        (folder / OF).write_text(of, "utf-8")
    return Recorded(root, folder)


def tree_of(root: Path) -> str:
    """A hash of when each file that a test may read was written, and of how long it is; none of them is opened."""
    found = hashlib.sha256()
    for path in sorted(path for folder in FOLDERS for path in (root / folder).rglob("*") if _is_source(path)):
        file = path.stat()
        found.update(f"{path.relative_to(root)} {file.st_size} {file.st_mtime_ns}\n".encode())
    return found.hexdigest()


def _is_source(path: Path) -> bool:
    """What makes the mutants is none of them."""
    return path.is_file() and "__pycache__" not in path.parts and Path(__file__).parent not in path.parents


def _record(root: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in (LINES, SECONDS, OF):
        (folder / old).unlink(missing_ok=True)
    options = ("-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-p", "tests.mutants.recording")
    environment = os.environ | {"RECORD_TO": str(folder)}
    command = [sys.executable, "-m", "pytest", *options, *TESTS]
    subprocess.run(command, cwd=root, env=environment, check=False, stdout=subprocess.DEVNULL)
    if not (folder / SECONDS).exists():
        raise RuntimeError("the tests did not run to their end")
