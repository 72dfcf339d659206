"""Two senders on one table, killed at random, before a Slack that cuts, hangs, limits and fails."""

import asyncio
import random

import pytest

from bot.outbox.courier import Prepare
from bot.outbox.sender import Sender
from tests.integration.delivery.office import Office, prepare

PEOPLE = 8
MESSAGES = 8
MOST_ROUNDS = 300
FAULTS = {
    "cut_after": 0.08,
    "cut_before": 0.04,
    "http_500_after": 0.03,
    "http_503": 0.04,
    "ratelimited": 0.02,
    "slow_after": 0.01,
    "error:internal_error": 0.03,
}


class Crew:
    """Two senders; who is killed is replaced by another."""

    def __init__(self, office: Office, chance: random.Random, prepare: Prepare = prepare) -> None:
        self._prepare = prepare
        self._office = office
        self._chance = chance
        self._working: dict[Sender, asyncio.Task[None]] = {}
        self.killed = 0

    def hire(self) -> None:
        while len(self._working) < 2:
            sender = self._office.sender(prepare=self._prepare)
            self._working[sender] = asyncio.create_task(sender.run())

    async def work(self) -> None:
        """Let them work until they are idle; now and then one dies in the middle of it."""
        for sender in self._working:
            sender.wake()
        if self._chance.random() < 0.3:
            await self._office.ws.changes.until(lambda: self._chance.random() < 0.1, 1)
            await self._kill(self._chance.choice(list(self._working)))
        await asyncio.gather(*(sender.idle() for sender in self._working))

    async def _kill(self, sender: Sender) -> None:
        task = self._working.pop(sender)
        task.cancel()
        await asyncio.wait([task])
        self.killed += 1

    async def dismiss(self) -> None:
        for sender, task in self._working.items():
            await sender.stop()
            await task


@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_is_lost_or_doubled_or_out_of_order(office: Office, seed: int) -> None:
    people = [office.ws.add_person(f"s{number}", f"S {number}") for number in range(PEOPLE)]
    for number in range(MESSAGES):
        for person in people:
            office.queue(person.id, f"{number}")
    for kind, share in FAULTS.items():
        office.ws.faults.share("chat.postMessage", share, kind, seed=seed, seconds=0.6)
    office.ws.faults.share("conversations.history", 0.1, "http_500", seed=seed)
    crew = Crew(office, random.Random(seed))
    for _ in range(MOST_ROUNDS):
        crew.hire()
        await crew.work()
        await flushed(office)
        if office.states() == {"sent": PEOPLE * MESSAGES}:
            break
        office.after_the_lease()
    await crew.dismiss()
    assert crew.killed > 0
    assert office.states() == {"sent": PEOPLE * MESSAGES}
    for person in people:
        assert office.heard(person) == [f"{number}" for number in range(MESSAGES)]


async def flushed(office: Office) -> None:
    """A lease outlasts what is on its way. Here the clock jumps: let what a killed sender had sent arrive."""
    await office.client.auth_test()
    await office.ws.idle()
