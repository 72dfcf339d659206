"""`accord run` as whoever installs it would see it: it connects, answers, stops, and keeps to itself what it heard."""

import json
import re
import sqlite3
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.outbox.sender import SETTLED
from prompts.words import words_for
from sandbox.people import Person
from sandbox.seeing import Message
from sandbox.workspace import LocalWorkspace
from tests.integration.running.program import accord, running, settings_of
from tests.integration.running.terminal import at_a_terminal

WITHIN = 60.0
TYPING = timedelta(seconds=10)
"""What one writes so long after what was before is a message of its own."""
TYPED = {
    "hardest": "All my sentences begin with the word zebra",
    "strengths": "My ideas about marmalade are good",
    "statement": "start 8 of 10 sentences with a new walrus in my essays in 10 weeks, now it is 3",
    "more": "two or three different pomegranate openings",
}


def outbox(folder: Path) -> list[str]:
    """The states of everything that was ever to be said."""
    with sqlite3.connect(folder / "var" / "accord.db") as database:
        return [state for (state,) in database.execute("SELECT state FROM outbox")]


async def test_it_connects_answers_and_stops(ws: LocalWorkspace, tmp_path: Path) -> None:
    ana = ws.add_person("ana", "Ana Horvat")
    async with running(ws, tmp_path, settings_of(ws, tmp_path)) as bot:
        greeting = json.loads(bot.greeting)
        assert greeting["event"] == words_for()("run-connected", team=ws.core.state.team_name)
        assert greeting["action"] == "started"
        await ana.says("hi")
        await ana.sees("help", within=WITHIN)
    assert bot.ended is not None
    assert bot.ended.code == 0
    lines = [json.loads(line) for line in (bot.ended.out + bot.ended.err).splitlines()]
    assert all("action" in line for line in lines)
    assert [line for line in lines if line.get("logger", "").startswith("slack_bolt")] == []
    assert outbox(tmp_path) == ["sent"]


async def test_what_was_heard_before_the_end_is_answered_after_the_next_start(
    ws: LocalWorkspace, tmp_path: Path
) -> None:
    ana = ws.add_person("ana", "Ana Horvat")
    settings = settings_of(ws, tmp_path)
    async with running(ws, tmp_path, settings) as bot:
        ws.faults.share("chat.postMessage", 1.0, "http_503")
        await ana.says("hi")
    assert bot.ended is not None
    assert bot.ended.code == 0
    assert outbox(tmp_path) != ["sent"]
    ws.faults.clear()
    await ana.says("hello", acked=False)
    async with running(ws, tmp_path, settings) as again:
        await ana.sees("help", within=WITHIN + SETTLED.total_seconds())
        await ana.sees("help", within=WITHIN)
    assert again.ended is not None
    assert again.ended.code == 0
    ana.sees_nothing_more()
    assert outbox(tmp_path) == ["sent", "sent"]


async def test_settings_are_read_from_the_working_directory(ws: LocalWorkspace, tmp_path: Path) -> None:
    lines = [f"{name}={value}" for name, value in settings_of(ws, tmp_path).items()]
    (tmp_path / ".env").write_text("\n".join(lines), "utf-8")
    ana = ws.add_person("ana", "Ana Horvat")
    async with running(ws, tmp_path, {}) as bot:
        await ana.says("hi")
        await ana.sees("help", within=WITHIN)
    assert bot.ended is not None
    assert bot.ended.code == 0


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
async def test_the_logs_hold_no_typed_word_and_no_token(ws: LocalWorkspace, tmp_path: Path, level: str) -> None:
    lee, ana = ws.add_person("ms_lee", "Ms Lee"), ws.add_person("ana", "Ana Horvat")
    english = ws.add_channel("english-11", members=[lee, ana])
    settings = settings_of(ws, tmp_path) | {"ACCORD_TEACHERS": lee.id, "ACCORD_LOG_LEVEL": level}
    feedback = {"seen": "Seven of ten begin with quagmire", "matters": "It tires xylophones", "next_step": "Vary yaks"}
    async with running(ws, tmp_path, settings) as bot:
        await lee.types("/accord setup", in_=english)
        await lee.sees_modal("set_up.save", within=WITHIN)
        await lee.fills({"name": "English Umbrella", "term_ends_on": _in_a_year(ws)})
        assert await lee.submits() == {}
        await lee.sees("roster-read", within=WITHIN)
        await lee.types("/accord feedback @ana", in_=english)
        await lee.sees_modal("feedback.give", within=WITHIN)
        await lee.fills({"student": ana, **feedback})
        assert await lee.submits() == {}
        await ana.sees("feedback-given", within=WITHIN)
        await ana.says("hi")
        await _interview(ana)
        await ana.presses("proposing.submit")
        await lee.sees("feedback-delivered", within=WITHIN)
        await lee.sees("proposal-card", within=WITHIN)
        await lee.presses("reviewing.approve")
        await lee.sees("agreed", within=WITHIN)
    assert bot.ended is not None
    assert bot.ended.code == 0
    logged = bot.ended.err + bot.ended.out
    assert '"action": "connected"' in logged
    for secret in (ws.bot_token, ws.app_token, *_telling(TYPED.values()), *_telling(feedback.values()), "Umbrella"):
        assert secret not in logged


def _telling(texts: Iterable[str]) -> list[str]:
    """Each text, and the words in it that nothing but it holds."""
    rare = "zebra|marmalade|walrus|pomegranate|quagmire|xylophones|yaks"
    return [*texts, *(word for text in texts for word in re.findall(rare, text))]


def _in_a_year(ws: LocalWorkspace) -> str:
    now = ws.clock.now()
    return now.replace(year=now.year + 1, day=1).date().isoformat()


async def _interview(ana: Person) -> None:
    """Answer what is asked until the summary comes."""
    texts = iter([TYPED["hardest"], TYPED["strengths"], TYPED["statement"]])
    for _ in range(25):
        question = await ana.sees("interview-question", within=WITHIN)
        if "Sign and send" in question.buttons:
            return
        await _answer(ana, question, texts)
    raise AssertionError("no summary after 25 answers")


async def _answer(ana: Person, question: Message, texts: Iterable[str]) -> None:
    label = next((b for b in ("Use this", "Written work", "Skip") if b in question.buttons), None)
    if label is not None:
        await ana.presses(label, on=question)
    elif "end?" in question.visible_text:
        await ana.says("in 20 weeks", typing=TYPING)
    else:
        await ana.says(next(iter(texts), TYPED["more"]), typing=TYPING)


async def test_help_names_every_command(tmp_path: Path) -> None:
    ended = await accord(tmp_path, {}, "--help")
    assert ended.code == 0
    for command in ("run", "doctor", "demo", "tour", "db"):
        assert re.search(rf"\b{command}\b", ended.out)
    assert (await accord(tmp_path, {}, "obliterate")).code != 0


async def test_db_migrate_makes_the_database_and_may_run_again(tmp_path: Path) -> None:
    for _ in range(2):
        ended = await accord(tmp_path, {}, "db", "migrate", "--yes")
        assert (ended.code, ended.err) == (0, "")
        assert words_for()("db-up-to-date") in ended.out
    with sqlite3.connect(tmp_path / "var" / "accord.db") as database:
        assert database.execute("SELECT count(*) FROM contract").fetchone() == (0,)


@pytest.mark.parametrize(("typed", "code", "key"), [("y\n", 0, "db-up-to-date"), ("n\n", 1, "db-migrate-not-now")])
def test_db_migrate_asks_whoever_sits_before_it(tmp_path: Path, typed: str, code: int, key: str) -> None:
    settings = {"ACCORD_DATABASE_URL": f"sqlite:///{tmp_path}/new/accord.db"}
    ended, screen = at_a_terminal(tmp_path, settings, "db", "migrate", types=typed)
    assert ended == code
    assert words_for()("db-migrate-sure", path=f"{tmp_path}/new/accord.db") in screen
    assert words_for()(key) in screen
    assert (tmp_path / "new" / "accord.db").exists() is (code == 0)
