"""How Slack reaches Accord: a socket that Accord opens, for one school, or HTTP, for many (http/way_in.py)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.installation import Installation
from bot.runner import Desk
from bot.settings import Settings
from bot.slack import gateway
from bot.slack.installing.schools import OneSchool, Schools, Source
from bot.slack.socket import Door
from bot.steady_clock import Clock

Unreadable = Callable[[Any], Awaitable[None]]
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
    unreadable: Unreadable
    desk: Desk
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

    async def knock(self, session: aiohttp.ClientSession) -> Source:
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

    async def knock(self, session: aiohttp.ClientSession) -> Source:
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
