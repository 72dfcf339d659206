"""What is counted of how both rated the signs of success: a grade that is suggested to a teacher, where the class wants
one, and how many signs are met.

It decides nothing, and is kept nowhere: it is worked out when it is shown, from the ratings that both gave.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.domain.look_back import RATINGS, UNRATED, criteria_of
from bot.domain.terms import Terms

SELF_PARTS = (0, 10, 25, 50)
"""Percent that a student's own ratings may count."""


WEIGHTS = (0, 1, 2, 3)
"""How much a target may count; 0 says nothing of it."""


def weights_of(terms: Terms) -> tuple[Fraction, ...]:
    """How much each sign counts, by its place: what its target counts, in equal parts. () where no contract says so:
    then each sign counts the same. A target of which nothing is said counts once beside the others."""
    if not any(target.weight for target in terms.targets):
        return ()
    of = [i for i, _ in criteria_of(terms)]
    return tuple(Fraction(terms.targets[i].weight or 1, of.count(i)) for i in of)


@dataclass(frozen=True, slots=True)
class GradeSuggestion:
    """All in whole percent: of "fully" for each sign. `self_part` is how much the student's ratings count."""

    percent: int
    students: int
    teachers: int
    self_part: int


def suggested(
    students: Sequence[int], teachers: Sequence[int], self_part: int, weights: Sequence[int | Fraction] = ()
) -> GradeSuggestion | None:
    """From the ratings of each sign by both; `weights` say how much each counts, all the same where there are none.
    Each side's part is of what it rates; where a student rates none, the teacher's ratings are the whole.

    None where there is nothing to go by: no sign that the teacher rates, or not the same signs on both sides.
    """
    weights = tuple(weights) or (1,) * len(teachers)
    if not len(students) == len(teachers) == len(weights):
        return None
    mine, theirs = _reached(students, weights), _reached(teachers, weights)
    if theirs is None:
        return None
    if mine is None:
        return GradeSuggestion(_percent(theirs), 0, _percent(theirs), 0)
    whole = (mine * self_part + theirs * (100 - self_part)) / 100
    return GradeSuggestion(_percent(whole), _percent(mine), _percent(theirs), self_part)


def on_scale(percent: int, names: Sequence[str]) -> str:
    """The grade of a scale, the worst first, in equal steps from 0 to 100 percent."""
    place = min(percent * len(names) // 100, len(names) - 1)
    return names[place]


def _reached(ratings: Sequence[int], weights: Sequence[int | Fraction]) -> Fraction | None:
    """From 0, where all that is rated is "not yet", to 1, where all is "fully"; None where none is that counts."""
    low, high = min(RATINGS), max(RATINGS)
    rated = [pair for pair in zip(ratings, weights, strict=True) if pair[0] != UNRATED]
    points, of = sum((rating - low) * weight for rating, weight in rated), sum(weight for _, weight in rated)
    return Fraction(points, (high - low) * of) if of > 0 else None


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
    pairs = [pair for students, teachers in rated for pair in zip(students, teachers, strict=False)]
    both = [pair for pair in pairs if UNRATED not in pair]
    return SignsMet(len(rated), len(both), sum(a == MET for a, _ in both), sum(b == MET for _, b in both))
