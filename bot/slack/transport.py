"""How Slack reaches Accord: a socket that Accord opens, for one school, or HTTP, for many (http/server.py)."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import aiohttp
import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.installation import Installation
from bot.runner import Runner
from bot.settings import Settings
from bot.slack import gateway
from bot.slack.bolt import for_bolt
from bot.slack.installing.schools import OneSchool, Schools, TokenSource
from bot.steady_clock import Clock

# The door through which Slack comes in over Socket Mode: one connection, watched, and closed without losing anything.
#
# slack-sdk pings, and connects again when a connection ends or stays silent. What it does not do: give up on an
# address that no longer works (it tries the same one for ever), limit how long a connection may take to come about,
# say that it can not get through, or wait for what is in hand when it closes. That is done here.


log = structlog.get_logger(__name__)

PING_SECONDS = 5.0
LOOK_SECONDS = 2.5
HEARS_SECONDS = 12.0
"""So long after a sign of life (a pong, a message) we still count as reached: two pings may get lost."""

STALE_SECONDS = 40.0
"""Without a sign of life for so long, slack-sdk had its chances: we make a new connection."""

CONNECT_SECONDS = 15.0
FIRST_WAIT_SECONDS = 5.0
LONGEST_WAIT_SECONDS = 60.0
MOST_FAILURES = 6
"""After so many new connections that did not come about (some four minutes) somebody has to start us anew."""

GRACE_SECONDS = 3.0
"""For what is in hand when the door closes: Slack does not wait longer for any answer."""

SHORT = 1000
"""Characters: what brings an event is longer than what Slack says about the connection."""

CLOSE_SECONDS = 2.0

Ask = Callable[[], Awaitable[str]]
"""Asks Slack where to connect; an address works once."""


class Door:
    """`open` once, then `close`. `unreadable` takes what is not for Bolt; `lost` is called when no connection can
    be had any more."""

    def __init__(
        self,
        app: AsyncApp,
        unreadable: Callable[[Any], Awaitable[None]],
        token: str,
        ask: Ask,
        lost: Callable[[], None],
    ) -> None:
        self._app = app
        self._unreadable = unreadable
        self._token = token
        self._ask = ask
        self._lost = lost
        self._handler: AsyncSocketModeHandler | None = None
        self._watching: asyncio.Task[None] | None = None
        self._leaving: set[asyncio.Task[None]] = set()
        self._signs: tuple[int, float] = (0, 0.0)
        self._messages = 0
        self._seen_at = 0.0
        self._session: object | None = None
        self._asked_to_leave = False
        self._time = 1
        self._in_hand = 0
        self._empty = asyncio.Event()
        self._empty.set()
        self._closing = False

    async def open(self, address: str) -> None:
        """Connect. TimeoutError where that takes too long."""
        self._handler = await self._connect(address)
        self._session = self._handler.client.current_session
        self._watching = asyncio.create_task(self._watch())

    def hears(self) -> int:
        """Whether there was a sign of life a moment ago: which unbroken time of hearing this is, from 1; 0 for none.

        That Slack asks us to connect anew, every few hours, breaks nothing. A connection that is cut does: what was on
        its way in may be lost.
        """
        self._look()
        return self._time if not self._closing and time.monotonic() - self._seen_at < HEARS_SECONDS else 0

    async def close(self, grace: float = GRACE_SECONDS) -> None:
        """Take nothing more in, finish and acknowledge what is in hand, for at most so many seconds, and go."""
        self._closing = True
        if self._watching is not None:
            self._watching.cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(grace):
                await self._empty.wait()
        if self._handler is not None:
            await _closed(self._handler)
        for task in list(self._leaving):
            await task

    async def _connect(self, address: str) -> AsyncSocketModeHandler:
        handler = AsyncSocketModeHandler(self._app, self._token, ping_interval=PING_SECONDS)
        handler.client.socket_mode_request_listeners = [partial(self._take, handler)]
        handler.client.on_message_listeners.append(self._heard)
        handler.client.wss_uri = address
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                await handler.client.connect()  # type: ignore[no-untyped-call]
        except BaseException:
            await _closed(handler)
            raise
        self._seen_at = time.monotonic()
        return handler

    async def _take(self, handler: AsyncSocketModeHandler, client: Any, request: Any) -> None:
        """One envelope. While we close it is not acknowledged: Slack brings it again, to whoever is there."""
        if self._closing:
            return
        self._in_hand += 1
        self._empty.clear()
        try:
            if for_bolt(request.payload):
                await handler.handle(client, request)
            else:
                await self._unreadable(request.payload)
                await client.send_socket_mode_response(SocketModeResponse(request.envelope_id))
        finally:
            self._in_hand -= 1
            if not self._in_hand:
                self._empty.set()

    async def _heard(self, message: Any) -> None:
        self._messages += 1
        if len(message.data) < SHORT and '"disconnect"' in message.data:
            self._asked_to_leave = True

    def _look(self) -> None:
        """Whether anything came since the last look, and over the same connection."""
        if self._handler is None:
            return
        client = self._handler.client
        signs = (self._messages, client.last_ping_pong_time or 0.0)
        if signs != self._signs:
            self._signs, self._seen_at = signs, time.monotonic()
        if client.current_session is not self._session:
            self._time += not self._asked_to_leave
            self._session, self._asked_to_leave = client.current_session, False

    async def _watch(self) -> None:
        failures = 0
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            self._look()
            if time.monotonic() - self._seen_at < STALE_SECONDS:
                failures = 0
                continue
            if await self._replace():
                continue
            failures += 1
            if failures >= MOST_FAILURES:
                log.error("no way to Slack", action="socket.given_up", failures=failures)
                self._lost()
                return
            await asyncio.sleep(min(FIRST_WAIT_SECONDS * 2 ** (failures - 1), LONGEST_WAIT_SECONDS))

    async def _replace(self) -> bool:
        """A new connection in place of a dead one; whether it came about."""
        log.warning("the socket is stale", action="socket.stale")
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                address = await self._ask()
            new = await self._connect(address)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("no new socket", action="socket.failed", reason=type(error).__name__)
            return False
        old, self._handler = self._handler, new
        if old is not None:
            leaving = asyncio.create_task(_closed(old))
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)
        log.info("connected anew", action="socket.replaced")
        return True


async def _closed(handler: AsyncSocketModeHandler) -> None:
    """A dead connection may not answer that it closes: it is left behind."""
    client = handler.client
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await handler.close_async()  # type: ignore[no-untyped-call]
    except (aiohttp.ClientError, TimeoutError, OSError):
        for task in (client.message_processor, client.current_session_monitor, client.message_receiver):
            if task is not None:
                task.cancel()
        await client.aiohttp_client_session.close()


OnUnreadable = Callable[[Any], Awaitable[None]]
"""Counts what nobody can read, and says so to whoever sent it. It is acknowledged then."""


class PortTaken(OSError):
    """Nobody can listen there: another program does, or this one may not."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port}")
        self.port = port


@dataclass(frozen=True, slots=True)
class Inside:
    """What a way leads to. `unreadable` takes what Bolt can not, and `lost` is called when Slack can not be reached any
    more."""

    app: AsyncApp
    unreadable: OnUnreadable
    runner: Runner
    schools: Schools
    session: aiohttp.ClientSession
    lost: Callable[[], None]


class WayIn(Protocol):
    """`knock`, then `open`, then `close`. `workspace` and `team` are the id and the name of the one school, or ""."""

    workspace: str
    team: str

    @property
    def port(self) -> int:
        """Where it listens; 0 where it does not."""

    async def knock(self, session: aiohttp.ClientSession) -> TokenSource:
        """Where the tokens are. SlackApiError where Slack refuses one, ClientError where it is away."""

    async def open(self, inside: Inside) -> None:
        """From now on, what Slack sends comes in."""

    def hears(self) -> int:
        """Whether what Slack sends reaches us now: 0, or a number that changes when the connection was broken."""

    async def close(self) -> None:
        """Take nothing more in, and finish what runs."""


class SocketWay:
    """Socket Mode, with the two tokens of the settings."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._client: AsyncWebClient | None = None
        self._address = ""
        self._door: Door | None = None
        self.port = 0
        self.workspace = ""
        self.team = ""

    async def knock(self, session: aiohttp.ClientSession) -> TokenSource:
        token = self._settings.slack_bot_token.get_secret_value()
        self._client = gateway.client(token, self._settings.slack_api_url, session)
        who = await self._client.auth_test()
        self.workspace, self.team = str(who["team_id"]), str(who.get("team") or who["team_id"])
        self._address = await self._ask()
        me, bot = str(who.get("user_id") or ""), str(who.get("bot_id") or "")
        return OneSchool(Installation(self.workspace, token, me, bot, self._clock.now(), self.team))

    async def open(self, inside: Inside) -> None:
        self._door = Door(inside.app, inside.unreadable, self._app_token, self._ask, inside.lost)
        await self._door.open(self._address)

    def hears(self) -> int:
        return self._door.hears() if self._door is not None else 0

    async def close(self) -> None:
        if self._door is not None:
            await self._door.close()

    async def _ask(self) -> str:
        """Where to connect. The socket's own client would ask by itself, and with a refused token for ever."""
        assert self._client is not None  # noqa: S101 - for the types: open() has set it
        return str((await self._client.apps_connections_open(app_token=self._app_token))["url"])

    @property
    def _app_token(self) -> str:
        return self._settings.slack_app_token.get_secret_value()
