"""Fewer points that keep the shape of many: largest triangle three buckets.

The first and the last stay. What lies between is cut into buckets of about the same size, and of each that point stays
which makes the largest triangle with the one that stayed before it and the middle of the bucket after it: peaks,
valleys and turns stay, and what lies on a straight line goes.

S. Steinarsson, "Downsampling Time Series for Visual Representation", University of Iceland, 2013,
https://skemman.is/handle/1946/15343
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

LEAST = 3


class LinePoint(NamedTuple):
    x: float
    y: float


def thinned(spots: Sequence[LinePoint], most: int) -> list[int]:
    """The places of those that stay, in their order; all where there are no more than `most`, which is 3 or more."""
    if most < LEAST:
        raise ValueError(f"at least {LEAST} have to stay")
    if len(spots) <= most:
        return list(range(len(spots)))
    kept = [0]
    buckets = _buckets(len(spots), most)
    for bucket, after in zip(buckets, [*buckets[1:], range(len(spots) - 1, len(spots))], strict=True):
        middle = _middle([spots[place] for place in after])
        kept.append(max(bucket, key=lambda place: _triangle(spots[kept[-1]], spots[place], middle)))
    return [*kept, len(spots) - 1]


def _buckets(count: int, most: int) -> list[range]:
    """The places between the first and the last."""
    inside, wanted = count - 2, most - 2
    edges = [1 + inside * number // wanted for number in range(wanted + 1)]
    return [range(begin, end) for begin, end in pairwise(edges)]


def _middle(spots: Sequence[LinePoint]) -> LinePoint:
    return LinePoint(sum(spot.x for spot in spots) / len(spots), sum(spot.y for spot in spots) / len(spots))


def _triangle(one: LinePoint, two: LinePoint, three: LinePoint) -> float:
    """Twice its area."""
    return abs((one.x - three.x) * (two.y - one.y) - (one.x - two.x) * (three.y - one.y))
