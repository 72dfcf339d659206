"""The last four parts of the story, from a check-in to looking back, each as a transcript."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.scene import School
from tests.acceptance.steps import agree, check_in_due, everybody_has_looked, sends, set_up


async def test_5_a_typed_reply(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    ts = await scene.ana.says("5 of 10 today, reading aloud helps")
    noted = await scene.ana.sees("reply-noted")
    assert "now 5" in noted.visible_text
    shared = await scene.lee.sees("class-check-ins")
    assert "reading aloud helps" in shared.visible_text
    await scene.ana.edits(ts, "4 of 10 today")
    await scene.lee.sees_update(shared, "now 4")


async def test_5_the_form_and_a_response(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    prompt = await check_in_due(scene)
    await scene.ana.presses("checking_in.log", on=prompt)
    said = {"worked": "Reading aloud", "did_not_work": "Haste", "next_step": "Colours", "confidence": "4"}
    errors = await sends(scene, scene.ana, "checking_in.log", **{"value-0": "a lot"}, **said)
    assert set(errors) == {"value-0"}
    assert await sends(scene, scene.ana, "checking_in.log", **{"value-0": "4/10"}) == {}
    await scene.ana.sees("reply-noted")
    shared = await scene.lee.sees("class-check-ins")
    assert all(text in shared.visible_text for text in ("Reading aloud", "Haste", "Colours"))
    await scene.lee.presses("checking_in.respond", on=shared)
    assert await sends(scene, scene.lee, "checking_in.respond", text="Try questions") == {}
    assert "Try questions" in (await scene.ana.sees("responded")).visible_text


async def test_5_one_reminder_then_the_teacher_and_a_late_answer_counts(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.later(hours=25)
    await scene.ana.sees("check-in-reminder")
    await scene.later(hours=25)
    card = await scene.lee.sees("class-check-ins")
    assert "I asked twice" in card.visible_text
    scene.ana.sees_nothing_more()
    await scene.ana.says("5")
    await scene.ana.sees("reply-noted")
    await scene.later(minutes=1)
    await scene.lee.sees_update(card, "now 5")


async def test_5_a_deleted_message_leaves_the_answer(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("5")
    await scene.ana.sees("reply-noted")
    said = await scene.ana.says("it went well, something about Ben")
    await scene.ana.sees("words-kept")
    await scene.later(seconds=10)  # the message about the class changes at most so often
    shared = await scene.lee.sees("class-check-ins")
    assert "something about Ben" in shared.visible_text
    await scene.ana.deletes(said)
    await scene.ana.sees("words-taken-back")
    await scene.later(minutes=1)
    shared = next(m for m in scene.lee.inbox() if m.kind == "class-check-ins")
    assert "something about Ben" not in shared.visible_text


async def test_6_only_a_yes_reaches_the_class(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("7")
    await scene.ana.sees("reply-noted")
    asked = await scene.ana.sees("milestone-reached")
    await scene.ana.presses("celebrating.share", on=asked)
    await scene.later(minutes=5)
    scene.ben.sees_nothing_more(in_=scene.english)
    await scene.later(minutes=5)
    shoutout = await scene.ben.sees("shoutout-posted", in_=scene.english)
    assert shoutout.visible_text in asked.visible_text


async def test_6_a_no_stays_private(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("8")
    await scene.ana.sees("reply-noted")
    asked = await scene.ana.sees("milestone-reached")
    await scene.ana.presses("celebrating.keep", on=asked)
    await scene.later(minutes=11)
    scene.ben.sees_nothing_more(in_=scene.english)


@pytest.mark.parametrize("who", ["student", "teacher"])
async def test_7_either_side_proposes_a_change(scene: School, who: str) -> None:
    await set_up(scene)
    await agree(scene)
    by, to = (scene.ana, scene.lee) if who == "student" else (scene.lee, scene.ana)
    await by.types("/accord change" if who == "student" else "/accord change @ana", in_=scene.english)
    assert await sends(scene, by, "changing.propose", t0_goal="9") == {}
    card = await to.sees("change-card")
    await to.presses("changing.sign", on=card)
    await scene.quiet()
    await scene.ana.types("/accord contract")
    await scene.quiet()
    assert "9 of 10" in scene.ana.inbox()[-1].visible_text


async def test_8_both_look_back_and_see_both(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.until(datetime(2027, 3, 13, 9, 0, tzinfo=UTC))
    everybody_has_looked(scene)
    await scene.ana.presses("looking_back.open")
    mine = {b["block_id"]: "3" for b in (await scene.ana.sees_modal("looking_back.assess")).blocks if _rates(b)}
    assert await sends(scene, scene.ana, "looking_back.assess", **mine) == {}
    assert "Counting helped" not in "".join(m.visible_text for m in scene.lee.inbox())
    assert await sends(scene, scene.ana, "looking_back.send", again="Counting helped") == {}
    asked = next(m for m in scene.lee.inbox() if m.kind == "look-back-asked")
    assert "Counting helped" in asked.visible_text
    await scene.lee.presses("looking_back.open")
    assert await sends(scene, scene.lee, "looking_back.assess", **mine, reflection="She found her own way") == {}
    for person in (scene.ana, scene.lee):
        person.skips()
        both = next(m for m in reversed(person.inbox()) if m.kind == "looked-back")
        assert "Counting helped" in both.visible_text
        assert "She found her own way" in both.visible_text
    await scene.ana.presses("looking_back.go_on")
    await scene.ana.sees("interview-question")


async def test_9_a_teacher_decides_how_much_is_chosen_next(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    for days in range(0, 32, 2):  # check-ins are asked, and nobody answers
        await scene.until(datetime(2027, 1, 18, 12, 0, tzinfo=UTC) + timedelta(days=days))
    await scene.until(datetime(2027, 3, 13, 9, 0, tzinfo=UTC))
    mine: dict[str, str] = {}
    for person in (scene.ana, scene.lee):
        await person.presses("looking_back.open")
        mine = mine or {
            b["block_id"]: "3" for b in (await person.sees_modal("looking_back.assess")).blocks if _rates(b)
        }
        more = {"reflection": "Less at once"} if person is scene.lee else {}
        assert await sends(scene, person, "looking_back.assess", **mine, **more) == {}
        if person is scene.ana:
            assert await sends(scene, person, "looking_back.send", again="Less at once") == {}
    everybody_has_looked(scene)
    await scene.lee.presses("freedom.take")
    await scene.quiet()
    assert "one target" in (await scene.ana.sees("freedom-set")).visible_text


def _rates(block: dict[str, object]) -> bool:
    return block["type"] == "input" and str(block["block_id"]).startswith("rating-")
