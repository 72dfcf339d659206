"""Halfway through a contract: how a student rates its signs of success, kept to stand beside the ratings of the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.look_back import checked_ratings, criteria_of
from bot.domain.terms import Terms


@dataclass(frozen=True, slots=True)
class RatedSign:
    """A sign of success in its words of that day, and its rating: what a later version says is another sign."""

    text: str
    rating: int


@dataclass(frozen=True, slots=True)
class Halfway:
    """How a student rates halfway. Nobody else reads it before both have looked back."""

    workspace: str
    contract: int
    user: str
    signs: tuple[RatedSign, ...]
    given_at: datetime
    id: int = 0


def is_halfway(moment: datetime, start: datetime, end: datetime) -> bool:
    """Whether a check-in of this moment is near the middle: between two fifths and three quarters of the way. However
    seldom check-ins come, where there are three one of them is."""
    gone, whole = moment - start, end - start
    return gone * 5 >= whole * 2 and gone * 4 <= whole * 3


def rated_signs(terms: Terms, ratings: Mapping[int, int]) -> tuple[RatedSign, ...]:
    """Each with its rating, given by its place. Refusal where one is missing or is no rating."""
    checked = checked_ratings(terms, ratings)
    pairs = zip(criteria_of(terms), checked, strict=True)
    return tuple(RatedSign(criterion.text, rating) for (_, criterion), rating in pairs)


def halfway_of(terms: Terms, signs: Sequence[RatedSign]) -> dict[int, int]:
    """The rating of halfway for the criterion at each place, where it was rated in these very words."""
    known = {sign.text: sign.rating for sign in signs}
    return {place: known[c.text] for place, (_, c) in enumerate(criteria_of(terms)) if c.text in known}
