"""uvicorn, started and stopped as a part among others: its signals, its exit codes and its log lines are not used."""

import asyncio
import socket
import sys
from collections.abc import Sequence
from functools import partial

import aiohttp
import structlog
import uvicorn
from sqlalchemy import Engine

from bot.activities.installing import use_cases
from bot.domain.actor import Actor
from bot.domain.installation import Reason
from bot.runner import Executor
from bot.settings import Settings
from bot.slack.bolt import EVENTS, INSTALL, REDIRECT
from bot.slack.http.connection import Connection, Crowd, HeadLimits, Network
from bot.slack.http.front import Front, Intake, PuttingOff
from bot.slack.http.health import Health
from bot.slack.installing.flow import Installing
from bot.slack.installing.locked import Locked
from bot.slack.installing.schools import ManySchools, Source
from bot.slack.transport import Inside, PortTaken
from bot.steady_clock import Clock
from storage.queries.installations import Installations, States
from storage.queries.presence import gone_for, presences
from storage.sealed import Seal

GRACE_SECONDS = 2
"""For requests that run when the door closes: Slack waits no longer for any. Senders have their own time afterwards."""

KEEP_ALIVE_SECONDS = 75
"""Longer than proxies keep a connection: who closes first must not be we, while they send."""


MOST_CONNECTIONS = 1000
"""Open at once, where the system lets the process have so many."""

KEPT_FILES = 256
"""For the database, calls to Slack and files: so many, connections leave alone."""

EACH_ADDRESS = 50
"""Connections of one address that is no proxy's."""


def most_connections() -> int:
    """A process that can open no more files can take no connection either, not even Slack's."""
    if sys.platform == "win32":
        return MOST_CONNECTIONS
    import resource  # there is none for Windows

    may, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_CONNECTIONS if may < 0 else max(16, min(MOST_CONNECTIONS, may - KEPT_FILES))


class HttpServer:
    """Serves one application. PortTaken where it can not listen. `proxies` are where one may speak for many people;
    limits are ours where none are given."""

    def __init__(
        self,
        front: Front,
        host: str,
        port: int,
        *,
        proxies: Sequence[Network],
        most: int = 0,
        each: int = EACH_ADDRESS,
        limits: HeadLimits | None = None,
    ) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            self._socket = socket.create_server((host, port), family=family, backlog=2048)
        except OSError as error:
            raise PortTaken(port) from error
        self.port = int(self._socket.getsockname()[1])
        config = uvicorn.Config(
            front,
            http=Connection,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
        config.load()
        self._crowd = Crowd(most or most_connections(), each, proxies)
        config.http_protocol_class = partial(Connection, crowd=self._crowd, limits=limits or HeadLimits())  # type: ignore[assignment]
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)
        self._loop: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take connections from now on."""
        await self._server.startup(sockets=[self._socket])
        self._loop = asyncio.create_task(self._server.main_loop())

    def part(self) -> None:
        """Keep no connection after its next answer: what a proxy sends on one that is being closed is lost."""
        self._crowd.parting = True

    async def stop(self) -> None:
        """Take no more, and give what runs GRACE_SECONDS."""
        if self._loop is None:
            self._socket.close()
            return
        self._server.should_exit = True
        await self._loop
        await self._server.shutdown(sockets=[self._socket])


# HTTP for many schools: each has its own token, in the database, and what Slack sends comes in at one address.


log = structlog.get_logger(__name__)

LOOK_SECONDS = 30.0
"""Real seconds between two looks at the schools that are locked out."""


class HttpWay:
    """The HTTP server. KeyGarbled or NoKey where the settings' keys are of no use."""

    def __init__(self, settings: Settings, engine: Engine, executor: Executor, clock: Clock) -> None:
        self._settings = settings
        self._executor = executor
        self._clock = clock
        self._engine = engine
        self._installations = Installations(engine, settings.slack_client_id, Seal(settings.keys))
        self._states = States(engine, clock.now)
        self._locked = Locked(self._installations, presences(engine), executor, clock)
        token = settings.accord_metrics_token.get_secret_value()
        self._health = Health(engine, token, self._locked.is_ready)
        self._server: HttpServer | None = None
        self._closing = False
        self.looking: asyncio.Task[None] | None = None
        """Ends when those were asked for again whose token Slack had refused."""
        self._unlocking: asyncio.Task[None] | None = None
        self._inside: Inside | None = None
        self.workspace = ""
        self.team = ""

    @property
    def port(self) -> int:
        """Where it listens. 0 before it is open."""
        return self._server.port if self._server else 0

    async def knock(self, session: aiohttp.ClientSession) -> Source:
        await self._locked.look_at_all()
        return ManySchools(self._installations, self._locked, self._executor)

    async def open(self, inside: Inside) -> None:
        put_off = PuttingOff(self._locked, inside.session)
        intake = Intake(inside.app, inside.unreadable, self._settings.signing_secrets, self._clock, put_off)
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
        self._inside = inside
        self._unlocking = asyncio.create_task(self._go_on_unlocking())

    async def _look_again(self, inside: Inside) -> None:
        """Whose token Slack refused may have been refused by mistake: each start asks once."""
        try:
            for workspace in await self._executor(lambda: gone_for(self._engine, Reason.REFUSED)):
                if await inside.schools.look_again(workspace):
                    await inside.desk.run(use_cases.come_back, Actor(workspace, ""))
        except Exception:  # whatever the database says: nobody waits for this, and the next start asks again
            log.exception("not looked again", action="look-again-failed")

    async def unlock(self) -> None:
        """One look at the schools that were locked out: where a key opens the token again, all goes on."""
        inside = self._inside
        if inside is None:
            return
        for workspace in await self._locked.unlocked():
            inside.schools.forget(workspace)
            await inside.desk.run(use_cases.speak_again, Actor(workspace, ""))

    async def _go_on_unlocking(self) -> None:
        while True:
            try:
                await self.unlock()
            except Exception:  # whatever the database says: the next look tries again
                log.exception("not unlocked", action="unlock-failed")
            await asyncio.sleep(LOOK_SECONDS)

    def hears(self) -> bool:
        return self._server is not None and not self._closing

    async def close(self) -> None:
        self._closing = True
        for task in (self.looking, self._unlocking):
            if task is not None:
                task.cancel()
                await asyncio.wait([task])
        self._health.stop_taking()
        if self._server is not None:
            self._server.part()
            await asyncio.sleep(self._settings.accord_http_drain)
            await self._server.stop()
