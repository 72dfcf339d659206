"""Every other way in: what is written in forms and behind commands is looked at before any handler has it."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from bot import metrics
from bot.activities.care import presses
from bot.domain.actor import Side
from bot.domain.classroom import Membership
from bot.domain.questions import field_of
from handlers import router
from handlers.context import Context, FormResponse
from handlers.hearing import heard
from handlers.inbound import Command, Submission
from handlers.router import Router
from sandbox.blocks.check import check_view
from tests.integration.privacy.life import cells
from tests.unit.care.scenes import HURT, alerts, decided, posts, states
from tests.unit.checking_in.steps import asked, replies
from tests.unit.handling import KeptViews, context_of
from tests.world import WORKSPACE, World

STUDENTS = (
    *("checking_in.log", "profile.save", "reviewing.answer", "reviewing.counter", "reviewing.wonder"),
    *("looking_back.assess", "changing.propose", "changing.close"),
)
TEACHERS = ("feedback.give", "checking_in.respond", "reviewing.ask", "reviewing.suggest", "drafting.edit")
WORDS = f"{HURT} zebra"


class Door:
    """The router, with handlers that keep what reaches them."""

    def __init__(self, world: World) -> None:
        self.reached: list[str] = []
        self.views = KeptViews()
        self.router = Router(context_of(world, self.views), router.ALL, heard)
        for table in (self.router._forms, self.router._commands):
            for name in table:
                table[name] = self._keep(name)

    def _keep(self, name: str) -> Any:
        async def reached(_: object, context: Context) -> FormResponse | None:
            self.reached.append(name)
            return None

        return reached

    async def sends(self, world: World, who: str, form: str, **values: Any) -> FormResponse | None:
        written = [name for name, value in values.items() if value]
        submission = Submission(
            getattr(world, who),
            form,
            values,
            "",
            "T",
            f"view:{form}:{sha256(str(values).encode()).hexdigest()}",
            written,
        )
        with metrics.handling("view") as handling:
            return await self.router._submit(submission, handling)

    async def types(self, world: World, who: str, text: str, channel: str = "C1") -> None:
        word, _, rest = text.partition(" ")
        await self.router._command(Command(getattr(world, who), channel, word, rest, "T", f"command:{len(text)}"))


@pytest.mark.parametrize("form", STUDENTS)
async def test_a_students_form_is_not_taken_and_answered_in_the_direct_messages(world: World, form: str) -> None:
    decided(world)
    door = Door(world)
    answer = await door.sends(world, "student", form, goals="read more", worked=WORDS)
    assert answer is not None
    assert answer.view is not None
    assert check_view(dict(answer.view)) == []
    assert (door.reached, posts(world, "USTUDENT")) == ([], ["care-answer"])
    known = sha256(str({"goals": "read more", "worked": WORDS}).encode()).hexdigest()
    assert [c for c in cells(world.engine) if "zebra" in c[2] or known in c[2]] == []
    assert alerts(world)[0].sources == ()


async def test_what_is_sent_twice_is_answered_once(world: World) -> None:
    decided(world)
    door = Door(world)
    for _ in range(2):
        assert await door.sends(world, "student", "profile.save", goals=WORDS) is not None
    assert posts(world, "USTUDENT") == ["care-answer"]


@pytest.mark.parametrize("field", ["worked", "talk", field_of("Which book?")])
async def test_an_open_check_in_is_set_aside_by_its_form(world: World, field: str) -> None:
    decided(world)
    first = asked(world, world.agree())
    await Door(world).sends(world, "student", "checking_in.log", **{field: WORDS})
    assert replies(world, first) == {}
    assert (alerts(world)[0].about, alerts(world)[0].ref) == ("check-in", first)


@pytest.mark.parametrize("form", TEACHERS)
async def test_a_teachers_form_stays_open_with_the_words_and_nobody_is_told(world: World, form: str) -> None:
    decided(world)
    door = Door(world)
    answer = await door.sends(world, "teacher", form, seen="Good ideas", matters="Ana says she wants to kill herself")
    assert answer is not None
    assert set(answer.errors) == {"matters"}
    assert (door.reached, alerts(world), states(world)) == ([], [], {})
    assert [d for d in world.deliveries() if d.notice.startswith("care")] == []


@pytest.mark.parametrize(
    ("form", "for_lead"), [("feedback.give", True), ("checking_in.log", False), ("profile.save", False)]
)
async def test_who_learns_here_and_teaches_there_is_a_student_save_in_a_teachers_form(
    world: World, form: str, *, for_lead: bool
) -> None:
    decided(world)
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="C2"))
        uow.memberships.add(Membership(WORKSPACE, other.id, "USTUDENT", Side.TEACHER, world.now))
    answer = await Door(world).sends(world, "student", form, text=WORDS)
    assert answer is not None
    assert bool(answer.errors) is for_lead


async def test_what_says_nothing_of_it_reaches_its_handler(world: World) -> None:
    door = Door(world)
    await door.sends(world, "student", "profile.save", goals="This essay is killing me")
    await door.sends(world, "teacher", "feedback.give", seen="Clear ideas")
    assert door.reached == ["profile.save", "feedback.give"]


async def test_helplines_have_names_and_an_admin_may_write_them(world: World) -> None:
    door = Door(world)
    await door.sends(world, "admin", "care.save", helpers="If you want to kill yourself, call 116 111")
    assert door.reached == ["care.save"]


async def test_words_that_meant_something_else_are_taken_when_they_are_sent_again(world: World) -> None:
    decided(world)
    door = Door(world)
    await door.sends(world, "student", "profile.save", goals=WORDS)
    world.do(presses.meant_else, world.student, 1)
    assert await door.sends(world, "student", "profile.save", goals=f"{WORDS} ") is None
    assert door.reached == ["profile.save"]


class TestCommands:
    async def test_a_students_words_behind_a_command_are_answered_in_private(self, world: World) -> None:
        decided(world)
        door = Door(world)
        await door.types(world, "student", f"start {WORDS}")
        assert door.reached == []
        assert posts(world, "USTUDENT") == ["care-answer"]
        (here,) = [d for d in world.deliveries() if d.lane == "C1"]
        assert (here.notice, here.verb, here.reader) == ("care-elsewhere", "ephemeral", "USTUDENT")
        assert [c for c in cells(world.engine) if "zebra" in c[2]] == []
        world.render_all()

    async def test_a_teachers_are_for_the_lead(self, world: World) -> None:
        decided(world)
        door = Door(world)
        await door.types(world, "teacher", "feedback <@USTUDENT> she wants to kill herself")
        assert (door.reached, alerts(world)) == ([], [])
        assert [d.notice for d in world.deliveries()] == ["care-for-lead"]

    async def test_others_go_where_they_always_went(self, world: World) -> None:
        door = Door(world)
        await door.types(world, "student", "start")
        assert door.reached == ["start"]
