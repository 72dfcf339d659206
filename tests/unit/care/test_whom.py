"""Whoever is named, or could be meant, is neither told nor shown: chosen before anything is said."""

import json
from dataclasses import replace

import pytest

from bot.activities.care import presses
from bot.domain.actor import Side
from bot.domain.care import Way
from bot.domain.classroom import Membership
from tests.unit.care.scenes import ITO, NURSE, POE, alerts, decided, states, writes
from tests.world import WORKSPACE, World


def answered(world: World) -> str:
    """Everything that was said to the student, as text."""
    said = [m for d, m in world.render_all() if d.reader == "USTUDENT" and m is not None]
    return json.dumps([m.blocks for m in said], ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        *("mr ito touched me", "ITO hits me", "Ito's hurting me", f"<@{ITO}> hits me", "its mr. ito he hits me"),
        *("my counsellor touched me", "the school counselor hits me"),
    ],
)
def test_who_is_meant_is_neither_told_nor_shown(world: World, text: str) -> None:
    decided(world)
    assert writes(world, f"{text}. i want to die")
    assert ITO not in states(world)
    assert "Ito" not in answered(world)
    assert "Helpline 116 111" in answered(world)


def test_my_teacher_is_every_teacher_she_has_or_had(world: World) -> None:
    """Also one of a class that she left; a contact who teaches elsewhere may be told."""
    decided(world, Way.AT_ONCE, "UTEACHER", ITO, POE)
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="C2"))
        uow.memberships.add(Membership(WORKSPACE, other.id, "USTUDENT", Side.STUDENT, world.now, left_at=world.now))
        uow.memberships.add(Membership(WORKSPACE, other.id, ITO, Side.TEACHER, world.now, left_at=world.now))
        elsewhere = uow.classrooms.add(replace(world.classroom, id=0, channel="C3"))
        uow.memberships.add(Membership(WORKSPACE, elsewhere.id, POE, Side.TEACHER, world.now))
    assert writes(world, "my teacher touched me")
    assert states(world) == {POE: "telling"}
    assert "Ms Lee" not in answered(world)
    assert "Ito" not in answered(world)


def test_a_title_and_a_name_that_nobody_knows_could_be_any_teacher(world: World) -> None:
    decided(world, Way.AT_ONCE, "UTEACHER", POE)
    assert writes(world, "mr harris touched me")
    assert states(world) == {POE: "telling"}


def test_of_whom_nothing_was_written_any_role_could_be_true(world: World) -> None:
    """Ms Poe stands in no line: she could be the coach. Mr Ito is the counsellor."""
    decided(world)
    assert writes(world, "my coach touched me")
    assert states(world) == {ITO: "telling"}


def test_where_nobody_is_left_nobody_is_told_and_it_is_said(world: World) -> None:
    decided(world, Way.AT_ONCE, ITO, POE, helpers="Mr Ito, counsellor\nMs Poe, coach")
    assert writes(world, "mr ito and ms poe hit me")
    assert (states(world), alerts(world)[0].nobody_left, alerts(world)[0].helpers) == ({}, True, ())
    seen = answered(world)
    assert "112" in seen
    assert "outside school" in seen


def test_a_line_that_says_what_somebody_is_goes_with_the_role(world: World) -> None:
    """The nurse is no contact: her line is all that would show her."""
    decided(world)
    assert writes(world, "the nurse touched me")
    assert "Sister Adams" not in answered(world)


def test_a_line_with_a_name_of_somebody_who_is_not_in_slack(world: World) -> None:
    decided(world, helpers="Okonkwo, room 4\nHelpline 116 111")
    assert writes(world, "okonkwo hits me. i want to die")
    assert alerts(world)[0].helpers == ("Helpline 116 111",)


def test_without_lines_those_who_may_be_told_are_shown(world: World) -> None:
    decided(world, Way.STUDENT, ITO, NURSE, helpers="")
    assert writes(world)
    assert alerts(world)[0].helpers == ("Mr Ito", "Sister Adams")


def test_who_is_named_in_another_field_of_a_form_counts(world: World) -> None:
    decided(world)
    texts = ["he hits me every day", "ask mr ito"]
    world.do(presses.hear_form, world.student, "checking_in.log", texts, "view:1")
    assert ITO not in states(world)
