"""A rate is reached when it was kept over the time that was agreed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.progress import Point, kept, points_reached, was_kept
from bot.domain.terms import Measure, Target
from tests.unit.celebrating.scenes import Way
from tests.world import WORKSPACE, World, terms

DUE = date(2027, 3, 1)
TWICE_A_WEEK = replace(
    terms().targets[0],
    statement="answer a question in class twice a week",
    baseline=Decimal(0),
    goal=Decimal(2),
    unit="times per week",
    due_on=DUE,
    measure=Measure(period="week"),
)


def numbers(*said: int | None) -> list[Decimal | None]:
    return [None if number is None else Decimal(number) for number in said]


def test_no_single_number_reaches_a_rate() -> None:
    assert points_reached(TWICE_A_WEEK, Decimal(5)) == ()
    assert points_reached(replace(TWICE_A_WEEK, measure=Measure()), Decimal(5)) == (Point.HALFWAY, Point.GOAL)


@pytest.mark.parametrize(
    ("said", "reached"),
    [
        ((2, 2, 2, 2, 2), True),
        ((1, 2, 3, 2, 2), True),
        ((1, 1, 2, 2, 2), False),
        ((2, 2, 2, 2, 1), False),
        ((2,), False),
        ((2, None, None, 2), False),
        ((), False),
    ],
)
def test_it_is_kept_at_four_of_five_check_ins_and_at_the_last(said: tuple[int | None, ...], reached: bool) -> None:
    assert was_kept(TWICE_A_WEEK, numbers(*said), DUE) is reached


def test_it_is_not_reached_before_its_day() -> None:
    assert not was_kept(TWICE_A_WEEK, numbers(2, 2, 2), date(2027, 2, 28))


@pytest.mark.parametrize("way", [(6, 2), (0, 2)])
@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=12))
def test_what_is_reached_was_kept_for_the_most_part(way: tuple[int, int], said: list[int | None]) -> None:
    target = replace(TWICE_A_WEEK, baseline=Decimal(way[0]), goal=Decimal(way[1]))
    times, of = kept(target, numbers(*said))
    assert 0 <= times <= of == len(said)
    if was_kept(target, numbers(*said), DUE):
        assert times * 5 >= of * 4


def agreed(world: World, target: Target = TWICE_A_WEEK) -> Way:
    return Way(world, targets=(target,))


def test_the_first_good_week_is_told_to_nobody(world: World) -> None:
    way = agreed(world)
    for _ in range(3):
        way.log("2")
    assert way.milestones() == []


def test_kept_until_its_day_it_is_noticed_once(world: World) -> None:
    way = agreed(world)
    for _ in range(3):
        way.log("2")
    world.now = world.now.replace(month=3, day=1)
    way.log("2")
    way.log("3")
    assert [m.point for m in way.milestones()] == [Point.GOAL]


def test_one_that_was_missed_was_not_kept(world: World) -> None:
    way = agreed(world)
    way.log("2")
    with world.uow() as uow:
        missed = CheckIn(WORKSPACE, way.contract.id, way.contract.student, 150, world.now, None, CheckInState.MISSED)
        uow.check_ins.add(missed)
    way.numbers = 200
    world.now = world.now.replace(month=3, day=1)
    way.log("2")
    assert way.milestones() == []


def test_a_corrected_number_takes_it_back(world: World) -> None:
    way = agreed(world)
    way.log("2")
    world.now = world.now.replace(month=3, day=1)
    last = way.log("2")
    assert [m.point for m in way.milestones()] == [Point.GOAL]
    way.correct(last, "1")
    assert [m.consent.value for m in way.milestones()] == ["withdrawn"]
