"""A student's page: all that there is, for those who teach them, and for nobody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.activities.checking_in import responding
from bot.activities.feedback import use_cases as feedback
from bot.activities.home import student_page
from bot.activities.home.student_messages import CHECK_INS_MOST, StudentPage, student_view
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckInState, planned
from bot.domain.classroom import Membership
from bot.domain.disclosure import DisclosureKind
from handlers import home
from handlers.inbound import Command, Press
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.celebrating.scenes import Way
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons, save
from tests.world import WORKSPACE, World

DAY = timedelta(days=1)


def page(world: World, actor: Actor | None = None, number: int = 0) -> StudentPage:
    found = world.do(student_page.open_page, actor or world.teacher, world.student.user, number)
    for lang in ("en", "es"):
        assert check_view(student_view(words_for(lang), found)) == []
    return found


def shown(world: World, number: int = 0) -> str:
    return str(student_view(words_for(), page(world, number=number)))


def many_check_ins(world: World, contract: int, count: int) -> None:
    with world.uow() as uow:
        for number in range(2, count + 2):
            due = world.now + number * DAY
            made = uow.check_ins.add(planned(WORKSPACE, contract, "USTUDENT", number, due, due))
            state = CheckInState.MISSED if number % 2 else CheckInState.EXCUSED
            uow.check_ins.save(replace(made, wake_at=None, state=state))


def test_it_shows_what_was_agreed_said_and_answered(world: World) -> None:
    way = Way(world)
    way.log("5")
    with world.uow() as uow:
        (check_in,) = uow.check_ins.in_state(way.contract.id, CheckInState.ANSWERED)
        first = uow.replies.to(check_in)[0]
        uow.replies.save(replace(first, worked="Reading it aloud"))
    assert ("home.in.checking_in.respond", f"|{check_in.id}") in buttons(
        student_view(words_for(), page(world))["blocks"]
    )
    world.do(responding.respond, world.teacher, check_in.id, "Try it in pairs")
    world.do(feedback.give_feedback, world.teacher, [world.student.user], "seen by me", "it matters", "go on")
    text = shown(world)
    for said in ("Reading it aloud", "Try it in pairs", "seen by me", "next three essays"):
        assert said in text
    assert "checking_in.respond" not in text
    assert "home.in.changing.open" in text


def test_what_is_complete_stays_there(world: World) -> None:
    contract = world.agree()
    ended = save(world, life.come_to_an_end(contract, world.now))
    save(world, life.complete(ended, world.teacher.user, world.now))
    found = page(world)
    assert ([one.contract.id for one in found.past], found.open) == ([contract.id], ())
    assert "next three essays" in shown(world)


def test_a_draft_that_was_never_sent_is_not_read(world: World) -> None:
    with world.uow() as uow:
        begun = uow.contracts.add(life.begin(WORKSPACE, world.classroom.id, world.student.user, world.now))
        uow.contracts.save(life.close(begun, "no more", world.student.user, world.now))
    assert (page(world).past, page(world).open) == ((), ())


def test_check_ins_are_turned_page_by_page_and_past_the_end_is_the_last(world: World) -> None:
    contract = world.agree()
    many_check_ins(world, contract.id, 2 * CHECK_INS_MOST + 1)
    pages = [page(world, number=number).check_ins for number in range(3)]
    days = [one.on for found in pages for one in found.items]
    assert days == sorted(days, reverse=True)
    assert [len(found.items) for found in pages] == [CHECK_INS_MOST, CHECK_INS_MOST, 1]
    assert page(world, number=99).check_ins == pages[-1]


def test_why_a_check_in_was_left_out_stands_nowhere(world: World) -> None:
    contract = world.agree()

    def left_out(state: CheckInState) -> str:
        with world.uow() as uow:
            (one,) = uow.check_ins.of_contract(contract.id)
            uow.check_ins.save(replace(one, wake_at=None, state=state))
        return shown(world)

    assert left_out(CheckInState.EXCUSED) == left_out(CheckInState.DROPPED)


def recorded(world: World) -> list[tuple[str, str | None]]:
    with world.uow() as uow:
        return [(line.by, line.about) for line in uow.disclosures.of_kind(DisclosureKind.PAGE)]


def test_it_is_recorded_where_a_colleague_reads_it_once_a_day(world: World) -> None:
    world.agree()
    page(world)
    assert recorded(world) == []
    page(world, world.teacher2)
    page(world, world.teacher2, 1)
    assert recorded(world) == [(world.teacher2.user, world.student.user)]
    world.now += DAY
    page(world, world.teacher2)
    assert len(recorded(world)) == 2


def of_another_class(world: World) -> Actor:
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="C9", name="Biology 11"))
        uow.memberships.add(Membership(WORKSPACE, other.id, world.stranger.user, Side.TEACHER, world.now))
    return world.stranger


@pytest.mark.parametrize(
    "who",
    [
        of_another_class,
        lambda world: world.student,
        lambda world: world.classmate,
        lambda world: world.admin,
        lambda world: Actor("T2", world.teacher.user),
    ],
)
def test_nobody_else_reads_it(world: World, who: Callable[[World], Actor]) -> None:
    world.agree()
    with pytest.raises(Refusal):
        world.do(student_page.open_page, who(world), world.student.user, 0)
    assert recorded(world) == []


def test_of_who_left_the_class_it_is_not_read(world: World) -> None:
    world.agree()
    world.do(set_up.leave, world.student, "C1")
    with pytest.raises(Refusal):
        page(world)


def command(world: World, rest: str) -> Command:
    return Command(world.teacher, "C1", "student", rest, "trigger", "in:1")


async def test_it_opens_by_command_and_from_the_list(world: World) -> None:
    world.agree()
    views = KeptViews()
    context = context_of(world, views)
    await home.ROUTES.commands["student"](command(world, "<@USTUDENT|ana>"), context)
    press = Press(world.teacher, "home.student", "USTUDENT:0", "trigger", "in:2", "", "", "V1")
    await home.ROUTES.presses["home.student"](press, context)
    assert [view["callback_id"] for view in views.opened] == ["home.student"] * 2


@pytest.mark.parametrize("value", ["", "USTUDENT", "USTUDENT:x", "USTUDENT:-1", "ustudent:0", "USTUDENT:0:0"])
async def test_what_no_button_says_is_refused(world: World, value: str) -> None:
    press = Press(world.teacher, "home.student", value, "trigger", "in:2", "", "", "V1")
    with pytest.raises(Refusal):
        await home.ROUTES.presses["home.student"](press, context_of(world))


async def test_a_command_without_a_name_says_how(world: World) -> None:
    views: Any = KeptViews()
    with pytest.raises(Refusal, match="whose-page"):
        await home.ROUTES.commands["student"](command(world, "ana"), context_of(world, views))
