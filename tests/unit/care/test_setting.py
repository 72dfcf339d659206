"""An admin decides on Home what happens when somebody is not well."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.care import setting as care_setting
from bot.domain.actor import Refusal, Side
from bot.domain.care import CareSetting, Way
from bot.domain.classroom import Membership, Person
from handlers import care
from handlers.inbound import Press, Submission
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import shown, text
from tests.world import WORKSPACE, World

ITO, POE = "UITO", "UPOE"
USUAL: Mapping[str, Any] = {
    "way": "at-once",
    "contact_1": ITO,
    "contact_2": POE,
    "contact_3": "",
    "contact_4": None,
    "helpers": "Ms Park, school nurse\n\nHelpline 116 111 ",
    "emergency": "112",
    "minutes": "45",
}


def people(**changed: Any) -> dict[str, Person]:
    """What Slack says."""
    ito = replace(Person(WORKSPACE, ITO, "Mr Ito"), **changed)
    known = [ito, Person(WORKSPACE, POE, "Ms Poe"), Person(WORKSPACE, "UTEACHER", "Ms Lee")]
    return {p.user: p for p in known}


def sent(world: World, who: str = "admin", **changed: Any) -> Submission:
    return Submission(getattr(world, who), "care.save", {**USUAL, **changed}, "", "T", f"view:{who}:{changed}")


async def save(world: World, known: Mapping[str, Person] | None = None, **changed: Any) -> None:
    context = context_of(world, KeptViews(people=people() if known is None else known))
    assert await care.save(sent(world, **changed), context) is None


def standing(world: World) -> tuple[CareSetting, tuple[str, ...]]:
    with world.uow() as uow:
        return care_setting.setting_of(uow), care_setting.contacts_of(uow)


async def test_what_was_decided_stands_in_the_form_and_on_home(world: World) -> None:
    assert "care.open" in text(shown(world, world.admin))
    await save(world)
    setting, contacts = standing(world)
    assert (setting.way, setting.lines, setting.emergency) == (
        Way.AT_ONCE,
        ("Ms Park, school nurse", "Helpline 116 111"),
        "112",
    )
    assert (setting.wait_minutes, setting.decided_by, contacts) == (45, "UADMIN", (ITO, POE))
    views = KeptViews()
    await care.open_form(Press(world.admin, "care.open", "", "T", "press:1", "", ""), context_of(world, views))
    assert check_view(views.opened[0]) == []
    chosen = [b["element"].get("initial_user") for b in views.opened[0]["blocks"] if "contact" in b.get("block_id", "")]
    assert chosen == [ITO, POE, None, None]
    assert "Mr Ito" in text(shown(world, world.admin))
    assert "care." not in text(shown(world, world.teacher))


async def test_it_is_changed_as_a_whole(world: World) -> None:
    await save(world)
    await save(world, way="student", contact_1=POE, contact_2="", helpers="", emergency="")
    setting, contacts = standing(world)
    assert (setting.way, setting.lines, setting.emergency, contacts) == (Way.STUDENT, (), "", (POE,))


async def test_until_somebody_is_chosen_home_says_so(world: World) -> None:
    asks = '"style": "primary", "action_id": "care.open"'
    found = [text(shown(world, world.admin))]
    await save(world, way="student", contact_1="", contact_2="")
    found.append(text(shown(world, world.admin)))
    await save(world)
    found.append(text(shown(world, world.admin)))
    order = [("primary" in page.split("care.open")[1].split("}")[0]) or asks in page for page in found]
    assert order == [True, True, False]


@pytest.mark.parametrize(
    ("changed", "key", "field"),
    [
        ({"contact_2": ""}, "care-two-at-once", "contact_2"),
        ({"contact_1": "", "contact_2": ""}, "care-two-at-once", "contact_1"),
        ({"contact_2": ITO}, "care-twice", "contact_2"),
        ({"contact_3": "UNOBODY"}, "care-unknown", "contact_3"),
        *(({"minutes": typed}, "care-minutes", "minutes") for typed in ("", "0", "4", "1441", "²", "1.5", "9" * 30)),
        ({"emergency": "the police"}, "care-emergency", "emergency"),
        ({"helpers": "x" * 1001}, "too-long", "helpers"),
    ],
)
async def test_what_can_not_be_is_said_under_its_field(
    world: World, changed: Mapping[str, Any], key: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        await save(world, **changed)
    assert (refused.value.key, refused.value.field) == (key, field)
    assert standing(world) == (CareSetting(WORKSPACE), ())


@pytest.mark.parametrize(
    ("changed", "key"),
    [({"is_bot": True}, "care-bot"), ({"is_guest": True}, "care-guest"), ({"is_active": False}, "care-unknown")],
)
async def test_who_is_no_full_member_is_no_contact(world: World, changed: Mapping[str, Any], key: str) -> None:
    with pytest.raises(Refusal) as refused:
        await save(world, people(**changed))
    assert (refused.value.key, refused.value.field) == (key, "contact_1")


async def test_a_student_is_no_contact(world: World) -> None:
    known = people() | {"UCLASSMATE": Person(WORKSPACE, "UCLASSMATE", "Ben")}
    with pytest.raises(Refusal) as refused:
        await save(world, known, contact_2="UCLASSMATE")
    assert (refused.value.key, refused.value.field) == ("care-student", "contact_2")


async def test_at_once_somebody_is_outside_the_classes_of_each_student(world: World) -> None:
    """Ms Lee teaches the class; Mr Ito does, too, until he is replaced by somebody who does not."""
    with world.uow() as uow:
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, ITO, Side.TEACHER, world.now))
    with pytest.raises(Refusal) as refused:
        await save(world, contact_2="UTEACHER")
    assert refused.value.key == "care-one-outside"
    await save(world, way="student", contact_2="UTEACHER")
    await save(world, contact_2="UTEACHER", contact_3=POE)
    assert standing(world)[1] == (ITO, "UTEACHER", POE)


@pytest.mark.parametrize("who", ["teacher", "student", "stranger"])
async def test_nobody_but_an_admin_decides(world: World, who: str) -> None:
    context = context_of(world, KeptViews(people=people()))
    with pytest.raises(Refusal) as refused:
        await care.open_form(Press(getattr(world, who), "care.open", "", "T", "press:1", "", ""), context)
    assert refused.value.key == "for-admins"
    with pytest.raises(Refusal):
        await care.save(sent(world, who), context)
    assert standing(world) == (CareSetting(WORKSPACE), ())
