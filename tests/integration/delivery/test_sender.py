"""From the outbox to a conversation, over the real protocol, on both databases."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.domain.outbox import Delivery, Message, Outcome, Verb
from bot.outbox.courier import DATABASE_WAIT, MOST_ATTEMPTS
from bot.outbox.pacing import CHANNEL, Pacing
from tests.integration.delivery.office import Office, prepare

SECOND = timedelta(seconds=1)


async def test_what_is_queued_arrives_and_its_place_is_kept(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    queued = office.queue(ana.id, "hello")
    await office.send_all()
    assert office.heard(ana) == ["hello"]
    [post] = ana.dm.posts
    row = office.row(queued)
    assert (row.state, row.channel, row.ts, row.attempts) == ("sent", ana.dm.id, post.ts, 1)
    assert row.sent_at == office.clock.now()
    assert post.metadata is not None
    assert post.metadata["event_payload"] == {"delivery": f"{office.ws.team_id}-{queued.id}", "kind": "test"}


async def test_a_conversation_keeps_its_order(office: Office) -> None:
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")
    for number in range(12):
        office.queue(ana.id, f"a{number}")
        office.queue(ben.id, f"b{number}")
    await office.send_all()
    assert office.heard(ana) == [f"a{number}" for number in range(12)]
    assert office.heard(ben) == [f"b{number}" for number in range(12)]


async def test_who_wakes_a_sleeping_sender_is_answered(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    async with office.sending() as sender:
        await sender.idle()
        office.queue(ana.id, "hello")
        await asyncio.to_thread(sender.wake)
        await sender.idle()
        assert office.heard(ana) == ["hello"]


async def test_what_is_due_later_is_sent_then(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "later", not_before=office.clock.now() + 10 * SECOND)
    async with office.sending() as sender:
        await sender.idle()
        assert office.heard(ana) == []
        office.clock.advance(10 * SECOND)
        await sender.idle()
        assert office.heard(ana) == ["later"]


async def test_what_has_nothing_left_to_say_or_is_late_expires(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    silent = office.queue(ana.id, None)
    late = office.queue(ana.id, "late", expires_at=office.clock.now())
    office.queue(ana.id, "in time", expires_at=office.clock.now() + SECOND)
    await office.send_all()
    assert office.heard(ana) == ["in time"]
    assert [office.row(d).state for d in (silent, late)] == ["expired", "expired"]


async def test_a_card_is_refreshed_where_it_stands(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    card = office.queue(ana.id, "proposed", subject="contract:1")
    other = office.queue(ana.id, "another card", subject="contract:2")
    refresh = office.queue(ana.id, "signed", verb=Verb.REFRESH, refreshes=card.id)
    await office.send_all()
    assert office.heard(ana) == ["signed", "another card"]
    assert office.row(refresh).state == "sent"
    assert office.row(other).ts == ana.dm.posts[1].ts
    metadata = ana.dm.posts[0].metadata
    assert metadata is not None
    assert metadata["event_payload"]["delivery"] == f"{office.ws.team_id}-{card.id}"


async def test_a_home_is_published_once_for_all_that_ask_for_it(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    for _ in range(3):
        office.queue(f"home:{ana.id}", "home", verb=Verb.HOME, reader=ana.id)
    await office.send_all()
    assert ana.home is not None
    assert office.calls("views.publish") == 1


async def test_a_message_that_can_not_be_rendered_does_not_hold_up_the_others(office: Office) -> None:
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")

    def fragile(uow: object, delivery: Delivery) -> Message | None:
        if delivery.lane == ana.id:
            raise KeyError(delivery.notice)
        return prepare(uow, delivery)

    broken = office.queue(ana.id, "broken")
    office.queue(ben.id, "hello")
    async with office.sending(prepare=fragile) as sender:
        await sender.idle()
        assert office.heard(ben) == ["hello"]
        assert office.row(broken).state == "waiting"
        for _ in range(8):
            office.clock.advance(timedelta(minutes=2))
            await sender.idle()
    row = office.row(broken)
    assert (row.state, row.error, row.attempts) == ("failed", "unrenderable", 8)


@pytest.mark.parametrize("alone", [True, False])
async def test_a_database_that_goes_away_while_a_message_is_rendered_costs_no_attempt(
    office: Office, alone: bool
) -> None:
    ana = office.ws.add_person("ana", "Ana")
    failures = 0

    def flapping(uow: object, delivery: Delivery) -> Message | None:
        nonlocal failures
        if failures < 2 * MOST_ATTEMPTS:
            failures += 1
            raise OperationalError("SELECT", {}, Exception("the server closed the connection"))
        return prepare(uow, delivery)

    queued, behind = office.queue(ana.id, "hello"), office.queue(ana.id, "bye")
    async with office.sending(prepare=flapping, alone=alone) as sender:
        for failed in range(1, 2 * MOST_ATTEMPTS + 1):
            await sender.idle()
            row = office.row(queued)
            assert (failures, row.state, row.attempts, row.error) == (failed, "waiting", 0, "database_away")
            assert office.row(behind).attempts == 0
            office.clock.advance(DATABASE_WAIT)
        await sender.idle()
    assert office.heard(ana) == ["hello", "bye"]
    assert (office.row(queued).attempts, office.row(queued).error) == (1, None)


async def test_what_may_have_arrived_is_looked_for_though_it_can_not_be_rendered_now(office: Office) -> None:
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")
    rows = [office.queue(person.id, "hello") for person in (ana, ben)]
    for fault in ("http_503", "cut_after"):
        office.ws.faults.next("chat.postMessage", kind=fault)
    away = False

    def flapping(uow: object, delivery: Delivery) -> Message | None:
        if away:
            raise OperationalError("SELECT", {}, Exception("the server closed the connection"))
        return prepare(uow, delivery)

    async with office.sending(prepare=flapping) as sender:
        await sender.idle()
        away = True
        office.after_the_lease()
        await sender.idle()
        assert sorted(office.row(row).state for row in rows) == ["sent", "waiting"]
        away = False
        office.clock.advance(DATABASE_WAIT)
        await sender.idle()
    assert (office.heard(ana), office.heard(ben)) == (["hello"], ["hello"])


async def test_a_lane_is_paced_and_the_rest_follows_in_time(office: Office) -> None:
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")
    for number in range(CHANNEL.burst + 2):
        office.queue(ana.id, f"{number}")
    office.queue(ben.id, "hello")
    office.ws.core.rates.enabled = True
    async with office.sending(pacing=Pacing()) as sender:
        await office.ws.changes.until(lambda: len(ana.dm.posts) == CHANNEL.burst and len(ben.dm.posts) == 1, 3)
        assert len(office.heard(ana)) == CHANNEL.burst
        office.clock.advance(2 * SECOND)
        await sender.idle()
    assert office.heard(ana) == [f"{number}" for number in range(CHANNEL.burst + 2)]
    assert all(call.status == 200 for call in office.ws.calls)


async def test_a_clock_that_jumps_past_the_lease_lets_nobody_else_send_what_is_on_its_way(office: Office) -> None:
    """A lease ends by the clock; what this very sender has in hand is not lost."""
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")
    begun, may_arrive, post = asyncio.Event(), asyncio.Event(), office.slack.post

    async def slowly(delivery: Delivery, message: Message) -> Outcome:
        if delivery.reader == ana.id:
            begun.set()
            await may_arrive.wait()
        return await post(delivery, message)

    office.slack.post = slowly  # type: ignore[method-assign]
    queued = office.queue(ana.id, "hello")
    async with office.sending() as sender:
        await begun.wait()
        office.after_the_lease()
        office.queue(ben.id, "another")
        sender.wake()
        await office.ws.changes.until(lambda: office.heard(ben) == ["another"], 3)
        may_arrive.set()
        await sender.idle()
    assert (office.heard(ana), office.row(queued).attempts) == (["hello"], 1)


async def test_nothing_is_looked_for_while_many_wait_for_an_acknowledgement(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    heard: list[int] = []

    def is_crowded() -> bool:
        heard.append(len(office.heard(ana)))
        return len(heard) <= 3

    await office.send_all(is_crowded=is_crowded)
    assert heard[:4] == [0, 0, 0, 0]
    assert office.heard(ana) == ["hello"]


async def test_a_crowd_that_stays_holds_up_no_message_for_good(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    await office.send_all(is_crowded=lambda: True)
    assert office.heard(ana) == ["hello"]
