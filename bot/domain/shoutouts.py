"""A shoutout at which a teacher looks first: in which message it waits, and for how long."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.check_ins import Milestone
from bot.domain.waiting import SINGLY_MOST

LOOKED_AT_WITHIN = timedelta(days=7)
"""After that it stays between the student and their teachers."""
JOINED_WITHIN = timedelta(days=3)
LATER = timedelta(days=2)


def waited_too_long(milestone: Milestone, now: datetime) -> bool:
    return milestone.shared_at is not None and now - milestone.shared_at >= LOOKED_AT_WITHIN


def joins(waiting: Iterable[Milestone], now: datetime) -> str:
    """In a large class: the message that still waits for its teacher and is not old, into which the next one comes;
    "" for none."""
    young = [m for m in waiting if m.shared_at is not None and now - m.shared_at < JOINED_WITHIN]
    return max((m.gathered for m in young), default="")


def comes_at(now: datetime, told: int) -> datetime:
    """In a large class: when a new message comes, after so many in a week. From the third on it waits for more."""
    return now if told < SINGLY_MOST else now + LATER
