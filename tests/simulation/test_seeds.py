"""Thirty terms in which everything holds. More of them: `make simulate`."""

import pytest

from simulation.many import Sum, run_many
from simulation.plan import Size

SHORT = Size(students=2, weeks=2, trouble=35)


@pytest.mark.parametrize("first", range(1000, 1030, 5))
def test_everything_holds(first: int) -> None:
    total = Sum()
    for result in run_many(range(first, first + 5), size=SHORT, jobs=1):
        total.add(result)
    assert [(r.seed, v) for r in total.failed for v in r.violations] == []
    assert total.seeds == 5
    assert total.acts > 200
    assert len(total.faults) > 10
