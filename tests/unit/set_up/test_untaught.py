"""A class that nobody teaches any more: who waits hears it, an admin finds another teacher, and it goes on."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.set_up import use_cases as set_up
from bot.activities.teaching import untaught, use_cases
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Person
from bot.domain.contract import Contract
from bot.domain.outbox import Verb
from bot.messages.presenting import present
from handlers import set_up as set_up_handlers
from handlers import teaching
from handlers.context import Event
from handlers.inbound import Press, Submission
from sandbox.blocks.check import check_view
from tests.rows import first_row
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons, shown
from tests.unit.reviewing import scenes
from tests.unit.set_up.test_set_up import CHOICES
from tests.world import World

ANA, LEE, ADA, SAM = "USTUDENT", "UTEACHER", "UADMIN", "USTRANGER"
MX_SAM = Person("T1", SAM, "Sam")


def only_lee(world: World) -> None:
    """Ms Lee teaches the class alone."""
    with world.uow() as uow:
        bell = first_row(uow.memberships, user="UTEACHER2")
        assert bell is not None
        uow.memberships.save(replace(bell, left_at=world.now))


def account(world: World, user: str, *, is_active: bool) -> None:
    """Slack says that an account was closed, or opened again."""
    with world.uow() as uow:
        person = uow.people.of(user)
    assert person is not None
    world.do(admitting.learn, Actor("T1", user), replace(person, is_active=is_active))


def closes(world: World, user: str = LEE) -> None:
    account(world, user, is_active=False)


def posts(world: World, user: str) -> list[str]:
    return [d.notice for d in world.deliveries() if d.lane == user and d.verb is Verb.POST]


def newest(world: World, user: str, kind: str) -> str:
    """A message as it would be now; "" where there is nothing left to say."""
    found = [d for d in world.deliveries() if d.lane == user and d.notice == kind][-1]
    with world.uow() as uow:
        message = present(uow, found)
    return "" if message is None else json.dumps(message.blocks)


def give(world: World, chosen: Person | None = MX_SAM, actor: Actor | None = None) -> None:
    world.do(use_cases.give, actor or world.admin, world.classroom.id, chosen)


def refusal(world: World, chosen: Person | None, actor: Actor | None = None) -> str:
    with pytest.raises(Refusal) as refused:
        give(world, chosen, actor)
    return refused.value.key


def test_who_waits_and_the_admins_hear_that_the_only_account_was_closed(world: World) -> None:
    only_lee(world)
    scenes.announced(world)
    closes(world)
    assert posts(world, ANA).count("teacher-gone") == 1
    assert posts(world, ADA) == ["class-untaught"]
    assert "home" in world.kinds(f"home:{ADA}")
    assert "teacher-gone" not in posts(world, "UCLASSMATE"), "he waits for nothing"
    closes(world)
    assert posts(world, ADA) == ["class-untaught"]
    world.render_all()


async def test_the_event_that_tells_of_a_closed_account_is_enough(world: World) -> None:
    """Slack need not be asked about somebody who is gone, and may say nothing of them any more."""
    only_lee(world)
    views = KeptViews()
    user = {"id": LEE, "name": "ms_lee", "deleted": True}
    event = Event("T1", "user_change", {"type": "user_change", "user": user}, "event:1")
    await set_up_handlers.changed(event, context_of(world, views))
    assert views.asked == []
    assert posts(world, ADA) == ["class-untaught"]
    stranger = Event("T1", "user_change", {"user": {**user, "id": "UNEVERMET"}}, "event:2")
    await set_up_handlers.changed(stranger, context_of(world, views))
    with world.uow() as uow:
        assert uow.people.of("UNEVERMET") is None


def test_while_somebody_teaches_it_nobody_need_hear(world: World) -> None:
    scenes.announced(world)
    closes(world)
    world.do(set_up.leave, world.teacher2, "C1")
    assert "class-untaught" in posts(world, ADA), "the second one was the last"


def test_a_teacher_who_leaves_the_channel_still_teaches_beside_another(world: World) -> None:
    scenes.announced(world)
    world.do(set_up.leave, world.teacher, "C1")
    with world.uow() as uow:
        assert set(access.teachers_of(uow, world.classroom.id)) == {LEE, "UTEACHER2"}
    assert posts(world, ADA) == []


def test_the_last_teacher_who_leaves_is_gone_until_they_are_back(world: World) -> None:
    only_lee(world)
    contract = scenes.announced(world)
    world.do(set_up.leave, world.teacher, "C1")
    assert "teacher-gone" in posts(world, ANA)
    with pytest.raises(Refusal, match="not-in-this-class"):
        world.do(reviewing.approve, world.teacher, contract.id, 1)
    world.do(set_up.join, world.teacher, "C1", Person("T1", LEE, "Ms Lee"))
    assert posts(world, ANA)[-1] == "teacher-found"
    assert newest(world, ANA, "teacher-gone") == ""
    assert "untaught.open" not in newest(world, ADA, "class-untaught")
    world.do(reviewing.approve, world.teacher, contract.id, 1)
    world.render_all()


def test_an_account_that_is_opened_again_teaches_again(world: World) -> None:
    only_lee(world)
    scenes.announced(world)
    closes(world)
    account(world, LEE, is_active=True)
    assert posts(world, ANA)[-1] == "teacher-found"


def waits(world: World, contract: Contract) -> str | None:
    with world.uow() as uow:
        return untaught.waits_for(uow, contract)


def test_what_a_student_waits_for(world: World) -> None:
    contract = scenes.announced(world)
    assert waits(world, contract) == "proposal"
    asked = world.do(reviewing.ask, world.teacher, contract.id, 1, "Which essays?")
    assert waits(world, asked) == "proposal"
    active = world.agree(world.classmate)
    assert waits(world, active) is None
    terms = replace(active.in_force.terms, supports="A quiet room")
    with world.uow() as uow:
        changed = uow.contracts.save(life.propose_change(active, terms, Side.STUDENT, "UCLASSMATE", world.now))
    assert waits(world, changed) == "change"


def test_a_question_about_a_suggestion_waits(world: World) -> None:
    amended = scenes.amended(world)
    assert waits(world, amended) is None
    wondered = world.do(reviewing.wonder, world.student, amended.id, 2, "Why?")
    assert waits(world, wondered) == "question"


def test_an_admin_finds_a_class_without_a_teacher_on_home(world: World) -> None:
    only_lee(world)
    scenes.announced(world)
    assert "untaught.open" not in {action for action, _ in buttons(shown(world, world.admin))}
    closes(world)
    assert ("untaught.open", str(world.classroom.id)) in buttons(shown(world, world.admin))
    assert "untaught.open" not in {action for action, _ in buttons(shown(world, world.teacher2))}
    world.do(set_up.archive, world.admin, "C1", True)
    assert "untaught.open" not in {action for action, _ in buttons(shown(world, world.admin))}


def test_the_new_teacher_gets_what_waits_and_the_student_hears_it(world: World) -> None:
    only_lee(world)
    contract = scenes.announced(world)
    closes(world)
    give(world)
    assert posts(world, SAM) == ["class-given", "proposal-card"]
    assert posts(world, ANA)[-1] == "teacher-found"
    assert "Sam" in newest(world, ANA, "teacher-found")
    assert "Sam" in newest(world, ADA, "class-untaught")
    world.render_all()
    world.do(reviewing.approve, world.stranger, contract.id, 1)
    account(world, LEE, is_active=True)
    with world.uow() as uow:
        assert set(access.teachers_of(uow, world.classroom.id)) == {LEE, SAM}


def test_a_set_up_by_an_admin_finds_one_too(world: World) -> None:
    only_lee(world)
    scenes.announced(world)
    closes(world)
    world.do(set_up.set_up, world.admin, replace(CHOICES, channel="C1", co_teachers=(SAM,)))
    assert posts(world, ANA)[-1] == "teacher-found"
    assert posts(world, SAM) == ["teachers-changed", "proposal-card"]


@pytest.mark.parametrize(
    ("chosen", "key"),
    [
        (None, "teacher-unknown"),
        (replace(MX_SAM, is_active=False), "teacher-closed"),
        (replace(MX_SAM, is_bot=True), "teacher-bot"),
        (replace(MX_SAM, is_guest=True), "teacher-guest"),
        (replace(MX_SAM, is_guest=True, is_outside=True), "teacher-from-outside"),
        (Person("T1", "UCLASSMATE", "Ben"), "teacher-learns-here"),
    ],
)
def test_who_can_not_be_chosen(world: World, chosen: Person | None, key: str) -> None:
    only_lee(world)
    closes(world)
    assert refusal(world, chosen) == key
    with world.uow() as uow:
        assert not untaught.is_taught(uow, world.classroom.id)


def test_only_an_admin_chooses_and_only_while_nobody_teaches_it(world: World) -> None:
    assert refusal(world, MX_SAM) == "class-is-taught"
    only_lee(world)
    closes(world)
    for actor in (world.student, world.teacher, world.stranger):
        assert refusal(world, MX_SAM, actor) == "for-admins"
    give(world)
    assert refusal(world, MX_SAM) == "class-is-taught"


def press(world: World, value: str) -> Press:
    return Press(world.admin, "untaught.open", value, "1.2", "press:1", "", "")


async def test_the_form_asks_slack_who_it_is(world: World) -> None:
    only_lee(world)
    closes(world)
    views = KeptViews(people={SAM: MX_SAM})
    context = context_of(world, views)
    value = str(world.classroom.id)
    await teaching.open_form(press(world, value), context)
    (view,) = views.opened
    assert check_view(view) == []
    values: dict[str, Any] = {"teacher": SAM}
    form = Submission(world.admin, "untaught.give", values, view["private_metadata"], "1.2", "view:1")
    await teaching.give(form, context)
    assert views.asked == [SAM, world.admin.user]
    with world.uow() as uow:
        assert access.teachers_of(uow, world.classroom.id) == [SAM]


@pytest.mark.parametrize("claim", ["", "x", "-1", "9" * 20])
async def test_a_forged_class_is_refused(world: World, claim: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await teaching.open_form(
            Press(world.admin, "untaught.open", claim, "1.2", "press:1", "", ""), context_of(world)
        )


def test_where_accord_knows_no_admin_it_does_not_say_that_one_was_told(world: World) -> None:
    only_lee(world)
    scenes.announced(world)
    with_admin = replace(MX_SAM, user=ADA, name="Ada", is_admin=False)
    world.do(admitting.learn, world.admin, with_admin)
    closes(world)
    assert posts(world, ADA) == []
    with world.uow() as uow:
        assert access.admins_of(uow) == []
    world.render_all()
