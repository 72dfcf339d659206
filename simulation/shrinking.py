"""From a run that fails to a short one that fails in the same way: parts are left out while it still does (ddmin)."""

from collections.abc import Callable
from dataclasses import dataclass

from simulation.plan import Item, Plan
from simulation.world import Result, simulate

MOST_RUNS = 250

Told = Callable[[int, int], None]
"""Called after each run: how many there were, and how much is left."""


@dataclass(frozen=True, slots=True)
class Shortest:
    """The shortest plan found, what it comes to, and in how many runs it was found."""

    plan: Plan
    result: Result
    runs: int


def shrink(plan: Plan, property: str, *, most_runs: int = MOST_RUNS, told: Told = lambda runs, left: None) -> Shortest:
    """The shortest plan found in which `property` does not hold either. ValueError where it holds in `plan` itself."""
    search = _Search(plan, property, most_runs, told)
    if not search.fails(plan.items):
        raise ValueError(property)
    search.leave_out()
    return Shortest(plan.only(search.kept), simulate(plan.only(search.kept), trace=True), search.runs)


class _Search:
    def __init__(self, plan: Plan, property: str, most_runs: int, told: Told) -> None:
        self.kept: tuple[Item, ...] = plan.items
        self.runs = 0
        self._plan = plan
        self._property = property
        self._most_runs = most_runs
        self._told = told

    def fails(self, items: tuple[Item, ...]) -> bool:
        """Run with these items alone; where it fails in the same way, they are kept up to the one that failed."""
        self.runs += 1
        result = simulate(self._plan.only(items))
        same = any(v.property == self._property for v in result.violations)
        if same:
            self.kept = items[: result.items]
        self._told(self.runs, len(self.kept))
        return same

    def leave_out(self) -> None:
        """Leave out half, then quarters, and so on down to single items, as long as something can be left out."""
        parts = 2
        while self.runs < self._most_runs and len(self.kept) > 1:
            parts = min(parts, len(self.kept))
            if self._leave_one_out(parts):
                parts = max(2, parts - 1)
            elif parts == len(self.kept):
                return
            else:
                parts *= 2

    def _leave_one_out(self, parts: int) -> bool:
        items = self.kept
        size = -(-len(items) // parts)
        for start in range(0, len(items), size):
            if self.runs >= self._most_runs:
                return False
            if self.fails(items[:start] + items[start + size :]):
                return True
        return False
