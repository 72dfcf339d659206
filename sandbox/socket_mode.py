"""Socket Mode: WebSocket connections of the app. https://docs.slack.dev/apis/events-api/using-socket-mode"""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from sandbox.carrier import Carrier
from sandbox.core import Core
from sandbox.deliveries import Envelope

MOST_CONNECTIONS = 10
WARNED = 10.0
"""Seconds from the warning to the request to reconnect."""
DEBUG = {"host": "local", "build_number": 1, "approximate_connection_time": 18060}


@dataclass(eq=False)
class Connection:
    """One socket; what is to be sent goes through its queue, so that the order holds."""

    socket: web.WebSocketResponse
    request: web.Request
    queue: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    sent: dict[str, Envelope] = field(default_factory=dict)
    leaving: bool = False
    hangs: bool = False

    def put(self, message: dict[str, Any]) -> None:
        self.queue.put_nowait(json.dumps(message))

    async def write(self) -> None:
        """Send the queue until the socket closes; what did not get through counts as unanswered."""
        with contextlib.suppress(ConnectionError):
            while not self.socket.closed:
                message = await self.queue.get()
                if not self.hangs:
                    await self.socket.send_str(message)


class SocketMode:
    """All connections of the app; each payload goes to one of them, in turn."""

    def __init__(self, core: Core, carrier: Carrier) -> None:
        self._core = core
        self._carrier = carrier
        self._turn = 0
        self.connections: list[Connection] = []
        self.refused = 0
        """So many of the next connections are refused, which uses up their addresses."""

    def transport(self, envelope: Envelope) -> bool:
        """Hand an envelope to one connection; False when there is none."""
        ready = [c for c in self.connections if not c.leaving and not c.socket.closed]
        if not ready:
            return False
        self._turn += 1
        connection = ready[self._turn % len(ready)]
        connection.sent[envelope.id] = envelope
        connection.put(envelope.wire())
        return True

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection. The address works once."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._core.state.socket_tickets:
            return web.Response(status=403, text="invalid_ticket")
        self._core.state.socket_tickets.remove(ticket)
        if self.refused:
            self.refused -= 1
            self._core.changed()
            return web.Response(status=503, text="upstream error")
        socket = web.WebSocketResponse(max_msg_size=16 * 1024 * 1024)
        await socket.prepare(request)
        if len(self.connections) >= MOST_CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets", "debug_info": DEBUG})
            await socket.close()
            return socket
        await self._serve(Connection(socket, request))
        return socket

    async def _serve(self, connection: Connection) -> None:
        self.connections.append(connection)
        hello = {
            "type": "hello",
            "num_connections": len(self.connections),
            "debug_info": DEBUG,
            "connection_info": {"app_id": self._core.state.app_id},
        }
        connection.put(hello)
        writer = asyncio.ensure_future(connection.write())
        self._core.changed()
        self._carrier.send_waiting()
        try:
            async for message in connection.socket:
                if message.type is WSMsgType.TEXT:
                    self._receive(connection, message.data)
        finally:
            writer.cancel()
            self._forget(connection)

    def _receive(self, connection: Connection, text: str) -> None:
        try:
            message = json.loads(text)
        except json.JSONDecodeError:
            return
        envelope_id = message.get("envelope_id") if isinstance(message, dict) else None
        if envelope_id:
            connection.sent.pop(envelope_id, None)
            self._carrier.acknowledged(envelope_id, message.get("payload"))

    def _forget(self, connection: Connection) -> None:
        self.connections.remove(connection)
        self._core.changed()
        for envelope in connection.sent.values():
            if self._core.deliveries.may_resend(envelope, self._core.now()):
                self._carrier.send(envelope)

    def refresh(self) -> None:
        """Do what Slack does every few hours: warn; ten seconds later ask whoever is still there to reconnect."""
        old = [connection for connection in self.connections if not connection.leaving]
        for connection in old:
            connection.put({"type": "disconnect", "reason": "warning", "debug_info": DEBUG})
            connection.leaving = True
            self._carrier.later(WARNED, self._ask_to_leave, connection)

    def _ask_to_leave(self, connection: Connection) -> None:
        connection.put({"type": "disconnect", "reason": "refresh_requested", "debug_info": DEBUG})

    def drop(self) -> None:
        """Cut every connection without a word."""
        for connection in list(self.connections):
            connection.leaving = True
            if connection.request.transport is not None:
                connection.request.transport.abort()

    def hang(self) -> None:
        """Leave every connection open, and neither read from it nor write to it any more."""
        for connection in self.connections:
            connection.hangs = True
            if connection.request.transport is not None:
                connection.request.transport.pause_reading()

    async def close(self) -> None:
        """Close every connection."""
        for connection in list(self.connections):
            await connection.socket.close()
