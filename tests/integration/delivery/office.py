"""A local workspace, a database and senders between them."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from sqlalchemy import Engine, func, select

from bot.activities.undeliverable.use_cases import report
from bot.domain.outbox import Delivery, Message, Verb
from bot.outbox.courier import Prepare
from bot.outbox.pacing import Pacing, unhurried
from bot.outbox.sender import LEASE, Sender
from bot.runner import Inline
from bot.slack.gateway import SlackGateway, client
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from storage.queries.sending import sendings
from storage.tables.classes import OutboxRow, table
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
_outbox = table(OutboxRow)


def prepare(uow: object, delivery: Delivery) -> Message | None:
    """What the tests' messages say is in their arguments; one that says nothing has nothing left to say."""
    say = delivery.args.get("say")
    if say is None:
        return None
    return Message(say, ({"type": "section", "text": {"type": "plain_text", "text": say}},))


class Office:
    """What is queued, and what arrives."""

    def __init__(self, engine: Engine, workspace: LocalWorkspace, session: aiohttp.ClientSession) -> None:
        self.engine = engine
        self.ws = workspace
        self.clock = workspace.clock
        self.client = client(workspace.bot_token, workspace.api_url, session)
        self.slack = SlackGateway(lambda _: self.client)

    def queue(self, lane: str, say: str | None, **fields: Any) -> Delivery:
        """Queue a message for a person's or a channel's lane."""
        now = self.clock.now()
        args = {} if say is None else {"say": say}
        delivery = Delivery(self.ws.team_id, lane, Verb.POST, "test", args, lane, now, now)
        delivery = replace(delivery, **fields)
        with self.engine.begin() as connection:
            queued = UnitOfWork(connection, delivery.workspace, now).outbox.queue(delivery)
        assert queued is not None
        return queued

    def sender(
        self, *, pacing: Pacing | None = None, alone: bool = False, prepare: Prepare = prepare, **more: Any
    ) -> Sender:
        return Sender(
            sendings(self.engine),
            prepare,
            self.slack,
            report,
            Inline(),
            self.clock,
            pacing=pacing or unhurried(),
            alone=alone,
            **more,
        )

    @asynccontextmanager
    async def sending(self, **parts: Any) -> AsyncIterator[Sender]:
        """A sender at work; afterwards it is stopped, as at a shutdown."""
        sender = self.sender(**parts)
        work = asyncio.create_task(sender.run())
        try:
            yield sender
        finally:
            await sender.stop()
            await work

    async def send_all(self, **parts: Any) -> None:
        """Send what is due."""
        async with self.sending(**parts) as sender:
            await sender.idle()

    def after_the_lease(self) -> None:
        self.clock.advance(LEASE + timedelta(seconds=1))

    def heard(self, person: Person) -> list[str]:
        """What the bot said in somebody's DM, oldest first."""
        return [post.text for post in person.dm.posts if post.by_bot]

    def row(self, delivery: Delivery) -> Any:
        with self.engine.begin() as connection:
            return connection.execute(select(_outbox).where(_outbox.c.id == delivery.id)).one()

    def states(self) -> Counter[str]:
        """How many rows are in which state."""
        count = select(_outbox.c.state, func.count().label("number")).group_by(_outbox.c.state)
        with self.engine.begin() as connection:
            return Counter({row.state: row.number for row in connection.execute(count)})

    def in_workspace(self, use: Callable[[UnitOfWork], Any]) -> Any:
        with self.engine.begin() as connection:
            return use(UnitOfWork(connection, self.ws.team_id, self.clock.now()))

    def calls(self, method: str) -> int:
        return sum(call.method == method for call in self.ws.calls)
