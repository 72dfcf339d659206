"""Why it matters, what a student works with, and what good looks like, over the real protocol: said, signed, shown."""

from bot.demo.scene import School
from tests.acceptance.forging import refusal
from tests.acceptance.steps import (
    answer_the_rest,
    check_in_due,
    everybody_has_looked,
    interview_until_summary,
    sends,
    set_up,
)

WHY = "in my job interview in May"
LINK = "https://example.org/letters"
CODES = "RL.6.1: Name evidence\nW.6.2: Vary how sentences begin"
CARDS = "Cards with sentence openings"
TABLE = "| Beginning | Secure\nSentences | all begin alike | they vary"


async def test_why_it_matters_is_signed_and_said_after_a_setback(scene: School) -> None:
    await set_up(scene)
    await interview_until_summary(scene, scene.ana)
    await scene.ana.selects("proposing.edit", "Why it matters")
    await scene.quiet()
    await scene.ana.says(WHY)
    await scene.quiet()
    assert WHY in scene.ana.inbox()[-1].visible_text
    await _signed(scene)
    await check_in_due(scene)
    await scene.ana.says("1 of 10")
    await scene.quiet()
    assert WHY in (await scene.ana.sees("reply-noted")).visible_text


async def test_what_they_work_with_is_taken_from_the_activity_and_said_in_their_words(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord menu", in_=scene.english)
    await scene.lee.sees("menu-stands")
    await scene.lee.presses("menus.open")
    letter = {"name": "Letter to the editor", "purpose": "Argue with evidence", "resources": LINK}
    assert await sends(scene, scene.lee, "menus.save", **letter) == {}
    everybody_has_looked(scene)
    await interview_until_summary(scene, scene.ana)
    await scene.ana.selects("proposing.edit", "How you practise")
    await scene.quiet()
    await scene.ana.presses("menus.open_choice")
    own = {"activity": "Letter to the editor", "own": "about our bus line, on Tuesdays"}
    assert await sends(scene, scene.ana, "menus.pick", **own) == {}
    await answer_the_rest(scene, scene.ana)
    await scene.ana.selects("proposing.edit", "What you work with")
    await scene.quiet()
    await scene.ana.says("http://localhost/words")
    await scene.quiet()
    assert refusal("menu-private-link") in scene.ana.inbox()[-1].visible_text
    await scene.ana.says(f"my notebook\n{LINK}")
    await scene.quiet()
    summary = scene.ana.inbox()[-1]
    assert "my notebook" in summary.visible_text
    assert LINK in summary.visible_text
    await _signed(scene)


async def test_what_the_activity_and_the_standard_bring_along_is_offered(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord standards", in_=scene.english)
    await scene.lee.sees("standards-stand")
    await scene.lee.presses("standards.open")
    bad = {"typed": CODES, "resources": "W.6.2: http://localhost/openings"}
    assert await sends(scene, scene.lee, "standards.add", **bad) == {"resources": refusal("menu-private-link")}
    assert await sends(scene, scene.lee, "standards.add", resources=f"W.6.2: {CARDS}\nRL.6.1: A globe") == {}
    await scene.lee.sees("standards-stand")
    await scene.lee.types("/accord menu", in_=scene.english)
    await scene.lee.sees("menu-stands")
    await scene.lee.presses("menus.open")
    letter = {"name": "Letter to the editor", "purpose": "Argue with evidence", "resources": LINK}
    assert await sends(scene, scene.lee, "menus.save", **letter) == {}
    everybody_has_looked(scene)
    await interview_until_summary(scene, scene.ana)
    await scene.ana.selects("proposing.edit", "How you practise")
    await scene.quiet()
    await scene.ana.presses("menus.open_choice")
    own = {"activity": "Letter to the editor", "own": "about our bus line, on Tuesdays"}
    assert await sends(scene, scene.ana, "menus.pick", **own) == {}
    await answer_the_rest(scene, scene.ana)
    await scene.ana.presses("standards.open_choice")
    await scene.ana.sees_modal("standards.choose")
    (found,) = await scene.ana.searches("standards.serve.0", "vary")
    assert await sends(scene, scene.ana, "standards.choose", **{"standards.serve.0": [found]}) == {}
    await scene.ana.selects("proposing.edit", "What you work with")
    await scene.quiet()
    offered = scene.ana.inbox()[-1].visible_text
    assert (LINK in offered, CARDS in offered, "A globe" in offered) == (True, True, False)
    await scene.ana.presses("proposing.take_materials")
    await scene.quiet()
    summary = scene.ana.inbox()[-1].visible_text
    assert f"{CARDS}, {LINK}" in summary
    await scene.ana.presses("proposing.submit")
    await scene.quiet()
    assert f"{CARDS}, {LINK}" in (await scene.lee.sees("proposal-card")).visible_text


async def test_descriptors_stand_at_the_check_in_and_in_the_look_back(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord rubrics", in_=scene.english)
    await scene.lee.sees("rubrics-stand")
    await scene.lee.presses("rubrics.open")
    assert await sends(scene, scene.lee, "rubrics.save", name="Essay", table=TABLE) == {}
    everybody_has_looked(scene)
    await interview_until_summary(scene, scene.ana)
    await scene.ana.presses("rubrics.open_choice")
    await scene.ana.sees_modal("rubrics.take")
    (found,) = await scene.ana.searches("rubrics.takes.0", "sent")
    assert await sends(scene, scene.ana, "rubrics.take", **{"rubrics.takes.0": [found]}) == {}
    await _signed(scene)
    due = await check_in_due(scene)
    await scene.ana.presses("checking_in.log", on=due)
    assert "they vary" in str(await scene.ana.sees_modal("checking_in.log"))
    await scene.ana.closes()
    await scene.later(days=60)
    await scene.quiet()
    asked = next(message for message in reversed(scene.ana.inbox()) if message.kind == "look-back-asked")
    await scene.ana.presses("looking_back.open", on=asked)
    assert "they vary" in str(await scene.ana.sees_modal("looking_back.assess"))


async def _signed(scene: School) -> None:
    """Ana sends it, and Ms Lee signs it."""
    await scene.ana.presses("proposing.submit")
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.lee.presses("reviewing.approve")
    await scene.quiet()
    everybody_has_looked(scene)
