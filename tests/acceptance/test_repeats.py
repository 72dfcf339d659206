"""Slack delivers at least once: what comes again has no effect, whatever id it has."""

from collections import Counter
from pathlib import Path

import pytest

from bot.demo.scene import School
from tests.acceptance.forging import facts
from tests.acceptance.steps import agree, check_in_due, everybody_has_looked, set_up


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The school's database."""
    return tmp_path / "accord.db"


def said_once(scene: School) -> None:
    """No message of Accord's stands twice, by the mark of its delivery."""
    marks = Counter(
        post.metadata["event_payload"]["delivery"]
        for place in scene.ws.core.state.conversations.values()
        for post in place.posts
        if post.by_bot and post.metadata
    )
    assert [mark for mark, count in marks.items() if count > 1] == []


@pytest.mark.parametrize("new_ids", [False, True])
async def test_the_same_message_three_times(scene: School, path: Path, *, new_ids: bool) -> None:
    await set_up(scene)
    scene.ws.faults.repeat_events(share=1.0, new_ids=new_ids)
    scene.ws.faults.repeat_events(share=1.0, new_ids=new_ids)
    await scene.ana.says("hi")
    await scene.quiet()
    await scene.ana.sees("1 of 9")
    scene.ana.sees_nothing_more()
    ts = await scene.ana.says("starting sentences")
    await scene.quiet()
    await scene.ana.sees("2 of 9")
    scene.ana.sees_nothing_more()
    await scene.ana.edits(ts, "starting my sentences")
    await scene.quiet()
    await scene.ana.sees("2 of 9")
    scene.ana.sees_nothing_more()
    assert "starting sentences" not in str(facts(path)["interview"])
    said_once(scene)


@pytest.mark.parametrize("trouble", ["repeat", "new_ids", "lost"])
async def test_the_story_with_everything_delivered_again(scene: School, path: Path, trouble: str) -> None:
    """A class, a contract, a check-in, while every event comes twice or its acknowledgement is lost."""
    if trouble == "lost":
        scene.ws.faults.lose_acks(share=0.2, seed=5)
    else:
        scene.ws.faults.repeat_events(share=1.0, new_ids=trouble == "new_ids")
    await set_up(scene)
    newcomer = scene.ws.add_person("sam", "Sam Sawa")
    await scene.english.join(newcomer)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("5 of 10 today")
    await scene.quiet()
    await scene.ana.sees("reply-noted")
    await scene.lee.sees("class-check-ins")
    everybody_has_looked(scene)
    scene.ws.faults.clear()
    written = facts(path)
    assert [len(written[t]) for t in ("classroom", "contract", "contract_version", "signature", "reply")] == [
        1,
        1,
        1,
        2,
        1,
    ]
    assert len([row for row in written["membership"] if newcomer.id in row]) == 1
    said_once(scene)


async def test_a_repeat_days_later(scene: School, path: Path) -> None:
    """Slack may send an event again long after; what it said was heard."""
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.ana.sees("1 of 9")
    await scene.ana.says("starting sentences")
    await scene.ana.sees("2 of 9")
    heard = next(e for e in reversed(scene.ws.envelopes) if e.kind == "events_api")
    await scene.later(days=3)
    before = facts(path)
    await scene.ws.answered(
        scene.ws.core.send("events_api", {**heard.payload, "event_id": "Ev0LATE"}, answerable=False)
    )
    await scene.quiet()
    scene.ana.sees_nothing_more()
    assert facts(path) == before
