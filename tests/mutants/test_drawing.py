"""Which mutants are tried, and what a sample of them says."""

from pathlib import Path

import pytest

from tests.mutants.figures import Share, of_all, wilson
from tests.mutants.sampling import Place, in_drawn_order, in_turn, shares

PLACES = [
    Place(Path(f"bot/domain/{module}.py"), number) for module in ("terms", "care", "outbox") for number in range(40)
]


def test_a_seed_draws_the_same_again() -> None:
    assert in_drawn_order(PLACES, 7)[:20] == in_drawn_order(reversed(PLACES), 7)[:20]


def test_another_seed_draws_others() -> None:
    assert set(in_drawn_order(PLACES, 7)[:20]) != set(in_drawn_order(PLACES, 8)[:20])


def test_a_place_keeps_its_luck_when_other_files_change() -> None:
    without = [place for place in PLACES if place.path.stem != "care"]
    assert in_drawn_order(without, 7) == [place for place in in_drawn_order(PLACES, 7) if place in without]


def test_every_module_is_drawn_from() -> None:
    assert len({place.path for place in in_drawn_order(PLACES, 7)[:20]}) == 3


def test_a_package_is_tried_by_its_size() -> None:
    assert shares({"large": 3000, "small": 1000}, 400, least=0) == {"large": 300, "small": 100}


def test_a_small_package_is_tried_as_often_as_its_interval_needs() -> None:
    assert shares({"large": 9990, "small": 100}, 400, least=50) == {"large": 349, "small": 52}


def test_no_more_are_tried_than_there_are() -> None:
    assert shares({"large": 1000, "tiny": 3}, 100, least=50) == {"large": 97, "tiny": 3}


def test_packages_take_turns_by_their_size() -> None:
    turns = in_turn({"large": [1, 2, 3, 4], "small": [5, 6]})
    assert [one for _, one in turns] == [1, 2, 5, 3, 4, 6]
    assert [package for package, _ in turns[:3]] == ["large", "large", "small"]


@pytest.mark.parametrize(
    ("share", "tried", "low", "high"),
    [(0.5, 100, 0.4038, 0.5962), (0.9, 10, 0.5958, 0.9821), (0.0, 10, 0.0, 0.2775), (1.0, 10, 0.7225, 1.0)],
)
def test_the_interval_is_wilsons(share: float, tried: float, low: float, high: float) -> None:
    assert wilson(share, tried) == pytest.approx((low, high), abs=5e-5)


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0, 1)


def test_packages_that_are_alike_count_as_one_sample() -> None:
    found = of_all({"a": Share(0.8, 300), "b": Share(0.8, 100)}, {"a": 3000, "b": 1000})
    assert (found.share, found.tried) == pytest.approx((0.8, 400))


def test_a_package_weighs_what_it_has_however_much_of_it_was_tried() -> None:
    found = of_all({"large": Share(0.9, 100), "small": Share(0.5, 100)}, {"large": 9000, "small": 1000})
    assert found.share == pytest.approx(0.86)
    assert 100 < found.tried < 200
