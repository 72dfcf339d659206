"""Every second week, in the forms in which a contract is changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.activities.changing import together
from bot.activities.changing import use_cases as changing
from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Autonomy
from bot.domain.contract import Contract
from bot.language.terms_typed import EVERY_WEEK, WEEKS
from tests.unit.reviewing.scenes import active, announced, filled, newest, texts
from tests.unit.set_up.steps import save_again
from tests.world import World

FIRST, OTHER = date(2027, 1, 11), date(2027, 1, 18)


def _changed(world: World, contract: Contract, weeks: str, actor: Actor | None = None) -> Contract:
    form = world.do(changing.open_change, actor or world.student, contract.id, contract.on_the_table.number)
    typed = filled(form, {WEEKS: weeks})
    return world.do(changing.propose, actor or world.student, contract.id, contract.on_the_table.number, typed)


def _planned(world: World, contract: Contract) -> list[date]:
    with world.uow() as uow:
        return [c.due_at.date() for c in uow.check_ins.in_state(contract.id, CheckInState.PLANNED)]


def test_the_form_offers_each_week_and_either_of_two(world: World) -> None:
    contract = active(world)
    form = world.do(changing.open_change, world.student, contract.id, 1)
    assert form.weeks == (FIRST, OTHER)


@pytest.mark.parametrize("weeks", [FIRST, OTHER])
def test_in_the_middle_of_a_contract_the_planned_check_in_moves_to_its_week(world: World, weeks: date) -> None:
    contract = active(world)
    changed = _changed(world, contract, weeks.isoformat())
    assert changed.on_the_table.terms.alternates_from == weeks
    signed = world.do(changing.sign, world.teacher, contract.id, 2)
    assert _planned(world, contract) == [weeks]
    back = _changed(world, signed, EVERY_WEEK)
    assert back.on_the_table.terms.alternates_from is None


def test_both_sides_read_when_it_would_be(world: World) -> None:
    contract = active(world)
    _changed(world, contract, OTHER.isoformat())
    for user in (world.teacher.user, world.student.user):
        card = " ".join(texts(newest(world, user, "change-card")))
        assert "18 January; Monday, 1 February; Monday, 15 February" in card


def test_the_same_weeks_named_by_a_later_one_are_no_change(world: World) -> None:
    contract = active(world)
    _changed(world, contract, FIRST.isoformat())
    signed = world.do(changing.sign, world.teacher, contract.id, 2)
    world.later(days=15)
    with pytest.raises(Refusal, match="nothing-changed"):
        _changed(world, signed, (FIRST + timedelta(weeks=4)).isoformat())


def test_a_form_from_before_leaves_the_weeks_as_they_are(world: World) -> None:
    contract = active(world)
    _changed(world, contract, OTHER.isoformat())
    world.do(changing.sign, world.teacher, contract.id, 2)
    form = world.do(changing.open_change, world.student, contract.id, 2)
    older = filled(form, {"supports": "A quiet room"})
    older = replace(older, texts={name: text for name, text in older.texts.items() if name != WEEKS})
    proposed = world.do(changing.propose, world.student, contract.id, 2, older)
    assert proposed.on_the_table.terms.alternates_from == OTHER


@pytest.mark.parametrize("forged", ["soon", "2027-13-01", "1"])
def test_what_no_form_offers_is_refused(world: World, forged: str) -> None:
    contract = active(world)
    with pytest.raises(Refusal, match="old-button"):
        _changed(world, contract, forged)


def test_where_the_class_has_one_rhythm_a_student_is_not_offered_another_and_a_teacher_is(world: World) -> None:
    contract = active(world)
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.GUIDED))
    assert world.do(changing.open_change, world.student, contract.id, 1).weeks == ()
    with pytest.raises(Refusal, match="day-not-of-the-class"):
        _changed(world, contract, FIRST.isoformat())
    assert _changed(world, contract, FIRST.isoformat(), world.teacher).on_the_table.terms.alternates_from == FIRST


def test_the_other_week_too_late_is_said_under_the_weeks(world: World) -> None:
    contract = active(world)
    form = world.do(changing.open_change, world.student, contract.id, 1)
    ends = {"ends_on": "22 January 2027", "t0_due_on": "22 January 2027", "t0_statement": "Vary my openings"}
    with pytest.raises(Refusal, match="second-week-too-late") as refused:
        world.do(changing.propose, world.student, contract.id, 1, filled(form, {**ends, WEEKS: OTHER.isoformat()}))
    assert refused.value.field == WEEKS


def test_a_teacher_suggests_it_before_signing(world: World) -> None:
    contract = announced(world)
    form = world.do(reviewing.open_suggestion, world.teacher, contract.id, 1)
    suggested = world.do(reviewing.suggest, world.teacher, contract.id, 1, filled(form, {WEEKS: OTHER.isoformat()}))
    assert suggested.on_the_table.terms.alternates_from == OTHER
    world.render_all()


def test_who_goes_with_the_class_does_so_in_their_own_weeks(world: World) -> None:
    contract = world.agree(with_class=True, alternates_from=OTHER)
    save_again(world, check_in_days=("WE",))
    assert _planned(world, contract) == [date(2027, 1, 20)]


def test_the_days_of_the_class_suggested_to_all_leave_everyone_their_weeks(world: World) -> None:
    contract = world.agree(alternates_from=OTHER)
    save_again(world, check_in_days=("WE",))
    world.do(together.suggest_rhythm, world.teacher, world.classroom.id)
    signed = world.do(changing.sign, world.student, contract.id, 2)
    assert (signed.in_force.terms.check_in_days, signed.in_force.terms.alternates_from) == (("WE",), OTHER)
