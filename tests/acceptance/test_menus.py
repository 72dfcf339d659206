"""The menu of the school over the real protocol: written, chosen for a target, made one's own, signed, written anew."""

from bot.demo.scene import School
from tests.acceptance.forging import refusal
from tests.acceptance.steps import answer_the_rest, everybody_has_looked, interview_until_summary, sends, set_up

LETTER = {"name": "Letter to the editor", "purpose": "Argue with evidence", "resources": "https://example.org/letters"}


async def test_a_student_makes_an_activity_their_own(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord menu", in_=scene.english)
    await scene.lee.sees("menu-stands")
    await scene.lee.presses("menus.open")
    private = {**LETTER, "resources": "http://intranet/letters"}
    assert await sends(scene, scene.lee, "menus.save", **private) == {"resources": refusal("menu-private-link")}
    assert await sends(scene, scene.lee, "menus.save", **LETTER) == {}
    everybody_has_looked(scene)
    await interview_until_summary(scene, scene.ana)
    await scene.ana.selects("proposing.edit", "How you practise")
    await scene.quiet()
    await scene.ana.presses("menus.open_choice")
    assert "Argue with evidence" in str(await scene.ana.sees_modal("menus.pick"))
    as_it_came = {"activity": "Letter to the editor", "own": "Letter to the editor"}
    errors = await sends(scene, scene.ana, "menus.pick", **as_it_came)
    assert errors == {"own": refusal("activity-unchanged", activity="Letter to the editor")}
    own = {"activity": "Letter to the editor", "own": "about our bus line, on Tuesdays"}
    assert await sends(scene, scene.ana, "menus.pick", **own) == {}
    summary = await answer_the_rest(scene, scene.ana)
    assert "Letter to the editor: about our bus line, on Tuesdays" in summary.visible_text
    assert "https://example.org/letters" in summary.visible_text
    await scene.ana.presses("proposing.submit")
    await scene.quiet()
    assert "bus line" in (await scene.lee.sees("proposal-card")).visible_text


async def test_a_student_writes_none(scene: School) -> None:
    await set_up(scene)
    await scene.ana.types("/accord menu", in_=scene.english)
    await scene.ana.sees(refusal("for-teachers"), in_=scene.english)
