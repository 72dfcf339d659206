"""HTTP for many schools: each has its own token, in the database, and what Slack sends comes in at one address."""

import asyncio

import aiohttp
import structlog
from sqlalchemy import Engine

from bot.domain.actor import Actor
from bot.domain.installation import Reason
from bot.http.front import Front
from bot.http.health import Health
from bot.http.intake import Intake
from bot.http.server import HttpServer
from bot.installing.flow import Installing
from bot.installing.schools import Source
from bot.installing.sources import ManySchools
from bot.paths import EVENTS, INSTALL, REDIRECT
from bot.services import leaving
from bot.services.desk import Clock, Executor
from bot.settings import Settings
from bot.ways_in import Inside
from storage.departures import gone_for
from storage.installations import Installations, States
from storage.sealed import Seal

log = structlog.get_logger(__name__)


class HttpWay:
    """The HTTP server. KeyGarbled or NoKey where the settings' keys are of no use."""

    def __init__(self, settings: Settings, engine: Engine, executor: Executor, clock: Clock) -> None:
        self._settings = settings
        self._executor = executor
        self._clock = clock
        self._engine = engine
        self._installations = Installations(engine, settings.slack_client_id, Seal(settings.keys))
        self._states = States(engine, clock.now)
        self._health = Health(engine, settings.accord_metrics_token.get_secret_value())
        self._server: HttpServer | None = None
        self._closing = False
        self.looking: asyncio.Task[None] | None = None
        """Ends when those were asked for again whose token Slack had refused."""
        self.workspace = ""
        self.team = ""

    @property
    def port(self) -> int:
        """Where it listens. 0 before it is open."""
        return self._server.port if self._server else 0

    async def knock(self, session: aiohttp.ClientSession) -> Source:
        for workspace in await self._executor(self._installations.unreadable):
            log.error("token unreadable", action="token-unreadable", workspace=workspace)
        return ManySchools(self._installations, self._executor)

    async def open(self, inside: Inside) -> None:
        intake = Intake(inside.app, inside.unreadable, self._settings.signing_secrets, self._clock)
        installing = Installing(self._settings, self._installations, self._states, self._executor, self._clock, inside)
        front = Front(
            {
                EVENTS: {"POST": intake},
                INSTALL: {"GET": installing.offer, "POST": installing.begin},
                REDIRECT: {"GET": installing.finish},
                "/healthz": {"GET": self._health.lives},
                "/readyz": {"GET": self._health.is_ready},
                "/metrics": {"GET": self._health.numbers},
            }
        )
        at = self._settings
        self._server = HttpServer(front, at.accord_http_host, at.accord_http_port, proxies=at.accord_http_proxies)
        await self._server.start()
        self.looking = asyncio.create_task(self._look_again(inside))

    async def _look_again(self, inside: Inside) -> None:
        """Whose token Slack refused may have been refused by mistake: each start asks once."""
        try:
            for workspace in await self._executor(lambda: gone_for(self._engine, Reason.REFUSED)):
                if await inside.schools.look_again(workspace):
                    await inside.desk.run(leaving.come_back, Actor(workspace, ""))
        except Exception:  # whatever the database says: nobody waits for this, and the next start asks again
            log.exception("not looked again", action="look-again-failed")

    def hears(self) -> bool:
        return self._server is not None and not self._closing

    async def close(self) -> None:
        self._closing = True
        if self.looking is not None:
            self.looking.cancel()
            await asyncio.wait([self.looking])
        self._health.stop_taking()
        if self._server is not None:
            self._server.part()
            await asyncio.sleep(self._settings.accord_http_drain)
            await self._server.stop()
