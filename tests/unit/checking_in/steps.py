"""What the tests of check-ins do again and again."""

import json
from dataclasses import replace
from datetime import datetime

from bot.activities.checking_in import prompting
from bot.domain.actor import Actor
from bot.domain.check_ins import Act, CheckIn, Reply
from bot.domain.contract import Contract
from bot.domain.outbox import DeliveryState, Verb
from bot.messages.presenting import present
from storage.queries.due import Agenda
from tests.world import WORKSPACE, World

NOBODY = Actor(WORKSPACE, "")


def tick(world: World) -> None:
    """Do what is due now, as the ticker does."""
    while True:
        with world.transactions.connection() as connection:
            due, one_by_one = prompting.ask_due(Agenda(connection), world.now, 100)
        for _, check_in, act in one_by_one:
            world.do(prompting.give_up if act is Act.GIVE_UP else prompting.put_off, NOBODY, check_in)
        if not due:
            return


def at(world: World, moment: datetime) -> None:
    """Go there, and do what is due then."""
    world.now = moment
    tick(world)


def check_ins(world: World, contract: Contract) -> list[CheckIn]:
    with world.uow() as uow:
        return uow.check_ins.of_contract(contract.id)


def send_all(world: World) -> None:
    """Whatever was queued stands in Slack."""
    waiting = [d for d in world.deliveries() if d.state is DeliveryState.WAITING and d.verb is Verb.POST]
    with world.uow() as uow:
        for one in waiting:
            uow.outbox._deliveries.save(replace(one, state=DeliveryState.SENT, channel="D1", ts=f"{one.id}.1"))


def replies(world: World, check_in: int) -> dict[int, Reply]:
    with world.uow() as uow:
        found = uow.check_ins.get(check_in)
        return {r.target: r for r in uow.replies.to(found)} if found is not None else {}


def asked(world: World, contract: Contract) -> int:
    """Wait for the contract's first check-in to be asked for; its id."""
    (first,) = check_ins(world, contract)
    assert first.wake_at is not None
    at(world, first.wake_at)
    return first.id


def posts(world: World, to: str) -> list[str]:
    """The kinds of the messages queued for somebody, without the updates of earlier ones."""
    return [d.notice for d in world.deliveries() if d.lane == to and d.verb is Verb.POST]


def rendered(world: World) -> dict[str, list[str]]:
    """Every message about check-ins as it would be now: its whole text, by kind of notice."""
    found: dict[str, list[str]] = {}
    queued = [d for d in world.deliveries() if d.verb is Verb.POST]
    with world.uow() as uow:
        for delivery in queued:
            message = present(uow, delivery)
            assert message is not None
            found.setdefault(delivery.notice, []).append(json.dumps(message.blocks, ensure_ascii=False))
    return found
