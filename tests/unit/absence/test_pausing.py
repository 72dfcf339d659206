"""A contract pauses: nothing is asked about it; either side goes on."""

from datetime import date, timedelta

import pytest

from bot.activities.absence import use_cases as absences
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from tests.unit.checking_in.steps import check_ins, posts
from tests.unit.listening.test_questions import prompted
from tests.unit.listening.two_classes import TwoClasses
from tests.world import World


def test_it_pauses_until_a_day(world: World) -> None:
    contract = prompted(world)
    world.do(absences.pause, world.student, contract.id, date(2027, 1, 29))
    aside, ahead = check_ins(world, contract)
    assert (aside.state, ahead.due_at.date()) == (CheckInState.EXCUSED, date(2027, 2, 1))
    assert posts(world, "UTEACHER") == posts(world, "UTEACHER2") == ["pause-noted"]
    world.render_all()


def test_without_a_day_it_ends_by_itself(world: World) -> None:
    contract = prompted(world)
    paused = world.do(absences.pause, world.teacher, contract.id, None)
    assert (paused.open_ended, paused.last_on) == (True, world.now.date() + timedelta(days=27))
    assert posts(world, "USTUDENT")[-1] == "pause-noted"
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 2, 8)


@pytest.mark.parametrize("who", ["student", "teacher", "teacher2"])
def test_either_side_goes_on(world: World, who: str) -> None:
    contract = prompted(world)
    world.do(absences.pause, world.student, contract.id, None)
    world.do(absences.resume, getattr(world, who), contract.id)
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 1, 18)
    assert posts(world, "USTUDENT")[-1] == "pause-ended"
    assert "pause-ended" in posts(world, "UTEACHER") or who == "teacher2"
    with pytest.raises(Refusal, match="not-paused"):
        world.do(absences.resume, world.student, contract.id)
    world.render_all()


def test_nobody_else_pauses_it(world: World) -> None:
    contract = prompted(world)
    with pytest.raises(Refusal, match="for-teachers"):
        world.do(absences.pause, world.classmate, contract.id, None)


@pytest.mark.parametrize(("last", "why"), [(date(2027, 3, 12), "pause-too-long"), (date(2027, 1, 1), "absence-past")])
def test_a_day_that_can_not_be(world: World, last: date, why: str) -> None:
    contract = prompted(world)
    with pytest.raises(Refusal, match=why):
        world.do(absences.pause, world.student, contract.id, last)
    assert check_ins(world, contract)[-1].state is CheckInState.PROMPTED


def test_another_contract_goes_on(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    world.do(absences.pause, world.student, both.history_contract.id, None)
    assert check_ins(world, both.english_contract)[0].state is CheckInState.PROMPTED
    assert check_ins(world, both.history_contract)[0].state is CheckInState.EXCUSED
