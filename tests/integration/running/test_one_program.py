"""Two programs on one SQLite file: the second one says so and ends; who only looks or copies is let in."""

import json
from pathlib import Path

import pytest

from bot.app import build
from bot.settings import Settings
from prompts.words import words_for
from sandbox.workspace import LocalWorkspace
from storage.engine import InUse, keep_to_ourselves, open_engine
from tests.integration.running.program import accord, running, settings_of

WITHIN = 60.0


def database(folder: Path) -> Path:
    return folder / "var" / "accord.db"


async def test_the_second_one_says_so_and_ends(ws: LocalWorkspace, tmp_path: Path) -> None:
    ana = ws.add_person("ana", "Ana Horvat")
    settings = settings_of(ws, tmp_path)
    async with running(ws, tmp_path, settings) as bot:
        second = await accord(tmp_path, settings, "run")
        assert second.code == 1
        number = str(bot.process.pid)
        assert json.loads(second.err)["event"] == words_for()(
            "run-database-in-use", path=str(database(tmp_path)), number=number
        )
        assert second.out == ""
        await ana.says("hi")
        await ana.sees("help", within=WITHIN)
    assert bot.ended is not None
    assert bot.ended.code == 0
    ana.sees_nothing_more()


async def test_a_killed_one_holds_nothing(ws: LocalWorkspace, tmp_path: Path) -> None:
    settings = settings_of(ws, tmp_path)
    async with running(ws, tmp_path, settings) as bot:
        bot.process.kill()
        await bot.process.wait()
    async with running(ws, tmp_path, settings) as again:
        pass
    assert again.ended is not None
    assert again.ended.code == 0


async def test_who_looks_or_copies_is_let_in(ws: LocalWorkspace, tmp_path: Path) -> None:
    settings = settings_of(ws, tmp_path)
    ana = ws.add_person("ana", "Ana Horvat")
    workspace = ws.core.state.team_id
    commands = (
        ("doctor",),
        ("outbox", "list"),
        ("db", "backup", str(tmp_path / "copy.db")),
        ("student", "export", ana.id, "--workspace", workspace, "--out", str(tmp_path), "--reason", "a test"),
    )
    async with running(ws, tmp_path, settings):
        await ana.says("hi")
        await ana.sees("help", within=WITHIN)
        ended = {words: await accord(tmp_path, settings, *words) for words in commands}
    assert {words: (e.code, e.err) for words, e in ended.items() if e.code} == {}


def test_the_release_lets_the_next_one_in(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/var/accord.db"
    release = keep_to_ourselves(open_engine(url))
    with pytest.raises(InUse):
        keep_to_ourselves(open_engine(url))
    release()
    keep_to_ourselves(open_engine(url))()


async def test_a_program_that_stops_lets_the_next_one_in(tmp_path: Path) -> None:
    settings = Settings.model_validate({"accord_database_url": f"sqlite:///{tmp_path}/accord.db"})
    first = build(settings)
    with pytest.raises(InUse):
        build(settings)
    await first.stop()
    await build(settings).stop()


def test_one_in_memory_is_nobody_elses() -> None:
    keep_to_ourselves(open_engine("sqlite://"))
    keep_to_ourselves(open_engine("sqlite://"))
