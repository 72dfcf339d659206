"""A class with days off, over the real protocol: a command, the form, and dates that move."""

from bot.demo.scene import School
from tests.acceptance.forging import refusal
from tests.acceptance.steps import agree, everybody_has_looked, sends, set_up


async def test_a_holiday_typed_as_a_command_is_asked_about_by_nobody(scene: School) -> None:
    """It is a Wednesday in January; the class checks in on Mondays."""
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.lee.types("/accord holiday 18 to 22 january ski week", in_=scene.english)
    card = await scene.lee.sees("calendar-stands")
    assert "ski week" in card.visible_text
    assert "25 January" in card.visible_text
    await scene.lee.sees("direct message", in_=scene.english)
    scene.ana.sees_nothing_more()
    await scene.later(days=9)
    assert [m.kind for m in scene.ana.inbox() if m.kind == "check-in-due"] == []
    await scene.later(days=2, hours=18)  # Monday morning
    await scene.ana.sees("check-in-due")


async def test_a_holiday_of_last_week_and_a_student_s_get_a_word(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord holiday 4 to 8 january", in_=scene.english)
    await scene.lee.sees(refusal("days-over"), in_=scene.english)
    await scene.ana.types("/accord holiday 18 january", in_=scene.english)
    await scene.ana.sees(refusal("for-teachers"), in_=scene.english)


async def test_the_form_and_dates_that_move_by_one_press_and_one_signature(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.lee.types("/accord holiday", in_=scene.english)
    await scene.lee.sees_modal("calendar.save")
    errors = await sends(scene, scene.lee, "calendar.save", days="whenever")
    assert errors == {"days": refusal("days-unread", line=1)}
    assert await sends(scene, scene.lee, "calendar.save", days="22 to 26 February\n12 March") == {}
    await scene.quiet()
    card = await scene.lee.sees("calendar-stands")
    assert "Ana Horvat" in card.visible_text
    await scene.lee.presses("calendar.move", on=card)
    await scene.quiet()
    await scene.ana.sees("change-card")
    await scene.ana.presses("changing.sign")
    await scene.quiet()
    assert "Ana Horvat" not in scene.lee.inbox()[-1].visible_text
