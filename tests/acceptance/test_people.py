"""People who leave, come back, were never there, or are no people."""

from pathlib import Path

import pytest

from bot.demo.scene import School
from tests.acceptance.forging import facts, refusal
from tests.acceptance.steps import (
    CLASS,
    agree,
    check_in_due,
    everybody_has_looked,
    propose,
    sends,
    set_up,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The school's database."""
    return tmp_path / "accord.db"


async def test_who_leaves_in_the_middle_of_the_interview_goes_on_when_back(scene: School) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.ana.sees("1 of 9")
    await scene.ana.says("starting sentences")
    second = await scene.ana.sees("2 of 9")
    await scene.english.leave(scene.ana)
    await scene.quiet()
    await scene.ana.says("ideas")
    await scene.ana.sees("help")
    await scene.ana.presses("proposing.help", on=second)
    assert refusal("not-in-this-class") in (await scene.ana.sees("refused")).visible_text
    await scene.english.join(scene.ana)
    await scene.quiet()
    await scene.ana.says("hi")
    await scene.ana.sees("2 of 9")
    await scene.ana.says("ideas")
    await scene.ana.sees("3 of 9")


async def test_who_leaves_while_the_proposal_waits_is_not_decided_about(scene: School, path: Path) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.english.leave(scene.ana)
    await scene.quiet()
    everybody_has_looked(scene)
    before = facts(path)["contract"]
    await scene.lee.presses("reviewing.approve")
    answer = await scene.lee.sees("refused")
    assert refusal("student-not-here", name="Ana Horvat") in answer.visible_text
    assert facts(path)["contract"] == before
    await scene.english.join(scene.ana)
    await scene.lee.presses("reviewing.approve")
    await scene.lee.sees("agreed")


async def test_who_leaves_with_a_contract_keeps_it_and_goes_on_when_back(scene: School, path: Path) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.english.leave(scene.ana)
    await scene.quiet()
    await scene.later(days=4, hours=17, minutes=46)
    assert [m.kind for m in scene.ana.inbox() if m.kind == "check-in-due"] == []
    await scene.ana.says("5 of 10")
    await scene.quiet()
    assert facts(path)["reply"] == []
    await scene.english.join(scene.ana)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.later(days=7)
    await scene.ana.sees("check-in-due")
    await scene.ana.says("5 of 10")
    await scene.ana.sees("reply-noted")
    await scene.lee.sees("class-check-ins")


@pytest.mark.parametrize("is_private", [False, True])
async def test_where_accord_is_not_it_says_so_before_a_form_is_filled_in(
    scene: School, path: Path, is_private: bool
) -> None:
    elsewhere = scene.ws.add_channel("latin-13", members=[scene.lee], bot=False, is_private=is_private)
    await scene.lee.types("/accord setup", in_=elsewhere)
    assert refusal("accord-not-here") in (await scene.lee.sees("refused")).visible_text
    assert scene.lee.modal is None
    assert facts(path)["classroom"] == []


async def test_a_class_without_students(scene: School) -> None:
    empty = scene.ws.add_channel("latin-13", members=[scene.lee])
    await scene.lee.types("/accord setup", in_=empty)
    assert await sends(scene, scene.lee, "set_up.save", **(CLASS | {"name": "Latin 13"})) == {}
    await scene.lee.sees("roster-read")
    await scene.lee.opens_home()
    await scene.lee.sees_home("Latin 13")
    await scene.lee.types("/accord feedback", in_=empty)
    form = {"student": scene.ana, "seen": "a word", "matters": "a word", "next_step": "a word"}
    assert await sends(scene, scene.lee, "feedback.give", **form) == {"student": refusal("not-your-student")}
    await scene.lee.closes()
    await empty.join(scene.ben)
    await scene.ben.says("hi")
    await scene.ben.sees("interview-question")


async def test_a_stranger_gets_help_and_no_class(scene: School, path: Path) -> None:
    await set_up(scene)
    stranger = scene.ws.add_person("sly", "Sly Stranger")
    before = facts(path)
    for words in ("hi", "I want a contract", "5"):
        await stranger.says(words)
        await stranger.sees("help")
    await stranger.opens_home()
    await scene.quiet()
    assert stranger.home is not None
    await stranger.types("/accord start")
    answer = await stranger.sees("refused")
    assert answer.buttons
    assert facts(path) == before


async def test_a_bot_that_writes_to_accord_is_not_answered(scene: School, path: Path) -> None:
    """Two bots that answer each other never end."""
    await set_up(scene)
    before = facts(path)
    robot = scene.ws.add_person("robot", "Robot")
    await robot.says("hi")
    await robot.sees("help")
    heard = scene.ws.envelopes[-1]
    for n, marks in enumerate(({"bot_id": "B0ROBOT"}, {"subtype": "bot_message", "bot_id": "B0ROBOT"})):
        event = {**heard.payload["event"], "ts": f"1799852400.00090{n}", **marks}
        await scene.ws.answered(
            scene.ws.core.send("events_api", {**heard.payload, "event_id": f"Ev0{n}", "event": event})
        )
        await scene.quiet()
    robot.sees_nothing_more()
    assert facts(path) == before


async def test_an_account_that_is_closed_is_left_alone_until_it_is_back(scene: School, path: Path) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.ana.is_deactivated()
    await scene.quiet()
    await scene.later(days=4, hours=17, minutes=46)
    scene.ana.sees_nothing_more()
    assert facts(path)["contract"][0][4] == "active"
    await scene.ana.changes(deleted=False)
    await scene.later(days=7)
    await scene.ana.sees("check-in-due")


async def test_a_teacher_who_leaves_the_channel_still_teaches(scene: School) -> None:
    await set_up(scene)
    await scene.english.leave(scene.lee)
    await scene.quiet()
    card = await propose(scene)
    await scene.lee.presses("reviewing.approve", on=card)
    await scene.lee.sees("agreed")


async def test_who_teaches_no_more_decides_no_more(scene: School, path: Path) -> None:
    await set_up(scene)
    await propose(scene)
    his = await scene.bell.sees("proposal-card")
    await scene.lee.types("/accord setup", in_=scene.english)
    assert await sends(scene, scene.lee, "set_up.save", co_teachers=[]) == {}
    everybody_has_looked(scene)
    before = facts(path)
    await scene.bell.presses("reviewing.approve", on=his)
    assert refusal("not-in-this-class") in (await scene.bell.sees("refused")).visible_text
    assert facts(path) == before


async def test_only_admins_name_teachers(scene: School, path: Path) -> None:
    """Who is no admin any more names nobody: what Slack says now counts, not what Home showed, or what is stored
    because no event ever said otherwise."""
    await scene.ada.opens_home()
    await scene.quiet()
    before = facts(path)
    scene.ada.user.is_admin = False
    await scene.ada.selects("set_up.name_teacher", scene.ben)
    assert refusal("for-admins") in (await scene.ada.sees("refused")).visible_text
    assert facts(path) == before
    scene.ben.sees_nothing_more()


async def test_an_interview_in_a_class_that_ended(scene: School) -> None:
    """The term is over before the draft is done: it is said, and the draft is kept."""
    await set_up(scene, term_ends_on="2027-02-28")
    await scene.ana.says("hi")
    await scene.quiet()
    await scene.later(days=60)
    scene.ana.skips()
    await scene.ana.says("starting sentences")
    await scene.quiet()
    assert refusal("term-too-close") in scene.ana.inbox()[-1].visible_text
    await scene.lee.types("/accord setup", in_=scene.english)
    assert await sends(scene, scene.lee, "set_up.save", term_ends_on="2027-07-30") == {}
    await scene.ana.says("starting sentences")
    await scene.quiet()
    assert "2 of 9" in scene.ana.inbox()[-1].visible_text


async def test_the_prompt_waits_where_ana_was_before_she_left_and_came_back_twice(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    for _ in range(2):
        await scene.english.leave(scene.ana)
        await scene.english.join(scene.ana)
    await scene.quiet()
    await check_in_due(scene)
    scene.ana.sees_nothing_more()


async def test_accord_is_asked_in_as_it_said_and_then_knows_the_class(scene: School) -> None:
    private = scene.ws.add_channel("history-11", [scene.lee, scene.ben], bot=False, is_private=True)
    await scene.lee.types("/accord setup", in_=private)
    await scene.lee.sees("refused")
    await private.invite_bot(scene.lee)
    await scene.lee.types("/accord setup", in_=private)
    assert await sends(scene, scene.lee, "set_up.save", **CLASS) == {}
    await scene.quiet()
    await scene.ben.sees("class-ready", in_=private)
    await scene.ben.says("hi")
    await scene.ben.sees("1 of 9")
