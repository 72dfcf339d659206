"""What fails is made short, and still fails in the same way."""

from unittest.mock import patch

import pytest

from simulation.plan import Plan, Size, plan_for
from simulation.shrinking import shrink
from simulation.world import simulate
from storage.unit_of_work import UnitOfWork

SMALL = Size(students=1, teachers=1, weeks=1, trouble=30)


def test_a_failing_run_is_made_short() -> None:
    property = "an_answer_is_stored_once"
    with patch.object(UnitOfWork, "first_time", lambda *_: True):
        whole = next(p for p in (plan_for(seed, SMALL) for seed in range(20)) if _fails(p, property))
        found = shrink(whole, property, most_runs=60)
    assert len(found.plan.items) < len(whole.items) / 3
    assert [v.property for v in found.result.violations] == [property]
    assert any(property in line for line in found.result.trace)
    assert found.runs <= 60


def _fails(plan: Plan, property: str) -> bool:
    return any(v.property == property for v in simulate(plan).violations)


def test_what_holds_can_not_be_made_short() -> None:
    with pytest.raises(ValueError, match="history"):
        shrink(plan_for(1, Size(students=1, teachers=1, weeks=1, trouble=0)), "history_is_only_added_to")
