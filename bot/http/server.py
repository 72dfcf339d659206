"""uvicorn, started and stopped as a part among others: its signals, its exit codes and its log lines are not used."""

import asyncio
import socket

import uvicorn

from bot.http.front import Front
from bot.ways_in import PortTaken

GRACE_SECONDS = 2
"""For requests that run when the door closes: Slack waits no longer for any. Senders have their own time afterwards."""

KEEP_ALIVE_SECONDS = 75
"""Longer than proxies keep a connection: who closes first must not be we, while they send."""


class HttpServer:
    """Serves one application. PortTaken where it can not listen."""

    def __init__(self, front: Front, host: str, port: int) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            self._socket = socket.create_server((host, port), family=family, backlog=2048)
        except OSError as error:
            raise PortTaken(port) from error
        self.port = int(self._socket.getsockname()[1])
        config = uvicorn.Config(
            front,
            http="httptools",
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
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)
        self._loop: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take connections from now on."""
        await self._server.startup(sockets=[self._socket])
        self._loop = asyncio.create_task(self._server.main_loop())

    async def stop(self) -> None:
        """Take no more, and give what runs GRACE_SECONDS."""
        if self._loop is None:
            self._socket.close()
            return
        self._server.should_exit = True
        await self._loop
        await self._server.shutdown(sockets=[self._socket])
