"""The same seed is the same run, byte for byte."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from simulation.plan import Size, plan_for
from simulation.world import simulate

SMALL = Size(students=2, weeks=1, trouble=25)
RUN = """
from simulation.plan import Size, plan_for
from simulation.world import simulate
for seed in (3, 4):
    print("\\n".join(simulate(plan_for(seed, Size(students=2, weeks=1, trouble=25)), trace=True).trace))
"""


def test_two_processes_see_the_same_run() -> None:
    root = Path(__file__).parents[2]
    traces = [
        subprocess.run(
            [sys.executable, "-c", RUN],
            env=os.environ | {"PYTHONHASHSEED": hashing, "PYTHONPATH": str(root)},
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
        for hashing in ("1", "77")
    ]
    assert len(traces[0]) > 10_000
    assert hashlib.sha256(traces[0]).hexdigest() == hashlib.sha256(traces[1]).hexdigest()


def test_a_run_before_it_changes_nothing() -> None:
    first = simulate(plan_for(5, SMALL), trace=True).trace
    simulate(plan_for(6, SMALL))
    assert simulate(plan_for(5, SMALL), trace=True).trace == first


def test_another_seed_is_another_run() -> None:
    assert simulate(plan_for(5, SMALL), trace=True).trace != simulate(plan_for(6, SMALL), trace=True).trace
