"""Requests and responses, and the little of ASGI that they need."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

MOST_BYTES = 1024 * 1024
"""Of a body. Slack's largest, a view of 250 kB in a form, stays below."""

BODY_SECONDS = 10.0
"""Real seconds for a body to arrive. Slack waits 3 for the whole answer."""

TEXT = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"


class TooLarge(Exception):
    """The body is larger than MOST_BYTES. No more of it was read."""


class TooSlow(Exception):
    """The body did not come."""


class HungUp(Exception):
    """Whoever asked has gone."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `headers` have lower-case names, each with every value it was given."""

    method: str
    path: str
    query: str
    headers: Mapping[str, Sequence[str]]
    receive: Receive = field(repr=False)

    def one(self, name: str) -> str | None:
        """A header that was given once; None where it is missing or there are several."""
        given = self.headers.get(name, ())
        return given[0] if len(given) == 1 else None

    async def body(self) -> bytes:
        """The body. TooLarge, TooSlow or HungUp where there is none that can be used."""
        length = self.one("content-length") or ""
        if length.isdecimal() and int(length[:20]) > MOST_BYTES:
            raise TooLarge
        try:
            async with asyncio.timeout(BODY_SECONDS):
                return await self._read()
        except TimeoutError:
            raise TooSlow from None

    async def _read(self) -> bytes:
        read = bytearray()
        while True:
            part = await self.receive()
            if part["type"] != "http.request":
                raise HungUp
            read += part.get("body", b"")
            if len(read) > MOST_BYTES:
                raise TooLarge
            if not part.get("more_body", False):
                return bytes(read)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer; every text in it is in UTF-8."""

    status: int
    body: str = ""
    content_type: str = TEXT
    headers: Sequence[tuple[str, str]] = ()

    async def send(self, send: Send, *, with_body: bool = True) -> None:
        body = self.body.encode()
        headers = [("content-type", self.content_type), ("content-length", str(len(body))), *self.headers]
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        await send({"type": "http.response.body", "body": body if with_body else b""})


def request_of(scope: Scope, receive: Receive) -> Request:
    headers: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    query = scope["query_string"].decode("latin-1")
    return Request(scope["method"], scope["path"], query, headers, receive)
