"""Nothing of what is somebody else's shows on a Home."""

from dataclasses import replace

import pytest

from bot.activities.feedback import use_cases as feedback
from bot.activities.home import looking
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership
from bot.domain.desk import Want
from sandbox.blocks.check import elements_of
from tests.unit.home.pages import brief, buttons, modals, shown, text
from tests.unit.listening.two_classes import TwoClasses
from tests.world import WORKSPACE, World, terms


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
        actor = getattr(world, who)
        seen = text(shown(world, actor)) + text(modals(world, actor))
        assert [secret in seen for secret in self.SECRETS] == [sees] * 3

    @pytest.mark.parametrize("who", ["student", "classmate", "stranger", "admin"])
    def test_nobody_else_opens_what_waits_for_a_teacher(self, world: World, who: str) -> None:
        proposed = world.proposed()
        for want in Want:
            with pytest.raises(Refusal):
                world.do(looking.look, getattr(world, who), want, proposed.id, 1)

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
            "classes.close_any": [str(world.classroom.id)],
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

    def test_a_student_of_two_classes_sees_both(self, world: World) -> None:
        TwoClasses(world)
        seen = text(shown(world, world.student))
        assert [part in seen for part in ("English 11", "my next three essays", "History 11", "20 pages")] == [True] * 4

    def test_a_teacher_of_two_classes_sees_both(self, world: World) -> None:
        history = TwoClasses(world).history
        with world.uow() as uow:
            uow.memberships.add(Membership(WORKSPACE, history.id, world.teacher.user, Side.TEACHER, world.now))
        seen = text(shown(world, world.teacher))
        assert [name in seen for name in ("English 11", "History 11")] == [True] * 2


def test_feedback_shows_nowhere_on_home(world: World) -> None:
    world.do(feedback.give_feedback, world.teacher, [world.student.user], "seen by me", "it matters", "go on")
    for actor in (world.student, world.classmate, world.teacher):
        assert "seen by me" not in text(shown(world, actor))
