"""Standards of a class over the real protocol: typed, brought as a file, found by typing, named by a target."""

import json

from bot.demo.scene import School
from prompts.words import words_for
from tests.acceptance.forging import refusal
from tests.acceptance.steps import everybody_has_looked, interview_until_summary, sends, set_up

CODES = "RL.6.1: Name evidence from the text\nW.6.2: Vary how sentences begin"


async def _typed(scene: School) -> None:
    await scene.lee.types("/accord standards", in_=scene.english)
    await scene.lee.sees("standards-stand")
    await scene.lee.presses("standards.open")
    assert await sends(scene, scene.lee, "standards.add", typed=CODES) == {}
    everybody_has_looked(scene)


async def test_a_target_names_a_standard_that_was_found_by_typing(scene: School) -> None:
    await set_up(scene)
    await _typed(scene)
    await interview_until_summary(scene, scene.ana)
    await scene.ana.presses("standards.open_choice")
    await scene.ana.sees_modal("standards.choose")
    assert await scene.ana.searches("standards.serve.0", "") == [
        "RL.6.1 · Name evidence from the text",
        "W.6.2 · Vary how sentences begin",
    ]
    (found,) = await scene.ana.searches("standards.serve.0", "SÉNTENCES vary")
    assert await sends(scene, scene.ana, "standards.choose", **{"standards.serve.0": [found]}) == {}
    summary = scene.ana.inbox()[-1]
    assert "W.6.2 Vary how sentences begin" in summary.visible_text
    assert "start 8 of 10 sentences in a new way" in summary.visible_text
    await scene.ana.presses("proposing.submit")
    await scene.quiet()
    await scene.lee.sees("proposal-card")
    await scene.lee.presses("reviewing.approve")
    await scene.quiet()
    scene.lee.skips()
    await scene.lee.types("/accord standards", in_=scene.english)
    card = await scene.lee.sees("standards-stand")
    assert "Signed contracts name 1 of 2 standards." in card.visible_text
    assert "Ana Horvat: W.6.2" in card.visible_text


async def test_a_file_is_shown_before_anything_of_it_stands(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord standards", in_=scene.english)
    await scene.lee.sees("standards-stand")
    await scene.lee.presses("standards.open")
    content = "\ufeffCódigo;Enunciado\r\nA.1;Leer números\r\nA.2;=SUM(A1)\r\nA.1;Leer números\r\n".encode()
    assert await sends(scene, scene.lee, "standards.add", files=[("plan.csv", content)]) == {}
    preview = await scene.lee.sees("file-read")
    assert "I read one standard in plan.csv." in preview.visible_text
    assert "Line 3: it holds a formula." in preview.visible_text
    assert "Line 4: an earlier line says the same." in preview.visible_text
    await scene.lee.presses("bringing.take", on=preview)
    await scene.quiet()
    assert "one standard" in (await scene.lee.sees("standards-stand")).visible_text
    await scene.lee.presses("bringing.take", on=preview)
    await scene.quiet()
    await scene.lee.sees(refusal("old-button"))


async def test_a_package_without_a_statement_is_refused_with_its_place(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord standards", in_=scene.english)
    await scene.lee.sees("standards-stand")
    await scene.lee.presses("standards.open")
    package = {"CFItems": [{"identifier": "a", "fullStatement": "Read"}, {"identifier": "b"}]}
    await sends(scene, scene.lee, "standards.add", files=[("case.json", json.dumps(package).encode())])
    said = await scene.lee.sees("file-read")
    assert words_for()("brought-why-no-statement", place="CFItems[1].fullStatement") in said.visible_text


async def test_a_student_brings_none(scene: School) -> None:
    await set_up(scene)
    await scene.ana.types("/accord standards", in_=scene.english)
    await scene.ana.sees(refusal("for-teachers"), in_=scene.english)
