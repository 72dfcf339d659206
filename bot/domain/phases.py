"""Where a contract is on its way, and so which question a check-in asks."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.progress import way
from bot.domain.terms import Target


class Phase(StrEnum):
    """The last day has a question of its own, for the final numbers."""

    BEGINNING = "beginning"
    ON_THE_WAY = "on-the-way"
    SETBACK = "setback"
    """The newest number went back, wherever on the way that is."""
    LAST_THIRD = "last-third"


WORDINGS = 3
"""Of each phase. One is asked after the other, so that the fifth check-in asks otherwise than the first."""


def phase_at(moment: datetime, start: datetime, end: datetime, *, set_back: bool) -> Phase:
    """`start` is when the contract was signed, `end` when it ends."""
    if set_back:
        return Phase.SETBACK
    if (moment - start) * 3 < end - start:
        return Phase.BEGINNING
    return Phase.ON_THE_WAY if (end - moment) * 3 > end - start else Phase.LAST_THIRD


def wording(number: int) -> int:
    """Which of the wordings the check-in with this number has, from 1."""
    return (number - 1) % WORDINGS + 1


def was_set_back(target: Target, values: Sequence[Decimal]) -> bool:
    """Whether the newest of these numbers, oldest first, went away from the goal."""
    if not values:
        return False
    before = values[-2] if len(values) > 1 else target.baseline
    return way(target, values[-1], before) < 0
