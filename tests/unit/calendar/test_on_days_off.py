"""Dates that fall on a day off: the teacher is warned, and one press suggests the next school day to every student."""

from dataclasses import replace
from datetime import date

import pytest

from bot.activities.calendar import on_days_off
from bot.activities.changing import use_cases as changing
from bot.domain.actor import Refusal
from bot.domain.contract import Contract, Status
from tests.unit.calendar.test_typed_days import card, type_
from tests.world import World

DUE = date(2027, 3, 1)


def contract_of(world: World, contract: Contract) -> Contract:
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
    assert found is not None
    return found


def move(world: World) -> int:
    return world.do(on_days_off.move_dates, world.teacher, world.classroom.id)


def test_the_teacher_reads_whose_dates_fall_there(world: World) -> None:
    world.agree()
    type_(world, "1 to 5 March")
    shown = card(world)
    assert "Ana" in shown
    assert "1 March" in shown
    assert "8 March" in shown
    assert "calendar.move" in shown


def test_one_press_suggests_the_next_school_day_and_the_student_signs_by_one(world: World) -> None:
    contract, other = world.agree(), world.agree(world.classmate, ends_on=date(2027, 3, 20))
    type_(world, "1 March to 14 March")
    assert move(world) == 2
    offered = contract_of(world, contract)
    assert offered.status is Status.RENEGOTIATING
    assert offered.in_force.terms.targets[0].due_on == DUE
    new = offered.on_the_table.terms
    assert (new.targets[0].due_on, new.ends_on) == (date(2027, 3, 15), date(2027, 3, 15))
    assert world.kinds("USTUDENT")[-1] == "change-card"
    assert world.kinds("C1") == []
    world.do(changing.sign, world.student, contract.id, offered.on_the_table.number)
    assert contract_of(world, contract).in_force.terms == new
    assert "change-decided" not in world.kinds("UTEACHER")
    assert "One student has not signed" in card(world)
    assert contract_of(world, other).on_the_table.terms.ends_on == date(2027, 3, 20)


def test_pressed_twice_nothing_is_suggested_twice(world: World) -> None:
    world.agree()
    type_(world, "1 March")
    move(world)
    with pytest.raises(Refusal, match="nothing-on-days-off"):
        move(world)
    assert world.kinds("USTUDENT").count("change-card") == 1


def test_the_sentence_says_the_new_day_too(world: World) -> None:
    target = world.terms().targets[0]
    named = replace(
        target,
        statement="I will begin 8 of 10 sentences in different ways (now 2), by 1 March.",
        unit="of 10 sentences",
    )
    contract = world.agree(targets=(named,))
    type_(world, "1 March")
    assert move(world) == 1
    offered = contract_of(world, contract).on_the_table.terms.targets[0]
    assert offered.due_on == date(2027, 3, 2)
    assert offered.statement == "I will begin 8 of 10 sentences in different ways (now 2), by 2 March."


def test_at_the_end_of_the_term_it_is_the_last_school_day_before(world: World) -> None:
    contract = world.agree(ends_on=date(2027, 6, 25))
    type_(world, "24 to 25 June")
    assert move(world) == 1
    assert contract_of(world, contract).on_the_table.terms.ends_on == date(2027, 6, 23)


def test_a_change_that_waits_already_is_left_alone(world: World) -> None:
    contract = world.agree()
    type_(world, "1 March")
    move(world)
    waiting = contract_of(world, contract)
    type_(world, "2 March")
    with pytest.raises(Refusal, match="nothing-on-days-off"):
        move(world)
    assert contract_of(world, contract).on_the_table == waiting.on_the_table


def test_dates_on_school_days_are_nobodys_concern(world: World) -> None:
    world.agree()
    type_(world, "2 March")
    assert "calendar.move" not in card(world)
    with pytest.raises(Refusal, match="nothing-on-days-off"):
        move(world)


def test_who_is_not_a_teacher_moves_nothing(world: World) -> None:
    world.agree()
    type_(world, "1 March")
    for who in (world.student, world.stranger, world.admin):
        with pytest.raises(Refusal):
            world.do(on_days_off.move_dates, who, world.classroom.id)
