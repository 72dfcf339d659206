"""A student says how it goes while nobody asked, by a message and by the form."""

from bot.demo.scene import School
from tests.acceptance.steps import agree, check_in_due, sends, set_up


async def test_news_is_shown_back_and_noted_on_a_press(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.ana.says("got 7 of 10 today in class!!")
    offered = await scene.ana.sees("progress-offered")
    scene.lee.sees_nothing_more()
    await scene.ana.presses("hearing.yes", on=offered)
    await scene.ana.sees("reply-noted")
    assert "today in class" in (await scene.lee.sees("class-check-ins")).visible_text
    await scene.quiet()
    assert scene.ana.inbox()[-1].kind == "milestone-reached"


async def test_the_form_at_any_time(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.ana.types("/accord check-in")
    assert set(await sends(scene, scene.ana, "unasked.log", **{"value-0": "a lot"})) == {"value-0"}
    assert await sends(scene, scene.ana, "unasked.log", **{"value-0": "6", "worked": "Reading aloud"}) == {}
    await scene.ana.sees("reply-noted")
    assert "Reading aloud" in (await scene.lee.sees("class-check-ins")).visible_text


async def test_a_number_on_the_prompt(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    prompt = await check_in_due(scene)
    await scene.ana.presses("4", on=prompt)
    noted = await scene.ana.sees("reply-noted")
    assert "now 4" in noted.visible_text
    assert "now 4" in (await scene.lee.sees("class-check-ins")).visible_text
    await scene.ana.presses("checking_in.undo", on=noted)
    await scene.quiet()
    assert "checking_in.undo" not in str(scene.ana.inbox()[-1].buttons)


async def test_a_teacher_answers_with_one_tap(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("5 of 10, reading aloud helps")
    await scene.ana.sees("reply-noted")
    shared = await scene.lee.sees("class-check-ins")
    await scene.lee.presses("checking_in.seen", on=shared)
    assert "Ms Lee" in (await scene.ana.sees("responded")).visible_text
    await scene.lee.sees_update(shared, "has seen it")
