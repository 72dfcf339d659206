"""Two replicas on one PostgreSQL, behind a proxy that sends whatever it likes to either."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest
from alembic import command
from sqlalchemy import Engine, create_engine, text

from bot.app import Accord
from sandbox.http_delivery import signed
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.migrate import config
from tests.integration.http.served import accord_over_http, address, installation_of, keep, settings_for, workspace


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


@pytest.fixture
async def replicas(ws: LocalWorkspace, database: str) -> AsyncIterator[list[Accord]]:
    settings = settings_for(ws.api_url, database)
    async with accord_over_http(settings) as one, accord_over_http(settings) as two:
        yield [one, two]


def greeting_of(ws: LocalWorkspace, person: Person, number: int) -> bytes:
    """An event as Slack would send it."""
    event = {"type": "message", "channel_type": "im", "channel": person.dm.id, "user": person.id, "text": "hi"}
    ts = f"1799852400.{number:06}"
    body = {
        "team_id": ws.team_id,
        "event": {**event, "ts": ts, "event_ts": ts},
        "type": "event_callback",
        "event_id": f"Ev{number}",
    }
    return json.dumps(body).encode()


async def send(session: aiohttp.ClientSession, replica: Accord, body: bytes) -> int:
    headers = {**signed(body.decode()), "Content-Type": "application/json"}
    async with session.post(address(replica, "/slack/events"), data=body, headers=headers) as answer:
        return answer.status


def count(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


async def test_an_event_that_reaches_both_has_one_effect(
    ws: LocalWorkspace, replicas: list[Accord], database: str
) -> None:
    ana = ws.add_person("ana", "Ana Horvat")
    bodies = [greeting_of(ws, ana, number) for number in range(5)]
    async with aiohttp.ClientSession() as session:
        sent = [send(session, replica, body) for body in bodies for replica in (*replicas, *replicas)]
        assert set(await asyncio.gather(*sent)) == {200}
    for replica in replicas:
        await replica.settled()
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    assert count(engine, "incoming") == len(bodies)
    posts = [call for call in ws.calls if call.method == "chat.postMessage"]
    assert len(posts) == count(engine, "outbox") == len(bodies)
    engine.dispose()


async def test_a_replica_that_stops_leaves_the_other_at_work(ws: LocalWorkspace, replicas: list[Accord]) -> None:
    ana = ws.add_person("ana", "Ana Horvat")
    one, two = replicas
    async with aiohttp.ClientSession() as session:
        await one.stop()
        with pytest.raises(aiohttp.ClientConnectorError):
            await send(session, one, greeting_of(ws, ana, 1))
        assert await send(session, two, greeting_of(ws, ana, 1)) == 200
    await two.settled()
    await ana.sees("help")
