"""A subject's template over the real protocol: looked at, filled in a student's own words, signed; and its rubric."""

from bot.demo.scene import School
from prompts.words import words_for
from tests.acceptance.forging import refusal
from tests.acceptance.steps import answer_the_rest, everybody_has_looked, sends, set_up

EXAMPLE = "I begin 8 of 10 sentences in a different way."
OWN = "I begin 7 of 10 sentences of my bus diary in a different way"


async def test_a_student_begins_from_a_template(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord rubrics", in_=scene.english)
    await scene.lee.sees("rubrics-stand")
    await scene.lee.presses("rubrics.open")
    assert await sends(scene, scene.lee, "rubrics.save", template="Music") == {}
    await scene.quiet()
    assert "Music" in scene.lee.inbox()[-1].visible_text
    everybody_has_looked(scene)
    await scene.lee.types("/accord templates", in_=scene.english)
    await scene.lee.sees("templates-stand")
    await scene.lee.presses("templates.open")
    bread = {"name": "Bread", "examples": "I bake 3 of 4 loaves that rise"}
    assert await sends(scene, scene.lee, "templates.save", **bread) == {}
    everybody_has_looked(scene)
    await scene.ana.says("hi")
    await scene.quiet()
    for said in ("all my sentences begin the same way", "I have many ideas"):
        await scene.ana.says(said)
        await scene.quiet()
    await scene.ana.presses("templates.open_choice")
    assert "Bread" in str(await scene.ana.sees_modal("templates.choose"))
    await scene.ana.fills({"subject": "Writing"})
    assert await scene.ana.submits() == {}
    assert EXAMPLE in str(await scene.ana.sees_modal("templates.fill"))
    errors = await sends(scene, scene.ana, "templates.fill", statement=EXAMPLE)
    assert errors == {"statement": refusal("templates-example")}
    own = {"statement": OWN, "strategies": "On Tuesdays at home", "chosen": ["Each claim has a reason."]}
    assert await sends(scene, scene.ana, "templates.fill", **own) == {}
    summary = await answer_the_rest(scene, scene.ana, "2")
    assert "bus diary" in summary.visible_text
    assert "Each claim has a reason." in summary.visible_text


async def test_a_school_brings_its_own_as_a_file(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord templates", in_=scene.english)
    await scene.lee.sees("templates-stand")
    await scene.lee.presses("templates.open")
    content = b"name,examples,criteria\nBread,I bake 3 of 4 loaves that rise,It rises\nDough,,\n"
    assert await sends(scene, scene.lee, "templates.save", files=[("templates.csv", content)]) == {}
    preview = await scene.lee.sees("file-read")
    assert words_for()("brought-line-template-no-example", line=3) in preview.visible_text
    await scene.lee.presses("bringing.take", on=preview)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.ana.says("hi")
    await scene.quiet()
    for said in ("all my bread is flat", "I have many ideas"):
        await scene.ana.says(said)
        await scene.quiet()
    await scene.ana.presses("templates.open_choice")
    assert "Bread" in str(await scene.ana.sees_modal("templates.choose"))
