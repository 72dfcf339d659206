"""A small program with good tests and a weak one: what is killed in it, and what lives."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.modules import ROOT
from tests.mutants import trying
from tests.mutants.kept import Kept
from tests.mutants.mutating import Mutant, Source
from tests.mutants.nearest import TESTS, within
from tests.mutants.trying import Outcome, Trier, Verdict

PROGRAM = """\
def _least():
    return 16


LEAST = _least()


def may_look(age):
    return age >= LEAST


def greeting(name):
    return "Hi " + name


def forgotten(name):
    return name + name
"""

TESTS_OF_IT = """\
from bot.domain.rules import greeting, may_look


def test_who_may_look():
    assert [may_look(age) for age in (15, 16, 17)] == [False, True, True]


def test_that_something_is_said():
    assert greeting("Ana")
"""

COUNTDOWN = """\
def run(left):
    while left > 0:
        left -= 1
    return left
"""

WAITING = """\
from threading import Event


def run(seconds):
    Event().wait(timeout=seconds / 100)
    return 0
"""

TEST_OF_BOTH = """\
from planted_program import run


def test():
    assert run(1) == 0
"""

AT_IMPORT, KILLED, SURVIVES, UNSEEN = 0, 1, 3, 6
"""`return 17`, `age > LEAST`, `"XXHi XX" + name`, `name - name`."""


def outcomes(text: str) -> dict[str, str]:
    """By the mutant's number, as the program prints them."""
    return dict(re.findall(r"^bot/domain/rules\.py#(\d+): ([a-z ]*[a-z]) ", text, re.MULTILINE))


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the program prints about a house of one module: one mutant of each function."""
    house = tmp_path_factory.mktemp("house")
    for folder in ("bot/domain", *TESTS):
        (house / folder).mkdir(parents=True, exist_ok=True)
    for package in ("bot", "bot/domain"):
        (house / package / "__init__.py").touch()
    (house / "bot/domain/rules.py").write_text(PROGRAM)
    (house / "tests/unit/test_rules.py").write_text(TESTS_OF_IT)
    names = [f"bot/domain/rules.py#{number}" for number in (AT_IMPORT, KILLED, SURVIVES, UNSEEN)]
    command = [sys.executable, "-m", "tests.mutants", *names]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, cwd=house, env=environment, capture_output=True, check=False, text=True)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_a_good_test_kills_its_mutant(said: str) -> None:
    assert outcomes(said)[str(KILLED)] == Outcome.KILLED


def test_what_runs_at_import_is_killed_by_who_uses_it(said: str) -> None:
    assert outcomes(said)[str(AT_IMPORT)] == Outcome.KILLED


def test_a_weak_test_leaves_its_mutant_alive(said: str) -> None:
    assert outcomes(said)[str(SURVIVES)] == Outcome.SURVIVED


def test_what_no_test_runs_lives(said: str) -> None:
    assert outcomes(said)[str(UNSEEN)] == Outcome.UNSEEN


def test_what_lived_is_shown_as_it_was_and_as_it_is(said: str) -> None:
    assert '    - return "Hi " + name\n    + return "XXHi XX" + name\n' in said
    assert "+ return age > LEAST" not in said


def tried(folder: Path, program: str, now: str) -> Outcome:
    (folder / "planted_program.py").write_text(program)
    (folder / "test_both.py").write_text(TEST_OF_BOTH)
    trier = Trier(folder, folder / "output.txt", to_start=2)
    return trier.try_out(mutant(program, now), ["test_both.py::test"], 0).outcome


def test_what_never_ends_is_killed_by_the_clock(tmp_path: Path) -> None:
    assert tried(tmp_path, COUNTDOWN, "left += 1") is Outcome.HUNG


def test_what_waits_for_what_never_comes_is_killed_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "ASLEEP", 1.0)
    assert tried(tmp_path, WAITING, "Event().wait(timeout=None)") is Outcome.HUNG


def test_a_module_that_is_loaded_already_can_not_be_tried(tmp_path: Path) -> None:
    loaded = Source(Path("tests/mutants/test_planted.py"), COUNTDOWN).mutant(0)
    assert loaded is not None
    with pytest.raises(RuntimeError):
        Trier(tmp_path, tmp_path / "output.txt").try_out(loaded, ["a test"], 0)


def test_the_nearest_tests_end_where_time_does() -> None:
    seconds = {"a": 3.0, "b": 3.0, "c": 3.0}
    assert list(within(["a", "b", "c"], seconds, 7)) == ["a", "b"]
    assert list(within(["a", "b", "c"], seconds, 1)) == ["a"]
    assert list(within([], seconds, 1)) == []


def mutant(text: str, now: str) -> Mutant:
    source = Source(Path("planted_program.py"), text)
    every = (source.mutant(number) for number in range(len(source)))
    return next(one for one in every if one and one.now == now)


def test_what_became_of_a_mutant_is_kept_while_the_tree_is_the_same(tmp_path: Path) -> None:
    one, other = mutant(COUNTDOWN, "left += 1"), mutant(COUNTDOWN, "left -= 2")
    Kept(tmp_path, "as it is").keep(Verdict(one, Outcome.KILLED, "a test", 3))
    assert Kept(tmp_path, "as it is").of(one) == Verdict(one, Outcome.KILLED, "a test", 3)
    assert Kept(tmp_path, "as it is").of(other) is None
    assert Kept(tmp_path, "another").of(one) is None
