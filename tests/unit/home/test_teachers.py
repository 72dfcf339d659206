"""A teacher's Home: what waits for them, and their class at a glance."""

from dataclasses import replace
from datetime import timedelta

from bot.activities.home.desk_messages import IN
from bot.activities.proposing import interviewing
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.check_ins import CheckInState
from prompts.words import words_for
from tests.rows import first_row
from tests.unit.celebrating.scenes import Way
from tests.unit.home.pages import brief, buttons, opened, save, shown, text, within
from tests.unit.looking_back.scenes import End
from tests.world import World


class TestATeacher:
    def test_sees_an_archived_class_and_what_is_still_open_in_it(self, world: World) -> None:
        world.do(set_up.archive, world.teacher, "C1", True)
        title = words_for()("home-class-archived", classroom=world.classroom.name)
        empty = shown(world, world.teacher)
        assert title in text(empty)
        assert "Ana" not in text(empty)
        world.agree()
        seen = shown(world, world.teacher)
        assert "Ana" in text(seen)
        assert words_for()("home-archived-end") in text(seen)
        assert [a for a, _ in buttons(seen)] == ["help.show", "profile.language"]
        world.do(set_up.archive, world.teacher, "C1", False)
        assert title not in text(shown(world, world.teacher))

    def test_decides_on_a_proposal(self, world: World) -> None:
        proposed = world.proposed()
        assert opened(world) == [f"proposal:{proposed.id}:1"]
        decisions = [a.removeprefix(IN) for a, v in within(world) if v == f"proposal:{proposed.id}:1|{proposed.id}:1"]
        assert decisions == ["reviewing.approve", "reviewing.ask", "reviewing.suggest", "reviewing.redirect"]

    def test_decides_on_a_students_change_and_not_on_their_own(self, world: World) -> None:
        agreed = world.agree()
        changed = replace(agreed.in_force.terms, hardest="Something else")
        asked = save(world, life.propose_change(agreed, changed, Side.STUDENT, world.student.user, world.now))
        (place,) = opened(world)
        assert ("home.in.changing.sign", f"{place}|{agreed.id}:2") in within(world)
        other = replace(changed, hardest="Another thing")
        save(world, life.propose_change(asked, other, Side.TEACHER, world.teacher.user, world.now))
        assert opened(world) == []

    def test_looks_back_unless_a_colleague_has(self, world: World) -> None:
        end = End(world)
        look = ("looking_back.open", str(end.id))
        assert look in buttons(shown(world, world.teacher2))
        end.assess(world.teacher)
        assert look not in buttons(shown(world, world.teacher2))

    def test_gives_feedback_and_changes_the_set_up(self, world: World) -> None:
        assert buttons(shown(world, world.teacher))[:4] == [
            ("feedback.open", f"{world.classroom.id}:"),
            ("profile.choose", ""),
            ("absence.of_class", str(world.classroom.id)),
            ("talking.open_offer", f"{world.classroom.id}:"),
        ]
        assert ("home.set_up", str(world.classroom.id)) in buttons(shown(world, world.teacher))

    def test_sees_a_row_for_each_student(self, world: World) -> None:
        seen = text(shown(world, world.teacher))
        assert "Ana" in seen
        assert "Ben" in seen
        assert "Sam" not in seen

    def test_sees_first_who_may_need_them(self, world: World) -> None:
        agreed = world.agree(world.classmate)
        with world.uow() as uow:
            check_in = first_row(uow.check_ins, contract=agreed.id)
            assert check_in is not None
            uow.check_ins.save(replace(check_in, state=CheckInState.MISSED))
        rows = brief(world, world.teacher).teaches[0].rows
        assert [(r.name, r.missed) for r in rows] == [("Ben", 1), ("Ana", 0)]

    def test_an_answer_ends_the_count_of_missed_ones(self, world: World) -> None:
        way = Way(world)
        with world.uow() as uow:
            check_in = first_row(uow.check_ins, contract=way.contract.id)
            assert check_in is not None
            uow.check_ins.save(replace(check_in, state=CheckInState.MISSED))
        way.log("5")
        (row,) = [row for row in brief(world, world.teacher).teaches[0].rows if row.name == "Ana"]
        assert (row.missed, row.last_check_in) == (0, world.now.date())

    def test_sees_nobody_fall_behind_by_one_number(self, world: World) -> None:
        way = Way(world)
        world.now += timedelta(days=40)
        way.log("2")
        rows = brief(world, world.teacher).teaches[0].rows
        assert [(r.name, r.behind) for r in rows] == [("Ana", False), ("Ben", False)]

    def test_sees_who_is_away_with_an_open_contract(self, world: World) -> None:
        world.agree(world.classmate)
        for actor in (world.student, world.classmate):
            world.do(set_up.leave, actor, "C1")
        rows = brief(world, world.teacher).teaches[0].rows
        assert [(r.name, r.away) for r in rows] == [("Ben", True)]
        assert words_for()("home-row-away").split("*")[-1] in text(shown(world, world.teacher))

    def test_decides_on_no_proposal_of_who_is_away(self, world: World) -> None:
        world.proposed()
        world.do(set_up.leave, world.student, "C1")
        assert opened(world) == []

    def test_sees_no_draft_before_it_is_sent(self, world: World) -> None:
        world.do(interviewing.begin, world.student, None, None)
        with world.uow() as uow:
            draft = first_row(uow.interviews, student=world.student.user)
        assert draft is not None
        world.do(interviewing.hear, world.student, draft.id, "My own secret beginning", "1.1")
        assert "My own secret beginning" not in text(shown(world, world.teacher))
