"""A school whose token no key opens: nobody is told that it is not installed, and what is said there is not lost."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web
from pydantic import SecretStr
from sqlalchemy import create_engine

from bot import metrics
from bot.app import Accord
from bot.cli.doctor.outside import examine_http
from bot.demo.scene import FIRST_AFTERNOON
from bot.slack.http.server import HttpWay
from bot.slack.installing.schools import PATIENCE
from prompts.words import words_for
from sandbox.clock import MovableClock
from sandbox.http_delivery import signed
from sandbox.web_api.oauth import CLIENT_ID
from sandbox.workspace import LocalWorkspace
from storage.queries.installations import Installations
from storage.sealed import Seal, new_key
from tests.integration.http.served import accord_over_http, address, installation_of, keep, settings_for, workspace

NOWHERE = "http://127.0.0.1:9/api/"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@dataclass
class Shut:
    """Accord with a key that opens nothing, and a school that knows nothing of that."""

    accord: Accord
    ws: LocalWorkspace
    clock: MovableClock
    database: str
    key: str

    async def posts(self, payload: Mapping[str, Any]) -> tuple[int, str]:
        """What Slack sends, and what it is answered."""
        if "event" in payload:
            return await self._sends(json.dumps(payload), JSON)
        return await self._sends(urlencode(payload if "command" in payload else {"payload": json.dumps(payload)}), FORM)

    async def _sends(self, body: str, kind: str) -> tuple[int, str]:
        headers = {**signed(body, seconds=self.clock.now().timestamp()), "Content-Type": kind}
        async with (
            aiohttp.ClientSession() as session,
            session.post(address(self.accord, "/slack/events"), data=body, headers=headers) as answer,
        ):
            return answer.status, await answer.text()

    async def ready(self) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.get(address(self.accord, "/readyz")) as answer:
            return answer.status, await answer.text()

    def message(self) -> dict[str, Any]:
        event = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "text": "hi", "ts": "1.2"}
        return {"type": "event_callback", "team_id": self.ws.team_id, "event_id": "Ev1", "event": event}

    def command(self) -> dict[str, Any]:
        return {"command": "/accord", "text": "", "team_id": self.ws.team_id, "user_id": "U1", "channel_id": "C1"}

    def press(self, response_url: str) -> dict[str, Any]:
        action = {"action_id": "help", "block_id": "b", "type": "button", "value": ""}
        about = {"team": {"id": self.ws.team_id}, "user": {"id": "U1"}, "response_url": response_url}
        return {"type": "block_actions", "actions": [action], **about}

    def form(self) -> dict[str, Any]:
        view = {"id": "V1", "type": "modal", "callback_id": "x", "state": {"values": {}}, "team_id": self.ws.team_id}
        return {"type": "view_submission", "view": view, "team": {"id": self.ws.team_id}, "user": {"id": "U1"}}


@pytest.fixture
async def shut(database: str) -> AsyncIterator[Shut]:
    clock = MovableClock(FIRST_AFTERNOON, frozen=True)
    async with workspace(clock) as ws:
        keep(database, installation_of(ws))
        other = new_key()
        settings = settings_for(ws.api_url, database, accord_keys=SecretStr(other))
        async with accord_over_http(settings, clock) as accord:
            yield Shut(accord, ws, clock, database, other)


async def test_for_a_while_all_is_refused_so_that_slack_sends_it_again(shut: Shut) -> None:
    for payload in (shut.message(), shut.command(), shut.press(""), shut.form()):
        assert (await shut.posts(payload))[0] == 503
    shut.clock.advance(PATIENCE - timedelta(seconds=1))
    assert (await shut.posts(shut.message()))[0] == 503


async def test_then_it_is_acknowledged_and_who_is_there_hears_of_it(shut: Shut) -> None:
    heard: list[Any] = []

    async def take(request: web.Request) -> web.Response:
        heard.append(await request.json())
        return web.Response()

    app = web.Application()
    app.router.add_post("/", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    shut.clock.advance(PATIENCE)
    assert await shut.posts(shut.message()) == (200, "")
    status, said = await shut.posts(shut.command())
    assert status == 200
    assert said
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    assert (await shut.posts(shut.press(url)))[0] == 200
    assert [said_there["text"] for said_there in heard] == [said]
    assert (await shut.posts(shut.press("http://127.0.0.1:9/")))[0] == 200
    await runner.cleanup()


async def test_a_form_is_never_closed_over_what_is_written_in_it(shut: Shut) -> None:
    shut.clock.advance(PATIENCE)
    assert (await shut.posts(shut.form()))[0] == 503


async def test_it_is_not_ready_until_it_is_known_that_nobody_has_the_key(shut: Shut) -> None:
    assert await shut.ready() == (503, "keys\n")
    shut.clock.advance(PATIENCE)
    assert await shut.ready() == (503, "keys\n")
    assert isinstance(shut.accord.way, HttpWay)
    await shut.accord.way.unlock()
    assert await shut.ready() == (200, "ready\n")


async def test_the_monitoring_sees_it_until_it_is_mended(shut: Shut) -> None:
    assert b"\naccord_schools_locked_out 1.0" in metrics.exposition()
    engine = create_engine(shut.database)
    Installations(engine, CLIENT_ID, Seal([shut.key])).save(installation_of(shut.ws, shut.clock.now()))
    engine.dispose()
    assert isinstance(shut.accord.way, HttpWay)
    await shut.accord.way.unlock()
    assert b"\naccord_schools_locked_out 0.0" in metrics.exposition()
    assert await shut.ready() == (200, "ready\n")


async def test_with_the_right_key_what_waited_goes_on(database: str) -> None:
    clock = MovableClock(FIRST_AFTERNOON, frozen=True)
    async with workspace(clock) as ws:
        keep(database, installation_of(ws))
        ana = ws.add_person("ana", "Ana Horvat")
        async with accord_over_http(settings_for(ws.api_url, database), clock) as accord:
            await ws.delivers_to(address(accord, "/slack/events"), own_time=True)
            ws.faults.share("chat.postMessage", 1.0, "ratelimited")
            await ana.says("hi")
            await accord.settled()
        ws.faults.clear()
        wrong = settings_for(ws.api_url, database, accord_keys=SecretStr(new_key()))
        async with accord_over_http(wrong, clock) as accord:
            clock.advance(timedelta(minutes=2))
            await accord.settled()  # it is refused here, and rests
        async with accord_over_http(settings_for(ws.api_url, database), clock) as accord:
            assert isinstance(accord.way, HttpWay)
            await accord.way.unlock()
            clock.advance(timedelta(seconds=2))
            await accord.settled()
            await ana.sees("help")


@pytest.mark.parametrize(("keys", "found"), [(1, "tokens"), (2, "tokens-shut"), (3, "tokens-all-shut")])
async def test_the_doctor_tries_each_token(database: str, keys: int, found: str) -> None:
    """With every key, with one school's key missing, and with none that fits."""
    ours, theirs = new_key(), new_key()
    engine = create_engine(database)
    async with workspace() as ws:
        made = installation_of(ws)
    Installations(engine, CLIENT_ID, Seal([ours])).save(made)
    Installations(engine, CLIENT_ID, Seal([theirs])).save(replace(made, workspace="TOTHER"))
    engine.dispose()
    given = {1: f"{ours},{theirs}", 2: theirs, 3: new_key()}[keys]
    settings = settings_for(NOWHERE, database, accord_keys=SecretStr(given), accord_public_url="")
    findings = [f for f in await examine_http(settings) if f.key.startswith("tokens")]
    assert [f.key for f in findings] == [found]
    assert findings[0].well is (found == "tokens")
    words = words_for()
    assert words(f"doctor-{found}", **findings[0].args)
    assert found == "tokens" or words(f"doctor-{found}-remedy", **findings[0].args)
