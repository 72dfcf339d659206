"""Slack never keeps the time to itself so long that a wrong clock is believed, however many clocks leap meanwhile."""

from dataclasses import replace
from itertools import pairwise

import pytest

from simulation.plan import Item, plan_for
from simulation.world import HIDDEN, SPEAKS, World, simulate

MINUTE = 60.0


def test_leaps_that_overlap_make_no_silence_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    silences: list[tuple[float, float]] = []
    leap = World._leap

    def watched(world: World, place: int, rng: object) -> None:
        leap(world, place, rng)  # type: ignore[arg-type]
        now, until = world._loop.time(), world._schools[0].slack.no_time_until
        if until > now and (not silences or silences[-1][1] != until):
            silences.append((now, until))

    monkeypatch.setattr(World, "_leap", watched)
    leaps = tuple(Item(n * 10 * MINUTE, "clock-leap", n % 2, 0, n) for n in range(1, 60))
    plan = replace(plan_for(7, processes=2, schools=1), seconds=60 * 10 * MINUTE)
    assert simulate(plan.only(leaps)).violations == []
    assert len(silences) > 2
    assert all(until - began <= HIDDEN for began, until in silences)
    assert all(later[0] - earlier[1] >= SPEAKS for earlier, later in pairwise(silences))
