"""Several people press at the same moment: one decision stands, the others are told."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import pytest
from sqlalchemy import Engine

from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Refusal
from bot.domain.contract import Status
from bot.runner import Runner
from tests.world import START, World

R = TypeVar("R")


@dataclass
class _Clock:
    def now(self) -> datetime:
        return START


async def in_a_thread(work: Callable[[], R], /) -> R:
    return await asyncio.to_thread(work)


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


async def test_of_two_teachers_at_once_one_decides_and_the_other_is_told_who(world: World) -> None:
    contract = world.proposed()
    runner = Runner(world.uow, in_a_thread, _Clock(), lambda: None)
    results = await asyncio.gather(
        runner.once("press:1", world.teacher, reviewing.approve, contract.id, 1),
        runner.once("press:2", world.teacher2, reviewing.ask, contract.id, 1, "Which essays?"),
        return_exceptions=True,
    )
    (refused,) = [r for r in results if isinstance(r, BaseException)]
    assert isinstance(refused, Refusal)
    assert refused.key == "somebody-decided"
    with world.uow() as uow:
        found, history = uow.contracts.get(contract.id), uow.contracts.history(contract.id)
    assert found is not None
    won, winner = (Status.ACTIVE, world.teacher) if results[1] is refused else (Status.QUESTIONED, world.teacher2)
    assert (found.status, found.decided_by) == (won, winner.user)
    assert len(history) == 2


async def test_of_a_double_click_at_once_one_signature_stands(world: World) -> None:
    contract = world.proposed()
    runner = Runner(world.uow, in_a_thread, _Clock(), lambda: None)
    presses = [runner.once(f"press:{i}", world.teacher, reviewing.approve, contract.id, 1) for i in range(4)]
    results = await asyncio.gather(*presses, return_exceptions=True)
    refused = [r for r in results if isinstance(r, Refusal)]
    assert [r.key for r in refused] == ["you-decided-already"] * 3
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
        assert len(uow.check_ins.of_contract(contract.id)) == 1
    assert found is not None
    assert len(found.in_force.signatures) == 2
    assert world.kinds(world.student.user).count("contract-card") == 1
