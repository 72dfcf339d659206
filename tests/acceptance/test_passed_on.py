"""What a student and a teacher write to each other, in parts, put right and taken back, over the real protocol."""

from datetime import timedelta

from bot.demo.scene import School
from tests.acceptance.steps import agree, check_in_due, set_up

A_MOMENT = timedelta(seconds=2)


async def test_what_a_teacher_types_in_parts_under_a_card_is_one_response(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("5 of 10 today, reading aloud helps")
    await scene.later(minutes=1)
    card = await scene.lee.sees("class-check-ins")
    await scene.lee.says("Well done", thread=card.ts)
    await scene.lee.says("Try the list on Monday", thread=card.ts, typing=A_MOMENT)
    await scene.quiet()
    (response,) = [m for m in scene.ana.inbox() if m.kind == "responded"]
    assert "Well done" in response.visible_text
    assert "Try the list on Monday" in response.visible_text


async def test_a_response_is_put_right_and_taken_back_where_the_student_reads_it(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("5 of 10 today, reading aloud helps")
    await scene.later(minutes=1)
    card = await scene.lee.sees("class-check-ins")
    scene.ana.skips()
    ts = await scene.lee.says("Good worf", thread=card.ts)
    await scene.later(minutes=1)
    response = await scene.ana.sees("responded")
    await scene.lee.edits(ts, "Good work")
    await scene.ana.sees_update(response, "Good work")
    await scene.quiet()
    scene.lee.skips()
    await scene.lee.deletes(ts)
    await scene.lee.sees("response-taken-back")
    await scene.quiet()
    (left,) = [m for m in scene.ana.inbox() if m.kind == "responded"]
    assert "Good work" not in left.visible_text
