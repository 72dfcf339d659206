"""Whose somebody is, and what they may be by that: the rule, and how it is read from what Slack says."""

from dataclasses import replace
from typing import Any

import pytest

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person, Role, may_be
from bot.slack.calls import person_of
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
        ({"team_id": "T9", "enterprise_user": {"id": "W1", "teams": ["T9", "T8"]}}, True, True),
        ({"team_id": "T9", "enterprise_user": {"id": "W1", "enterprise_id": "E9"}}, True, True),
        ({"team_id": "T9", "enterprise_user": {"id": "W1", "teams": None}}, True, True),
        ({"team_id": "E1", "enterprise_user": {"id": "W1", "teams": ["T1"]}}, False, False),
        ({"team_id": None, "enterprise_user": {"id": "W1", "teams": ["T1"]}}, False, False),
        ({"team_id": None, "enterprise_user": {"id": "W1", "teams": ["T8"]}}, True, True),
        ({"team_id": "T9", "is_stranger": True, "enterprise_user": {"teams": ["T1"]}}, True, True),
        ({"team_id": "T9", "is_restricted": True, "enterprise_user": {"teams": ["T1"]}}, True, False),
        ({"team_id": "T1", "is_restricted": True}, True, False),
        ({"team_id": "T1", "is_ultra_restricted": True}, True, False),
        ({"team_id": None, "enterprise_user": None, "is_stranger": None}, False, False),
        ({"team_id": 7, "enterprise_user": ["T1"]}, False, False),
    ],
)
def test_how_slack_says_it(said: dict[str, Any], guest: bool, outside: bool) -> None:
    person = person_of("T1", {"id": "U1", "name": "ana", **said})
    assert person is not None
    assert (person.is_guest, person.is_outside) == (guest, outside)


MEMBER = Person("T1", "U1", "Mx", is_admin=True)
GUEST = replace(MEMBER, is_guest=True)
OUTSIDE = replace(MEMBER, is_guest=True, is_outside=True)


@pytest.mark.parametrize(
    ("person", "outside_learn", "roles"),
    [
        (MEMBER, False, set(Role)),
        (replace(MEMBER, is_admin=False), False, set(Role) - {Role.ADMIN}),
        (GUEST, False, {Role.TEACHER, Role.STUDENT}),
        (OUTSIDE, False, set()),
        (OUTSIDE, True, {Role.STUDENT}),
        (replace(MEMBER, is_active=False), True, set()),
        (replace(MEMBER, is_bot=True), True, set()),
    ],
)
def test_what_somebody_may_be(person: Person, outside_learn: bool, roles: set[Role]) -> None:
    assert {role for role in Role if may_be(person, role, outside_learn=outside_learn)} == roles


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
    world.do(admitting.learn, AWAY, person)


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
    know(world, replace(MX_AWAY, is_outside=False))
    world.do(set_up.set_up, world.teacher, replace(CHOICES, channel="C1", co_teachers=("UAWAY",)))
    with world.uow() as uow:
        assert "UAWAY" in access.teachers_of(uow, world.classroom.id)
    know(world, MX_AWAY)
    with world.uow() as uow:
        assert access.teachers_of(uow, world.classroom.id) == ["UTEACHER"]
        assert access.places_of(uow, "UAWAY") == []


def test_a_teachers_place_of_theirs_opens_nothing(world: World) -> None:
    """Should such a place stand already, from before it was known."""
    with world.uow() as uow:
        known = uow.people.of("UTEACHER")
        assert known is not None
        uow.people.save(replace(known, is_outside=True))
        with pytest.raises(Refusal, match="not-in-this-class"):
            access.teacher_in(uow, world.teacher, world.classroom.id)
        assert access.places_of(uow, "UTEACHER") == []
