"""All replicas are started anew, one after the other, behind the proxies of the guide: everything is acknowledged,
and heard.

Slack repeats an event that was not; a press and a command it does not.
"""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest
from alembic import command
from sqlalchemy import create_engine, text

from handlers import router
from sandbox.http_delivery import FORM, signed
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.migrate import config
from tests.integration.http.served import accord_over_http, installation_of, keep, settings_for, workspace
from tests.integration.proxies.guide import PROXIES, free_port, proxy, there
from tests.integration.proxies.stand_in import stand_in

STAND_IN = "stand-in"
SENDERS = 3
DRAIN = 1.0

WITHIN = 20.0
"""Real seconds for an answer. Slack waits 3, but a busy machine is not what is looked at here."""

BEGAN = 1_799_852_400
APART = 2 * router.WITHIN / router.MOST
"""Seconds from one message to the next by Slack's stamps: what is over the rate of one person would not be heard."""

KINDS = {"event": "said", "press": "press", "command": "command"}
"""What is sent, and how the key begins under which it was heard."""


@pytest.fixture
def database(postgres_url: str) -> str:
    """Up to date, and known to be."""
    engine = open_engine(postgres_url)
    with engine.begin() as connection:
        settings = config()
        settings.attributes["connection"] = connection
        command.stamp(settings, "head")
    engine.dispose()
    return postgres_url


@pytest.fixture
async def ws(database: str) -> AsyncIterator[LocalWorkspace]:
    async with workspace() as made:
        keep(database, installation_of(made))
        yield made


class Slack:
    """Sends events, presses and commands, as fast as they are answered, and counts the answers by kind and status."""

    def __init__(self, address: str, ws: LocalWorkspace, person: Person) -> None:
        self._address, self._ws, self._person = f"{address}/slack/events", ws, person
        self._numbers = count(1)
        self._enough = False
        self.answers: Counter[tuple[str, int]] = Counter()

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Of each kind at least one has been answered before the block begins, and after it ends."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=WITHIN)) as session:
            await self._one_of_each(session)
            senders = [asyncio.create_task(self._goes_on(session)) for _ in range(SENDERS)]
            try:
                yield
            finally:
                self._enough = True
                await asyncio.gather(*senders)
            await self._one_of_each(session)

    async def _goes_on(self, session: aiohttp.ClientSession) -> None:
        while not self._enough:
            await self._one_of_each(session)

    async def _one_of_each(self, session: aiohttp.ClientSession) -> None:
        number = next(self._numbers)
        for kind, body, form in (
            ("event", self._event(number), "application/json"),
            ("press", self._press(number), FORM),
            ("command", self._command(number), FORM),
        ):
            headers = {**signed(body), "Content-Type": form}
            async with session.post(self._address, data=body, headers=headers) as answer:
                self.answers[kind, answer.status] += 1

    def _event(self, number: int) -> str:
        event = {"type": "message", "channel_type": "im", "channel": self._person.dm.id, "user": self._person.id}
        ts = f"{BEGAN + number * APART:.6f}"
        said = event | {"text": "hi", "ts": ts, "event_ts": ts}
        return json.dumps(
            {"team_id": self._ws.team_id, "event": said, "type": "event_callback", "event_id": f"Ev{number}"}
        )

    def _press(self, number: int) -> str:
        pressed = {"type": "button", "action_id": "help.show", "block_id": "b", "action_ts": f"{BEGAN}.{number:06}"}
        payload = {
            "type": "block_actions",
            "team": {"id": self._ws.team_id, "domain": "school"},
            "user": {"id": self._person.id, "team_id": self._ws.team_id},
            "api_app_id": "A1",
            "trigger_id": f"{number}.trigger",
            "container": {"type": "view", "view_id": "V1"},
            "actions": [pressed],
        }
        return urlencode({"payload": json.dumps(payload)})

    def _command(self, number: int) -> str:
        return urlencode(
            {
                "command": "/accord",
                "text": "help",
                "team_id": self._ws.team_id,
                "user_id": self._person.id,
                "channel_id": self._person.dm.id,
                "trigger_id": f"{number}.trigger.command",
            }
        )


@pytest.mark.parametrize("name", [STAND_IN, *PROXIES])
async def test_nothing_is_lost_while_all_replicas_are_started_anew(
    name: str, ws: LocalWorkspace, database: str, tmp_path: Path
) -> None:
    if name != STAND_IN and not there(name):
        pytest.skip(f"{name} is not installed here: its part of docs/deploy.md was not tried")
    ana, ports = ws.add_person("ana", "Ana Horvat"), (free_port(), free_port())
    both = [settings_for(ws.api_url, database, accord_http_port=port, accord_http_drain=DRAIN) for port in ports]
    async with AsyncExitStack() as stack:
        replicas = [await stack.enter_async_context(accord_over_http(each)) for each in both]
        standing = stand_in(ports) if name == STAND_IN else proxy(name, tmp_path, ports)
        slack = Slack(await stack.enter_async_context(standing), ws, ana)
        async with slack.at_work():
            for place, replica in enumerate(replicas):
                await replica.stop()
                replicas[place] = await stack.enter_async_context(accord_over_http(both[place]))
    assert {status for _, status in slack.answers} == {200}
    assert heard(database) == {KINDS[kind]: times for (kind, _), times in slack.answers.items()}
    assert slack.answers["event", 200] > 10


def heard(database: str) -> Counter[str]:
    """How many different ones, by what their keys begin with."""
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        keys = connection.execute(text("SELECT key FROM incoming")).scalars().all()
    engine.dispose()
    beginnings = (key.split(":")[0] for key in keys)
    return Counter(begins for begins in beginnings if begins in KINDS.values())
