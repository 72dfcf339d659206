"""The door to Slack stays open whatever happens to the socket, and closes without losing what is in hand."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.async_app import AsyncAck
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.cli.run import Misconfigured, serve
from bot.demo.scene import MANIFEST
from bot.settings import Settings
from bot.slack import transport as doors
from bot.slack.transport import Door
from prompts.words import words_for
from sandbox import socket_mode
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace

WITHIN = 20.0


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that takes seconds takes tenths of them."""
    for name, seconds in {
        "PING_SECONDS": 0.2,
        "LOOK_SECONDS": 0.05,
        "HEARS_SECONDS": 0.6,
        "STALE_SECONDS": 1.5,
        "CONNECT_SECONDS": 2.0,
        "FIRST_WAIT_SECONDS": 0.02,
        "LONGEST_WAIT_SECONDS": 0.05,
        "CLOSE_SECONDS": 0.5,
    }.items():
        monkeypatch.setattr(doors, name, seconds)


@pytest.fixture
async def ws() -> AsyncIterator[LocalWorkspace]:
    async with LocalWorkspace.running(manifest=MANIFEST, patience=WITHIN, redeliver_after=0.2) as made:
        yield made


@pytest.fixture
def ana(ws: LocalWorkspace) -> Person:
    return ws.add_person("ana", "Ana")


class House:
    """A door, and what is done with the messages that come in through it."""

    def __init__(self, ws: LocalWorkspace) -> None:
        self.ws = ws
        self.heard: list[str] = []
        self.unreadable: list[Any] = []
        self.lost = asyncio.Event()
        self.may_go_on = asyncio.Event()
        self.may_go_on.set()
        self.client = AsyncWebClient(base_url=ws.api_url)
        known = AuthorizeResult(
            enterprise_id=None, team_id=ws.team_id, bot_token=ws.bot_token, bot_id="B1", bot_user_id=ws.bot_user_id
        )

        async def authorize() -> AuthorizeResult:
            return known

        app = AsyncApp(client=self.client, authorize=authorize, process_before_response=True)
        app.event("message")(self._hear)
        self.door = Door(app, self._keep, ws.app_token, self._ask, self.lost.set)

    async def _keep(self, body: Any) -> None:
        self.unreadable.append(body)

    async def _hear(self, event: dict[str, str], ack: AsyncAck) -> None:
        self.heard.append(event["text"])
        await self.may_go_on.wait()
        await ack()

    async def _ask(self) -> str:
        return str((await self.client.apps_connections_open(app_token=self.ws.app_token))["url"])

    async def open(self) -> None:
        await self.door.open(await self._ask())
        await self.ws.connected(WITHIN)


@asynccontextmanager
async def open_house(ws: LocalWorkspace) -> AsyncIterator[House]:
    house = House(ws)
    await house.open()
    try:
        yield house
    finally:
        house.may_go_on.set()
        await house.door.close()


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(WITHIN):
        while not holds():
            await asyncio.sleep(0.01)


async def test_a_message_comes_in_and_we_know_that_we_hear(ws: LocalWorkspace, ana: Person) -> None:
    async with open_house(ws) as house:
        await ana.says("hi")
        assert house.heard == ["hi"]
        assert house.door.hears()
    assert not house.door.hears()


@pytest.mark.parametrize(
    "nonsense", [{"event": 7}, {"authorizations": ["x"]}, {"team": ["x"]}, {"event": {"type": []}}]
)
async def test_what_nobody_can_read_is_acknowledged_and_ignored(
    ws: LocalWorkspace, ana: Person, nonsense: dict[str, object]
) -> None:
    async with open_house(ws) as house:
        await ws.answered(ws.core.send("events_api", {"type": "event_callback", **nonsense}))
        await ana.says("hi")
        assert house.heard == ["hi"]


async def test_a_type_that_bolt_has_no_listeners_for_is_acknowledged_and_not_logged(
    ws: LocalWorkspace, ana: Person, caplog: pytest.LogCaptureFixture
) -> None:
    body = {"type": "hologram", "team": {"id": ws.team_id}, "text": "a walrus"}
    async with open_house(ws) as house:
        await ws.answered(ws.core.send("interactive", body))
        await ana.says("hi")
        assert (house.unreadable, house.heard) == ([body], ["hi"])
    assert "walrus" not in caplog.text


async def test_a_socket_that_hangs_is_replaced(ws: LocalWorkspace, ana: Person) -> None:
    async with open_house(ws) as house:
        [hanging] = ws.sockets.connections
        unbroken = house.door.hears()
        ws.sockets.hang()
        await ws.changes.until(lambda: any(c is not hanging for c in ws.sockets.connections), WITHIN)
        hanging.leaving = True
        await ana.says("hi")
        assert "hi" in house.heard
        await until(lambda: house.door.hears() > unbroken)
        assert not house.lost.is_set()


async def test_an_address_that_works_no_more_is_given_up(ws: LocalWorkspace, ana: Person) -> None:
    """slack-sdk alone would try the same one for ever."""
    async with open_house(ws) as house:
        ws.sockets.refused = 1
        ws.sockets.drop()
        await until(lambda: not ws.sockets.connections and not ws.sockets.refused)
        await ws.connected(WITHIN)
        await ana.says("hi")
        assert "hi" in house.heard


async def test_who_can_not_be_reached_any_more_says_so(ws: LocalWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "MOST_FAILURES", 2)
    async with open_house(ws) as house:
        ws.faults.share("apps.connections.open", 1.0, "http_503")
        ws.sockets.drop()
        async with asyncio.timeout(WITHIN):
            await house.lost.wait()


async def test_trouble_that_passes_is_no_reason_to_end(ws: LocalWorkspace, ana: Person) -> None:
    async with open_house(ws) as house:
        ws.faults.next("apps.connections.open", 3, kind="http_503")
        ws.sockets.drop()
        await ana.says("hi")
        assert "hi" in house.heard
        assert not house.lost.is_set()


async def test_what_slack_does_every_few_hours_breaks_nothing(
    ws: LocalWorkspace, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_mode, "WARNED", 0.1)
    async with open_house(ws) as house:
        [first] = ws.sockets.connections
        unbroken = house.door.hears()
        ws.sockets.refresh()
        assert await ws.changes.until(lambda: first not in ws.sockets.connections, WITHIN)
        await ws.connected(WITHIN)
        await ana.says("hi")
        assert house.heard == ["hi"]
        assert house.door.hears() == unbroken


async def test_a_cut_is_known_however_short_it_was(ws: LocalWorkspace, ana: Person) -> None:
    async with open_house(ws) as house:
        unbroken = house.door.hears()
        ws.sockets.drop()
        await ana.says("hi")
        assert "hi" in house.heard
        assert house.door.hears() > unbroken


async def test_a_connection_that_does_not_come_about_is_an_error_at_the_start(ws: LocalWorkspace) -> None:
    house = House(ws)
    address = await house._ask()
    ws.sockets.refused = 1
    with pytest.raises(TimeoutError):
        await house.door.open(address)


async def test_what_is_in_hand_is_finished_and_acknowledged(ws: LocalWorkspace, ana: Person) -> None:
    async with open_house(ws) as house:
        house.may_go_on.clear()
        said = asyncio.ensure_future(ana.says("hi"))
        await until(lambda: house.heard == ["hi"])
        closing = asyncio.ensure_future(house.door.close())
        await until(lambda: not house.door.hears())
        await ana.says("are you there?", acked=False)
        house.may_go_on.set()
        await said
        await closing
        assert house.heard == ["hi"]
        assert [e.acknowledged for e in ws.envelopes] == [True, False]


async def test_who_does_not_finish_is_not_waited_for(ws: LocalWorkspace, ana: Person) -> None:
    async with open_house(ws) as house:
        house.may_go_on.clear()
        await ana.says("hi", acked=False)
        await until(lambda: house.heard == ["hi"])
        await house.door.close(grace=0.05)
        assert [e.acknowledged for e in ws.envelopes] == [False]


async def test_accord_ends_when_it_is_out_of_touch(
    ws: LocalWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "MOST_FAILURES", 1)
    settings = Settings(
        slack_bot_token=SecretStr(ws.bot_token),
        slack_app_token=SecretStr(ws.app_token),
        slack_api_url=ws.api_url,
        accord_database_url=f"sqlite:///{tmp_path}/accord.db",
    )

    async def trouble() -> None:
        await ws.connected(WITHIN)
        ws.faults.share("apps.connections.open", 1.0, "http_503")
        ws.sockets.drop()

    causing: Awaitable[None] = asyncio.ensure_future(trouble())
    with pytest.raises(Misconfigured) as ended:
        await serve(settings)
    await causing
    assert str(ended.value) == words_for()("run-out-of-touch")
