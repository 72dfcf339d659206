"""One connection: uvicorn's, with the limits that its parser in C has no settings for.

httptools keeps a line of the head for as long as it grows, and waits for its end without a clock.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any, Protocol

import httptools
import structlog
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.utils import get_remote_addr
from uvicorn.server import ServerState

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
