"""Somebody beside a target: who may be, what they see, what they write, who stops it, and what is left."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.activities.changing import use_cases as changing
from bot.activities.home import student_page
from bot.activities.mentoring import use_cases as mentoring
from bot.activities.mentoring.forms import ask_form, word_form
from bot.activities.mentoring.messages import MentorReported, MentorTarget
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person
from bot.domain.contract import Status
from bot.domain.mentoring import MENTOR_WORD_MOST, MENTORS_ASKED_MOST, Mentoring, MentoringState
from bot.messages.briefs import NothingToSay, brief_for
from bot.messages.presenting import present
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.world import WORKSPACE, World

WORD = "Your last opening pulled me in"
SAM, BEN = "USTRANGER", "UCLASSMATE"


@pytest.fixture
def world(world: World) -> World:
    world.agree()
    return world


def contract(world: World) -> int:
    with world.uow() as uow:
        return uow.contracts.of_student(world.student.user)[0].id


def asks(world: World, mentor: str = SAM, person: Person | None = None, target: int = 0) -> None:
    world.do(mentoring.ask, world.student, contract(world), target, mentor, person)


def agrees(world: World) -> None:
    asks(world)
    world.do(mentoring.say_yes, world.stranger, 1)


def writes(world: World, text: str = WORD) -> None:
    world.do(mentoring.write, world.stranger, 1, text)


def one(world: World, id: int = 1) -> Mentoring:
    with world.uow() as uow:
        found = uow.mentorings.get(id)
    assert found is not None
    return found


def seen(world: World, user: str) -> str:
    """All that somebody's messages hold now."""
    texts = []
    for delivery in [d for d in world.deliveries() if d.reader == user]:
        with world.uow() as uow:
            texts.append(str(present(uow, delivery)))
    return "\n".join(texts)


def test_they_see_nothing_before_a_yes_and_then_one_target_and_nothing_else(world: World) -> None:
    asks(world)
    assert world.kinds(SAM) == ["mentor-asked"]
    assert "Vary sentence openings" not in seen(world, SAM)
    early = MentorTarget(1, contract(world))
    with world.uow() as uow, pytest.raises(NothingToSay):
        brief_for(uow, early, SAM)
    world.do(mentoring.say_yes, world.stranger, 1)
    text = seen(world, SAM)
    assert "Vary sentence openings" in text
    for private in ("More time in class", "Read each paragraph aloud", "At most two openings", "Starting sentences"):
        assert private not in text
    world.render_all()


def test_a_word_reaches_the_student_and_nobody_else(world: World) -> None:
    agrees(world)
    writes(world)
    assert WORD in seen(world, "USTUDENT")
    for other in ("UTEACHER", "UTEACHER2", BEN, "UADMIN"):
        assert WORD not in seen(world, other)
        assert "mentor-said" not in world.kinds(other)


def test_one_word_a_week(world: World) -> None:
    agrees(world)
    writes(world)
    world.later(days=6, hours=23)
    with pytest.raises(Refusal, match="mentor-one-a-week"):
        writes(world)
    with pytest.raises(Refusal, match="mentor-one-a-week"):
        world.do(mentoring.open_write, world.stranger, 1)
    world.later(hours=1)
    writes(world, "And again")
    assert one(world).said == (WORD, "And again")
    assert world.kinds("USTUDENT").count("mentor-said") == 2
    world.render_all()


@pytest.mark.parametrize(("text", "key"), [("  ", "empty"), ("x" * (MENTOR_WORD_MOST + 1), "too-long")])
def test_a_word_that_can_not_be_is_refused_under_its_field(world: World, text: str, key: str) -> None:
    agrees(world)
    with pytest.raises(Refusal, match=key) as refused:
        writes(world, text)
    assert refused.value.field == "text"
    assert one(world).said == ()


@pytest.mark.parametrize(
    ("mentor", "person", "key"),
    [
        ("USTUDENT", None, "mentor-yourself"),
        ("UTEACHER", None, "mentor-teaches"),
        ("UTEACHER2", None, "mentor-teaches"),
        ("UNOBODY", None, "mentor-unknown"),
        ("UGUEST", Person(WORKSPACE, "UGUEST", "Gus", is_guest=True), "mentor-guest"),
        ("UFAR", Person(WORKSPACE, "UFAR", "Fay", is_guest=True, is_outside=True), "mentor-from-outside"),
        (SAM, Person(WORKSPACE, SAM, "Sam", is_active=False), "mentor-gone"),
        ("UBOT", Person(WORKSPACE, "UBOT", "Bot", is_bot=True), "mentor-gone"),
    ],
)
def test_who_can_not_be_named(world: World, mentor: str, person: Person | None, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        asks(world, mentor, person)
    assert (refused.value.key, refused.value.field) == (key, "mentor")
    assert world.kinds(mentor) == []


def test_a_guest_who_learns_in_the_class_can_be_named_as_every_classmate(world: World) -> None:
    with world.uow() as uow:
        ben = uow.people.of(BEN)
        assert ben is not None
        uow.people.save(replace(ben, is_guest=True))
    asks(world, BEN)
    assert world.kinds(BEN) == ["mentor-asked"]


def test_a_target_has_one_and_nobody_is_asked_twice(world: World) -> None:
    asks(world)
    with pytest.raises(Refusal, match="mentor-has-one"):
        asks(world, BEN)
    with pytest.raises(Refusal, match="mentor-each-has-one"):
        world.do(mentoring.open_ask, world.student, contract(world))
    with pytest.raises(Refusal, match="mentor-target-gone"):
        asks(world, BEN, target=1)
    world.do(mentoring.say_no, world.stranger, 1)
    with pytest.raises(Refusal, match="mentor-asked-before"):
        asks(world)
    declined = one(world)
    with world.uow() as uow:
        for number in range(MENTORS_ASKED_MOST - 1):
            uow.mentorings.add(replace(declined, id=0, mentor=f"UNO{number}"))
    with pytest.raises(Refusal, match="mentor-enough"):
        asks(world, BEN)


@pytest.mark.parametrize("who", ["student", "mentor"])
def test_either_stops_it_and_the_words_are_gone(world: World, who: str) -> None:
    agrees(world)
    writes(world)
    world.do(mentoring.stop, world.student if who == "student" else world.stranger, 1)
    assert (one(world).state, one(world).said) == (MentoringState.STOPPED, ())
    assert WORD not in seen(world, "USTUDENT")
    assert "Vary sentence openings" not in seen(world, SAM)
    assert ("mentor-ended" in world.kinds("USTUDENT")) is (who == "mentor")
    with pytest.raises(Refusal, match="mentor-stopped"):
        writes(world)


@pytest.mark.parametrize(("who", "shown"), [("student", WORD), ("mentor", "Vary sentence openings")])
def test_a_report_stops_it_and_is_told_to_the_teachers_with_what_it_is_about(
    world: World, who: str, shown: str
) -> None:
    agrees(world)
    writes(world)
    world.do(mentoring.report, world.student if who == "student" else world.stranger, 1)
    assert one(world).state is MentoringState.STOPPED
    for teacher in ("UTEACHER", "UTEACHER2"):
        assert world.kinds(teacher) == ["mentor-reported"]
        assert shown in seen(world, teacher)
    notice = MentorReported(1, contract(world))
    for other in (BEN, "UADMIN", SAM, "USTUDENT"):
        with world.uow() as uow, pytest.raises(NothingToSay):
            brief_for(uow, notice, other)
    with pytest.raises(Refusal, match="old-button"):
        world.do(mentoring.report, world.stranger, 1)
    world.render_all()


def closes(world: World) -> None:
    world.do(changing.close, world.teacher, contract(world), "It is done")


def ends(world: World) -> None:
    about = contract(world)
    with world.uow() as uow:
        found = uow.contracts.get(about)
        assert found is not None
        uow.contracts.save(replace(found, status=Status.REASSESSING))


def account_closes(world: World) -> None:
    with world.uow() as uow:
        sam = uow.people.of(SAM)
        assert sam is not None
        uow.people.save(replace(sam, is_active=False))


def becomes_guest(world: World) -> None:
    with world.uow() as uow:
        sam = uow.people.of(SAM)
        assert sam is not None
        uow.people.save(replace(sam, is_guest=True))


def student_leaves(world: World) -> None:
    world.do(set_up.leave, world.student, "C1")


@pytest.mark.parametrize(
    ("happens", "key"),
    [
        (closes, "mentor-over"),
        (ends, "mentor-over"),
        (account_closes, "mentor-not-now"),
        (becomes_guest, "mentor-not-now"),
        (student_leaves, "mentor-student-left"),
    ],
)
def test_it_ends_with_the_contract_and_with_the_two(world: World, happens: Callable[[World], None], key: str) -> None:
    agrees(world)
    happens(world)
    with pytest.raises(Refusal, match=key):
        writes(world)
    assert "Vary sentence openings" not in seen(world, SAM)
    world.render_all()


def test_teachers_see_who_helps_and_no_word(world: World) -> None:
    agrees(world)
    writes(world)
    page = world.do(student_page.open_page, world.teacher, "USTUDENT", 0)
    assert page.mentors == (("Sam", "Vary sentence openings in my next three essays"),)
    assert WORD not in str(page)
    world.do(mentoring.stop, world.student, 1)
    assert world.do(student_page.open_page, world.teacher, "USTUDENT", 0).mentors == ()


def test_nobody_else_answers_for_them(world: World) -> None:
    asks(world)
    for other in (world.student, world.classmate, world.teacher, world.admin, Actor("T2", SAM)):
        with pytest.raises(Refusal, match="old-button"):
            world.do(mentoring.say_yes, other, 1)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_forms_are_such_as_slack_takes(world: World, lang: str) -> None:
    form = world.do(mentoring.open_ask, world.student, contract(world))
    assert check_view(ask_form(words_for(lang), form)) == []
    agrees(world)
    brief = world.do(mentoring.open_write, world.stranger, 1)
    assert check_view(word_form(words_for(lang), brief)) == []
