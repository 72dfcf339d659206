"""How far people agree: by examples worked out by hand, and by what must hold for all ratings."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.rater_agreement import Undefined, agreement, in_common, split, spread, weighted_kappa

LEVELS = st.integers(0, 3)
PAIRS = st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=12)
RATERS = st.lists(st.dictionaries(st.integers(0, 7), LEVELS, min_size=1), max_size=5)


def table(*rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """Ratings as a table of counts: rows are the levels of the first, columns those of the second."""
    return [(i, j) for i, row in enumerate(rows) for j, count in enumerate(row) for _ in range(count)]


def test_two_levels_are_cohens_plain_kappa() -> None:
    """20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed .70, by chance .50, kappa .40."""
    assert weighted_kappa(table((20, 5), (10, 15))) == pytest.approx(0.4)


def test_three_levels_by_hand() -> None:
    """Observed distance (2 * 1 + 1 * 2) / 10; by chance, over the margins (4, 3, 3) and (4, 4, 2), 0.84."""
    both = table((3, 0, 1), (1, 2, 0), (0, 2, 1))
    margins = ([4, 3, 3], [4, 4, 2])
    chance = sum(abs(i - j) * margins[0][i] * margins[1][j] for i in range(3) for j in range(3)) / 100
    assert weighted_kappa(both) == pytest.approx(1 - 0.5 / chance)


@pytest.mark.parametrize(
    ("raters", "why"),
    [
        ([], Undefined.ONE),
        ([{1: 2}], Undefined.ONE),
        ([{1: 2}, {2: 2}], Undefined.ONE),
        ([{1: 2, 2: 2}, {1: 2, 2: 2}], Undefined.ALIKE),
    ],
)
def test_what_can_not_be_said_says_why(raters: list[dict[int, int]], why: Undefined) -> None:
    found = agreement(raters)
    assert (found.kappa, found.undefined) == (None, why)


def test_pairs_of_whom_nothing_can_be_said_are_left_out_of_the_mean() -> None:
    same, other = {1: 0, 2: 0}, {1: 0, 2: 1}
    assert agreement([same, same, other, other]).kappa == pytest.approx((1 + 0 * 4) / 5)


@given(PAIRS)
def test_kappa_is_the_same_from_either_side_and_from_either_end(both: list[tuple[int, int]]) -> None:
    kappa = weighted_kappa(both)
    assert weighted_kappa([(b, a) for a, b in both]) == pytest.approx(kappa)
    assert weighted_kappa([(3 - a, 3 - b) for a, b in both]) == pytest.approx(kappa)


@given(PAIRS)
def test_kappa_is_at_most_one_and_one_only_where_all_is_the_same(both: list[tuple[int, int]]) -> None:
    kappa = weighted_kappa(both)
    if kappa is None:
        assert len({level for pair in both for level in pair}) == 1
    else:
        assert kappa <= 1
        assert math.isclose(kappa, 1) is all(a == b for a, b in both)


@given(RATERS)
def test_shares_lie_between_none_and_all_and_who_comes_first_does_not_matter(raters: list[dict[int, int]]) -> None:
    found, turned = agreement(raters), agreement(raters[::-1])
    assert 0 <= found.exact <= found.near <= 1
    assert (found.kappa is None) == (found.undefined is not None)
    assert (found.pairs, found.undefined) == (turned.pairs, turned.undefined)
    assert (found.kappa or 0) == pytest.approx(turned.kappa or 0)
    assert found.pairs == sum(len(in_common(a, b)) for a, b in combinations(raters, 2))


@given(st.lists(LEVELS, max_size=8))
def test_a_spread_counts_everybody_and_nobody_is_apart_who_gave_the_same(levels: list[int]) -> None:
    assert sum(spread(levels, 4)) == len(levels)
    assert (split(levels) == 0) == (len(set(levels)) <= 1)
