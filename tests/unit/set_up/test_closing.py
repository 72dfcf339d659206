"""An admin sees which classes may need one, says who teaches, closes a class and opens it again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.set_up import use_cases as set_up
from bot.activities.teaching import closing
from bot.activities.teaching import use_cases as teaching
from bot.activities.teaching.closing_messages import SchoolBrief
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Person
from bot.domain.disclosure import Disclosure, DisclosureKind
from bot.domain.waiting import WEEKS
from handlers import teaching as handlers_teaching
from handlers.inbound import Press
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.rows import rows
from tests.unit.handling import context_of
from tests.unit.home.pages import brief, buttons, shown, text
from tests.unit.reviewing import scenes
from tests.unit.set_up.test_set_up import CHOICES
from tests.world import WORKSPACE, World


def empty_class(world: World) -> Classroom:
    """Nobody learns there."""
    with world.uow() as uow:
        return uow.classrooms.add(replace(world.classroom, id=0, channel="C7", name="Math 9"))


def archived(world: World) -> bool:
    with world.uow() as uow:
        found = uow.classrooms.get(world.classroom.id)
    assert found is not None
    return found.archived


def school(world: World) -> SchoolBrief:
    found = brief(world, world.admin).admin
    assert found is not None
    return found.school


class TestAnAdminSees:
    def test_the_classes_in_which_nobody_learns(self, world: World) -> None:
        assert school(world).empty == ()
        math = empty_class(world)
        assert school(world).empty == (("Math 9", math.id),)
        assert ("classes.close", str(math.id)) in buttons(shown(world, world.admin))

    def test_how_many_proposals_have_waited_for_weeks_and_of_whom_they_are_not(self, world: World) -> None:
        scenes.announced(world)
        world.now += WEEKS
        assert school(world).stale == ()
        world.now += timedelta(seconds=1)
        (found,) = school(world).stale
        assert (found.classroom, found.count, found.since) == (world.classroom.id, 1, (world.now - WEEKS).date())
        seen = shown(world, world.admin)
        assert ("home.set_up", str(world.classroom.id)) in buttons(seen)
        assert "Ana" not in text(seen)

    def test_nothing_of_what_was_decided(self, world: World) -> None:
        world.agree()
        world.now += WEEKS * 2
        assert school(world).stale == ()

    def test_no_more_lines_than_five_of_each_kind_and_how_many_there_are_besides(self, world: World) -> None:
        with world.uow() as uow:
            for n in range(7):
                uow.classrooms.add(replace(world.classroom, id=0, channel=f"CX{n}", name=f"Math {n}"))
        seen = shown(world, world.admin)
        assert [a for a, _ in buttons(seen)].count("classes.close") == 5
        assert words_for()("school-more", count=2) in text(seen)

    @pytest.mark.parametrize("lang", ["en", "es"])
    def test_all_of_it_in_a_form_that_slack_takes(self, world: World, lang: str) -> None:
        empty_class(world)
        scenes.announced(world)
        world.later(days=20)
        world.do(closing.close, world.admin, empty_class_closed(world))
        with world.uow() as uow:
            ada = uow.people.of("UADMIN")
            assert ada is not None
            uow.people.save(replace(ada, locale=lang))
        blocks = shown(world, world.admin)
        assert check_view({"type": "home", "blocks": blocks}) == []
        assert {"classes.close", "classes.close_any", "classes.open_again"} <= {a for a, _ in buttons(blocks)}


def empty_class_closed(world: World) -> int:
    with world.uow() as uow:
        return uow.classrooms.add(replace(world.classroom, id=0, channel="C8", name="Art 7")).id


class TestClosing:
    def test_teachers_and_those_with_a_contract_are_told_and_nobody_else(self, world: World) -> None:
        world.agree()
        world.do(closing.close, world.admin, world.classroom.id)
        assert archived(world)
        told = [user for user in ("UTEACHER", "UTEACHER2", "USTUDENT", "UCLASSMATE", "UADMIN") if is_told(world, user)]
        assert told == ["UTEACHER", "UTEACHER2", "USTUDENT"]
        world.render_all()

    def test_twice_is_said_once(self, world: World) -> None:
        for _ in range(2):
            world.do(closing.close, world.admin, world.classroom.id)
        assert world.kinds("UTEACHER").count("class-closed") == 1

    def test_it_is_opened_again_and_what_was_not_sent_of_its_closing_says_nothing(self, world: World) -> None:
        world.do(closing.close, world.admin, world.classroom.id)
        world.do(closing.open_again, world.admin, world.classroom.id)
        assert not archived(world)
        said = [m for d, m in world.render_all() if d.notice == "class-closed" and d.lane == "UTEACHER"]
        assert [m is None for m in said] == [True, False]

    @pytest.mark.parametrize("who", ["teacher", "student", "stranger"])
    def test_by_an_admin_alone(self, world: World, who: str) -> None:
        for use_case in (closing.close, closing.open_again):
            with pytest.raises(Refusal, match="for-admins"):
                world.do(use_case, getattr(world, who), world.classroom.id)
        assert not archived(world)

    def test_not_one_of_another_workspace(self, world: World) -> None:
        with world.uow("T2") as uow:
            uow.people.add(Person("T2", "UADMIN", "Eve", is_admin=True))
        with pytest.raises(Refusal, match="no-class-here"):
            world.do(closing.close, Actor("T2", "UADMIN"), world.classroom.id)
        assert not archived(world)

    @pytest.mark.parametrize("action", ["classes.close", "classes.close_any"])
    async def test_by_a_press_and_opened_by_another(self, world: World, action: str) -> None:
        context = context_of(world)
        ident = str(world.classroom.id)
        await handlers_teaching.ROUTES.presses[action](press(world, action, ident), context)
        assert archived(world)
        await handlers_teaching.ROUTES.presses["classes.open_again"](press(world, "classes.open_again", ident), context)
        assert not archived(world)


def press(world: World, action: str, value: str) -> Press:
    return Press(world.admin, action, value, "1.2", f"press:{action}", "", "")


def is_told(world: World, user: str) -> bool:
    return "class-closed" in world.kinds(user)


class TestWhoTeaches:
    def changes(self, world: World, who: Actor, *teachers: str) -> None:
        world.do(set_up.set_up, who, replace(CHOICES, channel="C1", co_teachers=teachers))

    def test_all_teachers_hear_whom_an_admin_added_and_it_is_recorded(self, world: World) -> None:
        self.changes(world, world.admin, "UTEACHER", "UTEACHER2", "USTRANGER")
        for teacher in ("UTEACHER", "UTEACHER2", "USTRANGER"):
            assert world.kinds(teacher).count("teachers-changed") == 1
        (line,) = lines(world)
        assert (line.by, line.about, line.detail["people"]) == ("UADMIN", None, 1)
        world.render_all()

    def test_who_stays_hears_who_was_taken_out_and_nothing_is_recorded(self, world: World) -> None:
        self.changes(world, world.admin, "UTEACHER2")
        assert "teachers-changed" in world.kinds("UTEACHER2")
        assert "teachers-changed" not in world.kinds("UTEACHER")
        assert lines(world) == []

    def test_nothing_is_said_where_it_stays_the_same_or_a_teacher_says_it(self, world: World) -> None:
        self.changes(world, world.admin, "UTEACHER", "UTEACHER2")
        self.changes(world, world.teacher, "UTEACHER2", "USTRANGER")
        assert "teachers-changed" not in world.kinds("UTEACHER2")
        assert lines(world) == []

    def test_a_class_that_is_given_to_somebody_is_recorded(self, world: World) -> None:
        with world.uow() as uow:
            for place in rows(uow.memberships, side=Side.TEACHER):
                uow.memberships.save(replace(place, left_at=world.now))
        world.do(teaching.give, world.admin, world.classroom.id, Person(WORKSPACE, "USTRANGER", "Sam"))
        assert [line.by for line in lines(world)] == ["UADMIN"]


def lines(world: World) -> list[Disclosure]:
    with world.uow() as uow:
        return [line for line in uow.disclosures.all() if line.what is DisclosureKind.TEACHES]
