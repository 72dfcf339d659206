"""A rubric of the school over the real protocol: written, taken for a target, signed, changed."""

from bot.demo.scene import School
from tests.acceptance.forging import refusal
from tests.acceptance.steps import everybody_has_looked, interview_until_summary, sends, set_up

TABLE = "| Beginning | Secure\nSentences | all begin alike | they vary"


async def test_a_target_takes_a_criterion_and_keeps_it(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord rubrics", in_=scene.english)
    await scene.lee.sees("rubrics-stand")
    await scene.lee.presses("rubrics.open")
    errors = await sends(scene, scene.lee, "rubrics.save", name="Essay", table="| One\nIdeas | x")
    assert errors == {"table": refusal("rubric-levels", line=1)}
    assert await sends(scene, scene.lee, "rubrics.save", name="Essay", table=TABLE) == {}
    everybody_has_looked(scene)
    await interview_until_summary(scene, scene.ana)
    await scene.ana.presses("rubrics.open_choice")
    await scene.ana.sees_modal("rubrics.take")
    (found,) = await scene.ana.searches("rubrics.takes.0", "sent")
    assert await sends(scene, scene.ana, "rubrics.take", **{"rubrics.takes.0": [found]}) == {}
    summary = scene.ana.inbox()[-1]
    assert "Sentences: Beginning – all begin alike; Secure – they vary" in summary.visible_text
    await scene.ana.presses("proposing.submit")
    await scene.quiet()
    assert "they vary" in (await scene.lee.sees("proposal-card")).visible_text


async def test_a_student_writes_none(scene: School) -> None:
    await set_up(scene)
    await scene.ana.types("/accord rubrics", in_=scene.english)
    await scene.ana.sees(refusal("for-teachers"), in_=scene.english)
