"""Serves the page: NiceGUI under uvicorn, in the event loop of the workspace."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Iterator, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uvicorn
from fastapi import FastAPI, Request
from nicegui import ui

from sandbox.page import files
from sandbox.page.desk import Desk
from sandbox.page.jumps import Jump
from sandbox.page.tab import Tab
from sandbox.workspace import HOST, PortBusy

if TYPE_CHECKING:
    from sandbox.workspace import LocalWorkspace

HERE = Path(__file__).parent
STYLES = ("theme.css", "layout.css", "messages.css", "forms.css", "inspector.css")
GRACE = 1
"""Seconds that open connections get when the page ends."""

_desks: dict[int, Desk] = {}
"""By the port that they are served on: NiceGUI knows one set of pages for a process."""


class _Server(uvicorn.Server):
    """uvicorn, without its own handling of Ctrl-C: whoever runs the workspace decides when it ends."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@cache
def _site() -> FastAPI:
    """Return the one site of this process."""
    site = FastAPI(openapi_url=None)
    files.add_routes(site, _desks)
    ui.page("/")(_page)
    ui.run_with(
        site, title="Local School", favicon="🏫", dark=False, tailwind=False, show_welcome_message=False,
        viewport="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content",
        reconnect_timeout=5.0, binding_refresh_interval=None,
    )  # fmt: skip
    return site


@cache
def _head() -> str:
    style = "\n".join((HERE / name).read_text(encoding="utf-8") for name in STYLES)
    script = (HERE / "page.js").read_text(encoding="utf-8")
    return f"<style>{style}</style><script>{script}</script>"


def _page(request: Request) -> None:
    """Draw the page for one window."""
    ui.add_head_html(_head())
    port = request.url.port or 0
    Tab(_desks[port], dict(request.query_params))


class Page:
    """The page of one workspace."""

    _running = 0
    _lifespan: AbstractAsyncContextManager[Any] | None = None

    def __init__(self, ws: LocalWorkspace, jumps: Sequence[Jump]) -> None:
        self._desk = Desk(ws, jumps)
        self._task: asyncio.Task[None] | None = None
        self._server: _Server | None = None
        self._port = 0

    async def start(self, port: int) -> str:
        """Begin to serve; returns the address. Raises PortBusy when the port is taken."""
        listening = _listen(port)
        self._port = listening.getsockname()[1]
        _desks[self._port] = self._desk
        site = _site()
        if Page._running == 0:
            Page._lifespan = site.router.lifespan_context(site)
            await Page._lifespan.__aenter__()
        Page._running += 1
        config = uvicorn.Config(
            site, lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=GRACE
        )  # fmt: skip
        for name in ("uvicorn.error", "nicegui", "engineio", "socketio"):
            logging.getLogger(name).setLevel(logging.CRITICAL if name == "uvicorn.error" else logging.WARNING)
        self._server = _Server(config)
        self._task = asyncio.create_task(self._server.serve(sockets=[listening]))
        return f"http://{HOST}:{self._port}/"

    async def stop(self) -> None:
        """Close every window's connection and stop listening."""
        if self._server is None or self._task is None:
            return
        self._server.should_exit = True
        await self._task
        del _desks[self._port]
        Page._running -= 1
        if Page._running == 0 and Page._lifespan is not None:
            await Page._lifespan.__aexit__(None, None, None)


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise PortBusy(f"port {port} is in use; choose another one, or 0 for any that is free") from error
    return listening
