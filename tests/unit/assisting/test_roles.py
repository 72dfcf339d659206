"""An aide and an observer of a class: given by its teacher, each sees what the table says, and the students know."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.activities import access
from bot.activities.admitting import leaving_out
from bot.activities.admitting import use_cases as admitting
from bot.activities.admitting.leaving_out_messages import AideNamed, PeopleChosen, helpers_lines, people_form
from bot.activities.assisting import use_cases as assisting
from bot.activities.assisting.messages import ClassSeen, class_seen_view, helped_student_view
from bot.activities.feedback import use_cases as feedback
from bot.activities.hearing.messages import Explained
from bot.activities.help import use_cases as help_cases
from bot.activities.home import use_cases as home
from bot.activities.home.messages import Home
from bot.activities.profile import use_cases as profile
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Membership, Person
from bot.domain.disclosure import DisclosureKind
from bot.domain.profile import LearnerProfile
from bot.domain.rights import GIVEN, RIGHTS, ClassRole, Right
from handlers import assisting as handlers
from handlers.inbound import Press
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.celebrating.scenes import Way
from tests.unit.handling import KeptViews, context_of
from tests.world import WORKSPACE, World

SAM, ANA = "USTRANGER", "USTUDENT"


def comes(world: World, actor: Actor, name: str = "Sam") -> None:
    world.do(set_up.join, actor, "C1", Person(WORKSPACE, actor.user, name))


def named(world: World, role: ClassRole, actor: Actor | None = None) -> Actor:
    """Somebody comes into the channel and gets a role."""
    helper = actor or world.stranger
    comes(world, helper)
    world.do(leaving_out.choose, world.teacher, world.classroom.id, chosen(role, helper.user))
    return helper


def chosen(role: ClassRole, *users: str) -> PeopleChosen:
    return PeopleChosen(**{f"{role.value}s": users})


def role_of(world: World, actor: Actor) -> ClassRole | None:
    with world.uow() as uow:
        return access.role_in(uow, actor, world.classroom.id)


def fill(world: World, many: int) -> None:
    with world.uow() as uow:
        for number in range(many):
            uow.people.add(Person(WORKSPACE, f"UMORE{number}", f"More {number}"))
            place = Membership(WORKSPACE, world.classroom.id, f"UMORE{number}", Side.STUDENT, world.now)
            uow.memberships.add(place)


def seen(world: World, actor: Actor) -> ClassSeen:
    found = world.do(assisting.open_class, actor, world.classroom.id, 0)
    for lang in ("en", "es"):
        assert check_view(class_seen_view(words_for(lang), found)) == []
    return found


def work(world: World, actor: Actor, student: str = ANA) -> str:
    found = world.do(assisting.open_student, actor, world.classroom.id, student, 0)
    for lang in ("en", "es"):
        assert check_view(helped_student_view(words_for(lang), found)) == []
    return str(helped_student_view(words_for(), found))


def test_the_table_gives_helpers_nothing_that_teachers_lack_and_none_of_them_decides() -> None:
    assert set(RIGHTS) == set(ClassRole)
    for role in GIVEN:
        assert RIGHTS[role] < RIGHTS[ClassRole.TEACHER]
        assert Right.TEACH not in RIGHTS[role]
    assert Right.WORK not in RIGHTS[ClassRole.OBSERVER]


def test_an_aide_reads_what_was_agreed_and_answered_and_nothing_private(world: World) -> None:
    way = Way(world)
    way.log("5")
    with world.uow() as uow:
        (check_in,) = uow.check_ins.in_state(way.contract.id, CheckInState.ANSWERED)
        uow.replies.save(replace(uow.replies.to(check_in)[0], worked="Reading it aloud"))
        uow.profiles.put(LearnerProfile(WORKSPACE, ANA, world.now, interests="Kites", share_with_teachers=True))
    world.do(feedback.give_feedback, world.teacher, (ANA,), "Clear plan", "It helps", "Go on")
    aide = named(world, ClassRole.AIDE)
    text = work(world, aide)
    assert "Vary sentence openings" in text
    assert "Reading it aloud" in text
    assert "More time in class" not in text
    assert "Kites" not in text
    assert "Clear plan" not in text
    assert "assisting.class" in text
    assert "checking_in.respond" not in text


def test_that_an_aide_read_a_students_work_is_recorded_once_a_day(world: World) -> None:
    world.agree()
    aide = named(world, ClassRole.AIDE)
    work(world, aide)
    work(world, aide)
    with world.uow() as uow:
        lines = uow.disclosures.of_kind_about(DisclosureKind.PAGE, ANA)
    assert [line.by for line in lines] == [SAM]


def test_an_observer_sees_counts_from_five_students_on_and_nobody(world: World) -> None:
    world.agree()
    observer = named(world, ClassRole.OBSERVER)
    few = seen(world, observer)
    assert (few.students, few.stand, few.lately, few.named) == (2, {}, {}, None)
    fill(world, 3)
    enough = seen(world, observer)
    assert enough.stand == {"running": 1, "waiting": 0, "looking-back": 0, "none": 4}
    assert "Ana" not in str(class_seen_view(words_for(), enough))
    with pytest.raises(Refusal, match="not-your-role"):
        work(world, observer)


def test_an_aide_reads_of_no_other_class_and_of_nobody_who_does_not_learn_there(world: World) -> None:
    world.agree()
    aide = named(world, ClassRole.AIDE)
    for student in (SAM, "UTEACHER2", "UADMIN", "UNOBODY"):
        with pytest.raises(Refusal, match="not-your-student"):
            work(world, aide, student)
    with pytest.raises(Refusal, match="not-in-this-class"):
        world.do(assisting.open_student, aide, world.classroom.id + 1, ANA, 0)


def guest(world: World) -> None:
    world.do(set_up.join, world.stranger, "C1", Person(WORKSPACE, SAM, "Sam", is_guest=True))


def outside(world: World) -> None:
    world.do(set_up.join, world.stranger, "C1", Person(WORKSPACE, SAM, "Sam", is_guest=True, is_outside=True))


def here(world: World) -> None:
    comes(world, world.stranger)


def gone(world: World) -> None:
    comes(world, world.stranger)
    world.do(set_up.leave, world.stranger, "C1")


def nowhere(world: World) -> None:
    """Sam is not in the channel."""


@pytest.mark.parametrize(
    ("before", "asked", "key"),
    [
        (guest, chosen(ClassRole.AIDE, SAM), "people-no-helper"),
        (outside, chosen(ClassRole.OBSERVER, SAM), "people-no-helper"),
        (nowhere, chosen(ClassRole.AIDE, SAM), "people-not-in-channel"),
        (gone, chosen(ClassRole.AIDE, SAM), "people-not-in-channel"),
        (nowhere, chosen(ClassRole.AIDE, "UNOBODY"), "people-not-in-channel"),
        (nowhere, chosen(ClassRole.AIDE, "UTEACHER"), "people-teaches"),
        (nowhere, chosen(ClassRole.OBSERVER, "UTEACHER2"), "people-teaches"),
        (nowhere, chosen(ClassRole.AIDE, ANA), "people-has-contract"),
        (here, PeopleChosen(aides=(SAM,), observers=(SAM,)), "people-two-things"),
        (here, PeopleChosen(out=(SAM,), aides=(SAM,)), "people-two-things"),
        (here, PeopleChosen(no_longer=(SAM,)), "old-button"),
    ],
)
def test_who_can_not_be_named_is_not(
    world: World, before: Callable[[World], None], asked: PeopleChosen, key: str
) -> None:
    world.agree()
    before(world)
    with pytest.raises(Refusal, match=key):
        world.do(leaving_out.choose, world.teacher, world.classroom.id, asked)
    with world.uow() as uow:
        assert access.helpers_of(uow, world.classroom.id) == []


def leaves(world: World) -> None:
    world.do(set_up.leave, world.stranger, "C1")


def is_guest(world: World) -> None:
    world.do(admitting.learn, world.stranger, Person(WORKSPACE, SAM, "Sam", is_guest=True))


def is_closed(world: World) -> None:
    world.do(admitting.learn, world.stranger, Person(WORKSPACE, SAM, "Sam", is_active=False))


def is_taken_back(world: World) -> None:
    world.do(leaving_out.choose, world.teacher, world.classroom.id, PeopleChosen(no_longer=(SAM,)))


@pytest.mark.parametrize("ends", [leaves, is_guest, is_closed, is_taken_back])
def test_a_role_ends(world: World, ends: Callable[[World], None]) -> None:
    world.agree()
    aide = named(world, ClassRole.AIDE)
    assert role_of(world, aide) is ClassRole.AIDE
    ends(world)
    assert role_of(world, aide) is None
    with pytest.raises(Refusal, match="not-in-this-class"):
        work(world, aide)
    with world.uow() as uow:
        assert home.home_brief(uow, Home(), SAM).helped == ()


def test_who_had_a_role_and_left_has_none_when_they_come_back(world: World) -> None:
    aide = named(world, ClassRole.AIDE)
    leaves(world)
    comes(world, aide)
    assert role_of(world, aide) is ClassRole.STUDENT


def test_a_role_changes_and_the_form_shows_who_has_which(world: World) -> None:
    observer = named(world, ClassRole.OBSERVER)
    world.do(leaving_out.choose, world.teacher, world.classroom.id, chosen(ClassRole.AIDE, SAM))
    assert role_of(world, observer) is ClassRole.AIDE
    form = world.do(leaving_out.open_people, world.teacher, world.classroom.id)
    assert form.helpers == ((SAM, "Sam", ClassRole.AIDE),)
    assert form.left_out == ()
    for lang in ("en", "es"):
        assert check_view(people_form(words_for(lang), form)) == []
    is_taken_back(world)
    form = world.do(leaving_out.open_people, world.teacher, world.classroom.id)
    assert (form.helpers, form.left_out) == ((), ((SAM, "Sam"),))


def test_students_with_a_contract_are_told_of_an_aide_and_of_an_observer_not(world: World) -> None:
    world.agree()
    named(world, ClassRole.OBSERVER)
    assert "aide-named" not in world.kinds(ANA)
    world.do(leaving_out.choose, world.teacher, world.classroom.id, chosen(ClassRole.AIDE, SAM))
    assert world.kinds(ANA).count("aide-named") == 1
    assert "aide-named" not in world.kinds("UCLASSMATE")
    world.render_all()
    is_taken_back(world)
    aide = [message for said, message in world.render_all() if said.notice == AideNamed.kind]
    assert aide == [None]


def test_who_reads_this_names_who_helps_and_who_observes(world: World) -> None:
    world.agree()
    named(world, ClassRole.AIDE)
    with world.uow() as uow:
        (standing,) = help_cases._explained(uow, Explained("who-reads"), ANA).standings
        (part,) = home.home_brief(uow, Home(), ANA).learns
        assert help_cases.help_brief(uow, world.stranger).helps
        assert not help_cases.help_brief(uow, world.student).helps
    assert standing.helpers == part.helpers == (("Sam", ClassRole.AIDE),)
    assert len(helpers_lines(part.helpers, words_for())) == 1


def test_nothing_private_comes_by_the_profile_or_feedback(world: World) -> None:
    world.agree()
    aide = named(world, ClassRole.AIDE)
    for use_case, args in (
        (profile.about_student, (ANA,)),
        (feedback.give_feedback, ((ANA,), "seen", "matters", "next")),
    ):
        with pytest.raises(Refusal, match="for-teachers"):
            world.do(use_case, aide, *args)


def test_a_closed_class_shows_helpers_nothing(world: World) -> None:
    aide = named(world, ClassRole.AIDE)
    with world.uow() as uow:
        room = uow.classrooms.get(world.classroom.id)
        assert room is not None
        uow.classrooms.save(replace(room, archived=True))
    with pytest.raises(Refusal, match="assisting-class-closed"):
        seen(world, aide)
    with world.uow() as uow:
        assert home.home_brief(uow, Home(), SAM).helped == ()


async def test_an_aide_opens_the_class_and_a_students_work_by_presses(world: World) -> None:
    world.agree()
    aide = named(world, ClassRole.AIDE)
    views = KeptViews()
    context = context_of(world, views)

    def press(action: str, value: str) -> Press:
        return Press(aide, action, value, "t1", f"press:{value}", "", "", "V1")

    await handlers.open_class(press("assisting.open", str(world.classroom.id)), context)
    await handlers.open_student(press("assisting.student", f"{world.classroom.id}:{ANA}:0"), context)
    assert [view["callback_id"] for view in views.opened] == ["assisting.class", "assisting.student"]
    for wrong in ("", "1:USTUDENT", "1:ana:0", "x:USTUDENT:0"):
        with pytest.raises(Refusal, match="old-button"):
            await handlers.open_student(press("assisting.student", wrong), context)
