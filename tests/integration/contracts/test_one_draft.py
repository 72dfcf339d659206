"""Two replicas begin a draft for one student at the same moment: one is begun, and both go on with it."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.activities.proposing import interviewing
from bot.domain import contract as life
from bot.domain.actor import Actor, Conflict
from bot.domain.contract import Contract, Status
from bot.runner import Inline, Runner
from storage.unit_of_work import Transactions, UnitOfWork
from tests.world import WORKSPACE, World


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


def begin(uow: Any, world: World, student: Actor) -> Contract:
    begun: Contract = uow.contracts.add(life.begin(WORKSPACE, world.classroom.id, student.user, world.now))
    return begun


def drafts(world: World) -> list[Contract]:
    with world.uow() as uow:
        return [c for c in uow.contracts.of_classroom(world.classroom.id) if c.status is Status.DRAFTING]


def test_a_second_draft_is_a_conflict_until_the_first_is_sent(world: World) -> None:
    with world.uow() as uow:
        first = begin(uow, world, world.student)
        begin(uow, world, world.classmate)
    with pytest.raises(Conflict), world.uow() as uow:
        begin(uow, world, world.student)
    with world.uow() as uow:
        uow.contracts.save(life.submit(first, world.terms(), world.student.user, world.now))
        begin(uow, world, world.student)
    assert {c.student for c in drafts(world)} == {world.student.user, world.classmate.user}


async def test_who_was_slower_goes_on_with_the_draft_of_who_was_faster(world: World) -> None:
    class Clock:
        def now(self) -> datetime:
            return world.now

    looked: list[int] = []

    def as_if_another_replica_was_faster(uow: UnitOfWork, actor: Actor) -> None:
        looked.append(len(looked))
        interviewing.begin(uow, actor, world.classroom.id, None)
        if len(looked) == 1:
            raise Conflict("contract")  # what the database would have said at our insert

    runner = Runner(Transactions(world.engine).begin, Inline(), Clock(), lambda: None)
    world.do(interviewing.begin, world.student, world.classroom.id, None)
    await runner.run(world.student, as_if_another_replica_was_faster)
    assert len(looked) == 2
    assert len(drafts(world)) == 1
