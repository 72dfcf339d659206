"""One mutant against its tests: `pytest -x` in a process of its own, in which its module is the mutant.

The process is forked from one that has imported what the program and the tests stand on, and nothing of theirs. The
mutant is given to the import system: no file is changed, and nothing that two mutants do can meet.
"""

import gc
import importlib
import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import CodeType, ModuleType

from tests.mutants.mutating import Mutant
from tests.mutants.steady import steadily

STOOD_ON = (
    *("pytest", "pytest_asyncio.plugin", "anyio.pytest_plugin", "hypothesis", "_hypothesis_pytestplugin"),
    *("alembic", "psycopg", "sqlmodel", "pydantic_settings", "slack_bolt", "slack_sdk", "structlog", "typer"),
    *("aiohttp", "fluent.runtime", "jinja2", "rich"),
)
"""Imported once, before any fork: they take longer than most mutants."""

LOADED = "tests.world"
"""It has the program loaded, for tests without a mutant."""
OPTIONS = ("-q", "-x", "-p", "no:xdist", "-p", "no:cacheprovider", "--no-header", "--tb=no")
TO_START = 10.0
"""Seconds that are given to any mutant beside its tests' own. They are the processor's: others may need it, too."""

SLOWER = 4
"""A mutant whose tests take so many times as long as they did hangs."""

ASLEEP, NEXT_TO_NOTHING = 20.0, 0.1
IDLE = 10
"""So many times as long as it may compute, it may last in all."""

ALONE = 60.0
"""Seconds for one test that is tried without a mutant."""

TO_END, TO_CLEAN_UP = 1.0, 10.0
NO_TESTS = 5
"""pytest's exit code where it found none."""


class Outcome(StrEnum):
    KILLED = "killed"
    HUNG = "killed by the clock"
    SURVIVED = "survived"
    UNSEEN = "no test runs it"


ALIVE = frozenset({Outcome.SURVIVED, Outcome.UNSEEN})


@dataclass(frozen=True)
class Verdict:
    """`by` is the test that failed; the first one where the mutant could not be loaded at all."""

    mutant: Mutant
    outcome: Outcome
    by: str = ""
    tests: int = 0
    seconds: float = 0.0

    @property
    def alive(self) -> bool:
        return self.outcome in ALIVE


@dataclass(frozen=True)
class Ended:
    """`code` is pytest's; None where time ran out. `failed` is the first test that did, or ""."""

    code: int | None
    failed: str


class Trier:
    """Runs tests in `root`, one process after another; what they print last stands in `log`."""

    def __init__(self, root: Path, log: Path, *, to_start: float = TO_START) -> None:
        self._root, self._log, self._to_start = root, log, to_start
        for module in STOOD_ON:
            importlib.import_module(module)

    def try_out(self, mutant: Mutant, tests: Sequence[str], seconds: float) -> Verdict:
        """`seconds` is how long the tests take without it. LookupError where pytest finds none of them; RuntimeError
        where this process has imported the module: its mutant would not be met."""
        if not tests:
            return Verdict(mutant, Outcome.UNSEEN)
        if mutant.module in sys.modules:
            raise RuntimeError(mutant.module)
        begun = time.monotonic()
        ended = self._run(tests, self._to_start + SLOWER * seconds, mutant)
        outcome = _outcome(ended, tests)
        by = "" if outcome in ALIVE else ended.failed or tests[0]
        return Verdict(mutant, outcome, by, len(tests), time.monotonic() - begun)

    def failing_alone(self, tests: Set[str]) -> Set[str]:
        """Those that fail without any mutant, too: each in a process of its own, forked from one in which the program
        is loaded."""
        fork = multiprocessing.get_context("fork")
        ours, theirs = fork.Pipe(duplex=False)
        process = fork.Process(target=self._try_alone, args=(sorted(tests), theirs))
        process.start()
        theirs.close()
        failing: Set[str] = ours.recv()
        process.join()
        return failing

    def _try_alone(self, tests: Sequence[str], answer: Connection) -> None:
        _keep_bytecode(self._log.parent)
        os.chdir(self._root)
        with suppress(ImportError):  # each test loads what it needs, only slower
            importlib.import_module(LOADED)
        answer.send({test for test in tests if self._run([test], ALONE).code != 0})

    def _run(self, tests: Sequence[str], limit: float, mutant: Mutant | None = None) -> Ended:
        gc.freeze()  # so that no child goes through all that the sample holds
        fork = multiprocessing.get_context("fork")
        ours, theirs = fork.Pipe(duplex=False)
        process = fork.Process(target=_child, args=(self._root, self._log, tests, mutant, limit, theirs))
        process.start()
        theirs.close()
        try:
            return _heard(ours, process, IDLE * limit)
        finally:
            _end(process)
            ours.close()


def _heard(ours: Connection, process: BaseProcess, limit: float) -> Ended:
    if not ours.poll(limit):
        return Ended(None, "")
    try:
        code, failed = ours.recv()
    except EOFError:  # it died of the mutant, without a word
        process.join()
        return Ended(None if process.exitcode == -signal.SIGKILL else process.exitcode or 1, "")
    return Ended(code, failed)


def _end(process: BaseProcess) -> None:
    """As Ctrl-C does, so that what tests started is ended by them; by force where it does not listen."""
    process.join(TO_END)
    if process.is_alive() and process.pid:
        os.kill(process.pid, signal.SIGINT)
        process.join(TO_CLEAN_UP)
    process.kill()
    process.join()


def _outcome(ended: Ended, tests: Sequence[str]) -> Outcome:
    if ended.code is None:
        return Outcome.HUNG
    if ended.code == NO_TESTS:
        raise LookupError(tests)
    return Outcome.KILLED if ended.code else Outcome.SURVIVED


class _FirstFailure:
    """A plugin of pytest."""

    def __init__(self) -> None:
        self.test = ""

    def pytest_runtest_logreport(self, report: object) -> None:
        if getattr(report, "failed", False) and not self.test:
            self.test = str(getattr(report, "nodeid", ""))


def _child(
    root: Path, log: Path, tests: Sequence[str], mutant: Mutant | None, limit: float, answer: Connection
) -> None:
    import pytest

    _speak_into(log)
    _keep_bytecode(log.parent)
    os.chdir(root)
    spent: list[int] = []
    _interrupted_after(limit, spent)
    _interrupted_where_it_waits(spent)
    if mutant:
        sys.meta_path.insert(0, Instead(mutant, root))
    steadily()
    first = _FirstFailure()
    code = pytest.main([*OPTIONS, *tests], plugins=[first])
    answer.send((None if spent else int(code), first.test))


def _interrupted_after(limit: float, spent: list[int]) -> None:
    """Where this process has computed for so long it is interrupted, as by Ctrl-C, and `spent` is not empty any more.
    What takes no notice is killed."""

    def interrupt(number: int, _: object) -> None:
        spent.append(number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGXCPU, interrupt)
    seconds = int(time.process_time() + limit) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + int(TO_CLEAN_UP)))


def _interrupted_where_it_waits(spent: list[int]) -> None:
    """The same where it computes next to nothing for `ASLEEP` seconds: it waits for what never comes."""

    def watch() -> None:
        computed, since = time.process_time(), time.monotonic()
        while True:
            time.sleep(1)
            if time.process_time() - computed > NEXT_TO_NOTHING:
                computed, since = time.process_time(), time.monotonic()
            elif time.monotonic() - since > ASLEEP:
                spent.append(signal.SIGINT)
                os.kill(os.getpid(), signal.SIGINT)
                since = time.monotonic()

    threading.Thread(target=watch, daemon=True).start()


def _keep_bytecode(folder: Path) -> None:
    """Of the tree as it is, beside what is recorded of it: compiling it takes longer than most tests. A mutant's is
    never kept."""
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(folder / "bytecode")


def _speak_into(log: Path) -> None:
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(file, stream)
    os.close(file)


class Instead(MetaPathFinder):
    """Finds the mutant where its module is asked for, and nothing else."""

    def __init__(self, mutant: Mutant, root: Path) -> None:
        self._mutant, self._root = mutant, root

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._mutant.module:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None:
            spec.loader = _Mutated(fullname, str(self._root / self._mutant.path), self._mutant.code)
        return spec


class _Mutated(SourceFileLoader):
    def __init__(self, fullname: str, path: str, code: str) -> None:
        super().__init__(fullname, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._code, self.path, "exec")
