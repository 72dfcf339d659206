"""Every way in which somebody could come to hold a role, or to read something, tried by somebody of another
organisation and by a guest; through the handlers, as Slack would send it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.activities import access
from bot.activities.admitting import use_cases as admitting_use_cases
from bot.activities.admitting.messages import ALLOW
from bot.activities.care import setting
from bot.activities.feedback import use_cases as feedback
from bot.activities.home import use_cases as home
from bot.activities.home.messages import Home
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.looking_back.messages import LookedBack
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.care import CONTACT_FIELDS
from bot.domain.classroom import FROM_SETTINGS, Person, TeacherGrant
from bot.domain.disclosure import SETTINGS
from bot.messages.briefs import NothingToSay, brief_for
from handlers import admitting, care, privacy, teaching
from handlers import home as home_handlers
from handlers import set_up as set_up_handlers
from handlers.context import Context, Event
from handlers.inbound import Command, Press, Submission
from tests.rows import rows
from tests.unit.handling import KeptViews, context_of
from tests.world import WORKSPACE, World

AWAY, GUEST, SEVERAL = "UAWAY", "UGUEST", "UMANY"
THERE = Actor(WORKSPACE, AWAY)
SAID = {
    AWAY: Person(WORKSPACE, AWAY, "Mx Away", is_guest=True, is_outside=True),
    GUEST: Person(WORKSPACE, GUEST, "Gus", is_guest=True),
    "UADMIN": Person(WORKSPACE, "UADMIN", "Ada", is_admin=True),
}
FORM = {
    "name": "English 11",
    "timezone": "UTC",
    "term_ends_on": "2027-06-25",
    "check_in_days": ["MO"],
    "check_in_time": "08:45",
}


@dataclass
class Way:
    """A way in. `refused` is the key of the refusal; "" where nothing is said, and nothing happens."""

    walk: Callable[["Walk"], Awaitable[Any]]
    refused: str


class Walk:
    """Somebody tries a way in; Slack says what it knows of them when it is asked."""

    def __init__(self, world: World, who: str) -> None:
        self.world = world
        self.who = who
        self.context: Context = context_of(world, KeptViews(dict(SAID)))

    def event(self, kind: str, **payload: Any) -> Event:
        return Event(WORKSPACE, kind, {"user": self.who, **payload}, f"event:{kind}:{self.who}")

    def form(self, by: str, callback: str, metadata: str, **values: Any) -> Submission:
        return Submission(Actor(WORKSPACE, by), callback, values, metadata, "1.1", f"view:{callback}:{by}")

    def press(self, by: str, action: str, value: str) -> Press:
        return Press(Actor(WORKSPACE, by), action, value, "1.1", f"press:{action}:{by}", "", "")

    def command(self, word: str, channel: str) -> Command:
        return Command(Actor(WORKSPACE, self.who), channel, word, "", "1.1", f"command:{word}")


async def named_as_co_teacher(walk: Walk) -> None:
    await set_up_handlers.save(
        walk.form("UTEACHER", "set_up.save", "C1", **FORM, co_teachers=["UTEACHER2", walk.who]), walk.context
    )


async def named_in_a_new_class(walk: Walk) -> None:
    await set_up_handlers.save(walk.form("UADMIN", "set_up.save", "C9", **FORM, co_teachers=[walk.who]), walk.context)


async def named_by_an_admin(walk: Walk) -> None:
    await set_up_handlers.name_teacher(walk.press("UADMIN", "set_up.name_teacher", walk.who), walk.context)


async def given_a_class(walk: Walk) -> None:
    with walk.world.uow() as uow:
        for place in rows(uow.memberships, side=Side.TEACHER):
            uow.memberships.save(replace(place, left_at=walk.world.now))
    form = walk.form("UADMIN", "untaught.give", str(walk.world.classroom.id), teacher=walk.who)
    await teaching.give(form, walk.context)


async def chosen_as_contact(walk: Walk) -> None:
    values = dict.fromkeys(CONTACT_FIELDS, "") | {"contact_1": walk.who, "way": "student", "minutes": "60"}
    await care.save(walk.form("UADMIN", "care.save", "", **values), walk.context)


async def set_up_by_command(walk: Walk) -> None:
    await set_up_handlers.open_form(walk.command("setup", "C9"), walk.context)


async def set_up_of_a_class_by_command(walk: Walk) -> None:
    await set_up_handlers.open_form(walk.command("setup", "C1"), walk.context)


async def set_up_by_form(walk: Walk) -> None:
    await set_up_handlers.save(walk.form(walk.who, "set_up.save", "C9", **FORM), walk.context)


async def set_up_granted_by_the_settings(walk: Walk) -> None:
    with walk.world.uow() as uow:
        uow.grants.add(TeacherGrant(WORKSPACE, walk.who, FROM_SETTINGS, walk.world.now))
    await set_up_handlers.open_form(walk.command("setup", "C9"), walk.context)


async def set_up_from_home(walk: Walk) -> None:
    await home_handlers.open_set_up(walk.press(walk.who, "home.set_up_any", str(walk.world.classroom.id)), walk.context)


async def the_care_form(walk: Walk) -> None:
    await care.open_form(walk.press(walk.who, "care.open", ""), walk.context)


async def choosing_students(walk: Walk) -> None:
    await admitting.open_form(walk.press(walk.who, "admitting.open", str(walk.world.classroom.id)), walk.context)


async def chosen_by_a_forged_form(walk: Walk) -> None:
    form = walk.form("UTEACHER", "admitting.save", str(walk.world.classroom.id), students=[walk.who])
    await admitting.save(form, walk.context)


async def joining_the_channel(walk: Walk) -> None:
    await set_up_handlers.joined(walk.event("member_joined_channel", channel="C1"), walk.context)


async def opening_home(walk: Walk) -> None:
    await home_handlers.opened(walk.event("app_home_opened", tab="home"), walk.context)


async def opening_the_messages(walk: Walk) -> None:
    await home_handlers.opened(walk.event("app_home_opened", tab="messages"), walk.context)


async def the_roster(walk: Walk) -> None:
    walk.world.do(set_up.enrol, walk.world.accord, walk.world.classroom.id, [SAID[walk.who]])


async def a_change_of_the_account(walk: Walk) -> None:
    walk.world.do(admitting_use_cases.learn, walk.world.accord, Person(WORKSPACE, walk.who, "Mx"))
    await set_up_handlers.changed(walk.event("user_change", user={"id": walk.who}), walk.context)


FOR_ANYBODY_ELSE = {
    "set-up form, co-teacher": Way(named_as_co_teacher, "teacher-{}"),
    "set-up form, co-teacher of a new class": Way(named_in_a_new_class, "teacher-{}"),
    "Home, named by an admin": Way(named_by_an_admin, "teacher-{}"),
    "form, class that nobody teaches": Way(given_a_class, "teacher-{}"),
    "form, contact for somebody who is not well": Way(chosen_as_contact, "care-guest"),
    "/accord setup": Way(set_up_by_command, "may-not-teach"),
    "/accord setup in a class": Way(set_up_of_a_class_by_command, "not-in-this-class"),
    "set-up form, sent": Way(set_up_by_form, "may-not-teach"),
    "ACCORD_TEACHERS": Way(set_up_granted_by_the_settings, "may-not-teach"),
    "Home, set-up of any class": Way(set_up_from_home, "not-in-this-class"),
    "Home, contacts": Way(the_care_form, "for-admins"),
    "button, choosing students": Way(choosing_students, "not-in-this-class"),
    "form, chosen without having been asked about": Way(chosen_by_a_forged_form, "old-button"),
    "member_joined_channel": Way(joining_the_channel, ""),
    "app_home_opened, Home": Way(opening_home, ""),
    "app_home_opened, messages": Way(opening_the_messages, ""),
    "the roster": Way(the_roster, ""),
    "user_change": Way(a_change_of_the_account, ""),
}
WAYS = [(name, who) for name in FOR_ANYBODY_ELSE for who in (AWAY, GUEST)]


@pytest.mark.parametrize(("name", "who"), WAYS)
async def test_nobody_gets_in(world: World, name: str, who: str) -> None:
    way = FOR_ANYBODY_ELSE[name]
    expected = way.refused.format("guest" if who == GUEST else "from-outside")
    said = ""
    try:
        await way.walk(Walk(world, who))
    except Refusal as refusal:
        said = refusal.key
    assert said == expected
    with world.uow() as uow:
        assert access.places_of(uow, who) == []
        assert [grant.user for grant in rows(uow.grants, granted_by="UADMIN")] == []
        assert setting.contacts_of(uow) == ()
        assert uow.people.of(who) is None or not access.may_teach(uow, Actor(WORKSPACE, who))
        assert not access.is_admin(uow, Actor(WORKSPACE, who))


def test_somebody_slack_does_not_know_is_named_by_nobody(world: World) -> None:
    with pytest.raises(Refusal, match="teacher-unknown"):
        world.do(set_up.name_teacher, world.admin, "UNOBODY", None)


async def test_who_was_known_as_a_member_is_asked_about_again_when_named(world: World) -> None:
    """What is kept may be of yesterday."""
    for who in (AWAY, GUEST):
        world.do(admitting_use_cases.learn, world.accord, Person(WORKSPACE, who, "Mx"))
        with pytest.raises(Refusal, match="teacher-"):
            await named_as_co_teacher(Walk(world, who))
        with pytest.raises(Refusal, match="teacher-"):
            await named_by_an_admin(Walk(world, who))


async def taken_back_by_an_admin(walk: Walk) -> None:
    await set_up_handlers.take_back_teacher(walk.press("UADMIN", "set_up.take_back_teacher", walk.who), walk.context)


async def a_class_changed_by_an_admin(walk: Walk) -> None:
    await set_up_handlers.save(walk.form("UADMIN", "set_up.save", "C1", **FORM, co_teachers=["UTEACHER"]), walk.context)


async def people_of_elsewhere_let_in(walk: Walk) -> None:
    await admitting.ROUTES.presses[ALLOW](walk.press("UADMIN", ALLOW, ""), walk.context)


async def periods_changed(walk: Walk) -> None:
    await privacy.save(walk.form("UADMIN", "privacy.save", "", **dict.fromkeys(SETTINGS, "90")), walk.context)


DECIDED: dict[Callable[[Walk], Awaitable[Any]], str] = {
    chosen_as_contact: "for-admins",
    given_a_class: "for-admins",
    named_by_an_admin: "for-admins",
    taken_back_by_an_admin: "for-admins",
    a_class_changed_by_an_admin: "not-in-this-class",
    named_in_a_new_class: "may-not-teach",
    people_of_elsewhere_let_in: "for-admins",
    periods_changed: "for-admins",
}
"""Whatever an admin decides, by how it is refused to anybody else."""


@pytest.mark.parametrize("way", DECIDED, ids=lambda way: way.__name__)
async def test_who_is_no_admin_any_more_decides_nothing(world: World, way: Callable[[Walk], Awaitable[Any]]) -> None:
    """What Slack says now counts: no event may ever have said it."""
    walk = Walk(world, "UNEW")
    said = {**SAID, **{user: Person(WORKSPACE, user, user) for user in ("UNEW", "UTEACHER")}}
    walk.context = context_of(world, KeptViews(said | {"UADMIN": replace(SAID["UADMIN"], is_admin=False)}))
    with pytest.raises(Refusal) as refused:
        await way(walk)
    assert refused.value.key == DECIDED[way]
    walk.context = context_of(world, KeptViews(said))
    await way(walk)


def outside_with_places(world: World) -> None:
    """As it may stand in a database: a student and a teacher who turn out to be of elsewhere, all their places open."""
    with world.uow() as uow:
        for user in ("USTUDENT", "UTEACHER2"):
            known = uow.people.of(user)
            assert known is not None
            uow.people.save(replace(known, is_guest=True, is_outside=True, is_admin=True))


def test_a_place_that_stands_opens_and_names_nothing(world: World) -> None:
    contract = world.agree()
    outside_with_places(world)
    with world.uow() as uow:
        assert access.teachers_of(uow, world.classroom.id) == ["UTEACHER"]
        assert access.students_of(uow, world.classroom.id) == ["UCLASSMATE"]
        assert access.admins_of(uow) == ["UADMIN"]
        page = home.home_brief(uow, Home(), "UTEACHER2")
        assert (page.desk, page.learns, page.admin, page.may_set_up) == (None, (), None, False)
        with pytest.raises(NothingToSay):
            brief_for(uow, LookedBack(contract.id), "UTEACHER2")
        assert not setting.is_fit(uow, "UTEACHER2")
        with pytest.raises(Refusal, match="not-in-this-class"):
            access.contract_as_teacher(uow, world.teacher2, contract.id)
        with pytest.raises(Refusal, match="not-in-this-class"):
            access.contract_as_student(uow, world.student, contract.id)


def test_feedback_for_somebody_of_elsewhere_finds_no_student(world: World) -> None:
    outside_with_places(world)
    with pytest.raises(Refusal, match="not-your-student"):
        world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], "a", "b", "c")


def test_at_the_end_nobody_of_elsewhere_is_asked_to_look_back(world: World) -> None:
    contract = world.agree()
    outside_with_places(world)
    with world.uow() as uow:
        ends_at = uow.contracts.get(contract.id)
    assert ends_at is not None
    assert ends_at.ends_at is not None
    world.now = ends_at.ends_at
    world.do(looking_back.begin, world.accord, contract.id)
    assert "look-back-asked" not in world.kinds("UTEACHER2")
    assert "look-back-asked" in world.kinds("UTEACHER")
