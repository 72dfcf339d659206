"""Connections that never ask for anything, and heads that never end: they go, and Slack is served."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from ipaddress import ip_network

import pytest

from bot.slack.http.front import Front, HttpResponse, Request
from bot.slack.http.server import HeadLimits, HttpServer, Network

HERE = (ip_network("127.0.0.0/8"),)
NOWHERE = (ip_network("192.0.2.0/24"),)
MOST, EACH = 12, 5
PATIENT = HeadLimits(size=4096, count=20, seconds=60)
MIB = 1024 * 1024

WITHIN = 20.0
"""Real seconds; only a failure takes them."""

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _length(request: Request) -> HttpResponse:
    return HttpResponse(200, str(len(await request.body())))


class Visitors:
    """Connections to one server, closed with the block."""

    def __init__(self, server: HttpServer) -> None:
        self._server = server
        self._all: list[asyncio.StreamWriter] = []

    async def comes(self) -> Ends:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._server.port)
        self._all.append(writer)
        return reader, writer

    async def half_open(self) -> Ends:
        """It begins a head, and says no more."""
        reader, writer = await self.comes()
        writer.write(b"POST /length HTTP/1.1\r\nHost: a\r\n")
        await writer.drain()
        return reader, writer

    async def asks(self) -> bytes:
        """The first line of what a whole request is answered; b"" where the connection is closed instead."""
        return await answer(*await self.comes())

    def is_to_part(self) -> None:
        """The server is about to stop."""
        self._server.part()

    def go(self) -> None:
        for writer in self._all:
            writer.close()


@asynccontextmanager
async def serving(
    proxies: Sequence[Network] = HERE, limits: HeadLimits = PATIENT, each: int = EACH
) -> AsyncIterator[Visitors]:
    server = HttpServer(
        Front({"/length": {"POST": _length}}),
        *("127.0.0.1", 0),
        proxies=proxies,
        most=MOST,
        each=each,
        limits=limits,
    )
    await server.start()
    visitors = Visitors(server)
    try:
        yield visitors
    finally:
        visitors.go()
        await server.stop()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, body: bytes = b"hi") -> bytes:
    writer.write(b"POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    return await first_line(reader)


async def first_line(reader: asyncio.StreamReader) -> bytes:
    try:
        async with asyncio.timeout(WITHIN):
            return (await reader.readline()).strip()
    except ConnectionError:
        return b""


async def is_closed(reader: asyncio.StreamReader) -> bool:
    """Waits for it."""
    try:
        async with asyncio.timeout(WITHIN):
            return await reader.read() == b""
    except ConnectionError:
        return True


async def test_one_that_asks_finds_room_among_those_that_do_not() -> None:
    async with serving() as visitors:
        waiting = [await visitors.half_open() for _ in range(3 * MOST)]
        for _ in range(MOST):
            assert await visitors.asks() == b"HTTP/1.1 200 OK"
        assert await is_closed(waiting[0][0])


async def test_who_was_let_in_first_goes_first() -> None:
    async with serving() as visitors:
        waiting = [await visitors.half_open() for _ in range(MOST)]
        assert await visitors.asks() == b"HTTP/1.1 200 OK"
        assert await is_closed(waiting[0][0])
        reader, writer = waiting[-1]
        writer.write(b"Content-Length: 0\r\n\r\n")
        assert await first_line(reader) == b"HTTP/1.1 200 OK"


async def test_one_address_has_its_share() -> None:
    async with serving(NOWHERE) as visitors:
        waiting = [await visitors.half_open() for _ in range(EACH)]
        assert await visitors.asks() == b""
        waiting[0][1].close()
        while (found := await visitors.asks()) == b"":
            pass  # the server has not seen it go yet
        assert found == b"HTTP/1.1 200 OK"


async def test_a_proxy_has_no_share() -> None:
    """It brings everybody's requests from one address."""
    async with serving(HERE, each=1) as visitors:
        kept = [await visitors.comes() for _ in range(MOST)]
        assert {await answer(*one) for one in kept} == {b"HTTP/1.1 200 OK"}


async def test_a_head_has_its_time() -> None:
    async with serving(limits=HeadLimits(seconds=0.05)) as visitors:
        for begun in (b"", b"POST /length HTTP/1.1\r\nHost: a\r\n", b"\r\n"):
            reader, writer = await visitors.comes()
            writer.write(begun)
            assert await is_closed(reader)


async def test_so_has_the_next_one_of_a_connection() -> None:
    async with serving(limits=HeadLimits(seconds=0.05)) as visitors:
        reader, writer = await visitors.comes()
        assert await answer(reader, writer) == b"HTTP/1.1 200 OK"
        await reader.readuntil(b"\r\n\r\n2")
        writer.write(b"POST /length HTTP/1.1\r\n")
        assert await is_closed(reader)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"Long: " + b"x" * 4 * MIB, id="one line that does not end"),
        pytest.param(b"".join(b"H%d: x\r\n" % number for number in range(22)), id="many lines"),
        pytest.param(b"".join(b"H%d: %s\r\n" % (n, b"x" * 1000) for n in range(20)), id="long lines"),
    ],
)
async def test_a_head_has_its_size(head: bytes) -> None:
    async with serving() as visitors:
        reader, writer = await visitors.comes()
        writer.write(b"POST /length HTTP/1.1\r\n" + head)
        assert await first_line(reader) in (b"HTTP/1.1 431 Request Header Fields Too Large", b"")
        with pytest.raises(ConnectionError):
            await the_rest_is_not_taken(writer)


async def the_rest_is_not_taken(writer: asyncio.StreamWriter) -> None:
    """ConnectionError, after some writing at the latest."""
    for _ in range(100):
        writer.write(b"x" * MIB)
        await writer.drain()


async def test_the_first_line_and_what_follows_a_body_are_counted_too() -> None:
    async with serving() as visitors:
        reader, writer = await visitors.comes()
        writer.write(b"POST /" + b"x" * 100_000)
        assert b"431" in await first_line(reader) or await is_closed(reader)
        reader, writer = await visitors.comes()
        writer.write(b"POST /length HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n")
        writer.write(b"Long: " + b"x" * 100_000)
        assert await is_closed(reader)


async def test_a_body_is_no_head() -> None:
    async with serving() as visitors:
        reader, writer = await visitors.comes()
        for _ in range(3):
            assert await answer(reader, writer, b"x" * 500_000) == b"HTTP/1.1 200 OK"
            await reader.readuntil(b"\r\n\r\n500000")
        writer.write(b"POST /length HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        writer.write(b"fa0\r\n" + b"x" * 4000 + b"\r\n0\r\n\r\n")
        assert await first_line(reader) == b"HTTP/1.1 200 OK"


async def test_before_it_stops_it_keeps_no_connection_after_an_answer() -> None:
    """What a proxy sends on one that is being closed would be lost."""
    async with serving() as visitors:
        reader, writer = await visitors.comes()
        assert await answer(reader, writer) == b"HTTP/1.1 200 OK"
        await reader.readuntil(b"\r\n\r\n2")
        visitors.is_to_part()
        assert await answer(reader, writer) == b"HTTP/1.1 200 OK"
        assert b"connection: close" in await reader.readuntil(b"\r\n\r\n2")
        assert await is_closed(reader)
