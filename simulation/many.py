"""Many seeds, on every core."""

import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from simulation.plan import Size, plan_for
from simulation.world import Result, simulate


@dataclass(slots=True)
class Sum:
    """What many runs came to."""

    seeds: int = 0
    acts: int = 0
    steps: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    failed: list[Result] = field(default_factory=list)

    def add(self, result: Result) -> None:
        self.seeds += 1
        self.acts += result.acts
        self.steps += result.steps
        self.faults += result.faults
        if result.violations:
            self.failed.append(result)


def run_seed(seed: int, size: Size | None = None) -> Result:
    """The run of a seed."""
    return simulate(plan_for(seed, size))


def run_many(seeds: Iterable[int], *, size: Size | None = None, jobs: int | None = None) -> Iterator[Result]:
    """The result of each seed, as they come; `jobs` processes side by side, one for each core unless given."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        yield from (run_seed(seed, size) for seed in seeds)
        return
    with multiprocessing.get_context("spawn").Pool(jobs, initializer=_leave_ctrl_c) as pool:
        yield from pool.imap_unordered(partial(run_seed, size=size), seeds)


def _leave_ctrl_c() -> None:
    """To the process that waits for the results: it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
