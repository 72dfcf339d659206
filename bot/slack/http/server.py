"""uvicorn, started and stopped as a part among others: its signals, its exit codes and its log lines are not used."""

import asyncio
import socket
import sys
from collections.abc import Sequence
from functools import partial

import uvicorn

from bot.slack.http.connection import Connection, HeadLimits
from bot.slack.http.crowd import Crowd, Network
from bot.slack.http.front import Front
from bot.slack.transport import PortTaken

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
