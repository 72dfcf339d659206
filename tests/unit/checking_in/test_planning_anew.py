"""A clock that was ahead is right again: nobody waits for a check-in that it planned for too late."""

from datetime import datetime, timedelta

import pytest

from bot.activities.checking_in import planning
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract
from tests.world import World


def ahead_of(world: World, contract: Contract) -> list[datetime]:
    with world.uow() as uow:
        return [c.due_at for c in uow.check_ins.in_state(contract.id, CheckInState.PLANNED)]


def excuse_the_next(world: World, contract: Contract) -> None:
    with world.uow() as uow:
        (check_in,) = uow.check_ins.in_state(contract.id, CheckInState.PLANNED)
        planning.excuse(uow, check_in)


@pytest.mark.parametrize("ahead", [timedelta(weeks=2), timedelta(weeks=5)])
def test_the_next_one_comes_in_its_week(world: World, ahead: timedelta) -> None:
    contract = world.agree()
    (first,) = ahead_of(world, contract)
    world.now += ahead
    excuse_the_next(world, contract)
    (late,) = ahead_of(world, contract)
    assert late > first + ahead - timedelta(weeks=1)
    world.now -= ahead
    world.do(planning.plan_anew, world.accord)
    assert ahead_of(world, contract) == [first]


def test_what_a_right_clock_planned_stays(world: World) -> None:
    contract = world.agree()
    before = ahead_of(world, contract)
    world.do(planning.plan_anew, world.accord)
    assert ahead_of(world, contract) == before
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    assert found.ends_at == contract.ends_at
