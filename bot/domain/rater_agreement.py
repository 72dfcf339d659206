"""How far people who rated the same things on the same levels agree.

Each level is a whole number, its place, the lowest first. What two people gave for the same thing is a pair.

- `exact` and `near` are the shares of all pairs that are the same, or at most one level apart: the mean over pairs of
  raters, each weighted by what both rated (Fleiss, "Measuring nominal scale agreement among many raters",
  Psychological Bulletin 76, 1971, has the same mean of pairs).
- `kappa` is Cohen's weighted kappa with linear weights, |i - j| (Cohen, "Weighted kappa", Psychological Bulletin 70,
  1968; the weights are those of Cicchetti and Allison, 1971): 1 - observed disagreement / disagreement by chance, where
  chance is what each of the two gives of each level over all that both rated. For more than two raters it is the mean
  over their pairs (Light, "Measures of response agreement for qualitative data", Psychological Bulletin 76, 1971).

A kappa is undefined where chance alone leaves nothing to disagree about: both gave one level to everything. Such pairs
of raters are left out of the mean; where none is left, `Undefined` says why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

Given = Mapping[Any, int]
"""What one person gave, by what was rated."""

FEW = 10
"""Pairs below which a kappa says little, and is shown with that word."""


class Undefined(StrEnum):
    """Why there is no kappa."""

    ONE = "one"
    """Fewer than two people rated the same thing."""
    ALIKE = "alike"
    """Whoever can be compared gave one level to everything."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`pairs` counts those that are compared; `exact` and `near` are shares of them, 0 where there are none."""

    pairs: int
    exact: float
    near: float
    kappa: float | None
    undefined: Undefined | None = None


def agreement(raters: Sequence[Given]) -> Agreement:
    compared = [both for one, other in combinations(raters, 2) if (both := in_common(one, other))]
    pairs = [pair for both in compared for pair in both]
    if not pairs:
        return Agreement(0, 0.0, 0.0, None, Undefined.ONE)
    apart = [abs(mine - theirs) for mine, theirs in pairs]
    exact, near = apart.count(0) / len(pairs), sum(1 for one in apart if one <= 1) / len(pairs)
    kappas = [kappa for both in compared if (kappa := weighted_kappa(both)) is not None]
    if not kappas:
        return Agreement(len(pairs), exact, near, None, Undefined.ALIKE)
    return Agreement(len(pairs), exact, near, sum(kappas) / len(kappas))


def in_common(one: Given, other: Given) -> list[tuple[int, int]]:
    return [(level, other[thing]) for thing, level in one.items() if thing in other]


def weighted_kappa(both: Sequence[tuple[int, int]]) -> float | None:
    """Of two people; None where it is undefined."""
    observed = sum(abs(mine - theirs) for mine, theirs in both) / len(both)
    chance = sum(abs(mine - theirs) for mine, _ in both for _, theirs in both) / len(both) ** 2
    return None if chance == 0 else 1 - observed / chance


def split(levels: Sequence[int]) -> float:
    """How far those who rated one thing are apart: the mean distance of all pairs, in levels."""
    pairs = list(combinations(levels, 2))
    return sum(abs(one - other) for one, other in pairs) / len(pairs) if pairs else 0.0


def spread(levels: Sequence[int], count: int) -> tuple[int, ...]:
    """How many gave each of `count` levels."""
    return tuple(sum(1 for one in levels if one == level) for level in range(count))
