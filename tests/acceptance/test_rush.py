"""While more comes in than can be worked on, what people write is kept, and the story ends as it always does."""

import pytest
from sqlalchemy import select

from bot.activities.hearing import listening
from bot.app import Accord
from bot.demo.scene import School
from bot.demo.tour import Story
from bot.domain.outbox import Errand, ErrandKind, Later
from prompts.words import words_for
from storage.tables.classes import ErrandRow, InterviewRow, table
from tests.acceptance.steps import set_up


@pytest.fixture(autouse=True)
def rush(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is ever heard at once."""
    monkeypatch.setattr(Accord, "_in_a_rush", lambda accord: True)


async def test_the_whole_story_in_a_rush(scene: School) -> None:
    told: list[str] = []
    await Story(scene, told.append).play()
    assert told[-1] == words_for()("tour-done")
    errands = table(ErrandRow)
    with scene.calendar.connect() as connection:
        kept = connection.execute(select(errands.c.done, errands.c.args).where(errands.c.kind == ErrandKind.HEAR)).all()
    assert len(kept) > 5
    assert {(row.done, str(row.args)) for row in kept} == {(True, "{}")}


async def test_what_is_heard_again_after_a_crash_has_no_effect(scene: School) -> None:
    """The worker that heard it died before it could write that down."""
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.quiet()
    words = {"channel": "D1", "text": "All my sentences start the same", "ts": "1.1", "incoming": "said:D1:1.1"}
    args = {"user": scene.ana.id, **words, "edited": False}
    kept = Errand(scene.ws.team_id, ErrandKind.HEAR, args, scene.clock.now(), in_turn_of=scene.ana.id)
    for _ in range(2):
        await scene.accord._router.hear_kept(kept)
    with scene.calendar.connect() as connection:
        answered = connection.execute(select(table(InterviewRow).c.draft)).scalar_one()
    assert list(answered) == ["hardest"]


async def test_what_stands_under_something_that_is_not_known_yet_is_put_off(
    scene: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    await set_up(scene)
    await scene.quiet()
    monkeypatch.setattr(listening, "is_early", lambda uow, actor, words: True)
    words = {"channel": "D1", "text": "hi", "ts": "1.1", "incoming": "said:D1:1.1", "thread": "1.0", "edited": False}
    kept = Errand(scene.ws.team_id, ErrandKind.HEAR, {"user": scene.ana.id, **words}, scene.clock.now())
    with pytest.raises(Later):
        await scene.accord._router.hear_kept(kept)


async def test_who_is_in_no_class_is_helped_once_their_turn_has_come(scene: School) -> None:
    outsider = scene.ws.add_person("zoe", "Zoe Zaal")
    await outsider.says("hi")
    await scene.quiet()
    await outsider.sees("help")
