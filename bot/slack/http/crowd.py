"""Who stands at the door: how many connections there are, from one address and in all, and which of them make room.

uvicorn's own limit, `limit_concurrency`, answers 503 to everybody once it is reached: connections that never ask for
anything would shut Slack out. Here they are the ones who go.
"""

from collections import Counter
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Protocol

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
