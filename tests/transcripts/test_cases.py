"""Every conversation leads to what must hold."""

import sys
from pathlib import Path
from statistics import median

import pytest

from bot.activities.registering import register_all
from bot.messages.registry import all_kinds
from tests.transcripts.loading import Broken, Case, load
from tests.transcripts.playing import play
from tests.transcripts.vocabulary import CHECKS

HERE = Path(__file__).parent
CASES = list(load([HERE / "cases"]))

NOT_YET = frozenset((HERE / "not_yet.txt").read_text().splitlines())
"""Those that Accord does not get right yet. Whoever mends one takes its line away: it fails here once it passes."""


def _played(case: Case | Broken) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=f"not heard yet: {case.name}")] if case.name in NOT_YET else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [_played(case) for case in CASES])
def test_a_conversation(case: Case | Broken) -> None:
    assert play(case).why == ""


STUDENTS = [case for case in CASES if isinstance(case, Case) and case.kind.startswith("eighteen students")]


def _steps(case: Case) -> int:
    """Messages, presses and filled fields of a student, from "hi" to the signature."""
    steps = 0
    for step in case.steps:
        for name, does in step.does.items():
            if name in CHECKS:
                continue
            steps += len(does.get("fills", ())) or 1 if isinstance(does, dict) else 1
            if isinstance(does, dict) and does.get("presses") == "Sign and send":
                return steps
    raise AssertionError(f"{case.name} is never signed")


def test_eighteen_students_come_to_their_signature_in_few_steps() -> None:
    """`pytest -s` prints how many each of them takes."""
    counts = {case.name: _steps(case) for case in STUDENTS}
    sys.stdout.write("".join(f"{steps:3} {name}\n" for name, steps in sorted(counts.items(), key=lambda one: one[1])))
    assert len(counts) == 18
    assert median(counts.values()) <= 12
    assert max(counts[case.name] for case in STUDENTS if case.kind.endswith("in one sentence")) <= 10


def test_all_can_be_read() -> None:
    assert [one for one in CASES if isinstance(one, Broken)] == []


def test_each_has_a_name_of_its_own() -> None:
    names = [one.name for one in CASES]
    assert sorted(names) == sorted(set(names))


def test_what_is_not_heard_yet_is_there() -> None:
    assert {case.name for case in CASES} >= NOT_YET


def test_nobody_is_told_of_what_there_is_not() -> None:
    register_all()
    steps = [step.does for case in CASES if isinstance(case, Case) for step in case.steps]
    told = [does[key] for does in steps for key in ("told", "not_told") if key in does]
    named = {kind for by_person in told for kinds in by_person.values() for kind in _listed(kinds)}
    assert named <= set(all_kinds())


def _listed(kinds: object) -> list[str]:
    return [str(one) for one in kinds] if isinstance(kinds, list) else [str(kinds)]
