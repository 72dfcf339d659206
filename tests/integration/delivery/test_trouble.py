"""When sending goes wrong: nothing is lost, nothing is said twice, and somebody hears of what stays undelivered."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from structlog.testing import capture_logs

from bot.activities.undeliverable.use_cases import report
from bot.domain.outbox import Message, Verb
from bot.outbox.pacing import unhurried
from bot.outbox.sender import LEASE, SETTLED, Sender
from bot.slack.gateway import SlackGateway, client, open_session
from storage.queries.sending import sendings
from tests.integration.delivery.office import Office, prepare

R = TypeVar("R")
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("fault", ["cut_after", "cut_before", "http_500_after", "http_500", "http_503", "slow_after"])
async def test_without_an_answer_a_message_is_looked_for_before_it_is_sent_again(office: Office, fault: str) -> None:
    ana = office.ws.add_person("ana", "Ana")
    queued, behind = office.queue(ana.id, "hello"), office.queue(ana.id, "and bye")
    office.ws.faults.next("chat.postMessage", kind=fault, seconds=1)
    async with office.sending() as sender:
        await sender.idle()
        assert office.row(queued).state == "claimed"
        assert office.row(behind).state == "waiting"
        await office.ws.idle()
        office.after_the_lease()
        await sender.idle()
    assert office.heard(ana) == ["hello", "and bye"]
    row = office.row(queued)
    assert (row.state, row.channel, row.ts) == ("sent", ana.dm.id, ana.dm.posts[0].ts)


async def test_a_message_that_can_not_be_looked_for_now_is_looked_for_later(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    office.ws.faults.next("chat.postMessage", kind="cut_after")
    async with office.sending() as sender:
        await sender.idle()
        for trouble in ("http_500", "ratelimited", "error:internal_error"):
            office.ws.faults.next("conversations.history", kind=trouble)
            office.after_the_lease()
            await sender.idle()
            assert office.states() == {"claimed": 1}
        office.after_the_lease()
        await sender.idle()
    assert office.states() == {"sent": 1}
    assert office.heard(ana) == ["hello"]


async def test_where_nobody_may_look_a_message_is_sent_again(office: Office) -> None:
    channel = office.ws.add_channel("english-10b")
    queued = office.queue(channel.id, "hello")
    office.ws.faults.next("chat.postMessage", kind="http_500")
    office.ws.faults.next("conversations.history", kind="error:missing_scope")
    async with office.sending() as sender:
        await sender.idle()
        office.after_the_lease()
        await sender.idle()
    assert office.row(queued).state == "sent"


async def test_a_refresh_and_a_home_without_an_answer_are_done_again_soon(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    card = office.queue(ana.id, "proposed", subject="contract:1")
    office.queue(ana.id, "signed", verb=Verb.REFRESH, refreshes=card.id)
    office.queue(f"home:{ana.id}", "home", verb=Verb.HOME, reader=ana.id)
    office.ws.faults.next("chat.update", kind="cut_before")
    office.ws.faults.next("views.publish", kind="http_500")
    async with office.sending() as sender:
        await sender.idle()
        office.clock.advance(2 * SECOND)
        await sender.idle()
    assert office.heard(ana) == ["signed"]
    assert ana.home is not None
    assert office.states() == {"sent": 3}


async def test_an_ephemeral_without_an_answer_is_let_go(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    channel = office.ws.add_channel("english-10b", [ana])
    queued = office.queue(channel.id, "only for you", verb=Verb.EPHEMERAL, reader=ana.id)
    office.ws.faults.next("chat.postEphemeral", kind="cut_after")
    await office.send_all()
    assert office.row(queued).state == "expired"


async def test_a_limit_pauses_the_workspace_for_as_long_as_slack_says(office: Office) -> None:
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")
    queued = office.queue(ana.id, "hello")
    office.ws.faults.next("chat.postMessage", kind="ratelimited", seconds=30)
    async with office.sending() as sender:
        await sender.idle()
        row = office.row(queued)
        assert (row.state, row.attempts) == ("waiting", 0)
        office.queue(ben.id, "me too")
        other = office.queue(ben.id, "elsewhere", workspace="T0OTHER")
        await sender.idle()
        assert office.row(other).state == "sent"
        office.clock.advance(29 * SECOND)
        await sender.idle()
        assert office.states() == {"waiting": 2, "sent": 1}
        office.clock.advance(SECOND)
        await sender.idle()
    assert office.states() == {"sent": 3}
    assert office.heard(ana) == ["hello"]


async def test_passing_refusals_are_tried_again_and_hold_the_order(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "first")
    office.queue(ana.id, "second")
    office.ws.faults.next("chat.postMessage", 3, kind="error:internal_error")
    async with office.sending() as sender:
        for _ in range(4):
            await sender.idle()
            office.clock.advance(10 * SECOND)
        await sender.idle()
    assert office.heard(ana) == ["first", "second"]
    assert office.calls("chat.postMessage") == 5


async def test_a_refused_token_rests_the_workspace_and_loses_nothing(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    office.ws.faults.next("chat.postMessage", kind="error:token_revoked")
    async with office.sending() as sender:
        with capture_logs() as logs:
            await sender.idle()
        assert [line["action"] for line in logs] == ["delivery.token_refused"]
        assert office.states() == {"waiting": 1}
        office.clock.advance(timedelta(minutes=15))
        await sender.idle()
    assert office.heard(ana) == ["hello"]


async def test_a_server_that_can_not_be_reached_costs_no_attempt(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    queued = office.queue(ana.id, "hello")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}/api/"
    async with open_session() as session:
        away = client(office.ws.bot_token, nowhere, session)
        office.slack = SlackGateway(lambda _: away)
        await office.send_all()
    row = office.row(queued)
    assert (row.state, row.attempts) == ("waiting", 0)
    office.slack = SlackGateway(lambda _: office.client)
    office.clock.advance(5 * SECOND)
    await office.send_all()
    assert office.heard(ana) == ["hello"]


async def test_a_server_that_knows_no_home_costs_one_line(office: Office) -> None:
    ana, ben = office.ws.add_person("ana", "Ana"), office.ws.add_person("ben", "Ben")
    for person in (ana, ben):
        office.queue(f"home:{person.id}", "home", verb=Verb.HOME, reader=person.id)
        office.queue(person.id, "hello")
    office.ws.faults.next("views.publish", 2, kind="error:unknown_method")
    with capture_logs() as logs:
        await office.send_all()
    assert [line["action"] for line in logs] == ["delivery.unsupported"]
    assert office.states() == {"failed": 2, "sent": 2}


async def test_what_a_killed_sender_had_sent_is_found_soon_by_the_only_one(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    office.queue(ana.id, "bye")
    office.ws.faults.next("chat.postMessage", kind="slow_after", seconds=1)
    dying = asyncio.create_task(office.sender().run())
    assert await office.ws.changes.until(lambda: bool(office.heard(ana)), 3)
    dying.cancel()
    await asyncio.wait([dying])
    office.clock.advance(SETTLED)
    await office.send_all(alone=False)
    assert office.states() == {"claimed": 1, "waiting": 1}
    await office.send_all(alone=True)
    assert office.heard(ana) == ["hello", "bye"]
    assert office.states() == {"sent": 2}


async def test_what_slack_still_holds_of_a_killed_sender_is_not_sent_again_by_the_only_one(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    with sendings(office.engine)() as sending:
        [claimed] = sending.claim("dead", office.clock.now(), 1, LEASE, unhurried(), [office.ws.team_id])
    office.ws.faults.next("chat.postMessage", kind="slow", seconds=1)
    held = asyncio.create_task(office.slack.post(claimed, Message("hello", ())))
    async with office.sending(alone=True) as sender:
        for _ in range(2):  # neither when it starts, nor when it looks again
            office.clock.advance(3 * SECOND)
            await sender.idle()
            assert office.row(claimed).owner == "dead"
        await held
        office.clock.advance(SETTLED)
        await sender.idle()
    assert office.heard(ana) == ["hello"]
    assert office.states() == {"sent": 1}


async def test_the_only_one_takes_over_what_was_claimed_last_when_that_has_settled_too(office: Office) -> None:
    """However many visits find nothing to take over before."""
    ana = office.ws.add_person("ana", "Ana")
    queued = office.queue(ana.id, "hello")
    with sendings(office.engine)() as sending:
        assert sending.claim("dead", office.clock.now(), 1, LEASE, unhurried(), [office.ws.team_id])
    async with office.sending(alone=True) as sender:
        for _ in range(int(SETTLED / SECOND) - 1):
            office.clock.advance(SECOND)
            await sender.idle()
        assert (office.row(queued).state, office.calls("conversations.history")) == ("claimed", 0)
        office.clock.advance(SECOND)
        await sender.idle()
    assert (office.row(queued).state, office.calls("conversations.history")) == ("sent", 1)


async def test_what_a_killed_sender_had_not_sent_is_sent_when_its_lease_has_run_out(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    with sendings(office.engine)() as sending:
        assert sending.claim("dead", office.clock.now(), 1, LEASE, unhurried(), [office.ws.team_id])
    async with office.sending() as sender:
        await sender.idle()
        assert office.heard(ana) == []
        office.after_the_lease()
        await sender.idle()
    assert office.heard(ana) == ["hello"]


async def test_a_lost_prompt_that_is_late_by_now_is_not_sent_again(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    queued = office.queue(ana.id, "hello", expires_at=office.clock.now() + 30 * SECOND)
    office.ws.faults.next("chat.postMessage", kind="cut_before")
    async with office.sending() as sender:
        await sender.idle()
        office.after_the_lease()
        await sender.idle()
    assert (office.row(queued).state, office.heard(ana)) == ("expired", [])


async def test_a_stopped_sender_finishes_what_is_on_its_way_and_claims_nothing_more(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    office.queue(ana.id, "bye")
    office.ws.faults.next("chat.postMessage", kind="slow_after", seconds=0.2)
    sender = office.sender()
    work = asyncio.create_task(sender.run())
    assert await office.ws.changes.until(lambda: bool(office.heard(ana)), 3)
    await sender.stop()
    await work
    assert office.heard(ana) == ["hello"]
    assert office.states() == {"sent": 1, "waiting": 1}


async def test_a_database_that_is_away_for_a_moment_loses_no_outcome(office: Office) -> None:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "hello")
    failures = 0

    class Unsteady:
        """Fails the visit after the first message has left."""

        async def __call__(self, work: Callable[[], R], /) -> R:
            nonlocal failures
            if office.heard(ana) and not failures:
                failures += 1
                raise OSError
            return work()

    sender = Sender(sendings(office.engine), prepare, office.slack, report, Unsteady(), office.clock)
    work: Awaitable[None] = asyncio.create_task(sender.run())
    assert await office.ws.changes.until(lambda: bool(office.heard(ana)), 3)
    await sender.idle()
    await sender.stop()
    await work
    assert failures == 1
    assert office.states() == {"sent": 1}
    assert office.heard(ana) == ["hello"]
