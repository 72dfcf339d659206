"""A class gets other days: who keeps the old ones is said, and can be asked to follow by one press."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.activities.changing import together
from bot.activities.changing import use_cases as changing
from bot.activities.changing.messages import KeptRhythm, RhythmBrief, RhythmReach
from bot.domain import contract as life
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.days_off import DayOffRule
from bot.messages.briefs import brief_for
from tests.unit.reviewing.scenes import filled
from tests.unit.set_up.steps import save_again
from tests.world import World


def _saved(world: World, days: tuple[str, ...] = ("WE",), at: time = time(9, 30)) -> None:
    save_again(world, check_in_days=days, check_in_time=at)


def _reach(world: World) -> RhythmBrief:
    with world.uow() as uow:
        found = brief_for(uow, RhythmReach(world.classroom.id), "UTEACHER")
    assert isinstance(found, RhythmBrief)
    return found


def _counts(brief: RhythmBrief) -> tuple[int, int, int, int]:
    return sum(number for _, number in brief.kept), brief.follow, brief.waiting, brief.other


def _contract(world: World, contract: int) -> Contract:
    with world.uow() as uow:
        found = uow.contracts.get(contract)
    assert found is not None
    return found


def test_the_teacher_reads_whom_new_days_do_not_reach(world: World) -> None:
    world.agree()
    _saved(world)
    assert world.kinds("UTEACHER").count("rhythm-reach") == 1
    brief = _reach(world)
    assert brief.kept == ((KeptRhythm(("MO",), time(8, 45)), 1),)
    assert [moment.astimezone().weekday() for moment in brief.coming] == [2, 2, 2]
    world.render_all()


def test_nothing_is_said_where_the_days_stay(world: World) -> None:
    world.agree()
    _saved(world, world.classroom.check_in_days, world.classroom.check_in_time)
    assert "rhythm-reach" not in world.kinds("UTEACHER")


def test_the_next_dates_are_said_also_where_nobody_has_others(world: World) -> None:
    _saved(world)
    assert world.kinds("UTEACHER").count("rhythm-reach") == 1
    assert _counts(_reach(world)) == (0, 0, 0, 0)
    assert len(_reach(world).coming) == 3
    assert "changing.suggest_rhythm" not in str(world.render_all())


def test_one_press_suggests_them_and_each_student_signs_their_own(world: World) -> None:
    one, other = world.agree(), world.agree(world.classmate)
    _saved(world)
    assert world.do(together.suggest_rhythm, world.teacher, world.classroom.id) == 2
    assert _counts(_reach(world)) == (0, 0, 2, 0)
    assert [_contract(world, c.id).status for c in (one, other)] == [Status.RENEGOTIATING] * 2
    assert "change-card" not in world.kinds("UTEACHER")
    for student in (world.student, world.classmate):
        assert world.kinds(student.user).count("change-card") == 1
    world.do(changing.sign, world.student, one.id, 2)
    assert _counts(_reach(world)) == (0, 1, 1, 0)
    assert "change-decided" not in world.kinds("UTEACHER")
    with world.uow() as uow:
        ahead = uow.check_ins.in_state([one.id, other.id], CheckInState.PLANNED)
    assert {c.contract: c.due_at.weekday() for c in ahead} == {one.id: 2, other.id: 0}
    world.render_all()


def test_a_no_is_told_by_itself(world: World) -> None:
    contract = world.agree()
    _saved(world)
    world.do(together.suggest_rhythm, world.teacher, world.classroom.id)
    world.do(changing.decline, world.student, contract.id, 2, "I have football on Wednesdays")
    assert "change-decided" in world.kinds("UTEACHER")
    assert _counts(_reach(world)) == (1, 0, 0, 0)


def test_who_negotiates_already_is_left_alone(world: World) -> None:
    contract = world.agree()
    form = world.do(changing.open_change, world.student, contract.id, 1)
    _saved(world)
    with world.uow() as uow:
        changed = replace(form.terms, ends_on=date(2027, 4, 2))
        uow.contracts.save(life.propose_change(contract, changed, form.side, "USTUDENT", world.now))
    assert _counts(_reach(world)) == (0, 0, 0, 1)
    with pytest.raises(Refusal, match="nobody-to-suggest-it-to"):
        world.do(together.suggest_rhythm, world.teacher, world.classroom.id)


def test_what_a_class_does_on_days_off_outlives_its_form(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, on_days_off=DayOffRule.LEAVE_OUT))
    _saved(world)
    with world.uow() as uow:
        found = uow.classrooms.get(world.classroom.id)
    assert found is not None
    assert found.on_days_off is DayOffRule.LEAVE_OUT


def test_a_contract_that_goes_with_the_class_is_asked_on_its_new_days(world: World) -> None:
    contract = world.agree(with_class=True)
    _saved(world)
    with world.uow() as uow:
        (ahead,) = uow.check_ins.in_state(contract.id, CheckInState.PLANNED)
    due = ahead.due_at.astimezone(ZoneInfo(world.classroom.timezone))
    assert (due.weekday(), due.time()) == (2, time(9, 30))
    assert _counts(_reach(world)) == (0, 1, 0, 0)
    assert _contract(world, contract.id).in_force == contract.in_force


def test_a_change_of_such_a_contract_starts_with_the_days_of_now(world: World) -> None:
    contract = world.agree(with_class=True)
    _saved(world)
    form = world.do(changing.open_change, world.student, contract.id, 1)
    assert (form.terms.check_in_days, form.terms.with_class) == (("WE",), True)
    waiting = world.do(changing.propose, world.student, contract.id, 1, filled(form, {"ends_on": "1 April 2027"}))
    assert waiting.on_the_table.terms.with_class


def test_who_takes_other_days_in_a_change_goes_with_the_class_no_more(world: World) -> None:
    contract = world.agree(with_class=True)
    form = world.do(changing.open_change, world.teacher, contract.id, 1)
    waiting = world.do(changing.propose, world.teacher, contract.id, 1, filled(form, days=("TH",)))
    terms = waiting.on_the_table.terms
    assert (terms.check_in_days, terms.with_class) == (("TH",), False)


def test_a_suggestion_to_all_lets_them_go_with_the_class(world: World) -> None:
    contract = world.agree()
    _saved(world)
    world.do(together.suggest_rhythm, world.teacher, world.classroom.id)
    signed = world.do(changing.sign, world.student, contract.id, 2)
    assert signed.in_force.terms.with_class
