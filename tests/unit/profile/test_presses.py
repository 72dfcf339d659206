"""The form, what a teacher reads, and their blocks."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.profile import use_cases
from bot.domain.actor import Refusal
from bot.domain.profile import PARTS, TEXT_MOST
from handlers import profile
from handlers.inbound import Press, Submission
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.reviewing.scenes import announced, buttons, newest
from tests.world import World

HOSTILE = "<!channel> *bold* @here & <https://evil.example|x>"


def press(world: World, who: str, action: str) -> Press:
    return Press(getattr(world, who), action, "", "T", f"press:{who}:{action}", "", "")


def sent(world: World, who: str, form: str, **values: Any) -> Submission:
    return Submission(getattr(world, who), form, values, "", "T", f"view:{who}:{len(str(values))}:{form}")


def initial(view: dict[str, Any]) -> dict[str, Any]:
    """What stands in the fields, by block."""
    return {
        b["block_id"]: b["element"].get("initial_value")
        or [o["value"] for o in b["element"].get("initial_options", [])]
        for b in view["blocks"]
        if b["type"] == "input"
    }


async def test_the_form_shows_what_stands(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    await profile.open_form(press(world, "student", "profile.open"), context)
    values = {"interests": "football", "supports": HOSTILE, "share_interests": ["yes"], "share_answers": ["yes"]}
    assert await profile.save(sent(world, "student", "profile.save", **values), context) is None
    await profile.open_form(press(world, "student", "profile.open"), context)
    before, after = (initial(view) for view in views.opened)
    assert set(before) == {*PARTS, "share_interests", "share_with_teachers", "share_answers", "language"}
    assert not any(before.values())
    assert {name: value for name, value in after.items() if value} == {
        "interests": "football",
        "supports": HOSTILE,
        "share_interests": ["yes"],
        "share_answers": ["yes"],
    }
    assert [check_view(view) for view in views.opened] == [[], []]


async def test_too_long_a_text_reaches_us_and_is_answered_under_its_field(world: World) -> None:
    views = KeptViews()
    await profile.open_form(press(world, "student", "profile.open"), context_of(world, views))
    room = {b["block_id"]: b["element"].get("max_length", 0) for b in views.opened[0]["blocks"] if b["type"] == "input"}
    assert all(room[part] > TEXT_MOST for part in PARTS)
    with pytest.raises(Refusal) as refused:
        await profile.save(sent(world, "student", "profile.save", goals="x" * 501), context_of(world))
    assert (refused.value.key, refused.value.field) == ("too-long", "goals")


async def test_a_teacher_reads_what_is_shown(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    await profile.choose(press(world, "teacher", "profile.choose"), context)
    hidden = await profile.read(sent(world, "teacher", "profile.choose", student="USTUDENT"), context)
    shared = {"supports": HOSTILE, "goals": "x" * TEXT_MOST}
    world.do(use_cases.save, world.student, shared, share_interests=False, share_with_teachers=True)
    shown = await profile.read(sent(world, "teacher", "profile.choose", student="USTUDENT"), context)
    assert hidden is not None
    assert shown is not None
    found = [dict(answer.view or {}) for answer in (hidden, shown)]
    assert [check_view(view) for view in (*views.opened, *found)] == [[], [], []]
    assert HOSTILE not in json.dumps(found[0])
    assert HOSTILE in json.dumps(found[1], ensure_ascii=False)
    assert "mrkdwn" not in json.dumps(found[1])


@pytest.mark.parametrize("values", [{}, {"student": None}, {"student": ["USTUDENT"]}, {"student": "USTRANGER"}])
async def test_a_forged_choice_is_refused_under_its_field(world: World, values: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="not-your-student") as refused:
        await profile.read(sent(world, "teacher", "profile.choose", **values), context_of(world))
    assert refused.value.field == "student"


@pytest.mark.parametrize("values", [{}, {"goals": ["x"]}, {"share_interests": "yes", "interests": "x"}, {"more": "x"}])
async def test_a_forged_form_shares_nothing(world: World, values: dict[str, Any]) -> None:
    await profile.save(sent(world, "student", "profile.save", **values), context_of(world))
    page = world.do(use_cases.open_form, world.student)
    assert (page.share_interests, page.share_with_teachers) == (False, False)


@pytest.mark.parametrize(
    ("written", "shown", "there"), [("football", True, True), ("football", False, False), ("", True, False)]
)
async def test_a_proposal_leads_to_the_page_that_its_student_shows(
    world: World, written: str, shown: bool, there: bool
) -> None:
    world.do(use_cases.save, world.student, {"interests": written}, share_interests=False, share_with_teachers=shown)
    announced(world)
    found = buttons(newest(world, world.teacher.user, "proposal-card"))
    assert ("profile.about" in found) is there
    views = KeptViews()
    pressed = replace(press(world, "teacher", "profile.about"), value=world.student.user)
    await profile.about(pressed, context_of(world, views))
    assert [check_view(view) for view in views.opened] == [[]]
    assert (written in json.dumps(views.opened) and bool(written)) is there


async def test_nobody_else_is_led_to_it(world: World) -> None:
    for who in ("student", "classmate", "stranger"):
        pressed = replace(press(world, who, "profile.about"), value=world.student.user)
        with pytest.raises(Refusal):
            await profile.about(pressed, context_of(world))
