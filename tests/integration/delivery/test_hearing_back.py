"""What somebody wrote while nobody listened is read once, paced, and heard like an event; on both databases."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.outbox import Errand, ErrandKind
from bot.jobs.errands import Errands
from bot.jobs.hearing_back import HearingBack, said_by
from bot.runner import Inline
from storage.queries.errands import errand_table
from tests.integration.delivery.bureau import errands
from tests.integration.delivery.office import Office

MINUTE = timedelta(minutes=1)


class Reading:
    """Errands that read the conversations of an office."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.heard: list[Mapping[str, Any]] = []
        self._doers = HearingBack(lambda _: office.client, self._hear, office.clock).doers()

    async def _hear(self, body: Mapping[str, Any]) -> None:
        assert body["team_id"] == self.office.ws.team_id
        self.heard.append(body["event"])

    def ask(self, user: str, channel: str, oldest: str = "0") -> Errand:
        args = {"user": user, "channel": channel, "oldest": oldest}
        errand = Errand(self.office.ws.team_id, ErrandKind.HEAR_BACK, args, self.office.clock.now())
        asked: Errand = self.office.in_workspace(lambda uow: uow.errands.add(errand))
        return asked

    async def settle(self) -> None:
        """Do what is due."""
        errands = Errands(errand_table(self.office.engine), Inline(), self.office.clock, self._doers)
        work = asyncio.create_task(errands.run())
        await errands.idle()
        await errands.stop()
        await work

    def reads(self) -> list[int]:
        return [call.status for call in self.office.ws.calls if call.method == "conversations.history"]


async def test_a_persons_messages_are_heard_in_their_order(office: Office) -> None:
    reading = Reading(office)
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "How did it go?")
    await office.send_all()
    before = ana.dm.posts[-1].ts
    written = []
    for words in ("7 of 10", "the lists helped", "oh no"):
        office.clock.advance(MINUTE)
        written.append(await ana.says(words, acked=False))
    office.queue(ana.id, "a card")
    await office.send_all()
    ana._own(written[2])[0].remove(ana._own(written[2])[1])
    reading.ask(ana.id, ana.dm.id, before)
    await reading.settle()
    assert [(m["text"], m["ts"]) for m in reading.heard] == [("7 of 10", written[0]), ("the lists helped", written[1])]
    assert {(m["user"], m["channel"], m["channel_type"]) for m in reading.heard} == {(ana.id, ana.dm.id, "im")}
    assert reading.reads() == [200]


async def test_where_the_conversation_is_can_be_asked(office: Office) -> None:
    reading = Reading(office)
    ana = office.ws.add_person("ana", "Ana")
    await ana.says("hi", acked=False)
    reading.ask(ana.id, "")
    await reading.settle()
    assert [m["text"] for m in reading.heard] == ["hi"]


async def test_those_whom_slack_limits_wait_for_their_turn(office: Office) -> None:
    reading = Reading(office)
    people = [office.ws.add_person(f"s{n}", f"S {n}") for n in range(6)]
    for person in people:
        await person.says("7", acked=False)
        reading.ask(person.id, person.dm.id)
    limit = OnceAMinute(office)
    minutes = 0
    while len(reading.heard) < len(people):
        assert minutes < 2 * len(people)
        await reading.settle()
        limit.again()
        office.clock.advance(MINUTE)
        minutes += 1
    refused = [status for status in reading.reads() if status == 429]
    assert len(refused) < len(people)
    assert all(row.done for row in errands(office.engine))


class OnceAMinute:
    """Slack's limit for some apps: one look a minute."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.again()

    def again(self) -> None:
        self._office.ws.faults.clear()
        self._office.ws.faults.next("conversations.history", 1, kind="slow", seconds=0.0)
        self._office.ws.faults.share("conversations.history", 1.0, "ratelimited", seconds=60)


@pytest.mark.parametrize(
    ("kind", "lasting"),
    [("http_500", False), ("http_503", False), ("error:channel_not_found", True), ("error:token_revoked", True)],
)
async def test_what_can_not_be_read_now_is_read_later(office: Office, kind: str, lasting: bool) -> None:
    reading = Reading(office)
    ana = office.ws.add_person("ana", "Ana")
    await ana.says("7", acked=False)
    errand = reading.ask(ana.id, ana.dm.id)
    office.ws.faults.next("conversations.history", kind=kind)
    await reading.settle()
    assert reading.heard == []
    office.clock.advance(10 * MINUTE)
    await reading.settle()
    assert len(reading.heard) == (0 if lasting else 1)
    assert [e.done for e in errands(office.engine) if e.id == errand.id] == [True]


ODD: Sequence[Any] = (
    None, "text", 7, [], {}, {"user": "U1"}, {"type": "message"}, {"type": "message", "user": "U2", "ts": "1.1"},
    {"type": "message", "user": "U1", "bot_id": "B1"}, {"type": "reaction", "user": "U1"},
)  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_message_of_theirs_is_left_out(odd: Any) -> None:
    mine = {"type": "message", "user": "U1", "ts": "2.2", "text": "7"}
    assert [m["ts"] for m in said_by("U1", [odd, mine, odd])] == ["2.2"]
