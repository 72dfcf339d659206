"""After the whole story, somebody is erased: nothing of them is left in the database, nor where the bot may delete."""

import json
from collections.abc import Iterator

from bot.activities.privacy import disclosing, erasing
from bot.demo.scene import School
from bot.demo.tour import Story
from bot.domain.actor import Actor
from prompts.words import words_for
from sandbox.people import Person
from tests.acceptance.conftest import migrated, scene
from tests.acceptance.steps import agree, everybody_has_looked, sends, set_up
from tests.integration.privacy.life import holding

__all__ = ["migrated", "scene"]

TYPED = (
    *("answer-hardest", "answer-strengths", "answer-statement", "answer-measure", "answer-strategies"),
    *("answer-criterion", "answer-check-in", "commitment", "response", "log-worked", "log-did-not-work"),
    *("log-next-step", "reflection-student", "reflection-teacher", "strategies", "higher-target"),
    *("answer-setback", "answer-stuck", "outcome"),
)


def sentences() -> list[str]:
    """What Ana typed, and what was typed about her."""
    return [words_for()(f"tour-{key}") for key in TYPED]


def shown(school: School) -> Iterator[str]:
    """All that anybody sees: every message of the bot and every Home."""
    state = school.ws.core.state
    for place in state.conversations.values():
        for post in place.by_ts.values():
            if post.by_bot:
                yield json.dumps([post.text, post.blocks, post.metadata], ensure_ascii=False)
    for view in state.views.values():
        if view.id in state.homes.values():
            yield json.dumps(view.blocks, ensure_ascii=False)


async def erase(school: School, who: Person) -> erasing.Erasure:
    workspace = school.ws.core.state.team_id
    return await school.accord.runner.run(Actor(workspace, ""), erasing.erase, who.id, "operator:ops", "they asked")


async def all_gone(school: School) -> None:
    """Let Accord take its steps in Slack, minute by minute."""
    workspace = school.ws.core.state.team_id
    for _ in range(30):
        await school.quiet()
        if not await school.accord.runner.read(Actor(workspace, ""), erasing.left):
            return
        await school.later(minutes=1)
    raise AssertionError("steps are left after half an hour")


async def test_after_the_whole_story_nothing_is_left(scene: School) -> None:
    await Story(scene, lambda line: None).play()
    before = [text for text in shown(scene) if "Ana Horvat" in text]
    assert len(before) > 10
    await erase(scene, scene.ana)
    await all_gone(scene)
    needles = [scene.ana.id, "Ana Horvat", *sentences()]
    assert holding(scene.calendar, *needles) == []
    left = [text for text in shown(scene) for needle in needles if json.dumps(needle)[1:-1] in text]
    assert left == []
    line = (await scene.accord.runner.read(Actor(scene.ws.core.state.team_id, ""), disclosing.listed, "", 1))[0]
    assert int(line.detail["slack_removed"]) > 10
    assert "slack_left" not in line.detail


async def test_a_message_about_somebody_else_is_told_anew_without_the_name(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord feedback @ben", in_=scene.english)
    said = {"seen": "You and Ana Horvat listened to each other.", "matters": "It helps.", "next_step": "Go on."}
    await sends(scene, scene.lee, "feedback.give", **said)
    theirs = (await scene.ben.sees("feedback-given")).visible_text
    assert "Ana Horvat" in theirs
    await erase(scene, scene.ana)
    await all_gone(scene)
    left = list(shown(scene))
    assert [text for text in left if "Ana Horvat" in text] == []
    assert [text for text in left if "You and […] listened to each other." in text and "feedback-given" in text]


async def test_a_crash_and_a_limit_on_the_way_lose_no_step(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    scene.ws.core.rates.enabled = True
    await erase(scene, scene.ana)
    await scene.later(seconds=90)
    await scene.accord.errands.idle()
    await all_gone(scene)
    assert [text for text in shown(scene) if "Ana Horvat" in text] == []


async def test_who_was_erased_can_begin_anew(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await erase(scene, scene.ana)
    await all_gone(scene)
    await scene.lee.types("/accord setup", in_=scene.english)
    await scene.lee.sees_modal("set_up.save")
    assert await scene.lee.submits() == {}
    await scene.quiet()
    everybody_has_looked(scene)
    await agree(scene)
