"""Somebody of another organisation may learn in a class whose channel both share, and is never teacher or admin."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.actor import Actor, Side
from bot.domain.classroom import Person
from bot.domain.errors import Refusal
from bot.services import access, set_up
from bot.slack_edge import person_of
from tests.unit.set_up.test_set_up import CHOICES
from tests.world import World

AWAY = Actor("T1", "UAWAY")
MX_AWAY = Person("T1", "UAWAY", "Mx Away", is_outside=True)


@pytest.mark.parametrize(
    ("said", "guest", "outside"),
    [
        ({}, False, False),
        ({"team_id": "T1"}, False, False),
        ({"team_id": "T9"}, True, True),
        ({"team_id": "T1", "is_stranger": True}, True, True),
        ({"team_id": "T9", "enterprise_user": {"id": "U1", "teams": ["T9", "T1"]}}, False, False),
        ({"team_id": "T1", "is_restricted": True}, True, False),
        ({"team_id": "T1", "is_ultra_restricted": True}, True, False),
        ({"team_id": None, "enterprise_user": None, "is_stranger": None}, False, False),
    ],
)
def test_how_slack_says_it(said: dict[str, Any], guest: bool, outside: bool) -> None:
    person = person_of("T1", {"id": "U1", "name": "ana", **said})
    assert person is not None
    assert (person.is_guest, person.is_outside) == (guest, outside)


def test_an_admin_elsewhere_is_none_here() -> None:
    for said in ({"is_admin": True}, {"is_owner": True}, {"is_primary_owner": True}):
        elsewhere = person_of("T1", {"id": "U1", "team_id": "T9", **said})
        assert elsewhere is not None
        assert not elsewhere.is_admin


def refused(world: World, use_case: Any, actor: Actor, *args: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        world.do(use_case, actor, *args)
    return refusal.value.key


def know(world: World, person: Person) -> None:
    world.do(set_up.learn, AWAY, person)


def test_nobody_makes_them_a_teacher(world: World) -> None:
    know(world, MX_AWAY)
    assert refused(world, set_up.name_teacher, world.admin, "UAWAY", None) == "teacher-from-outside"
    assert (
        refused(world, set_up.set_up, world.admin, replace(CHOICES, co_teachers=("UAWAY",))) == "teacher-from-outside"
    )
    world.do(set_up.grant_from_settings, world.accord, ["UAWAY"])
    assert refused(world, set_up.set_up, AWAY, CHOICES) == "may-not-teach"
    know(world, replace(MX_AWAY, is_admin=True))
    assert refused(world, set_up.name_teacher, AWAY, "USTRANGER", None) == "for-admins"


def test_who_turns_out_to_be_of_another_organisation_teaches_no_more(world: World) -> None:
    world.do(set_up.set_up, world.teacher, replace(CHOICES, channel="C1", co_teachers=("UAWAY",)))
    with world.uow() as uow:
        assert "UAWAY" in access.teachers_of(uow, world.classroom.id)
    know(world, MX_AWAY)
    with world.uow() as uow:
        assert access.teachers_of(uow, world.classroom.id) == ["UTEACHER"]
        assert access.places_of(uow, "UAWAY") == []


def test_they_may_learn_in_a_class_whose_channel_they_are_in(world: World) -> None:
    world.do(set_up.enrol, world.accord, world.classroom.id, [MX_AWAY])
    with world.uow() as uow:
        assert [p.side for p in access.places_of(uow, "UAWAY")] == [Side.STUDENT]
        assert access.student_in(uow, AWAY, world.classroom.id).id == world.classroom.id


def test_a_teachers_place_of_theirs_opens_nothing(world: World) -> None:
    """Should such a place stand already, from before it was known."""
    with world.uow() as uow:
        known = uow.people.first(user="UTEACHER")
        assert known is not None
        uow.people.save(replace(known, is_outside=True))
        with pytest.raises(Refusal, match="not-in-this-class"):
            access.teacher_in(uow, world.teacher, world.classroom.id)
        assert access.places_of(uow, "UTEACHER") == []
