"""Guests of the workspace, and people of another organisation in a channel that both share, as Slack sends them."""

import sqlite3
from pathlib import Path

import pytest

from bot.demo.scene import School
from sandbox.people import Person
from tests.acceptance.forging import facts, refusal
from tests.acceptance.steps import CLASS, agree, everybody_has_looked, sends, set_up

ELSEWHERE = "T0ELSEWHERE"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The school's database."""
    return tmp_path / "accord.db"


def of_elsewhere(scene: School, name: str, **facts: object) -> Person:
    """Somebody of another organisation, and an admin there."""
    person = scene.ws.add_person(name, name.title(), is_admin=True)
    person.user.team = ELSEWHERE
    for fact, value in facts.items():
        setattr(person.user, fact, value)
    return person


def places(path: Path, user: str) -> list[object]:
    return [row for row in facts(path)["membership"] if user in row]


def is_in_a_class(path: Path, user: str) -> bool:
    with sqlite3.connect(path) as database:
        here = database.execute("SELECT count(*) FROM membership WHERE user = ? AND left_at IS NULL", (user,))
        return bool(here.fetchone()[0])


async def test_an_admin_of_another_organisation_is_none_here(scene: School, path: Path) -> None:
    await set_up(scene)
    await agree(scene)
    sue = of_elsewhere(scene, "sue")
    await scene.english.join(sue)
    await scene.quiet()
    everybody_has_looked(scene)
    before = facts(path)
    await sue.opens_home()
    await scene.quiet()
    assert sue.home is not None
    assert not [block for block in sue.home.blocks if "care.open" in str(block) or "set_up" in str(block)]
    await sue.says("hi")
    await sue.sees("help")
    await sue.types(f"/accord contract @{scene.ana.name}")
    await sue.sees("refused")
    await sue.types("/accord setup", in_=scene.english)
    await scene.quiet()
    assert refusal("not-in-this-class") in sue.posts(scene.english.place)[-1].text
    assert facts(path) == before
    assert places(path, sue.id) == []


async def test_nobody_of_elsewhere_is_named(scene: School, path: Path) -> None:
    sue = of_elsewhere(scene, "sue")
    await scene.lee.types("/accord setup", in_=scene.english)
    wrong = await sends(scene, scene.lee, "set_up.save", **CLASS, co_teachers=[sue])
    assert wrong == {"co_teachers": refusal("teacher-from-outside", name="Sue")}
    await scene.lee.closes()
    await scene.ada.opens_home()
    await scene.quiet()
    await scene.ada.selects("set_up.name_teacher", sue)
    assert refusal("teacher-from-outside", name="Sue") in (await scene.ada.sees("refused")).visible_text
    assert [row for row in facts(path)["teacher_grant"] if "settings" not in row] == []


async def test_who_is_of_the_same_enterprise_organisation_belongs_here_by_their_workspaces(scene: School) -> None:
    here, there = (ELSEWHERE, scene.ws.team_id), (ELSEWHERE, "T0THIRD")
    wim = of_elsewhere(scene, "wim", organisation=here, is_admin=False)
    xia = of_elsewhere(scene, "xia", organisation=there)
    await scene.lee.types("/accord setup", in_=scene.english)
    wrong = await sends(scene, scene.lee, "set_up.save", **CLASS, co_teachers=[wim, xia])
    assert wrong == {"co_teachers": refusal("teacher-from-outside", name="Xia")}
    await scene.lee.fills({"co_teachers": [wim]})
    assert await scene.lee.submits() == {}


async def test_a_guest_becomes_a_student_when_a_teacher_says_so(scene: School, path: Path) -> None:
    gus, sia = scene.ws.add_person("gus", "Gus"), scene.ws.add_person("sia", "Sia")
    gus.user.is_guest, sia.user.is_single_channel_guest = True, True
    await scene.english.join(gus)
    await scene.english.join(sia)
    await set_up(scene)
    await gus.says("hi")
    await gus.sees("help")
    everybody_has_looked(scene)
    await scene.lee.presses("admitting.open")
    await scene.lee.sees_modal("admitting.save")
    await scene.lee.fills({"students": ["Gus (guest)"]})
    assert await scene.lee.submits() == {}
    await scene.quiet()
    await gus.says("hi")
    await gus.sees("interview-question")
    await sia.says("hi")
    await sia.sees("help")
    assert places(path, sia.id) == []


async def test_people_of_elsewhere_learn_where_an_admin_and_a_teacher_say_so(scene: School, path: Path) -> None:
    await set_up(scene)
    sue = of_elsewhere(scene, "sue")
    await scene.english.join(sue)
    await scene.quiet()
    assert places(path, sue.id) == []
    await scene.ada.opens_home()
    await scene.quiet()
    await scene.ada.presses("admitting.allow_outside")
    await scene.lee.sees("guests-here")
    await scene.lee.presses("admitting.open")
    await scene.lee.fills({"students": ["Sue (other organisation)"]})
    assert await scene.lee.submits() == {}
    await scene.quiet()
    await sue.says("hi")
    await sue.sees("interview-question")
    await scene.ada.presses("admitting.forbid_outside")
    await scene.quiet()
    await sue.says("starting sentences")
    await sue.sees("help")


async def test_who_came_and_went_with_a_shared_channel_without_a_word_of_each(scene: School, path: Path) -> None:
    await set_up(scene)
    await scene.ada.opens_home()
    await scene.quiet()
    await scene.ada.presses("admitting.allow_outside")
    await scene.quiet()
    sue = of_elsewhere(scene, "sue")
    await scene.english.share(sue)
    await scene.quiet()
    await scene.lee.sees("guests-here")
    await scene.lee.presses("admitting.open")
    await scene.lee.fills({"students": ["Sue (other organisation)"]})
    assert await scene.lee.submits() == {}
    await scene.quiet()
    assert is_in_a_class(path, sue.id)
    await scene.english.unshare(sue)
    await scene.quiet()
    assert not is_in_a_class(path, sue.id)


async def test_an_account_that_becomes_a_guests_names_nobody(scene: School, path: Path) -> None:
    """What Slack says when it is asked counts, though it told of no change."""
    await scene.ada.opens_home()
    await scene.quiet()
    before = facts(path)
    scene.ada.user.is_admin, scene.ada.user.is_guest = False, True
    await scene.ada.selects("set_up.name_teacher", scene.ben)
    assert refusal("for-admins") in (await scene.ada.sees("refused")).visible_text
    await scene.ada.presses("admitting.allow_outside")
    assert refusal("for-admins") in (await scene.ada.sees("refused")).visible_text
    assert facts(path)["outside_rule"] == before["outside_rule"] == []
