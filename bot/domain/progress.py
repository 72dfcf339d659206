"""How far a student is on the way from baseline to goal, and what is worth noticing."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from bot.domain.terms import Target


class Point(StrEnum):
    """A point on the way whose reaching is noticed."""

    HALFWAY = "halfway"
    GOAL = "goal"
    OWN_1 = "own-1"
    """The first of those that the student has named; by its number, or since they say so."""
    OWN_2 = "own-2"
    OWN_3 = "own-3"
    EFFORT = "effort"
    """Practised as planned for four weeks."""
    BACK = "back"
    """Answered again after a long silence."""


OWN = (Point.OWN_1, Point.OWN_2, Point.OWN_3)
SAID = frozenset({*OWN, Point.EFFORT, Point.BACK})
"""Those that no number alone reaches, or not of necessity: once noticed, they hold while their reply says anything."""


def share(target: Target, value: Decimal) -> Decimal:
    """How much of the way is done: 0 at the baseline, 1 at the goal; below 0 and above 1 are possible."""
    return (value - target.baseline) / (target.goal - target.baseline)


def percent(target: Target, value: Decimal) -> int:
    """The share in whole percent, rounded towards the start."""
    return int(share(target, value) * 100)


def way(target: Target, value: Decimal, before: Decimal) -> int:
    """Which way a number went since the one before it: 1 towards the goal, -1 away from it, 0 where it stayed. At
    the goal, or beyond it, none leads away."""
    now, then = share(target, value), share(target, before)
    return 1 if now > then else -1 if now < min(then, Decimal(1)) else 0


def went_forward(target: Target, value: Decimal, before: Decimal) -> bool:
    """Whether a number is nearer to the goal than the one before it, or stands at the goal."""
    return way(target, value, before) > 0 or share(target, value) >= 1


def points_reached(target: Target, value: Decimal) -> tuple[Point, ...]:
    """What one number reaches. No single one reaches a rate: see `was_kept`."""
    if target.measure.period:
        return ()
    done = share(target, value)
    before = (Point.HALFWAY,) if done >= Decimal("0.5") else ()
    return (*before, *own_reached(target, value), *((Point.GOAL,) if done >= 1 else ()))


def own_reached(target: Target, value: Decimal) -> tuple[Point, ...]:
    """Those that the student has named, of which the number says that they are reached; the furthest last."""
    done = share(target, value)
    placed = [(share(target, w.at), p) for p, w in zip(OWN, target.milestones, strict=False) if w.at is not None]
    return tuple(point for at, point in sorted(placed) if done >= at)


EFFORT_DAYS = 28


class Practised(NamedTuple):
    """What one check-in says of practice, since `begins`: how often, of how often as was planned. None: nothing."""

    begins: datetime
    ends: datetime
    times: int | None
    planned: int


def kept_practising(said: Sequence[Practised]) -> bool:
    """Whether the newest check-ins in a row, over four weeks, each say that it was practised as planned. `said` are
    those that count, oldest first."""
    since = None
    for one in reversed(said):
        if one.times is None or one.times < one.planned:
            break
        since = one.begins
    return since is not None and (said[-1].ends - since).days >= EFFORT_DAYS


# A rate ("twice a week") is reached when it was kept over the time that was agreed, not in the first good week: at the
# first number from the target's day on, where four of five check-ins until then say that it was, and this one too. One
# that was missed says that it was not; one that was excused says nothing.


KEPT_LEAST = Decimal("0.8")
_SOME_TIME = 2
"""Check-ins: one alone tells of no stretch of time."""


class Kept(NamedTuple):
    """At how many of so many check-ins with a number a rate was kept."""

    times: int
    of: int


def kept(target: Target, values: Sequence[Decimal | None]) -> Kept:
    """`values` are those of the check-ins in their order; None where one was missed."""
    return Kept(sum(value is not None and share(target, value) >= 1 for value in values), len(values))


def was_kept(target: Target, values: Sequence[Decimal | None], day: date) -> bool:
    """Whether a rate is reached on this day, that of the newest of the values."""
    times, of = kept(target, values)
    now = kept(target, values[-1:]).times == 1
    return day >= target.due_on and now and of >= _SOME_TIME and times >= KEPT_LEAST * of


def expected_share(start: datetime, end: datetime, now: datetime) -> Decimal:
    """Where the straight line from baseline to goal stands now, between 0 and 1."""
    if now >= end:
        return Decimal(1)
    if now <= start or end <= start:
        return Decimal(0)
    return Decimal((now - start) / (end - start)).quantize(Decimal("0.001"))
