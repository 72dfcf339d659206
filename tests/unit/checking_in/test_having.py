"""Check-ins after each essay: the student says that they had one, and is asked then."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from bot.activities.absence import use_cases as absence
from bot.activities.changing import together
from bot.activities.changing import use_cases as changing
from bot.activities.checking_in import having
from bot.activities.checking_in.having_messages import HAD_ONE
from bot.activities.home.messages import Home
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.classroom import Autonomy
from bot.domain.contract import Contract
from bot.domain.days_off import Span
from bot.language.terms_typed import AFTER_EACH, TIME
from bot.messages.tell import show_home
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import tick
from tests.unit.reviewing.scenes import active, filled
from tests.unit.set_up.steps import save_again
from tests.world import World

SAYS: dict[str, Any] = {"after_each": "essay", "check_in_days": ()}


def _agreed(world: World) -> Contract:
    return world.agree(**SAYS)


def _check_ins(world: World, contract: Contract) -> list[CheckIn]:
    with world.uow() as uow:
        return uow.check_ins.of_contract(contract.id)


def test_without_a_word_there_is_one_by_the_midpoint_and_one_on_the_last_day(world: World) -> None:
    contract = _agreed(world)
    (middle,) = _check_ins(world, contract)
    assert middle.due_at.date() == date(2027, 2, 9)


def test_who_had_one_is_asked_at_once_and_the_one_by_the_midpoint_still_comes(world: World) -> None:
    contract = _agreed(world)
    world.later(days=7)
    world.do(having.had_one, world.student, contract.id)
    (asked,) = _check_ins(world, contract)
    assert (asked.state, asked.due_at) == (CheckInState.PROMPTED, world.now)
    assert world.kinds(world.student.user).count("check-in-due") == 1
    say(world, asked.id, "5")
    first, second = _check_ins(world, contract)
    assert first.state is CheckInState.ANSWERED
    assert second.due_at.date() == date(2027, 2, 9)


def test_saying_it_again_while_it_is_open_asks_for_no_second_one(world: World) -> None:
    contract = _agreed(world)
    world.do(having.had_one, world.student, contract.id)
    world.do(having.had_one, world.student, contract.id)
    assert len(_check_ins(world, contract)) == 1
    assert world.kinds(world.student.user)[-1] == "check-in-again"


def test_who_does_not_answer_is_reminded_once_and_the_class_goes_on(world: World) -> None:
    contract = _agreed(world)
    world.do(having.had_one, world.student, contract.id)
    for _ in range(3):
        world.later(hours=25)
        tick(world)
    missed, ahead = _check_ins(world, contract)
    assert missed.state is CheckInState.MISSED
    assert (ahead.state, ahead.due_at.date()) == (CheckInState.PLANNED, date(2027, 2, 9))


def test_where_there_are_days_there_is_no_such_press(world: World) -> None:
    contract = world.agree()
    with pytest.raises(Refusal, match="old-button"):
        world.do(having.had_one, world.student, contract.id)


def _look(world: World) -> int:
    with world.uow() as uow:
        having.look(uow, world.accord, world.classroom.id)
    return world.kinds(world.student.user).count("none-for-long")


def test_none_for_twenty_one_school_days_is_asked_about_once_in_as_many(world: World) -> None:
    contract = world.agree(**SAYS, ends_on=date(2027, 6, 25))
    world.later(days=28)  # twenty school days: from Tuesday 12 January to Monday 8 February
    assert _look(world) == 0
    world.later(days=1)
    assert [_look(world), _look(world)] == [1, 1]
    world.later(days=5)
    assert _look(world) == 1
    world.do(having.had_one, world.student, contract.id)
    world.later(days=20)
    assert _look(world) == 1
    world.render_all()


def test_nobody_is_asked_about_it_while_away_or_on_a_day_off(world: World) -> None:
    world.agree(**SAYS, ends_on=date(2027, 6, 25))
    world.later(days=27)
    with world.uow() as uow:
        absence.say_away(uow, world.student, Span(date(2027, 2, 8), date(2027, 2, 12)))
    world.later(days=4)
    assert _look(world) == 0
    world.later(days=4)
    assert _look(world) == 0  # those days count for nothing
    world.later(days=1)
    assert _look(world) == 1


def test_a_class_that_gets_other_days_leaves_it_alone(world: World) -> None:
    contract = _agreed(world)
    before = _check_ins(world, contract)
    save_again(world, check_in_days=("WE",))
    assert _check_ins(world, contract) == before
    with pytest.raises(Refusal, match="nobody-to-suggest-it-to"):
        world.do(together.suggest_rhythm, world.teacher, world.classroom.id)
    world.render_all()


def test_in_a_contract_that_runs_it_is_a_change_that_both_sign(world: World) -> None:
    contract = active(world)
    form = world.do(changing.open_change, world.student, contract.id, 1)
    typed = filled(form, {AFTER_EACH: "essay"})
    changed = world.do(changing.propose, world.student, contract.id, 1, typed)
    terms = changed.on_the_table.terms
    assert (terms.after_each, terms.check_in_days, terms.with_class) == ("essay", (), False)
    world.do(changing.sign, world.teacher, contract.id, 2)
    world.render_all()
    form = world.do(changing.open_change, world.student, contract.id, 2)
    back = world.do(changing.propose, world.student, contract.id, 2, filled(form, {AFTER_EACH: ""}, ("MO",)))
    assert (back.on_the_table.terms.after_each, back.on_the_table.terms.check_in_days) == ("", ("MO",))


def test_neither_days_nor_a_word_is_refused_under_the_days(world: World) -> None:
    contract = active(world)
    form = world.do(changing.open_change, world.student, contract.id, 1)
    with pytest.raises(Refusal, match="no-check-in-day") as refused:
        world.do(changing.propose, world.student, contract.id, 1, filled(form, {AFTER_EACH: ""}, ()))
    assert refused.value.field == "check_in_days"


def test_where_the_class_has_one_rhythm_a_teacher_decides_it(world: World) -> None:
    contract = active(world)
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.GUIDED))
    form = world.do(changing.open_change, world.student, contract.id, 1)
    assert not form.says_when
    with pytest.raises(Refusal, match="day-not-of-the-class"):
        world.do(changing.propose, world.student, contract.id, 1, filled(form, {AFTER_EACH: "essay"}))
    form = world.do(changing.open_change, world.teacher, contract.id, 1)
    changed = world.do(changing.propose, world.teacher, contract.id, 1, filled(form, {AFTER_EACH: "essay"}))
    assert changed.on_the_table.terms.after_each == "essay"


def test_the_button_is_the_students_alone(world: World) -> None:
    _agreed(world)
    with world.uow() as uow:
        for actor in (world.student, world.teacher):
            show_home(uow, actor.user)
    shown = {d.reader: str(message) for d, message in world.render_all() if d.notice == Home.kind}
    assert HAD_ONE in shown[world.student.user]
    assert HAD_ONE not in shown[world.teacher.user]


def test_an_end_that_leaves_no_time_by_the_midpoint_is_refused_under_the_end(world: World) -> None:
    contract = active(world, **SAYS, check_in_time=time(7))
    form = world.do(changing.open_change, world.student, contract.id, 1)
    soon = {"ends_on": "12 January 2027", "t0_due_on": "12 January 2027", "t0_statement": "Vary my openings"}
    with pytest.raises(Refusal, match="end-too-soon") as refused:
        world.do(changing.propose, world.student, contract.id, 1, filled(form, soon))
    assert refused.value.field == "ends_on"


def test_a_contract_gets_a_time_of_its_own_and_then_goes_with_the_class_no_more(world: World) -> None:
    contract = active(world, with_class=True, check_in_days=("MO", "TH"))
    form = world.do(changing.open_change, world.student, contract.id, 1)
    changed = world.do(changing.propose, world.student, contract.id, 1, filled(form, {TIME: "16:30"}))
    assert (changed.on_the_table.terms.check_in_time, changed.on_the_table.terms.with_class) == (time(16, 30), False)
    world.do(changing.sign, world.teacher, contract.id, 2)
    (planned,) = _check_ins(world, contract)
    assert planned.due_at.time() == time(16, 30)
    world.render_all()


def test_where_the_class_has_one_rhythm_its_time_is_the_teachers_to_change(world: World) -> None:
    contract = active(world)
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, autonomy=Autonomy.GUIDED))
    form = world.do(changing.open_change, world.student, contract.id, 1)
    with pytest.raises(Refusal, match="day-not-of-the-class"):
        world.do(changing.propose, world.student, contract.id, 1, filled(form, {TIME: "16:30"}))
    with pytest.raises(Refusal, match="old-button"):
        world.do(changing.propose, world.student, contract.id, 1, filled(form, {TIME: "soon"}))
