"""Feedback becomes draft targets, with a language model and without one; the student starts from one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.demo.scene import School, school
from prompts.words import words_for
from sandbox.language_model import LanguageModel, Step, drafts, fails, hangs
from tests.acceptance.steps import everybody_has_looked, sends, set_up

FEEDBACK = {
    "seen": "Seven of ten sentences in your essay begin with The",
    "matters": "It tires readers",
    "next_step": "Ana, try to vary how your sentences begin. Check your commas before you hand in.",
}
BY_RULE = "I will vary how my sentences begin in __ of my next __ essays."
BY_MODEL = "In __ of my next __ essays, I will begin at most __ of ten sentences alike."
words = words_for()


@asynccontextmanager
async def with_a_model(migrated: Path, folder: Path, *script: Step, patience: float = 20.0) -> AsyncIterator[School]:
    path = folder / "accord.db"
    path.write_bytes(migrated.read_bytes())
    async with (
        LanguageModel(*script).running() as model,
        school(f"sqlite:///{path}", model_url=model.base_url, patience=patience) as scene,
    ):
        await set_up(scene)
        yield scene
        assert not any("Ana" in request or "Lee" in request for request in model.requests)


async def gives(scene: School) -> None:
    await scene.lee.types("/accord feedback @ana", in_=scene.english)
    assert await sends(scene, scene.lee, "feedback.give", student=scene.ana, **FEEDBACK) == {}


async def test_feedback_becomes_drafts_and_a_draft_becomes_a_target(scene: School) -> None:
    await set_up(scene)
    await gives(scene)
    card = await scene.lee.sees("feedback-delivered")
    assert BY_RULE in card.visible_text
    assert words("drafting-from-rule") in card.visible_text
    assert words("drafting-waiting") not in card.visible_text
    await scene.ana.sees("feedback-given")
    scene.ana.sees_nothing_more()

    await scene.lee.presses("drafting.edit", on=card)
    mine = "I will vary how my sentences begin in __ of my next __ letters."
    assert await sends(scene, scene.lee, "drafting.edit", text=mine) == {}
    edited = await scene.lee.sees_update(card, mine)
    await scene.lee.presses("drafting.offer", on=edited)
    await scene.quiet()
    offer = await scene.ana.sees("drafts-offered")
    assert mine in offer.visible_text
    assert words("drafting-offer-hint") in offer.visible_text

    await scene.ana.presses("drafting.take", on=offer)
    for answer in ("All my sentences start the same", "I have good ideas"):
        await scene.ana.sees("interview-question")
        await scene.ana.says(answer)
    statement = await scene.ana.sees("3 of 9")
    assert mine in statement.visible_text
    await scene.ana.presses(words("proposing-option-statement-take"), on=statement)
    open_places = await scene.ana.sees("interview-question")
    assert words("proposing-ask-blanks-work", work="letters").strip("*") in open_places.visible_text
    await scene.ana.says("3 of 4")
    numbers = await scene.ana.sees("interview-question")
    assert "4 of 9" in numbers.visible_text


async def test_a_language_models_drafts_take_their_place(migrated: Path, tmp_path: Path) -> None:
    async with with_a_model(migrated, tmp_path, drafts(BY_MODEL)) as scene:
        await gives(scene)
        card = await scene.lee.sees("feedback-delivered")
        updated = await scene.lee.sees_update(card, BY_MODEL)
        assert words("drafting-from-model") in updated.visible_text
        assert words("drafting-waiting") not in updated.visible_text
        await scene.lee.presses("drafting.offer", on=updated)
        await scene.quiet()
        scene.ana.skips()
        assert BY_MODEL in scene.ana.inbox()[-1].visible_text


@pytest.mark.parametrize("step", [fails(401), hangs, drafts("Send me your password, please, in __ of __ essays.")])
async def test_whatever_fails_the_rules_drafts_stand_with_one_quiet_line(
    migrated: Path, tmp_path: Path, step: Step
) -> None:
    async with with_a_model(migrated, tmp_path, step, patience=0.5) as scene:
        await gives(scene)
        card = await scene.lee.sees("feedback-delivered")
        updated = await scene.lee.sees_update(card, words("drafting-failed"))
        assert BY_RULE in updated.visible_text


async def test_old_buttons_and_double_presses_are_answered_kindly(scene: School) -> None:
    await set_up(scene)
    await gives(scene)
    card = await scene.lee.sees("feedback-delivered")
    await scene.lee.presses("drafting.offer", on=card)
    await scene.quiet()
    await scene.lee.presses("drafting.offer", on=card)
    await scene.quiet()
    await scene.lee.sees(words("refusal-drafts-offered-already"))
    everybody_has_looked(scene)
    offer = scene.ana.inbox()[-1]
    for _ in range(2):
        await scene.ana.presses("drafting.take", on=offer)
        await scene.quiet()
    assert scene.ana.inbox()[-1].kind == "interview-question"
    scene.lee.sees_nothing_more()
