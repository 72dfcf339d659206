"""How much a student chooses in a contract: the class's level as a start, then a step at a time, as a teacher decides.

The steps are those of `Autonomy`: one negotiable element (which target), then choices within what the class has (up to
three targets, the end), then everything that a contract leaves open (any day of check-ins).

What counts is whether the agreement was kept alive, not whether its goal was reached: whoever is given more to choose
for reaching a goal learns to choose easy ones. So of the check-ins that were asked, those that were answered are
counted. What was set aside, for whatever reason, was not asked: it counts for nothing and against nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Autonomy

STEPS = (Autonomy.GUIDED, Autonomy.SHARED, Autonomy.OPEN)
"""From little to much."""
ASKED_LEAST = 3
"""Of fewer check-ins nothing can be said."""
KEPT = 0.75
"""Three of four answered: one in a month may be missed."""
HARD = 0.5
"""Fewer than half answered: the agreement asked for more than there was room for."""

_ASKED = frozenset({CheckInState.ANSWERED, CheckInState.MISSED})


class FreedomWay(StrEnum):
    MORE = "more"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class Record:
    """How many check-ins of a contract were asked and are over, and how many of those were answered."""

    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class FreedomStep:
    """What is proposed for the next contract."""

    way: FreedomWay
    to: Autonomy


def record_of(states: Iterable[CheckInState]) -> Record:
    over = [state for state in states if state in _ASKED]
    return Record(len(over), sum(state is CheckInState.ANSWERED for state in over))


def next_step(level: Autonomy, record: Record) -> FreedomStep | None:
    """After a contract at whose end both looked back. None where nothing is proposed: too few check-ins to say
    anything, neither well kept nor hard, or no further step that way."""
    if record.asked < ASKED_LEAST:
        return None
    share, place = record.answered / record.asked, STEPS.index(level)
    if share >= KEPT and place + 1 < len(STEPS):
        return FreedomStep(FreedomWay.MORE, STEPS[place + 1])
    if share < HARD and place > 0:
        return FreedomStep(FreedomWay.SUPPORT, STEPS[place - 1])
    return None
