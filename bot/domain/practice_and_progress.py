"""Whether practice and progress went together: said only where the numbers say so.

From one number to the next, some way was gone, and the later check-in said how often was practised since the one
before. There have to be at least eight such steps, three of them with practice and three without; where hardly any is
without, those with more than the middle are taken against the others. It is said where steps with practice went further
on the whole, and where of all ways to deal the same steps to two such groups at most one in twenty looks as good: an
exact permutation test (R. A. Fisher, The Design of Experiments, 1935; E. J. G. Pitman, "Significance tests which may be
applied to samples from any populations", 1937). That says that they went together, not that one made the other.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations
from statistics import fmean, median
from typing import NamedTuple

STEPS_LEAST = 8
STEPS_MOST = 16
"""The newest: of more there would be too many ways to deal them."""
EACH_LEAST = 3
BY_CHANCE = 0.05
ALIKE = 1e-9


class Step(NamedTuple):
    """`gone` is a share of the whole way, below 0 where it led away; `practised` is how often."""

    gone: float
    practised: int


class Together(StrEnum):
    PRACTISED = "practised"
    """The number went further after practice than after none."""
    MORE = "more"
    """It went further after more practice than after less."""


def together(steps: Sequence[Step]) -> Together | None:
    """`steps` are oldest first."""
    newest = steps[-STEPS_MOST:]
    if len(newest) < STEPS_LEAST:
        return None
    for how, above in ((Together.PRACTISED, 0.0), (Together.MORE, median(step.practised for step in newest))):
        practised = [step.practised > above for step in newest]
        if EACH_LEAST <= sum(practised) <= len(newest) - EACH_LEAST:
            return how if _went_further([step.gone for step in newest], practised) else None
    return None


def _went_further(gone: Sequence[float], practised: Sequence[bool]) -> bool:
    """Whether those that are marked went further, on and beyond the others, than chance would let them."""
    marked = [way for way, was in zip(gone, practised, strict=True) if was]
    others = [way for way, was in zip(gone, practised, strict=True) if not was]
    if fmean(marked) <= max(fmean(others), 0.0) + ALIKE:
        return False
    reached = sum(marked) - ALIKE
    dealt = [sum(some) >= reached for some in combinations(gone, len(marked))]
    return sum(dealt) <= BY_CHANCE * len(dealt)
