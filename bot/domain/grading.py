"""What is counted of how both rated the signs of success: a grade that is suggested to a teacher, where the class wants
one, and how many signs are met.

It decides nothing, and is kept nowhere: it is worked out when it is shown, from the ratings that both gave.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.domain.look_back import RATINGS

SELF_PARTS = (0, 10, 25, 50)
"""Percent that a student's own ratings may count."""


@dataclass(frozen=True, slots=True)
class GradeSuggestion:
    """All in whole percent: of "fully" for each sign. `self_part` is how much the student's ratings count."""

    percent: int
    students: int
    teachers: int
    self_part: int


def suggested(
    students: Sequence[int], teachers: Sequence[int], self_part: int, weights: Sequence[int] = ()
) -> GradeSuggestion | None:
    """From the ratings of each sign by both; `weights` say how much each counts, all the same where there are none.

    None where there is nothing to go by: no sign, or not the same signs on both sides.
    """
    weights = tuple(weights) or (1,) * len(teachers)
    if not teachers or not len(students) == len(teachers) == len(weights) or sum(weights) <= 0:
        return None
    mine, theirs = _reached(students, weights), _reached(teachers, weights)
    whole = (mine * self_part + theirs * (100 - self_part)) / 100
    return GradeSuggestion(_percent(whole), _percent(mine), _percent(theirs), self_part)


def on_scale(percent: int, names: Sequence[str]) -> str:
    """The grade of a scale, the worst first, in equal steps from 0 to 100 percent."""
    place = min(percent * len(names) // 100, len(names) - 1)
    return names[place]


def _reached(ratings: Sequence[int], weights: Sequence[int]) -> Fraction:
    """From 0, where all is "not yet", to 1, where all is "fully"."""
    low, high = min(RATINGS), max(RATINGS)
    points = sum((rating - low) * weight for rating, weight in zip(ratings, weights, strict=True))
    return Fraction(points, (high - low) * sum(weights))


def _percent(part: Fraction) -> int:
    """Rounded half up: a half is never the student's loss."""
    return int(part * 100 + Fraction(1, 2))


# How many signs are met: a count, and no grade.


MET = max(RATINGS)
"""Only what is rated "fully" counts as met."""

Rated = tuple[Sequence[int], Sequence[int]]
"""A student's ratings of one contract, and the teacher's, of the same signs."""


@dataclass(frozen=True, slots=True)
class SignsMet:
    """Of so many signs in so many contracts; by the student's own ratings, and by the teacher's."""

    contracts: int
    signs: int
    by_student: int
    by_teacher: int


def signs_met(rated: Sequence[Rated]) -> SignsMet:
    """Of signs that only one of them rated nothing is counted."""
    both = [pair for students, teachers in rated for pair in zip(students, teachers, strict=False)]
    return SignsMet(len(rated), len(both), sum(a == MET for a, _ in both), sum(b == MET for _, b in both))
