"""Whoever waits is remembered: who is told what, when, and that nobody is told twice."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.activities.absence import use_cases as absence
from bot.activities.changing import use_cases as changing
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.teaching import use_cases as teaching
from bot.activities.waiting import use_cases as waiting
from bot.domain.actor import Actor
from bot.domain.contract import Contract
from bot.domain.days_off import DayOff, Source, Span
from bot.domain.outbox import Delivery
from bot.messages.presenting import present
from storage.queries.due import Agenda
from tests.unit.home.pages import buttons
from tests.unit.reviewing.scenes import active, amended, announced, changed, leave, now_is
from tests.world import WORKSPACE, World

OURS = ("waits-for-you", "your-turn", "teacher-reminded")


def _look(world: World, **delta: float) -> list[tuple[str, str]]:
    """(kind, to whom) of what was said of it by looking once, so much later."""
    world.later(**delta)
    before = len(world.deliveries())
    with world.transactions.connection() as connection:
        found = Agenda(connection).waiting_classes()
    for workspace, classroom in found:
        world.do(waiting.remind, Actor(workspace, ""), classroom)
    return sorted((one.notice, one.lane) for one in world.deliveries()[before:] if one.notice in OURS)


def _days(world: World, count: int) -> list[tuple[int, list[tuple[str, str]]]]:
    """What is said on each of so many days, looked at three times a day: those on which something is."""
    found = []
    for day in range(1, count + 1):
        said = [one for hours in (1, 7, 16) for one in _look(world, hours=hours)]
        if said:
            found.append((day, said))
    return found


def _shown(world: World, kind: str, to: str) -> list[dict[str, Any]] | None:
    """The newest one of this kind as it would be now; None where it is not said any more."""
    (*_, delivery) = [one for one in world.deliveries() if (one.notice, one.lane) == (kind, to)]
    message = _present(world, delivery)
    return None if message is None else [dict(block) for block in message.blocks]


def _present(world: World, delivery: Delivery) -> Any:
    with world.uow() as uow:
        return present(uow, delivery)


TEACHER, TEACHER2, STUDENT = "UTEACHER", "UTEACHER2", "USTUDENT"


class TestForATeacher:
    """A proposal that nobody decides on: all its teachers after two and five school days, its student once."""

    def test_a_proposal_of_a_monday(self, world: World) -> None:
        announced(world)
        said = _days(world, 30)
        both = [("waits-for-you", TEACHER), ("waits-for-you", TEACHER2)]
        assert said == [(3, [("teacher-reminded", STUDENT), *both]), (8, both)]
        world.render_all()

    def test_one_message_has_all_that_waits_each_with_its_button(self, world: World) -> None:
        announced(world)
        world.proposed(world.classmate)
        said = _look(world, days=2, hours=1)
        assert said.count(("waits-for-you", TEACHER)) == 1
        shown = _shown(world, "waits-for-you", TEACHER)
        assert shown is not None
        assert [action for action, _ in buttons(shown)] == ["home.look", "home.look"]

    def test_what_somebody_took_in_hand_is_for_them_first_and_then_for_all(self, world: World) -> None:
        contract = changed(world, world.student)  # the first teacher approved it
        assert now_is(world, contract).decided_by in (None, TEACHER)
        _own(world, contract)
        assert _look(world, days=2, hours=1) == [("teacher-reminded", STUDENT), ("waits-for-you", TEACHER)]
        assert _look(world, days=5) == [("waits-for-you", TEACHER), ("waits-for-you", TEACHER2)]
        assert _shown(world, "waits-for-you", TEACHER2) is not None

    def test_what_was_decided_meanwhile_is_not_said(self, world: World) -> None:
        contract = announced(world)
        assert _look(world, days=2, hours=1)
        world.do(reviewing.approve, world.teacher, contract.id, 1)
        assert _shown(world, "waits-for-you", TEACHER) is None
        assert _shown(world, "teacher-reminded", STUDENT) is None
        assert _days(world, 14) == []

    def test_a_question_of_the_student_waits_for_who_suggested_the_changes(self, world: World) -> None:
        contract = amended(world)
        world.do(reviewing.wonder, world.student, contract.id, 2, "Why?")
        assert _look(world, days=2, hours=1) == [("teacher-reminded", STUDENT), ("waits-for-you", TEACHER)]

    def test_a_class_that_nobody_teaches_is_told_of_elsewhere(self, world: World) -> None:
        contract = announced(world)
        for actor in (world.teacher, world.teacher2):
            leave(world, actor)
        assert _look(world, days=3, hours=1) == []
        assert now_is(world, contract).reminded == 0

    def test_who_takes_over_is_not_told_anew(self, world: World) -> None:
        contract = announced(world)
        assert _look(world, days=2, hours=1)
        with world.uow() as uow:
            teaching.hand_over(uow, world.admin, world.classroom, TEACHER, TEACHER2)
        assert _look(world, days=1) == []
        assert now_is(world, contract).reminded == 1

    def test_of_whom_it_says_nothing_any_more(self, world: World) -> None:
        announced(world)
        leave(world, world.student)
        assert _look(world, days=3, hours=1) == []

    def test_nobody_but_the_teachers_of_the_class_reads_it(self, world: World) -> None:
        announced(world)
        assert _look(world, days=2, hours=1)
        assert _look(world, days=5)
        delivery = next(one for one in world.deliveries() if one.notice == "waits-for-you")
        for reader in (STUDENT, "UCLASSMATE", "USTRANGER"):
            assert _present(world, replace(delivery, reader=reader)) is None


class TestForAStudent:
    """A question, changes, or a change that a teacher suggests."""

    @pytest.mark.parametrize("scene", ["asked", "amended", "changed"])
    def test_they_hear_it_twice_and_who_waits_once(self, world: World, scene: str) -> None:
        if scene == "asked":
            contract = announced(world)
            world.do(reviewing.ask, world.teacher, contract.id, 1, "How many?")
        elif scene == "amended":
            amended(world)
        else:
            _own(world, changed(world, world.teacher))
        said = _days(world, 21)
        mine = ("your-turn", STUDENT)
        assert said == [(3, [("waits-for-you", TEACHER), mine]), (8, [mine])]
        shown = _shown(world, "your-turn", STUDENT)
        assert shown is not None
        assert [action for action, _ in buttons(shown)] == ["reviewing.answer" if scene == "asked" else "changing.show"]

    def test_what_their_teacher_reads_of_it_names_them_and_asks_for_nothing(self, world: World) -> None:
        amended(world)
        assert _look(world, days=2, hours=1)
        shown = _shown(world, "waits-for-you", TEACHER)
        assert shown is not None
        assert "Ana" in str(shown)
        assert [action for action, _ in buttons(shown)] == ["home.class"]

    def test_who_answers_hears_nothing_more(self, world: World) -> None:
        contract = announced(world)
        world.do(reviewing.ask, world.teacher, contract.id, 1, "How many?")
        assert _look(world, days=2, hours=1)
        world.do(reviewing.answer, world.student, contract.id, "Eight")
        assert _shown(world, "your-turn", STUDENT) is None
        shown = _shown(world, "waits-for-you", TEACHER)
        assert shown is not None
        assert [action for action, _ in buttons(shown)] == ["home.look"]  # now it is the answer that waits
        assert ("your-turn", STUDENT) not in [one for _, said in _days(world, 14) for one in said]

    def test_nobody_who_is_away_is_reminded_and_those_days_do_not_count(self, world: World) -> None:
        amended(world)
        world.do(absence.say_away, world.student, Span(date(2027, 1, 12), date(2027, 1, 15)))
        said = _days(world, 14)
        assert said == [(9, [("waits-for-you", TEACHER), ("your-turn", STUDENT)]), (12, [("your-turn", STUDENT)])]

    def test_a_new_question_begins_anew(self, world: World) -> None:
        contract = announced(world)
        world.do(reviewing.ask, world.teacher, contract.id, 1, "How many?")
        assert _look(world, days=2, hours=1)
        world.do(reviewing.answer, world.student, contract.id, "Eight")
        world.do(reviewing.ask, world.teacher, contract.id, 1, "Of how many?")
        assert now_is(world, contract).reminded == 0
        assert _look(world, days=1) == []
        assert ("your-turn", STUDENT) in _look(world, days=1)


def test_no_weekend_and_no_day_off_counts(world: World) -> None:
    world.later(days=4)  # a Friday
    announced(world)
    with world.uow() as uow:
        off = date(2027, 1, 18)
        uow.days_off.add(DayOff(WORKSPACE, world.classroom.id, off, off, "Fair", Source.TYPED))
    assert [day for day, _ in _days(world, 14)] == [6, 11]  # Wednesday and Monday


def test_it_is_said_in_the_day_of_the_class_and_of_the_student(world: World) -> None:
    with world.uow() as uow:
        known = uow.people.of(STUDENT)
        assert known is not None
        uow.people.save(replace(known, timezone="Pacific/Auckland"))
    amended(world)
    assert _look(world, days=2, hours=0.5) == []  # half past eight: not before the class's time
    assert _look(world, hours=11.75) == []  # a quarter past eight in the evening: quiet hours
    assert _look(world, hours=12.75)
    mine = next(one for one in world.deliveries() if one.notice == "your-turn")
    assert mine.not_before - world.now == timedelta(hours=9)  # seven in the morning there


def test_a_class_in_which_nothing_waits_is_not_looked_at(world: World) -> None:
    active(world)
    with world.transactions.connection() as connection:
        assert Agenda(connection).waiting_classes() == []


def test_an_archived_class_rests(world: World) -> None:
    announced(world)
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, archived=True))
    assert _look(world, days=3, hours=1) == []


def test_a_change_that_is_taken_back_is_not_remembered(world: World) -> None:
    contract = changed(world, world.student)
    world.do(changing.take_back, world.student, contract.id, 2)
    assert _days(world, 10) == []


def _own(world: World, contract: Contract) -> None:
    """As it is where somebody decided on the proposal: the contract is theirs."""
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
        assert found is not None
        uow.contracts.save(replace(found, decided_by=TEACHER))
