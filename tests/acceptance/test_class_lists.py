"""A teacher sends a class list, looks at what was found, and says yes; or something is wrong with it."""

import asyncio
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from bot.demo.scene import School
from bot.domain.actor import Actor
from prompts.words import words_for
from tests.acceptance.steps import set_up
from tests.unit.rosters.files import ONEROSTER_12, packed

LIST = (
    "Name;E-mail\r\nAna Horvat;ana@school.example\r\nBen Adeyemi;BEN@school.example\r\n"
    "Mia Lindqvist;mia@school.example\r\nNora Nowak;nora@school.example\r\n"
    "Cleo Smith;cleo@elsewhere.example\r\nNo Address;nothing\r\n"
)


async def _lists(scene: School) -> list[tuple[str, str, int]]:
    """State, reason and how many came in, of each list."""
    actor = Actor(scene.ws.team_id, "")
    return await scene.accord.runner.read(
        actor, lambda uow, _: [(one.state.value, one.why, one.added) for one in uow.rosters.all()]
    )


async def _students(scene: School) -> set[str]:
    from bot.activities import access

    actor = Actor(scene.ws.team_id, "")
    return set(await scene.accord.runner.read(actor, lambda uow, _: access.students_of(uow, 1)))


async def test_a_teacher_sends_a_list_and_says_yes(scene: School, tmp_path: Path) -> None:
    await set_up(scene)
    nora = scene.ws.add_person("nora", "Nora Nowak")
    cleo = scene.ws.add_person("cleo", "Cleo Smith")
    await scene.lee.says("", files=[("English 11.csv", LIST.encode("latin-1"))])
    await scene.quiet()
    card = await scene.lee.sees("roster-seen")
    assert "*4* found" in card.visible_text or "4 found" in card.visible_text
    assert nora.id not in await _students(scene)
    await scene.lee.presses("Check and add", on=card)
    await scene.lee.sees_modal("roster.confirm")
    await scene.lee.fills({"person_0": cleo})
    assert await scene.lee.submits() == {}
    await scene.quiet()
    assert {nora.id, cleo.id} < await _students(scene)
    assert await _lists(scene) == [("done", "", 2)]
    kept = "\n".join(sqlite3.connect(tmp_path / "accord.db").iterdump())
    assert "@school.example" not in kept
    assert "@elsewhere.example" not in kept
    await scene.lee.says("", files=[("English 11.csv", LIST.encode("latin-1"))])
    await scene.quiet()
    again = scene.lee.inbox()[-1]
    assert "would come" not in again.visible_text


async def test_a_workspace_without_addresses_goes_on_by_handle_and_name(scene: School) -> None:
    token = scene.ws.core.state.tokens[scene.ws.bot_token]
    token.scopes = token.scopes - {"users:read.email"}
    await set_up(scene)
    await scene.lee.says("", files=[("list.csv", LIST.encode("latin-1"))])
    await scene.quiet()
    card = await scene.lee.sees("roster-seen")
    assert "handles and names" in card.visible_text
    assert "3 found" in card.visible_text.replace("*", "")


async def test_a_set_for_one_of_two_classes_asks_which(scene: School) -> None:
    await set_up(scene)
    files = ONEROSTER_12 | {"classes.csv": ONEROSTER_12["classes.csv"].replace("c2,tobedeleted", "c2,active")}
    await scene.lee.says("", files=[("export.zip", packed(files))])
    await scene.quiet()
    await scene.lee.presses("Choose the class", on=await scene.lee.sees("roster-seen"))
    await scene.lee.sees_modal("roster.which")
    await scene.lee.fills({"class": "c1"})
    assert await scene.lee.submits() == {}
    await scene.quiet()
    assert await _lists(scene) == [("ready", "", 0)]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [("list.xlsx", packed({"[Content_Types].xml": "x"}), "excel"), ("list.csv", b"Colour\nred\n", "no-list")],
)
async def test_what_is_no_list_is_said_and_changes_nothing(scene: School, name: str, data: bytes, why: str) -> None:
    await set_up(scene)
    before = await _students(scene)
    await scene.lee.says("", files=[(name, data)])
    await scene.quiet()
    assert await _lists(scene) == [("refused", why, 0)]
    assert await _students(scene) == before
    await scene.lee.sees("roster-seen")


async def test_the_command_says_how(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord roster", in_=scene.english)
    await scene.quiet()
    await scene.lee.sees("roster-how")


async def _brought_in(scene: School, tmp_path: Path, *more: str) -> str:
    """What the command says, at the database and the Slack of this school."""
    path = tmp_path / "English 11.csv"
    path.write_bytes(LIST.encode("latin-1"))
    where = {
        "ACCORD_DATABASE_URL": f"sqlite:///{tmp_path / 'accord.db'}",
        "SLACK_API_URL": scene.ws.api_url,
        "SLACK_BOT_TOKEN": scene.ws.bot_token,
        "SLACK_APP_TOKEN": "",
    }
    about = ("--class", "English 11", "--workspace", scene.ws.team_id)
    command = (sys.executable, "-m", "bot", "roster", "import", str(path), *about, *more)
    pipe = asyncio.subprocess.PIPE
    ran = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe, env={**os.environ, **where})
    said, trouble = await ran.communicate()
    assert ran.returncode == 0, trouble.decode()
    return said.decode()


async def test_whoever_runs_accord_brings_a_list_and_a_teacher_says_yes(scene: School, tmp_path: Path) -> None:
    """Where a workspace lets Accord read no files."""
    await set_up(scene)
    nora = scene.ws.add_person("nora", "Nora Nowak")
    said = await _brought_in(scene, tmp_path)
    assert words_for()("roster-import-counts", found=4, choose=0, nobody=2) in said
    assert "line 7" in said
    assert await _lists(scene) == []
    assert words_for()("roster-import-waits") in await _brought_in(scene, tmp_path, "--yes")
    assert [state for state, _, _ in await _lists(scene)] == ["ready"]
    assert nora.id not in await _students(scene)
    scene.accord.sender.wake()
    await scene.quiet()
    card = await scene.lee.sees("roster-seen")
    await scene.lee.presses("Check and add", on=card)
    await scene.lee.sees_modal("roster.confirm")
    assert await scene.lee.submits() == {}
    await scene.quiet()
    assert nora.id in await _students(scene)
    kept = "\n".join(sqlite3.connect(tmp_path / "accord.db").iterdump())
    assert "@school.example" not in kept
