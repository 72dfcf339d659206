"""Identifiers and timestamps of Slack's shape, the same for the same seed."""

from __future__ import annotations

import random
import uuid
from datetime import datetime

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Ids:
    """Hands out identifiers; no two are equal within one workspace."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._given: set[str] = set()
        self._last_micros = 0

    def new(self, prefix: str, length: int = 10) -> str:
        """Return e.g. `U07K2M9QXAB` for the prefix `U`."""
        while True:
            candidate = prefix + "0" + "".join(self._random.choices(_ALPHABET, k=length - 1))
            if candidate not in self._given:
                self._given.add(candidate)
                return candidate

    def uuid(self) -> str:
        """Return a UUID, as Slack gives envelopes and typed messages."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def secret(self) -> str:
        """Return 24 characters for URLs and tokens."""
        return "".join(self._random.choices(_ALPHABET, k=24))

    def ts(self, now: datetime) -> str:
        """Return a message timestamp `seconds.micros`, later than every one before it."""
        self._last_micros = max(self._last_micros + 1, micros(now))
        return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06d}"


def micros(instant: datetime) -> int:
    """Return microseconds since 1970."""
    return round(instant.timestamp() * 1_000_000)


def ts_key(ts: str) -> tuple[int, int]:
    """Return what orders timestamps. Raises ValueError when `ts` is no timestamp."""
    seconds, _, fraction = ts.partition(".")
    return int(seconds), int(fraction.ljust(6, "0")[:6] or "0")
