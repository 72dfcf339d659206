"""Each planted fault is caught: by the simulation within a few seeds, or by the test that is named for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulation.plan import plan_for
from simulation.properties import ALL
from simulation.world import simulate
from tests.planted.all import PLANTS
from tests.planted.plants import Plant

ROOT = Path(__file__).parents[2]
MORE_SEEDS = 8
"""Tried behind the one that is known, where the program has moved on."""

SIMULATED = [p for p in PLANTS if not p.test]
TESTED = [p for p in PLANTS if p.test]


@pytest.mark.parametrize("plant", SIMULATED, ids=lambda p: p.name)
def test_the_simulation_catches(plant: Plant) -> None:
    found: set[str] = set()
    for seed in (plant.first, *range(plant.first + 1, plant.first + 1 + MORE_SEEDS)):
        plan = plan_for(
            seed,
            plant.size,
            processes=plant.processes,
            schools=plant.schools,
            model=plant.model,
            classes=plant.classes,
        )
        with plant.patch():
            found |= {v.property for v in simulate(plan).violations}
        if found & plant.caught_by:
            return
    pytest.fail(f"{plant.why} Nobody noticed within {1 + MORE_SEEDS} seeds; what was seen: {sorted(found)}")


@pytest.mark.parametrize("plant", TESTED, ids=lambda p: p.name)
def test_a_test_catches(plant: Plant) -> None:
    run = [sys.executable, "-m", "pytest", "-p", "tests.planted.apply", "-p", "no:cacheprovider", "-x", plant.test]
    ended = subprocess.run(run, env=os.environ | {"ACCORD_PLANT": plant.name}, cwd=ROOT, capture_output=True)
    assert ended.returncode == 1, ended.stdout.decode() + ended.stderr.decode()


def test_there_are_enough_and_each_is_told_apart() -> None:
    assert len(PLANTS) >= 20
    assert len({p.name for p in PLANTS}) == len(PLANTS)
    known = {holds.__name__ for holds in ALL}
    assert all(p.caught_by <= known and (p.caught_by or p.test) for p in PLANTS)
