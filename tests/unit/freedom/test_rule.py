"""Which step is proposed after a contract, and that nothing hangs on what was set aside or on the goal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.check_ins import LEFT_OUT, CheckInState
from bot.domain.classroom import Autonomy
from bot.domain.freedom import STEPS, FreedomStep, FreedomWay, Record, next_step, record_of

GUIDED, SHARED, OPEN = STEPS


@pytest.mark.parametrize(
    ("level", "asked", "answered", "step"),
    [
        (SHARED, 4, 3, FreedomStep(FreedomWay.MORE, OPEN)),
        (GUIDED, 4, 4, FreedomStep(FreedomWay.MORE, SHARED)),
        (OPEN, 4, 4, None),
        (SHARED, 5, 3, None),
        (SHARED, 4, 2, None),
        (SHARED, 5, 2, FreedomStep(FreedomWay.SUPPORT, GUIDED)),
        (OPEN, 3, 0, FreedomStep(FreedomWay.SUPPORT, SHARED)),
        (GUIDED, 5, 0, None),
        (SHARED, 2, 2, None),
        (SHARED, 0, 0, None),
    ],
)
def test_a_step_at_a_time_by_what_was_answered(
    level: Autonomy, asked: int, answered: int, step: FreedomStep | None
) -> None:
    assert next_step(level, Record(asked, answered)) == step


STATES = st.lists(st.sampled_from(list(CheckInState)), max_size=12)


@given(STATES, st.lists(st.sampled_from(sorted(LEFT_OUT)), max_size=6), st.sampled_from(STEPS))
def test_what_was_set_aside_changes_nothing(
    states: list[CheckInState], aside: list[CheckInState], level: Autonomy
) -> None:
    assert record_of([*states, *aside]) == record_of(states)
    step = next_step(level, record_of(states))
    assert step is None or abs(STEPS.index(step.to) - STEPS.index(level)) == 1
