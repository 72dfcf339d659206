"""While a workspace has left, nothing of it is found to be due; when it is back, everything is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.activities.installing import use_cases as installing
from bot.domain.actor import Actor
from bot.domain.installation import FOREVER, Reason
from bot.domain.outbox import Delivery, DeliveryState, Errand, ErrandKind, Verb
from bot.outbox.pacing import unhurried
from storage.queries.backlog import read_backlog
from storage.queries.due import agendas
from storage.queries.errands import errand_table
from storage.queries.sending import sendings
from tests.world import WORKSPACE, World

LEASE = timedelta(seconds=90)
SOMEBODY = Actor(WORKSPACE, "")


@pytest.fixture
def world(engine: Engine) -> World:
    made = World(engine)
    made.agree()
    made.do(_asks_for_an_errand, SOMEBODY)
    made.do(_says_something, SOMEBODY)
    return made


def _asks_for_an_errand(uow, actor):  # type: ignore[no-untyped-def]
    uow.errands.add(Errand(WORKSPACE, ErrandKind.LEARN_PERSON, {"user": "U1"}, uow.now))


def _says_something(uow, actor):  # type: ignore[no-untyped-def]
    uow.outbox.queue(Delivery(WORKSPACE, "USTUDENT", Verb.POST, "help", {}, "USTUDENT", uow.now, uow.now))


def due(world: World) -> dict[str, int]:
    """How much of each kind is due a year later."""
    later = world.now + timedelta(days=365)
    with agendas(world.engine)() as agenda:
        check_ins, ends = len(agenda.due_check_ins(later, 10)), len(agenda.ending_contracts(later, 10))
    with errand_table(world.engine)() as errands:
        next_errand = errands.next_due()
        todo = len(errands.claim(later, 10, LEASE))
    with sendings(world.engine)() as sending:
        waiting = list(sending.look(later).workspaces)
    assert (next_errand is None) == (todo == 0)
    return {"check-ins": check_ins, "ends": ends, "errands": todo, "workspaces": len(waiting)}


def left(world: World) -> None:
    world.do(installing.leave, SOMEBODY, Reason.UNINSTALLED)


def test_all_is_due_in_a_workspace_that_is_there(world: World) -> None:
    assert due(world) == {"check-ins": 1, "ends": 1, "errands": 1, "workspaces": 1}


def test_nothing_is_due_in_one_that_left(world: World) -> None:
    left(world)
    assert due(world) == {"check-ins": 0, "ends": 0, "errands": 0, "workspaces": 0}


def test_all_is_due_again_when_it_is_back(world: World) -> None:
    left(world)
    assert world.do(installing.come_back, SOMEBODY)
    found = due(world)
    assert found == {"check-ins": 1, "ends": 1, "errands": 2, "workspaces": 1}  # its roster is read anew


def test_what_rests_is_no_backlog(world: World) -> None:
    later = world.now + timedelta(days=365)
    there = read_backlog(world.engine, later)
    assert there.outbox_waiting == 1
    assert there.check_in_due is not None
    left(world)
    assert read_backlog(world.engine, later) == replace(there, outbox_waiting=0, outbox_due=None, check_in_due=None)


def test_leaving_again_and_coming_back_again(world: World) -> None:
    for _ in range(2):
        left(world)
        left(world)
        assert due(world)["check-ins"] == 0
        assert world.do(installing.come_back, SOMEBODY)
        assert not world.do(installing.come_back, SOMEBODY)
    assert due(world)["check-ins"] == 1


def test_who_never_left_does_not_come_back(world: World) -> None:
    assert not world.do(installing.come_back, SOMEBODY)
    assert due(world)["errands"] == 1


def test_another_workspace_goes_on(world: World) -> None:
    world.do(installing.leave, Actor("T2", ""), Reason.REFUSED)
    assert due(world) == {"check-ins": 1, "ends": 1, "errands": 1, "workspaces": 1}


@pytest.mark.parametrize("settled", [None, timedelta(seconds=20)])
def test_what_may_have_been_sent_is_looked_for_when_it_is_back(world: World, settled: timedelta | None) -> None:
    with sendings(world.engine)() as sending:
        assert len(sending.claim("one", world.now, 5, LEASE, unhurried(), [WORKSPACE])) == 1
    left(world)
    world.later(minutes=10)
    assert _lost(world, settled) == 0
    world.do(installing.come_back, SOMEBODY)
    assert _lost(world, settled) == 1


def _lost(world: World, settled: timedelta | None) -> int:
    with sendings(world.engine)() as sending:
        return len(sending.claim_lost("two", world.now, 5, LEASE, settled=settled))


def test_a_rest_is_not_shortened_by_slack_that_asks_to_wait(world: World) -> None:
    left(world)
    with sendings(world.engine)() as sending:
        sending.pause(WORKSPACE, world.now + timedelta(seconds=30))
        assert sending.look(world.now + timedelta(minutes=5)).next_due == FOREVER


def test_what_was_said_long_ago_is_not_said_any_more(world: World) -> None:
    left(world)
    world.later(days=6)
    world.do(_says_something, SOMEBODY)
    world.later(days=2)
    world.do(installing.come_back, SOMEBODY)
    assert [d.state for d in world.deliveries()][-2:] == [DeliveryState.EXPIRED, DeliveryState.WAITING]
