"""A student's Home: one thing to do now, and what waits."""

from dataclasses import replace

import pytest

from bot.activities.proposing import interviewing
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.classroom import Person
from bot.messages.terms import bar
from tests.rows import first_row
from tests.unit.celebrating.scenes import Way
from tests.unit.home.pages import buttons, primary, prompted, save, shown, text
from tests.unit.looking_back.scenes import End
from tests.world import WORKSPACE, World


class TestAStudent:
    def test_opens_the_page_about_themselves(self, world: World) -> None:
        for actor, may in ((world.student, True), (world.teacher, False), (world.stranger, False)):
            assert (("profile.open", "") in buttons(shown(world, actor))) is may

    def test_without_a_contract_begins_one(self, world: World) -> None:
        assert primary(shown(world, world.student)) == [("proposing.start_in.0", str(world.classroom.id))]

    def test_reads_each_target_once_with_its_progress(self, world: World) -> None:
        contract = world.agree()
        statement = contract.in_force.terms.targets[0].statement
        home = shown(world, world.student)
        assert text(home).count(statement) == 1
        (block,) = [b for b in home if statement in text([b])]
        assert bar(contract.in_force.terms.targets[0], None) in text([block])

    def test_with_a_draft_goes_on(self, world: World) -> None:
        world.do(interviewing.begin, world.student, None, None)
        with world.uow() as uow:
            draft = first_row(uow.interviews, student=world.student.user)
        assert draft is not None
        assert primary(shown(world, world.student)) == [("proposing.resume", str(draft.id))]

    def test_with_a_proposal_waits_and_may_withdraw(self, world: World) -> None:
        world.proposed()
        blocks = shown(world, world.student)
        assert primary(blocks) == []
        assert "changing.close" in dict(buttons(blocks))

    def test_with_a_question_answers_it(self, world: World) -> None:
        proposed = world.proposed()
        save(world, life.ask(proposed, 1, "How many?", world.teacher.user, world.now))
        blocks = shown(world, world.student)
        assert [action for action, _ in primary(blocks)] == ["reviewing.answer"]
        assert "How many?" in text(blocks)

    def test_with_an_amendment_decides_on_it(self, world: World) -> None:
        proposed = world.proposed()
        changed = replace(proposed.on_the_table.terms, hardest="Something else")
        save(world, life.amend(proposed, 1, changed, world.teacher.user, world.now))
        assert primary(shown(world, world.student)) == [("reviewing.sign", f"{proposed.id}:2")]

    def test_with_a_running_contract_has_nothing_to_do_between_check_ins(self, world: World) -> None:
        world.agree()
        blocks = shown(world, world.student)
        assert primary(blocks) == []
        assert {"changing.open", "changing.close"} <= set(dict(buttons(blocks)))

    def test_logs_progress_when_a_check_in_waits(self, world: World) -> None:
        check_in = prompted(world, world.agree())
        assert primary(shown(world, world.student)) == [("checking_in.log", str(check_in))]

    def test_decides_on_a_teachers_change(self, world: World) -> None:
        agreed = world.agree()
        changed = replace(agreed.in_force.terms, hardest="Something else")
        save(world, life.propose_change(agreed, changed, Side.TEACHER, world.teacher.user, world.now))
        assert primary(shown(world, world.student)) == [("changing.sign", f"{agreed.id}:2")]

    def test_looks_back_at_the_end_and_then_waits(self, world: World) -> None:
        end = End(world)
        assert primary(shown(world, world.student)) == [("looking_back.open", str(end.id))]
        end.assess(world.student)
        assert primary(shown(world, world.student)) == []

    def test_begins_again_after_a_completed_contract(self, world: World) -> None:
        end = End(world)
        end.assess(world.student)
        end.assess(world.teacher)
        assert primary(shown(world, world.student)) == [("proposing.start_in.0", str(world.classroom.id))]

    @pytest.mark.parametrize(("value", "bar"), [("2", "○" * 8), ("5", "●●●●○○○○"), ("8", "●" * 8), ("1", "○" * 8)])
    def test_sees_progress_in_signs_and_numbers(self, world: World, value: str, bar: str) -> None:
        way = Way(world)
        way.log(value)
        seen = text(shown(world, world.student))
        assert f"{bar} " in seen
        assert "●●●●●●●●●" not in seen

    def test_sees_the_newest_number(self, world: World) -> None:
        way = Way(world)
        for value in ("6.5", "3.25"):
            way.log(value)
        seen = text(shown(world, world.student))
        assert "3.25" in seen
        assert "6.5" not in seen

    def test_sees_the_next_check_in_on_their_own_clock(self, world: World) -> None:
        with world.uow() as uow:
            uow.people.put(Person(WORKSPACE, world.student.user, "Ana", timezone="America/New_York"))
        agreed = world.agree()
        with world.uow() as uow:
            planned = first_row(uow.check_ins, contract=agreed.id)
        assert planned is not None
        assert planned.due_at.hour == 13
        seen = text(shown(world, world.student))
        assert seen.count("08:45") == 2  # the next one, and the rule
        assert "13:45" not in seen

    def test_of_an_archived_class_sees_nothing_to_begin(self, world: World) -> None:
        with world.uow() as uow:
            uow.classrooms.save(replace(world.classroom, archived=True))
        assert primary(shown(world, world.student)) == []

    def test_who_left_sees_no_class(self, world: World) -> None:
        world.agree()
        world.do(set_up.leave, world.student, "C1")
        assert buttons(shown(world, world.student)) == [("help.show", "")]
