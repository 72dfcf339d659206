"""A message with a chart, over the real protocol: where a workspace refuses charts, its words go, once, and that is
remembered for a while."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from bot.activities.logbook import reads
from bot.activities.logbook.reads import ASKED_ANEW_AFTER
from bot.domain.outbox import Delivery, Message
from bot.messages.blocks import message_named
from bot.messages.charts import line_chart
from prompts.words import words_for
from sandbox.people import Person
from storage.unit_of_work import UnitOfWork
from tests.integration.delivery.office import Office
from tests.integration.delivery.test_chaos import flushed
from tests.integration.delivery.test_sender import SECOND

POST = "chat.postMessage"
SECTION = {"type": "section", "text": {"type": "plain_text", "text": "Five now"}}
CHART = line_chart("Pages", ["Start", "Today"], [("You", [Decimal(2), Decimal(5)])], "pages")
WORDS = Message("in words", (SECTION,))


def prepare(uow: UnitOfWork, delivery: Delivery) -> Message | None:
    """As the log is rendered: with a chart where none was refused."""
    if not reads.takes_charts(uow):
        return WORDS
    return Message(delivery.args["say"], (SECTION, CHART), in_words=WORDS)


async def send_all(office: Office) -> None:
    await office.send_all(prepare=prepare)


def refused_at(office: Office) -> datetime | None:
    found: datetime | None = office.in_workspace(lambda uow: uow.charts.refused_at())
    return found


def charts(person: Person) -> list[bool]:
    """Of each message in somebody's DM, whether a chart stands in it."""
    return [any(b["type"] == "data_visualization" for b in post.blocks or ()) for post in person.dm.posts]


@pytest.fixture
def ana(office: Office) -> Person:
    return office.ws.add_person("ana", "Ana")


async def test_where_charts_are_taken_one_stands_there(office: Office, ana: Person) -> None:
    office.queue(ana.id, "here")
    await send_all(office)
    assert (office.heard(ana), charts(ana)) == (["here"], [True])
    assert office.calls(POST) == 1
    assert refused_at(office) is None


async def test_where_they_are_refused_the_words_go_at_once(office: Office, ana: Person) -> None:
    office.ws.core.takes_charts = False
    queued = office.queue(ana.id, "here")
    await send_all(office)
    assert (office.heard(ana), charts(ana)) == (["in words"], [False])
    row = office.row(queued)
    assert (row.state, row.ts, row.attempts) == ("sent", ana.dm.posts[0].ts, 1)
    assert refused_at(office) == office.clock.now()


async def test_it_is_remembered_and_asked_anew_after_a_month(office: Office, ana: Person) -> None:
    office.ws.core.takes_charts = False
    office.queue(ana.id, "one")
    await send_all(office)
    office.queue(ana.id, "two")
    await send_all(office)
    assert office.calls(POST) == 3  # the first was refused once
    office.ws.core.takes_charts = True
    office.clock.advance(ASKED_ANEW_AFTER - timedelta(hours=1))
    office.queue(ana.id, "three")
    await send_all(office)
    office.clock.advance(timedelta(hours=1))
    office.queue(ana.id, "four")
    await send_all(office)
    assert charts(ana) == [False, False, False, True]


async def test_a_second_refusal_is_remembered_from_then_on(office: Office, ana: Person) -> None:
    office.ws.core.takes_charts = False
    office.queue(ana.id, "one")
    await send_all(office)
    office.clock.advance(ASKED_ANEW_AFTER)
    office.queue(ana.id, "two")
    await send_all(office)
    assert refused_at(office) == office.clock.now()
    assert office.calls(POST) == 4


async def test_of_another_workspace_nothing_is_remembered(office: Office, ana: Person) -> None:
    office.ws.core.takes_charts = False
    office.queue(ana.id, "one")
    await send_all(office)
    with office.engine.begin() as connection:
        assert UnitOfWork(connection, "T9", office.clock.now()).charts.refused_at() is None


async def test_words_that_are_refused_too_tell_nothing_of_charts(office: Office, ana: Person) -> None:
    queued = office.queue(ana.id, "here")
    office.ws.faults.next(POST, 2, kind="error:invalid_blocks")
    await send_all(office)
    assert office.row(queued).state == "failed"
    assert office.row(queued).error == "invalid_blocks"
    assert refused_at(office) is None


@pytest.mark.parametrize("error", ["channel_not_found", "msg_blocks_too_long", "ratelimited"])
async def test_another_refusal_is_no_refusal_of_charts(office: Office, ana: Person, error: str) -> None:
    office.queue(ana.id, "here")
    office.ws.faults.next(POST, kind=error if error == "ratelimited" else f"error:{error}")
    await send_all(office)
    assert refused_at(office) is None
    assert office.heard(ana) == []


@pytest.mark.parametrize("kind", ["cut_after", "http_500_after"])
async def test_words_that_nobody_heard_of_are_said_once(office: Office, ana: Person, kind: str) -> None:
    office.ws.core.takes_charts = False
    queued = office.queue(ana.id, "here")
    office.ws.faults.next(POST, kind="error:invalid_blocks")
    office.ws.faults.next(POST, kind=kind)
    await send_all(office)
    await flushed(office)
    assert office.row(queued).state == "claimed"
    office.after_the_lease()
    await send_all(office)
    assert office.heard(ana) == ["in words"]
    assert office.row(queued).state == "sent"


async def test_a_workspace_that_rests_already_keeps_its_rest(office: Office, ana: Person) -> None:
    until = office.clock.now() + 90 * SECOND
    office.in_workspace(lambda uow: uow.outbox.rest(until))
    office.in_workspace(lambda uow: uow.charts.refuse(office.clock.now()))
    office.queue(ana.id, "here")
    await send_all(office)
    assert office.heard(ana) == []
    office.clock.advance(91 * SECOND)
    await send_all(office)
    assert office.heard(ana) == ["in words"]


def test_the_words_say_of_which_class_they_are_as_well() -> None:
    named = message_named(Message("here", (SECTION, CHART), in_words=WORDS), "English 11", words_for())
    assert named.in_words is not None
    assert named.in_words == message_named(replace(WORDS), "English 11", words_for())
    assert named.in_words != WORDS
