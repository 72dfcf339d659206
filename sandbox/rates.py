"""How often a method may be called, on the workspace's clock; off unless a workspace turns it on.

Tiers: https://docs.slack.dev/apis/web-api/rate-limits
"""

from __future__ import annotations

import math
from collections import deque
from datetime import datetime

PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}
POSTS_PER_MINUTE = 300
CHANNEL_BURST = 5
"""Slack posts about one message a second in a channel and lets short bursts pass; the size of a burst is not
documented."""


class Rates:
    """Sliding windows of one minute for each method, and a bucket for each channel's posts."""

    def __init__(self) -> None:
        self.enabled = False
        self._calls: dict[str, deque[datetime]] = {}
        self._bucket: dict[str, tuple[float, datetime]] = {}

    def wait(self, method: str, tier: int | None, channel: str | None, now: datetime) -> int:
        """Count one call; return 0, or the seconds after which it may be tried again."""
        if not self.enabled or tier is None:
            return 0
        if tier == 0:
            return self._wait_for_channel(channel or "", now) or self._wait_in_window(method, POSTS_PER_MINUTE, now)
        return self._wait_in_window(method, PER_MINUTE[tier], now)

    def _wait_in_window(self, method: str, limit: int, now: datetime) -> int:
        calls = self._calls.setdefault(method, deque())
        while calls and (now - calls[0]).total_seconds() >= 60:
            calls.popleft()
        if len(calls) >= limit:
            return max(1, math.ceil(60 - (now - calls[0]).total_seconds()))
        calls.append(now)
        return 0

    def _wait_for_channel(self, channel: str, now: datetime) -> int:
        left, at = self._bucket.get(channel, (float(CHANNEL_BURST), now))
        left = min(float(CHANNEL_BURST), left + (now - at).total_seconds())
        if left < 1:
            self._bucket[channel] = (left, now)
            return max(1, math.ceil(1 - left))
        self._bucket[channel] = (left - 1, now)
        return 0
