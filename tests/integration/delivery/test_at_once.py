"""What a use case says leaves in its own transaction, where nobody else sends from the database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.actor import Actor, Refusal
from bot.domain.outbox import Delivery, Message, Verb
from bot.outbox.pacing import CHANNEL, Pacing
from bot.outbox.sender import SETTLED, Sender
from bot.runner import Inline, Runner
from storage.queries.sending import sendings
from storage.unit_of_work import Transactions
from tests.integration.delivery.office import Office, prepare


class Counter:
    """A runner whose mail may leave at once, and how often the sender had to come by for the rest."""

    def __init__(self, office: Office, sender: Sender) -> None:
        self._office = office
        self.woken = 0
        begin = Transactions(office.engine).begin
        self.runner = Runner(begin, Inline(), office.clock, self._wake, at_once=sender)
        self._sender = sender

    def _wake(self) -> None:
        self.woken += 1
        self._sender.wake()

    async def say(self, *said: tuple[str, str], then: Exception | None = None, **fields: Any) -> None:
        """Say things, each to its lane, in one use case; `then` it may fail."""

        def use_case(uow: Any, actor: Actor) -> None:
            for lane, text in said:
                args = {"say": text}
                uow.outbox.queue(
                    Delivery(uow.workspace, lane, Verb.POST, "test", args, lane, uow.now, uow.now, **fields)
                )
            if then is not None:
                raise then

        await self.runner.run(Actor(self._office.ws.team_id, "U1"), use_case)


@asynccontextmanager
async def counter(office: Office, *, alone: bool = True, **parts: Any) -> AsyncIterator[tuple[Counter, Sender]]:
    async with office.sending(alone=alone, **parts) as sender:
        await sender.idle()
        yield Counter(office, sender), sender


async def test_what_is_said_leaves_without_a_visit(office: Office) -> None:
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")
    async with counter(office) as (runner, sender):
        await runner.say((ana.id, "hello"), (ben.id, "good morning"))
        assert office.states() == {"claimed": 2}
        await sender.idle()
        assert (office.heard(ana), office.heard(ben)) == (["hello"], ["good morning"])
        assert office.states() == {"sent": 2}
        assert runner.woken == 0


async def test_a_conversation_keeps_its_order(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    async with counter(office) as (runner, sender):
        for number in range(0, 12, 2):
            await runner.say((ana.id, f"{number}"), (ana.id, f"{number + 1}"))
        await sender.idle()
        assert office.heard(ana) == [f"{number}" for number in range(12)]
        assert runner.woken == 5, "the first left at once: the sender comes by anyway when it has arrived"


async def test_what_is_shown_anew_leaves_when_the_answer_has_arrived(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One visit writes that down and takes the rest along."""
    ana = office.ws.add_person("ana", "Ana")
    heard_at_visits: list[list[str]] = []
    visit = Sender._visit

    def visiting(*args: Any, **room: Any) -> Any:
        heard_at_visits.append(office.heard(ana))
        return visit(*args, **room)

    monkeypatch.setattr(Sender, "_visit", visiting)

    def answers(uow: Any, actor: Actor) -> None:
        said = Delivery(uow.workspace, ana.id, Verb.POST, "test", {"say": "noted"}, ana.id, uow.now, uow.now)
        uow.outbox.queue(said)
        uow.outbox.queue_anew(replace(said, verb=Verb.HOME, lane=f"home:{ana.id}"))

    async with counter(office) as (runner, sender):
        heard_at_visits.clear()
        await runner.runner.run(Actor(office.ws.team_id, "U1"), answers)
        await sender.idle()
        assert (office.calls("views.publish"), runner.woken) == (1, 0)
        assert heard_at_visits
        assert all(heard == ["noted"] for heard in heard_at_visits)


async def test_what_was_queued_before_is_said_before(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    async with counter(office) as (runner, sender):
        office.queue(ana.id, "first")
        await runner.say((ana.id, "second"))
        await sender.idle()
        assert office.heard(ana) == ["first", "second"]


async def test_what_is_rolled_back_is_not_said(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    async with counter(office) as (runner, sender):
        with pytest.raises(Refusal):
            await runner.say((ana.id, "hello"), then=Refusal("no-such-contract"))
        await sender.idle()
        assert office.heard(ana) == []
        assert office.states() == {}


async def test_what_is_due_later_waits(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    later = office.clock.now() + timedelta(seconds=10)

    def use_case(uow: Any, actor: Actor) -> None:
        uow.outbox.queue(Delivery(uow.workspace, ana.id, Verb.POST, "test", {"say": "later"}, ana.id, uow.now, later))

    async with counter(office) as (runner, sender):
        await runner.runner.run(Actor(office.ws.team_id, ana.id), use_case)
        await sender.idle()
        assert office.states() == {"waiting": 1}


async def test_slacks_rates_hold_for_what_leaves_at_once(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    async with counter(office, pacing=Pacing(methods={}, channel=CHANNEL)) as (runner, _):
        for number in range(CHANNEL.burst):
            await runner.say((ana.id, f"{number}"))
            assert await office.ws.changes.until(lambda n=number: len(office.heard(ana)) > n, 3)  # type: ignore[misc]
        await runner.say((ana.id, "one too many"))
        assert office.states()["waiting"] == 1


async def test_a_workspace_that_rests_is_left_in_peace(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    async with counter(office) as (runner, sender):
        with sendings(office.engine)() as sending:
            sending.pause(office.ws.team_id, office.clock.now() + timedelta(minutes=1))
        await runner.say((ana.id, "hello"))
        assert office.states() == {"waiting": 1}
        office.clock.advance(timedelta(minutes=2))
        await sender.idle()
        assert office.heard(ana) == ["hello"]


async def test_what_can_not_be_rendered_is_tried_again_and_spoils_nothing(office: Office) -> None:
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")

    def fragile(uow: object, delivery: Delivery) -> Message | None:
        if delivery.lane == ana.id:
            raise KeyError(delivery.notice)
        return prepare(uow, delivery)

    async with counter(office, prepare=fragile) as (runner, sender):
        await runner.say((ana.id, "hello"), (ben.id, "hello"))
        await sender.idle()
        assert office.heard(ben) == ["hello"]
        assert office.states() == {"sent": 1, "waiting": 1}


async def test_where_others_send_too_it_is_left_to_a_visit(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    async with counter(office, alone=False) as (runner, sender):
        await runner.say((ana.id, "hello"))
        assert runner.woken == 1
        await sender.idle()
        assert office.heard(ana) == ["hello"]


async def test_a_sender_that_stops_takes_nothing_along(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    async with counter(office) as (runner, sender):
        await sender.stop()
        await runner.say((ana.id, "hello"))
        assert office.states() == {"waiting": 1}
    await office.send_all(alone=True)
    assert office.heard(ana) == ["hello"]


async def test_what_was_claimed_by_a_program_that_died_is_said_once(office: Office) -> None:
    """It died between the commit and the call, or after it: the next one looks, and sends what did not arrive."""
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")
    dead = office.sender(alone=True)
    claimed: list[Any] = []

    def use_case(uow: Any, actor: Actor) -> None:
        for lane in (ana.id, ben.id):
            uow.outbox.queue(Delivery(uow.workspace, lane, Verb.POST, "test", {"say": "hello"}, lane, uow.now, uow.now))
        claimed.extend(dead.claim(uow))

    await Runner(Transactions(office.engine).begin, Inline(), office.clock, lambda: None).run(
        Actor(office.ws.team_id, "U1"), use_case
    )
    await office.slack.post(claimed[0].delivery, claimed[0].message)
    assert office.states() == {"claimed": 2}
    office.clock.advance(SETTLED)
    await office.send_all(alone=True)
    assert (office.heard(ana), office.heard(ben)) == (["hello"], ["hello"])
    assert office.states() == {"sent": 2}
