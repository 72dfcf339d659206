"""Fetching an address: from a real server, and never from inside."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.calendars.fetching import Fetcher, is_public
from bot.domain.school_calendar import CalendarUnread, Unread
from bot.language.calendar_address import as_address
from tests.unit.calendars.files import calendar, event

SCHOOL, INSIDE = "school.test", "inside.test"
FILE = calendar(event())


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's certificate for our two names, and a client that trusts it alone."""
    at: Path = tmp_path_factory.mktemp("trust") / "school.pem"
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, SCHOOL)])
    names = x509.SubjectAlternativeName([x509.DNSName(SCHOOL), x509.DNSName(INSIDE)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1))
    signed = made.add_extension(names, critical=False).sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    at.write_bytes(private + signed.public_bytes(pem))
    server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context(cafile=str(at))
    server.load_cert_chain(at)
    return server, client


Trust = tuple[ssl.SSLContext, ssl.SSLContext]
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class School:
    """A server on this computer that stands for one outside: its address may be visited, and no other."""

    def __init__(self, port: int, trust: ssl.SSLContext) -> None:
        self.port = port
        self.asked: list[str] = []
        self.trust = trust
        self.names = {SCHOOL: ["127.0.0.1"], INSIDE: ["127.0.0.2"]}

    async def look_up(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        return self.names[host]

    def fetcher(self, patience: float = 30.0) -> Fetcher:
        return Fetcher(self.look_up, lambda ip: ip == "127.0.0.1", self.trust, patience)

    async def fetch(self, path: str = "/", host: str = SCHOOL, patience: float = 30.0) -> bytes:
        return await self.fetcher(patience).fetch(f"https://{host}:{self.port}{path}")

    async def refused(self, path: str = "/", host: str = SCHOOL, patience: float = 30.0) -> Unread:
        with pytest.raises(CalendarUnread) as caught:
            await self.fetch(path, host, patience)
        return caught.value.kind


@asynccontextmanager
async def serving(trust: Trust, answer: Answer) -> AsyncIterator[School]:
    app = web.Application()
    app.router.add_route("GET", "/{rest:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=trust[0])
    await site.start()
    try:
        yield School(runner.addresses[0][1], trust[1])
    finally:
        await runner.cleanup()


def to(place: str) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": place})

    return answer


async def test_a_file_is_fetched(trust: Trust) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.headers["Accept-Encoding"] == "identity"
        assert "Cookie" not in request.headers
        return web.Response(body=FILE, headers={"Set-Cookie": "a=b"})

    async with serving(trust, answer) as school:
        assert await school.fetch() == FILE
        assert school.asked == [SCHOOL]


async def test_a_redirect_is_followed_and_looked_up_again(trust: Trust) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=FILE) if request.path == "/new.ics" else await to("/new.ics")(request)

    async with serving(trust, answer) as school:
        assert await school.fetch("/old.ics") == FILE
        assert school.asked == [SCHOOL, SCHOOL]


@pytest.mark.parametrize(
    ("onward", "kind"),
    [
        (f"https://{INSIDE}/x", Unread.INSIDE),
        ("https://10.0.0.1/x", Unread.INSIDE),
        ("https://[::1]/x", Unread.INSIDE),
        ("https://169.254.169.254/latest/meta-data", Unread.INSIDE),
        ("http://school.test/x", Unread.NOT_HTTPS),
        ("file:///etc/passwd", Unread.NOT_HTTPS),
        ("/x", Unread.LOOPS),
        ("https://user:secret@school.test/x", Unread.UNKNOWN),
    ],
)
async def test_where_a_redirect_may_not_lead(trust: Trust, onward: str, kind: Unread) -> None:
    async with serving(trust, to(onward)) as school:
        assert await school.refused() is kind


async def test_a_name_that_leads_inside_leads_nowhere(trust: Trust) -> None:
    async with serving(trust, to("/")) as school:
        assert await school.refused(host=INSIDE) is Unread.INSIDE
        school.names[SCHOOL] = ["127.0.0.1", "127.0.0.2"]
        assert await school.refused() is Unread.INSIDE


async def test_the_connection_goes_to_what_was_checked(trust: Trust) -> None:
    """A name that says something else when it is asked a second time is not asked a second time."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=FILE)

    async with serving(trust, answer) as school:
        said = iter([["127.0.0.1"], ["127.0.0.2"]])

        async def changing(host: str, port: int) -> list[str]:
            return next(said)

        fetcher = Fetcher(changing, lambda ip: ip == "127.0.0.1", school.trust, 30.0)
        assert await fetcher.fetch(f"https://{SCHOOL}:{school.port}/") == FILE
        assert next(said) == ["127.0.0.2"]


async def test_an_address_in_numbers_is_checked_where_the_connection_begins(trust: Trust) -> None:
    async with serving(trust, to("/")) as school:
        assert await school.refused(host="127.0.0.2") is Unread.INSIDE
        assert school.asked == []


async def test_who_takes_too_long_is_left(trust: Trust) -> None:
    never = asyncio.Event()

    async def hangs(request: web.Request) -> web.StreamResponse:
        await never.wait()
        return web.Response()

    async def drips(request: web.Request) -> web.StreamResponse:
        slowly = web.StreamResponse()
        await slowly.prepare(request)
        await slowly.write(b"BEGIN:VCALENDAR\r\n")
        await never.wait()
        return slowly

    for answer in (hangs, drips):
        async with serving(trust, answer) as school:
            assert await school.refused(patience=0.5) is Unread.SILENT
            never.set()
        never.clear()


async def test_no_more_is_read_than_a_calendar_has(trust: Trust) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        more = web.StreamResponse()
        await more.prepare(request)
        for _ in range(100):
            await more.write(b"x" * 100_000)
        return more

    async with serving(trust, endless) as school:
        assert await school.refused() is Unread.TOO_BIG


@pytest.mark.parametrize("status", [204, 401, 404, 500, 302, 304])
async def test_an_answer_without_a_file(trust: Trust, status: int) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status)

    async with serving(trust, answer) as school:
        assert await school.refused() is Unread.REFUSED


async def test_what_was_pressed_together_is_not_unpacked(trust: Trust) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=b"\x1f\x8b", headers={"Content-Encoding": "gzip"})

    async with serving(trust, answer) as school:
        assert await school.refused() is Unread.REFUSED


async def test_a_server_without_a_certificate_for_its_name_is_none(trust: Trust) -> None:
    async with serving(trust, to("/")) as school:
        school.names["other.test"] = ["127.0.0.1"]
        assert await school.refused(host="other.test") is Unread.UNKNOWN


async def test_nobody_of_that_name(trust: Trust) -> None:
    async def nobody(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(CalendarUnread) as caught:
        await Fetcher(nobody, lambda ip: True, trust[1], 30.0).fetch("https://nowhere.test/")
    assert caught.value.kind is Unread.UNKNOWN


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://school.test/a.ics", "https://school.test/a.ics"),
        ("  <https://school.test/a.ics>\n", "https://school.test/a.ics"),
        ("webcal://school.test/a.ics?x=1", "https://school.test/a.ics?x=1"),
        ("HTTPS://school.test", "https://school.test"),
        ("school.test/a.ics", "https://school.test/a.ics"),
    ],
)
def test_an_address_as_people_paste_it(typed: str, address: str) -> None:
    assert as_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("http://school.test/a.ics", Unread.NOT_HTTPS),
        ("ftp://school.test/a.ics", Unread.NOT_HTTPS),
        ("file:///etc/passwd", Unread.NOT_HTTPS),
        ("", Unread.UNKNOWN),
        ("the school's calendar", Unread.UNKNOWN),
        ("https://", Unread.UNKNOWN),
        ("https://a:b@school.test/", Unread.UNKNOWN),
        ("https://[::1/", Unread.UNKNOWN),
        ("https://school.test:99999/", Unread.UNKNOWN),
        ("https://school.test/" + "a" * 1000, Unread.NOT_HTTPS),
    ],
)
def test_what_is_no_address(typed: str, kind: Unread) -> None:
    with pytest.raises(CalendarUnread) as caught:
        as_address(typed)
    assert caught.value.kind is kind


@pytest.mark.parametrize(
    "ip", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_the_open_internet(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::"),
        *("2001:0:7f00:1::", "::7f00:1", "", "school.test", "127.1", "0x7f.1"),
    ],
)
def test_what_is_inside(ip: str) -> None:
    assert not is_public(ip)
