"""A teacher decides on a proposal, and the first decision wins."""

import pytest

from bot.domain.check_ins import CheckInState
from bot.domain.contract import Status
from bot.domain.errors import Refusal
from bot.services import reviewing
from tests.unit.reviewing.scenes import announced, buttons, messages, newest
from tests.world import World


def test_each_teacher_of_the_class_gets_the_proposal_once(world: World) -> None:
    contract = announced(world)
    with world.uow() as uow:
        reviewing.announce(uow, contract, world.now)
    card = ("proposal-card", {"contract": contract.id, "version": 1, "before": 0})
    assert world.said(world.teacher.user) == [card]
    assert world.said(world.teacher2.user) == [card]
    assert world.said(world.student.user) == []


def test_signing_makes_it_active_and_tells_both_sides(world: World) -> None:
    contract = announced(world)
    active = world.do(reviewing.approve, world.teacher, contract.id, 1)
    assert active.status is Status.ACTIVE
    assert active.in_force.agreed
    assert "contract-card" in world.kinds(world.student.user)
    assert "agreed" in world.kinds(world.teacher.user)
    assert "agreed" not in world.kinds(world.teacher2.user)
    with world.uow() as uow:
        assert [c.state for c in uow.check_ins.all(contract=contract.id)] == [CheckInState.PLANNED]
    messages(world)


def test_a_second_teacher_learns_who_decided(world: World) -> None:
    contract = announced(world)
    world.do(reviewing.approve, world.teacher, contract.id, 1)
    for late in (reviewing.approve, reviewing.look_to_decide):
        with pytest.raises(Refusal) as refused:
            world.do(late, world.teacher2, contract.id, 1)
        assert refused.value.key == "somebody-decided"
        assert refused.value.args_for_copy == {"name": "Ms Lee", "status": "active"}


def test_a_card_shows_the_decision_once_it_is_taken(world: World) -> None:
    contract = announced(world)
    card = newest(world, world.teacher2.user, "proposal-card")
    assert set(buttons(card)) == {"reviewing.approve", "reviewing.ask", "reviewing.suggest", "reviewing.redirect"}
    assert set(buttons(card).values()) == {f"{contract.id}:1"}
    world.do(reviewing.approve, world.teacher, contract.id, 1)
    assert buttons(newest(world, world.teacher2.user, "proposal-card")) == {}
