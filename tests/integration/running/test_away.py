"""What people write while Accord is away, and Slack drops, is found when it is back: once, and answered alike."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import build
from bot.demo.scene import School, school
from bot.outbox.pacing import unhurried
from bot.runner import Inline
from bot.settings import Settings
from sandbox.workspace import LocalWorkspace
from tests.acceptance.steps import INTERVIEW, agree, check_in_due, set_up


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accord.db"


@pytest.fixture
async def scene(path: Path) -> AsyncIterator[School]:
    async with school(f"sqlite:///{path}") as made:
        yield made


def drop(ws: LocalWorkspace) -> None:
    """Slack gives up whatever it could not bring."""
    for envelope in list(ws.core.deliveries.open.values()):
        ws.core.deliveries.give_up(envelope)


@asynccontextmanager
async def back(scene: School, path: Path) -> AsyncIterator[School]:
    """The same school, with Accord started again after it was stopped."""
    ws = scene.ws
    settings = Settings(
        slack_bot_token=SecretStr(ws.bot_token),
        slack_app_token=SecretStr(ws.app_token),
        slack_api_url=ws.api_url,
        accord_database_url=f"sqlite:///{path}",
        accord_teachers=(scene.lee.id,),
    )
    again = replace(scene, accord=build(settings, clock=scene.clock, executor=Inline(), pacing=unhurried()))
    try:
        await again.accord.start()
        await ws.connected()
        yield again
        await again.quiet()
    finally:
        await again.accord.stop()


def count(path: Path, what: str) -> int:
    with sqlite3.connect(path) as database:
        return int(database.execute(f"SELECT count(*) FROM {what}").fetchone()[0])


@pytest.mark.parametrize("dropped", [True, False])
async def test_an_answer_to_a_check_in_is_heard_once(scene: School, path: Path, dropped: bool) -> None:
    """Whether Slack dropped the event, or brings it after all."""
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.accord.stop()
    await scene.ana.says("7 of 10, the lists helped", acked=False)
    await scene.ana.says("and I read them aloud", acked=False)
    if dropped:
        drop(scene.ws)
    async with back(scene, path):
        await scene.ana.sees("reply-noted")
        await scene.lee.sees("class-check-ins")
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT value FROM reply").fetchall() == [("7",)]
        ((typed,),) = database.execute("SELECT typed FROM reply").fetchall()
    assert typed.count("the lists helped") == typed.count("read them aloud") == 1
    assert [m.kind for m in scene.ana.inbox() if m.kind == "reply-noted"] == [
        "reply-noted"
    ]  # words alone are kept quietly
    assert count(path, "incoming WHERE key LIKE 'said:%'") == len({p.ts for p in scene.ana.dm.posts if not p.by_bot})


async def test_starting_again_and_again_changes_nothing(scene: School, path: Path) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.accord.stop()
    for _ in range(2):
        async with back(scene, path):
            pass
    looks = [call for call in scene.ws.calls if call.method == "conversations.history"]
    assert len(looks) == 2
    scene.ana.sees_nothing_more()
    assert count(path, "reply") == 0


async def test_an_answer_to_a_question_of_the_interview_is_heard(scene: School, path: Path) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.quiet()
    await scene.ana.sees("interview-question")
    await scene.accord.stop()
    await scene.ana.says(INTERVIEW[0], acked=False)
    drop(scene.ws)
    async with back(scene, path):
        await scene.ana.sees("interview-question")
    assert INTERVIEW[0] in str(_drafts(path))


def _drafts(path: Path) -> list[str]:
    with sqlite3.connect(path) as database:
        return [draft for (draft,) in database.execute("SELECT draft FROM interview")]


async def test_who_was_asked_nothing_is_not_read(scene: School, path: Path) -> None:
    await set_up(scene)
    await scene.accord.stop()
    await scene.ana.says("hello", acked=False)
    drop(scene.ws)
    async with back(scene, path):
        pass
    assert not [call for call in scene.ws.calls if call.method == "conversations.history"]
