"""Guests in a class channel are students if a teacher says so; people of elsewhere only if the school does, too."""

from dataclasses import replace

import pytest

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.home import use_cases as home
from bot.activities.home.messages import Home
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Person
from bot.domain.outbox import ErrandKind, Verb
from handlers import admitting as handlers
from handlers.inbound import Submission
from tests.rows import first_row, rows
from tests.unit.handling import context_of
from tests.unit.set_up.test_set_up import CHOICES
from tests.world import WORKSPACE, World

GUS = Person(WORKSPACE, "UGUEST", "Gus", is_guest=True)
ONE_CHANNEL = Person(WORKSPACE, "USINGLE", "Sia", is_guest=True)
MX_AWAY = Person(WORKSPACE, "UAWAY", "Mx Away", is_guest=True, is_outside=True)


def joins(world: World, person: Person) -> None:
    world.do(set_up.join, Actor(WORKSPACE, person.user), "C1", person)


def learns(world: World, user: str) -> bool:
    with world.uow() as uow:
        return [p.side for p in access.places_of(uow, user)] == [Side.STUDENT]


def asked(world: World) -> dict[str, bool | None]:
    with world.uow() as uow:
        return {a.user: a.learns for a in uow.admissions.all()}


def cards_for(world: World, teacher: str) -> int:
    """How often they were asked; that a card is shown anew is no question."""
    return sum(d.notice == "guests-here" and d.verb is Verb.POST for d in world.deliveries() if d.lane == teacher)


def choose(world: World, *users: str) -> None:
    world.do(admitting.decide, world.teacher, world.classroom.id, users)


def test_a_roster_leaves_guests_out_and_asks_the_teachers_once(world: World) -> None:
    new = Person(WORKSPACE, "UNEW", "Nora")
    for _ in range(2):
        here = [GUS, ONE_CHANNEL, MX_AWAY, new]
        world.do(set_up.enrol, world.accord, world.classroom.id, here)
    assert learns(world, "UNEW")
    assert asked(world) == {"UGUEST": None, "USINGLE": None}
    assert not any(learns(world, user) for user in ("UGUEST", "USINGLE", "UAWAY"))
    for teacher in ("UTEACHER", "UTEACHER2"):
        assert cards_for(world, teacher) == 1
    cards = [m for d, m in world.render_all() if d.notice == "guests-here"]
    assert all("Gus" in str(card) and "Sia" in str(card) and "Away" not in str(card) for card in cards)


def test_the_teacher_chooses_and_the_others_are_not_asked_about_again(world: World) -> None:
    joins(world, GUS)
    joins(world, ONE_CHANNEL)
    form = world.do(admitting.open_form, world.teacher, world.classroom.id)
    assert [(one.user, one.name) for one in form.candidates] == [("UGUEST", "Gus"), ("USINGLE", "Sia")]
    choose(world, "UGUEST")
    assert learns(world, "UGUEST")
    assert not learns(world, "USINGLE")
    world.later(days=2)
    joins(world, ONE_CHANNEL)
    assert cards_for(world, "UTEACHER") == 1
    assert asked(world) == {"UGUEST": True, "USINGLE": False}
    choose(world, "USINGLE")
    assert learns(world, "USINGLE")
    world.render_all()


def test_only_who_was_asked_about_can_be_chosen(world: World) -> None:
    joins(world, GUS)
    with pytest.raises(Refusal, match="old-button"):
        choose(world, "UGUEST", "USTRANGER")
    assert not learns(world, "UGUEST")
    with pytest.raises(Refusal, match="for-teachers"):
        world.do(admitting.decide, world.student, world.classroom.id, ["UGUEST"])


async def test_the_form_as_slack_sends_it(world: World) -> None:
    joins(world, GUS)
    actor, values = world.teacher, {"students": ["UGUEST"]}
    form = Submission(actor, "admitting.save", values, str(world.classroom.id), "1.1", "view:V1")
    await handlers.save(form, context_of(world))
    assert learns(world, "UGUEST")


def test_with_nobody_to_choose_the_form_says_so(world: World) -> None:
    with pytest.raises(Refusal, match="no-guests"):
        world.do(admitting.open_form, world.teacher, world.classroom.id)


def test_a_guest_who_was_chosen_and_comes_back_goes_on(world: World) -> None:
    joins(world, GUS)
    choose(world, "UGUEST")
    world.do(set_up.leave, Actor(WORKSPACE, "UGUEST"), "C1")
    assert not learns(world, "UGUEST")
    joins(world, GUS)
    assert learns(world, "UGUEST")


def test_of_a_guest_who_left_before_anybody_decided_nothing_is_kept(world: World) -> None:
    joins(world, GUS)
    world.do(set_up.leave, Actor(WORKSPACE, "UGUEST"), "C1")
    assert asked(world) == {}
    joins(world, GUS)
    world.do(set_up.enrol, world.accord, world.classroom.id, [])
    assert asked(world) == {}


def test_a_student_whose_account_becomes_a_guests_stays(world: World) -> None:
    """An account that was cut down when somebody finished school takes nobody's contract away."""
    world.agree()
    world.do(admitting.learn, world.accord, Person(WORKSPACE, "USTUDENT", "Ana", is_guest=True))
    assert learns(world, "USTUDENT")
    world.do(set_up.leave, world.student, "C1")
    world.do(set_up.join, world.student, "C1", Person(WORKSPACE, "USTUDENT", "Ana", is_guest=True))
    assert learns(world, "USTUDENT")


def test_a_guest_whose_account_becomes_a_full_one_is_in_the_class(world: World) -> None:
    joins(world, GUS)
    joins(world, ONE_CHANNEL)
    choose(world)
    joins(world, replace(GUS, user="ULATER", name="Lou"))
    for person in (GUS, replace(GUS, user="ULATER", name="Lou")):
        world.do(admitting.learn, world.accord, replace(person, is_guest=False))
    assert learns(world, "ULATER")
    assert not learns(world, "UGUEST")  # a teacher said that this one is no student
    assert asked(world) == {"UGUEST": False, "USINGLE": False}


def test_a_teacher_who_is_a_guest_and_teaches_no_more_is_no_student(world: World) -> None:
    world.do(admitting.learn, world.accord, Person(WORKSPACE, "UTEACHER2", "Mr Bell", is_guest=True))
    with world.uow() as uow:
        assert "UTEACHER2" in access.teachers_of(uow, world.classroom.id)
        form = home.open_set_up(uow, world.teacher, world.classroom.id)
    assert form.co_teachers == ("UTEACHER2",)
    world.do(set_up.set_up, world.teacher, replace(CHOICES, channel="C1", co_teachers=()))
    with world.uow() as uow:
        assert access.places_of(uow, "UTEACHER2") == []


def test_people_of_elsewhere_learn_only_where_the_school_says_so_and_a_teacher_chooses(world: World) -> None:
    joins(world, MX_AWAY)
    assert asked(world) == {}
    with pytest.raises(Refusal, match="for-admins"):
        world.do(admitting.let_outside_learn, world.teacher, True)
    world.do(admitting.let_outside_learn, world.admin, True)
    with world.uow() as uow:
        errands = rows(uow.errands, kind=ErrandKind.SYNC_ROSTER)
        assert [e.args["classroom"] for e in errands] == [world.classroom.id]
    world.do(set_up.enrol, world.accord, world.classroom.id, [MX_AWAY])
    assert asked(world) == {"UAWAY": None}
    assert not learns(world, "UAWAY")
    choose(world, "UAWAY")
    assert learns(world, "UAWAY")


def test_taken_back_they_have_no_place_and_their_contract_stays(world: World) -> None:
    world.do(admitting.let_outside_learn, world.admin, True)
    joins(world, MX_AWAY)
    choose(world, "UAWAY")
    contract = world.agree(Actor(WORKSPACE, "UAWAY"))
    world.do(admitting.let_outside_learn, world.admin, False)
    assert not learns(world, "UAWAY")
    assert asked(world) == {}
    assert "student-away" in world.kinds("UTEACHER")
    with world.uow() as uow:
        standing = uow.contracts.get(contract.id)
    assert standing is not None
    assert standing.status == "active"
    world.render_all()


def test_who_turns_out_to_be_of_elsewhere_loses_their_place(world: World) -> None:
    world.agree()
    world.do(admitting.learn, world.accord, Person(WORKSPACE, "USTUDENT", "Ana", is_guest=True, is_outside=True))
    assert not learns(world, "USTUDENT")
    with world.uow() as uow:
        place = first_row(uow.memberships, user="USTUDENT")
    assert place is not None
    assert place.left_at is not None
    assert "student-away" in world.kinds("UTEACHER")


def test_home_has_the_button_while_there_is_somebody_to_choose(world: World) -> None:
    def guests() -> int:
        with world.uow() as uow:
            page = home.home_brief(uow, Home(), "UTEACHER")
        return int(page.teaches[0].guests)

    assert guests() == 0
    joins(world, GUS)
    assert guests() == 1
    choose(world)
    assert guests() == 1
    choose(world, "UGUEST")
    assert guests() == 0
