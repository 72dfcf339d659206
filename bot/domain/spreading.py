"""Prompts that fall due at one moment leave one after the other, at the rate that Slack takes them.

Each gets its own moment when it is asked for: then what somebody is answered meanwhile does not wait behind all of
them, the same ones come in the same order whoever asks, and none is due before it can go. The generic cell rate
algorithm says when: a few at once, then evenly. Rates: https://docs.slack.dev/apis/web-api/rate-limits
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zlib import crc32

A_MINUTE = 299
"""Messages of a workspace in any MINUTE. Slack takes several hundred; 300 can be relied on."""

MINUTE = timedelta(seconds=60.75)
"""A little more than Slack's: ours begins when a message leaves, its when the message arrives."""

AT_ONCE = 20
"""So many leave together, where nothing left before."""

SPACING = MINUTE / A_MINUTE
_AHEAD = SPACING * AT_ONCE


def in_order(ids: Iterable[int]) -> list[int]:
    """In the order in which these check-ins are asked for: by a stable hash, so that it is not always the same
    student who is asked last."""
    return sorted(ids, key=lambda id: (crc32(b"%d" % id), id))


def lay_out(ids: Iterable[int], now: datetime, until: datetime | None) -> tuple[list[tuple[int, datetime]], datetime]:
    """When each of these, in this order, is asked: (id, moment); and how far that reaches. `until` is how far it
    reached before."""
    reach = now if until is None else max(until, now)
    moments = []
    for id in ids:
        moments.append((id, max(now, reach - _AHEAD)))
        reach += SPACING
    return moments, reach
