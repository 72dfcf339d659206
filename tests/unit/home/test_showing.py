"""What Home shows to whom: one thing to do now, what waits, and nothing of what is somebody else's."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.domain import contract as life
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Membership, Person
from bot.domain.outbox import Delivery, Verb
from bot.domain.terms import Criterion
from bot.notices.home import Home, HomeBrief
from bot.presenting import present
from bot.rendering.home import BLOCKS_MOST, fit
from bot.rendering.progress import bar
from bot.services import giving_feedback, interviewing, looking_back, set_up
from bot.services.class_at_a_glance import DECISIONS_MOST, ROWS_MOST
from bot.services.home import home_brief
from handlers import routes
from prompts.words import words_for
from sandbox.blocks.check import check_view, elements_of
from tests.unit.celebrating.scenes import Way
from tests.unit.looking_back.scenes import End
from tests.world import WORKSPACE, World, terms

Blocks = list[dict[str, Any]]


def shown(world: World, actor: Actor) -> Blocks:
    """The blocks of somebody's Home, checked against what Slack takes."""
    delivery = Delivery(actor.workspace, "home", Verb.HOME, "home", {}, actor.user, world.now, world.now)
    with world.uow(actor.workspace) as uow:
        message = present(uow, delivery, world.now)
    assert message is not None
    blocks = [dict(b) for b in message.blocks]
    assert check_view({"type": "home", "blocks": blocks}) == []
    return blocks


def buttons(blocks: Blocks) -> list[tuple[str, str]]:
    """(action, value), in the order shown."""
    return [(e["action_id"], e.get("value", "")) for b in blocks for e in elements_of(b)]


def primary(blocks: Blocks) -> list[tuple[str, str]]:
    return [(e["action_id"], e["value"]) for b in blocks for e in elements_of(b) if e.get("style") == "primary"]


def text(blocks: Blocks) -> str:
    return json.dumps(blocks, ensure_ascii=False)


def save(world: World, contract: life.Contract) -> life.Contract:
    with world.uow() as uow:
        return uow.contracts.save(contract)


def prompted(world: World, contract: life.Contract) -> int:
    with world.uow() as uow:
        check_in = uow.check_ins.first(contract=contract.id, state=CheckInState.PLANNED)
        assert check_in is not None
        uow.check_ins.save(replace(check_in, state=CheckInState.PROMPTED))
    return check_in.id


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
            draft = uow.interviews.first(student=world.student.user)
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
            uow.people.put(Person(WORKSPACE, world.student.user, "Ana", timezone="America/New_York"), "user")
        agreed = world.agree()
        with world.uow() as uow:
            planned = uow.check_ins.first(contract=agreed.id)
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
        assert [a for a, _ in buttons(seen)] == ["help.show"]
        world.do(set_up.archive, world.teacher, "C1", False)
        assert title not in text(shown(world, world.teacher))

    def test_decides_on_a_proposal(self, world: World) -> None:
        proposed = world.proposed()
        blocks = shown(world, world.teacher)
        value = f"{proposed.id}:1"
        decisions = [a for a, v in buttons(blocks) if v == value]
        assert decisions == ["reviewing.approve", "reviewing.ask", "reviewing.suggest", "reviewing.redirect"]

    def test_decides_on_a_students_change_and_not_on_their_own(self, world: World) -> None:
        agreed = world.agree()
        changed = replace(agreed.in_force.terms, hardest="Something else")
        asked = save(world, life.propose_change(agreed, changed, Side.STUDENT, world.student.user, world.now))
        assert ("changing.sign", f"{agreed.id}:2") in buttons(shown(world, world.teacher))
        other = replace(changed, hardest="Another thing")
        save(world, life.propose_change(asked, other, Side.TEACHER, world.teacher.user, world.now))
        assert primary(shown(world, world.teacher)) == []

    def test_looks_back_unless_a_colleague_has(self, world: World) -> None:
        end = End(world)
        assert primary(shown(world, world.teacher2)) == [("looking_back.open", str(end.id))]
        end.assess(world.teacher)
        assert primary(shown(world, world.teacher2)) == []

    def test_gives_feedback_and_changes_the_set_up(self, world: World) -> None:
        assert buttons(shown(world, world.teacher))[:3] == [
            ("feedback.open", ""),
            ("profile.choose", ""),
            ("home.set_up", str(world.classroom.id)),
        ]

    def test_sees_a_row_for_each_student(self, world: World) -> None:
        seen = text(shown(world, world.teacher))
        assert "Ana" in seen
        assert "Ben" in seen
        assert "Sam" not in seen

    def test_sees_first_who_may_need_them(self, world: World) -> None:
        agreed = world.agree(world.classmate)
        with world.uow() as uow:
            check_in = uow.check_ins.first(contract=agreed.id)
            assert check_in is not None
            uow.check_ins.save(replace(check_in, state=CheckInState.MISSED))
        rows = brief(world, world.teacher).teaches[0].rows
        assert [(r.name, r.missed) for r in rows] == [("Ben", 1), ("Ana", 0)]

    def test_an_answer_ends_the_count_of_missed_ones(self, world: World) -> None:
        way = Way(world)
        with world.uow() as uow:
            check_in = uow.check_ins.first(contract=way.contract.id)
            assert check_in is not None
            uow.check_ins.save(replace(check_in, state=CheckInState.MISSED))
        way.log("5")
        row = brief(world, world.teacher).teaches[0].rows[0]
        assert (row.name, row.missed, row.last_check_in) == ("Ana", 0, world.now.date())

    def test_sees_who_falls_behind_the_line(self, world: World) -> None:
        way = Way(world)
        world.now += timedelta(days=40)
        way.log("2")
        rows = brief(world, world.teacher).teaches[0].rows
        assert [(r.name, r.behind) for r in rows] == [("Ana", True), ("Ben", False)]

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
        assert brief(world, world.teacher).teaches[0].decisions == ()

    def test_sees_no_draft_before_it_is_sent(self, world: World) -> None:
        world.do(interviewing.begin, world.student, None, None)
        with world.uow() as uow:
            draft = uow.interviews.first(student=world.student.user)
        assert draft is not None
        world.do(interviewing.hear, world.student, draft.id, "My own secret beginning", "1.1")
        assert "My own secret beginning" not in text(shown(world, world.teacher))


class TestWhoSeesWhat:
    """Nothing of a student shows on anybody's Home but their own and their teachers'."""

    SECRETS = ("my hardest part", "my private support", "my statement")

    @pytest.mark.parametrize(
        ("who", "sees"),
        [
            ("student", True),
            ("teacher", True),
            ("teacher2", True),
            ("classmate", False),
            ("stranger", False),
            ("admin", False),
        ],
    )
    def test_a_proposal(self, world: World, who: str, sees: bool) -> None:
        target = replace(terms().targets[0], statement="my statement")
        world.proposed(targets=(target,), hardest="my hardest part", supports="my private support")
        seen = text(shown(world, getattr(world, who)))
        assert [secret in seen for secret in self.SECRETS] == [sees] * 3

    def test_a_teacher_of_another_class_sees_only_theirs(self, world: World) -> None:
        world.proposed(supports="my private support")
        with world.uow() as uow:
            other = uow.classrooms.add(replace(world.classroom, id=0, channel="C9", name="Biology 11"))
            uow.memberships.add(Membership(WORKSPACE, other.id, world.stranger.user, Side.TEACHER, world.now))
        seen = text(shown(world, world.stranger))
        assert "Biology 11" in seen
        assert "my private support" not in seen
        assert "Ana" not in seen

    def test_another_workspace_sees_nothing(self, world: World) -> None:
        world.proposed()
        assert buttons(shown(world, Actor("T2", world.teacher.user))) == [("help.show", "")]

    @pytest.mark.parametrize("who", ["student", "teacher", "classmate", "stranger"])
    def test_only_an_admin_names_teachers(self, world: World, who: str) -> None:
        assert "set_up.name_teacher" not in dict(buttons(shown(world, getattr(world, who))))
        assert "set_up.name_teacher" in dict(buttons(shown(world, world.admin)))

    def test_an_admin_reaches_every_class_and_takes_back_whom_they_named(self, world: World) -> None:
        assert "set_up.take_back_teacher" not in dict(buttons(shown(world, world.admin)))
        world.do(set_up.name_teacher, world.admin, world.stranger.user, None)
        menus = {e["action_id"]: e for b in shown(world, world.admin) for e in elements_of(b) if "options" in e}
        chosen = {action: [o["value"] for o in menu["options"]] for action, menu in menus.items()}
        assert chosen == {
            "set_up.take_back_teacher": [world.stranger.user],
            "home.set_up_any": [str(world.classroom.id)],
        }

    def test_an_admin_sees_who_may_teach(self, world: World) -> None:
        world.do(set_up.name_teacher, world.admin, world.stranger.user, None)
        found = brief(world, world.admin).admin
        assert found is not None
        assert (found.admins, found.named) == (("Ada",), ("Sam",))

    def test_somebody_who_is_several_things_sees_each(self, world: World) -> None:
        with world.uow() as uow:
            other = uow.classrooms.add(replace(world.classroom, id=0, channel="C9", name="Biology 11"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, world.admin.user, Side.STUDENT, world.now))
            uow.memberships.add(Membership(WORKSPACE, other.id, world.admin.user, Side.TEACHER, world.now))
        actions = dict(buttons(shown(world, world.admin)))
        assert {"proposing.start_in.0", "home.set_up", "set_up.name_teacher", "help.show"} <= set(actions)


class TestRoom:
    """A Home has 100 blocks, however large the class."""

    def crowd(self, world: World, count: int, then: Callable[[Actor], Any] | None = None) -> None:
        for i in range(count):
            actor = Actor(WORKSPACE, f"UCROWD{i}")
            with world.uow() as uow:
                uow.people.add(Person(WORKSPACE, actor.user, f"Student {i:03} " + "x" * 60))
                uow.memberships.add(Membership(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now))
            if then is not None:
                then(actor)

    def test_a_long_class_is_cut_and_says_so(self, world: World) -> None:
        self.crowd(world, ROWS_MOST + 20)
        part = brief(world, world.teacher).teaches[0]
        assert (len(part.rows), part.more_rows) == (ROWS_MOST, 22)
        assert len(shown(world, world.teacher)) <= BLOCKS_MOST

    def test_many_decisions_are_cut_and_say_so(self, world: World) -> None:
        self.crowd(world, DECISIONS_MOST + 3, lambda actor: world.proposed(actor))
        part = brief(world, world.teacher).teaches[0]
        assert (len(part.decisions), part.more_decisions) == (DECISIONS_MOST, 3)
        assert len(shown(world, world.teacher)) <= BLOCKS_MOST

    def test_long_words_everywhere_fit(self, world: World) -> None:
        long = "é" * 3000
        target = replace(
            terms().targets[0],
            statement=long,
            unit=long,
            strategies=long,
            goal=Decimal("1e30"),
            criteria=(Criterion(long, Side.STUDENT),) * 4,
        )
        everything: dict[str, Any] = {"targets": (target,) * 3, "hardest": long, "strengths": long, "supports": long}
        world.agree(**everything)
        world.proposed(world.classmate, **everything)
        shown(world, world.student)
        shown(world, world.classmate)
        shown(world, world.teacher)

    @pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 500])
    def test_what_does_not_fit_is_left_out(self, count: int) -> None:
        block = {"type": "divider"}
        made = fit([block] * count, words_for())
        assert len(made) == min(count, BLOCKS_MOST)
        assert (made[-1:] == [block]) is (0 < count <= BLOCKS_MOST)


def test_every_button_on_home_leads_somewhere(world: World) -> None:
    answered = {action for r in routes.ALL for action in r.presses}
    found: set[str] = set()

    def look() -> None:
        for actor in (world.student, world.classmate, world.teacher, world.admin, world.stranger):
            found.update(action for action, _ in buttons(shown(world, actor)))

    look()
    proposed = world.proposed(world.classmate)
    look()
    save(world, life.ask(proposed, 1, "How many?", world.teacher.user, world.now))
    look()
    agreed = world.agree()
    prompted(world, agreed)
    look()
    changed = replace(agreed.in_force.terms, hardest="Something else")
    asked = save(world, life.propose_change(agreed, changed, Side.TEACHER, world.teacher.user, world.now))
    look()
    other = replace(changed, hardest="Another thing")
    save(world, life.propose_change(asked, other, Side.STUDENT, world.student.user, world.now))
    look()
    assert agreed.ends_at is not None
    world.now = agreed.ends_at
    world.do(looking_back.begin, Actor(WORKSPACE, ""), agreed.id)
    look()
    assert found - answered == set()


def test_feedback_shows_nowhere_on_home(world: World) -> None:
    world.do(giving_feedback.give_feedback, world.teacher, world.student.user, "seen by me", "it matters", "go on")
    for actor in (world.student, world.classmate, world.teacher):
        assert "seen by me" not in text(shown(world, actor))


def brief(world: World, actor: Actor) -> HomeBrief:
    with world.uow() as uow:
        found: HomeBrief = home_brief(uow, Home(), actor.user)
    return found
