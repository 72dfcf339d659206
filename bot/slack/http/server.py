"""uvicorn, started and stopped as a part among others, and its connections, with limits it has no settings for."""

import asyncio
import socket
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any, Protocol

import aiohttp
import httptools
import structlog
import uvicorn
from sqlalchemy import Engine
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.utils import get_remote_addr
from uvicorn.server import ServerState

from bot.activities.installing import use_cases
from bot.domain.actor import Actor
from bot.domain.installation import Reason
from bot.runner import Executor
from bot.settings import Settings
from bot.slack.bolt import EVENTS, INSTALL, REDIRECT
from bot.slack.http.calendars import CalendarFeed
from bot.slack.http.front import Front, Health, Intake, PuttingOff
from bot.slack.installing.flow import Installing
from bot.slack.installing.schools import Locked, ManySchools, TokenSource
from bot.slack.transport import Inside, PortTaken
from bot.steady_clock import Clock
from storage.queries.installations import Installations, States
from storage.queries.presence import gone_for, presences
from storage.sealed import Seal
from storage.subscribing import BELOW, Subscribing, subscribe_at

# One connection: uvicorn's, with the limits that its parser in C has no settings for.
#
# httptools keeps a line of the head for as long as it grows, and waits for its end without a clock.


# Who stands at the door: how many connections there are, from one address and in all, and which of them make room.
#
# uvicorn's own limit, `limit_concurrency`, answers 503 to everybody once it is reached: connections that never ask
# for anything would shut Slack out. Here they are the ones who go.


Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

ONE_CUSTOMER = 64
"""Bits of an IPv6 address that one customer of a provider has; the rest is theirs to choose."""


class Guest(Protocol):
    """A connection. `peer` is its other end's address, "" where there is none."""

    peer: str

    def is_new(self) -> bool:
        """Nothing whole has come from it yet."""
        ...

    def is_idle(self) -> bool:
        """Nothing of its is in hand."""
        ...

    def leave(self) -> None:
        """Close it now."""
        ...


class Crowd:
    """The connections of one server, the oldest first.

    `each` holds for one address, or one customer's IPv6 network; not for those in `proxies`, which bring everybody's.
    """

    def __init__(self, most: int, each: int, proxies: Sequence[Network]) -> None:
        self._most = most
        self._each = each
        self._proxies = proxies
        self.parting = False
        """Whether each is to go with its next answer."""
        self._here: dict[Guest, str] = {}
        self._of: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._here)

    def let_in(self, guest: Guest) -> bool:
        """Whether it may stay. Where all places are taken, one that asks for nothing makes room for it."""
        group = self._group(guest.peer)
        if group and self._of[group] >= self._each:
            return False
        if len(self._here) >= self._most and not self._make_room():
            return False
        self._here[guest] = group
        self._of[group] += 1
        return True

    def goes(self, guest: Guest) -> None:
        """It has been closed. Nothing happens where it was not here."""
        group = self._here.pop(guest, None)
        if group is None:
            return
        self._of[group] -= 1
        if not self._of[group]:
            del self._of[group]

    def _make_room(self) -> bool:
        """The oldest of those that never asked for anything; else the oldest that was answered and only stays."""
        new = next((guest for guest in self._here if guest.is_new()), None)
        found = new or next((guest for guest in self._here if guest.is_idle()), None)
        if found is None:
            return False
        self.goes(found)
        found.leave()
        return True

    def _group(self, peer: str) -> str:
        """Whom it counts for; "" for nobody."""
        try:
            address = ip_address(peer.partition("%")[0])
        except ValueError:
            return ""
        address = getattr(address, "ipv4_mapped", None) or address
        if any(address in network for network in self._proxies if network.version == address.version):
            return ""
        return str(address) if address.version == 4 else str(ip_network((int(address), ONE_CUSTOMER), strict=False))


log = structlog.get_logger(__name__)

TOO_MUCH = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
"""RFC 6585, section 5."""


@dataclass(frozen=True, slots=True)
class HeadLimits:
    """Of what comes before a body. Slack's heads have some 15 lines and 1 kB; a proxy adds a few."""

    size: int = 16 * 1024
    """Bytes that are no body: the first line, the headers, the framing of chunks, trailers. One read of the socket may
    be over it (64 to 256 kB) before it is noticed."""
    count: int = 100
    """Lines."""
    seconds: float = 10.0
    """Real seconds until the whole head has come. Slack waits 3 for the whole answer."""


class Connection(HttpToolsProtocol):
    """Is let in by the crowd, or closed at once; and closed where a head is too large, or does not come."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        crowd: Crowd,
        limits: HeadLimits,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.peer = ""
        self._crowd = crowd
        self._limits = limits
        self._asked = False
        self._no_body = 0
        self._lines = 0
        self._deadline: asyncio.TimerHandle | None = None

    def is_new(self) -> bool:
        return not self._asked

    def is_idle(self) -> bool:
        return not self._asked or self.cycle.response_complete

    def leave(self) -> None:
        self.transport.abort()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.peer = (get_remote_addr(transport) or ("", 0))[0]
        if self._crowd.let_in(self):
            self._wait()
        else:
            log.debug("turned away", action="http-crowded")
            self.leave()

    def connection_lost(self, exc: Exception | None) -> None:
        self._crowd.goes(self)
        self._wait_no_longer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._deadline is None and self.is_idle():
            self._wait()
        self._no_body += len(data)
        super().data_received(data)
        if self._no_body > self._limits.size and not self.transport.is_closing():
            self._refuse()

    def on_message_begin(self) -> None:
        self._lines = 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Also for what a body in chunks has behind it."""
        self._lines += 1
        if self._lines > self._limits.count:
            raise httptools.HttpParserError("too many headers")
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._wait_no_longer()
        super().on_headers_complete()
        self._asked = True
        if self._crowd.parting:
            self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        self._no_body -= len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._no_body = 0
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """What the parser refuses; and what was refused within it."""
        if self._lines > self._limits.count:
            self._refuse()
        else:
            super().send_400_response(msg)

    def _refuse(self) -> None:
        if not self.is_idle():
            self.leave()  # an answer is on its way that this one would run into
        else:
            self.transport.write(TOO_MUCH)
            self.transport.close()

    def _wait(self) -> None:
        self._deadline = self.loop.call_later(self._limits.seconds, self.leave)

    def _wait_no_longer(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


# uvicorn, started and stopped as a part among others: its signals, its exit codes and its log lines are not used.


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


LOOK_SECONDS = 30.0
"""Real seconds between two looks at the schools that are locked out."""


class HttpWay:
    """The HTTP server. KeyGarbled or NoKey where the settings' keys are of no use."""

    def __init__(self, settings: Settings, engine: Engine, executor: Executor, clock: Clock) -> None:
        self._settings = settings
        self._executor = executor
        self._clock = clock
        self._engine = engine
        seal = Seal(settings.keys)
        self._installations = Installations(engine, settings.slack_client_id, seal)
        subscribe_at(engine, Subscribing(settings.public_url, seal.seal, seal.open))
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

    async def knock(self, session: aiohttp.ClientSession) -> TokenSource:
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
            },
            below={BELOW: {"GET": CalendarFeed(self._engine, self._executor, inside.runner)}},
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
                    await inside.runner.run(Actor(workspace, ""), use_cases.come_back)
        except Exception:  # whatever the database says: nobody waits for this, and the next start asks again
            log.exception("not looked again", action="look-again-failed")

    async def unlock(self) -> None:
        """One look at the schools that were locked out: where a key opens the token again, all goes on."""
        inside = self._inside
        if inside is None:
            return
        for workspace in await self._locked.unlocked():
            inside.schools.forget(workspace)
            await inside.runner.run(Actor(workspace, ""), use_cases.speak_again)

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
