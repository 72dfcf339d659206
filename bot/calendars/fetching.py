"""Fetches a calendar from its address, without letting anybody look into the network that Accord runs in.

An address is typed by a teacher, and a server may send on to another one. So each name is looked up by us, the
addresses that it has are checked, and the connection goes to one that was checked: nobody is asked for the name a
second time.
"""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.calendars.worker import SIZE_MOST
from bot.domain.school_calendar import CalendarUnread, Unread
from bot.language.calendar_address import as_address

PATIENCE_SECONDS = 10.0
"""For all of it: looking up, connecting, each redirect, the last byte."""
REDIRECTS = (301, 302, 303, 307, 308)
REDIRECTS_MOST = 5
PIECE = 64 * 1024
ACCEPT = "text/calendar, application/octet-stream;q=0.9, */*;q=0.1"

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""The IP addresses of a name."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; one that stands for another is what that is."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_open(one) for one in (ip, *_within(ip)))


Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _within(ip: Ip) -> list[Ip]:
    """The IPv4 addresses that an IPv6 one leads to: mapped, 6to4, Teredo, NAT64."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found: list[Ip | None] = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in found if one is not None]


def _is_open(ip: Ip) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        return True  # what it stands for is looked at
    closed = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    return (ip.is_global or ip in _NAT64) and (not closed or ip in _NAT64)


async def look_up(host: str, port: int) -> list[str]:
    """As the system does."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


class InwardAddress(OSError):
    """The connection would go into a network that is not open."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """`resolve`, `may_go` and `trust` are others in tests alone."""

    resolve: Resolve = look_up
    may_go: Callable[[str], bool] = is_public
    trust: ssl.SSLContext | None = None
    patience: float = PATIENCE_SECONDS

    async def fetch(self, address: str) -> bytes:
        """What lies there, at most SIZE_MOST bytes. Raises CalendarUnread."""
        try:
            async with asyncio.timeout(self.patience):
                return await self._follow(as_address(address))
        except TimeoutError:
            raise CalendarUnread(Unread.SILENT) from None
        except InwardAddress:
            raise CalendarUnread(Unread.INSIDE) from None
        except aiohttp.ClientConnectorError as failed:
            inside = isinstance(failed.os_error, InwardAddress)
            raise CalendarUnread(Unread.INSIDE if inside else Unread.UNKNOWN) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise CalendarUnread(Unread.UNKNOWN) from None

    async def _follow(self, address: str) -> bytes:
        for _ in range(REDIRECTS_MOST + 1):
            found, onward = await self._visit(address)
            if not onward:
                return found
            address = as_address(urljoin(address, onward))
        raise CalendarUnread(Unread.LOOPS)

    async def _visit(self, address: str) -> tuple[bytes, str]:
        """What lies there, or where it sends on to. A connection of its own: none is left over that was not checked."""
        async with self._session() as session, session.get(address, allow_redirects=False) as answer:
            onward = answer.headers.get("Location", "")
            if answer.status in REDIRECTS and onward:
                return b"", onward
            if answer.status != 200 or answer.headers.get("Content-Encoding", "identity") != "identity":
                raise CalendarUnread(Unread.REFUSED)
            return await _limited(answer), ""

    def _session(self) -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            resolver=_Checked(self.resolve, self.may_go),
            use_dns_cache=False,
            ssl=self.trust if self.trust is not None else True,
            socket_factory=self._socket,
        )
        headers = {"Accept": ACCEPT, "Accept-Encoding": "identity", "User-Agent": "Accord"}
        return aiohttp.ClientSession(
            connector=connector, headers=headers, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
        )

    def _socket(self, info: Any) -> socket.socket:
        """The last look, at the very address that is connected to: an address in numbers is looked up nowhere."""
        family, kind, protocol, _, place = info
        if not self.may_go(str(place[0])):
            raise InwardAddress
        return socket.socket(family, kind, protocol)


async def _limited(answer: aiohttp.ClientResponse) -> bytes:
    found = bytearray()
    async for piece in answer.content.iter_chunked(PIECE):
        found += piece
        if len(found) > SIZE_MOST:
            raise CalendarUnread(Unread.TOO_BIG)
    return bytes(found)


class _Checked(AbstractResolver):
    """Gives the addresses of a name, once all of them were checked: a name that also leads inside leads nowhere."""

    def __init__(self, resolve: Resolve, may_go: Callable[[str], bool]) -> None:
        self._resolve = resolve
        self._may_go = may_go

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._resolve(host, port)
        if not all(self._may_go(address) for address in found):
            raise InwardAddress
        return [self._as_result(host, port, address) for address in found]

    def _as_result(self, host: str, port: int, address: str) -> ResolveResult:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=flags)

    async def close(self) -> None:
        return None
