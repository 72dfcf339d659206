"""Somebody in the channel who does not learn in the class is left out, and stays so."""

import pytest

from bot.activities import access
from bot.activities.admitting import leaving_out
from bot.activities.admitting.leaving_out_messages import PEOPLE, PeopleChosen, PeopleForm, people_form
from bot.activities.inventory import use_cases as inventory
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Refusal
from bot.domain.classroom import Person
from handlers import admitting as handlers
from handlers.inbound import Command, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.world import WORKSPACE, World

ANA, BEN = "USTUDENT", "UCLASSMATE"


def learns(world: World) -> set[str]:
    with world.uow() as uow:
        return set(access.students_of(uow, world.classroom.id))


def choose(world: World, out: tuple[str, ...] = (), back: tuple[str, ...] = ()) -> None:
    world.do(leaving_out.choose, world.teacher, world.classroom.id, PeopleChosen(out, back))


def test_who_is_left_out_is_asked_nothing_and_hears_so(world: World) -> None:
    choose(world, (BEN,))
    assert learns(world) == {ANA}
    assert world.kinds(BEN) == ["place-changed"]
    world.do(inventory.ask, world.teacher, world.classroom.id, 0)
    assert world.kinds(BEN) == ["place-changed"]
    with pytest.raises(Refusal, match="not-in-this-class"):
        world.do(leaving_out.open_people, world.classmate, world.classroom.id)


def test_it_holds_when_the_channel_is_read_anew_and_they_come_back_by_a_press(world: World) -> None:
    choose(world, (BEN,))
    people = [Person(WORKSPACE, user, name) for user, name in ((BEN, "Ben"), (ANA, "Ana"))]
    world.do(set_up.enrol, world.accord, world.classroom.id, people)
    world.do(set_up.join, world.classmate, "C1", people[0])
    assert learns(world) == {ANA}
    form = world.do(leaving_out.open_people, world.teacher, world.classroom.id)
    assert form.left_out == ((BEN, "Ben"),)
    choose(world, back=(BEN,))
    assert learns(world) == {ANA, BEN}
    assert world.do(leaving_out.open_people, world.teacher, world.classroom.id).left_out == ()


@pytest.mark.parametrize(
    ("out", "back", "key"),
    [
        ((BEN, ANA), (), "people-has-contract"),
        ((BEN, "UTEACHER2"), (), "people-no-student"),
        ((BEN, "USTRANGER"), (), "people-no-student"),
        ((BEN,), ("USTRANGER",), "old-button"),
    ],
)
def test_all_of_it_is_done_or_nothing(world: World, out: tuple[str, ...], back: tuple[str, ...], key: str) -> None:
    world.agree()
    with pytest.raises(Refusal, match=key):
        choose(world, out, back)
    assert learns(world) == {ANA, BEN}
    assert world.kinds(BEN) == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_form_is_such_as_slack_takes(lang: str) -> None:
    assert check_view(people_form(words_for(lang), PeopleForm(1, ()))) == []
    assert check_view(people_form(words_for(lang), PeopleForm(1, ((BEN, "Ben"),)))) == []


async def test_it_is_said_through_its_form(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    await handlers.open_people(Command(world.teacher, "C1", "people", "", "t1", "command:1"), context)
    about = views.opened[0]["private_metadata"]
    form = Submission(world.teacher, PEOPLE, {"out": [BEN], "back": None}, about, "t1", "view:1")
    await handlers.choose_people(form, context)
    assert learns(world) == {ANA}
