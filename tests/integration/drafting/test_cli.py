"""`accord llm`: the log without personal data, and the scores over a file of feedback."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import command_line
from bot.activities.drafting import use_cases as drafting
from bot.domain.actor import Actor
from bot.domain.drafts import Call, CallOutcome
from sandbox.language_model import LanguageModel, Step, drafts, says
from storage.engine import open_engine
from storage.migrate import migrate
from storage.unit_of_work import Transactions
from tests.integration.drafting.conftest import FEEDBACK, GOOD, NOW, VAGUE

DATA = Path(__file__).parents[2] / "data" / "drafting" / "feedback.jsonl"
runner = CliRunner()


@contextmanager
def model(*script: Step) -> Iterator[LanguageModel]:
    """A model that runs in a thread: the command has an event loop of its own."""
    made, loop, up, down = LanguageModel(*script), asyncio.new_event_loop(), threading.Event(), asyncio.Event()

    async def serve() -> None:
        async with made.running():
            up.set()
            await down.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    up.wait()
    try:
        yield made
    finally:
        loop.call_soon_threadsafe(down.set)
        thread.join()
        loop.close()


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path}/accord.db"
    monkeypatch.setenv("ACCORD_DATABASE_URL", url)
    return url


def test_the_log_says_what_was_sent_and_came_back(database: str) -> None:
    engine = open_engine(database)
    migrate(engine)
    assert runner.invoke(command_line(), ["llm", "log", "--json"]).output == ""
    sent = ({"role": "user", "content": "Tell [person 1]"},)
    with Transactions(engine).begin("T1", NOW) as uow:
        for received in ("first", "second"):
            call = Call(
                "T1", NOW, "draft_targets", 1, "local", "schema", sent, received, CallOutcome.ANSWERED, 12, 7, 5
            )
            assert drafting.open_call(uow, Actor("T1", ""), call, 5) is not None
    engine.dispose()
    lines = runner.invoke(command_line(), ["llm", "log", "--json", "--last", "1"]).output.splitlines()
    (row,) = map(json.loads, lines)
    assert (row["received"], row["sent"], row["latency_ms"], row["prompt_tokens"]) == ("second", list(sent), 12, 7)
    shown = runner.invoke(command_line(), ["llm", "log"]).output
    assert shown.index("first") < shown.index("second")


def test_the_log_makes_no_database_by_looking_for_one(database: str, tmp_path: Path) -> None:
    looked = runner.invoke(command_line(), ["llm", "log"])
    assert (looked.exit_code, looked.stdout) == (1, "")
    assert str(tmp_path / "accord.db") in looked.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_days_calls_end_with_the_budget_and_begin_again_the_next_day(database: str) -> None:
    engine = open_engine(database)
    migrate(engine)
    call = Call("T1", NOW, "draft_targets", 1, "local", "schema", ())

    def opened(now: datetime) -> bool:
        with Transactions(engine).begin("T1", now) as uow:
            return drafting.open_call(uow, Actor("T1", ""), call, 2) is not None

    assert [opened(NOW) for _ in range(3)] == [True, True, False]
    assert opened(NOW.replace(day=NOW.day + 1, hour=0))
    later = NOW.replace(month=NOW.month + 2)
    assert opened(later)
    with Transactions(engine).begin("T1", later) as uow:
        assert len(uow.calls.latest(9)) == 1
    engine.dispose()


def test_eval_scores_the_prompt_on_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "feedback.jsonl"
    invented = "In 3 of my next __ essays, I will vary the openings of my sentences."
    file.write_text("".join(json.dumps(FEEDBACK | {"names": ["Ana Horvat"]}) + "\n" for _ in range(3)), "utf-8")
    with model(
        drafts(GOOD, VAGUE), drafts(invented, "In __ of my next __ essays, I will bake cakes."), says("no")
    ) as made:
        monkeypatch.setenv("OPENAI_BASE_URL", made.base_url)
        monkeypatch.setenv("ACCORD_LLM_MODEL", "local")
        result = runner.invoke(command_line(), ["llm", "eval", str(file)])
    scores = json.loads(result.output)
    assert result.exit_code == 0
    assert (scores["feedback"], scores["failed"], scores["drafts"]) == (3, 1, 4)
    assert (scores["measurable"], scores["on_topic"], scores["no_invented_numbers"]) == (0.75, 0.75, 0.75)
    assert (scores["fitting_length"], scores["shown"], scores["tokens"]) == (1.0, 0.5, 3 * 760)


def test_eval_scores_the_rule_without_a_server() -> None:
    result = runner.invoke(command_line(), ["llm", "eval", "--by-rule", str(DATA)])
    scores = json.loads(result.output)
    assert scores["failed"] == 0
    assert min(scores[name] for name in ("measurable", "no_invented_numbers", "fitting_length")) == 1.0
    assert scores["on_topic"] > 0.9


def test_eval_says_how_many_drafts_a_teacher_would_take(tmp_path: Path) -> None:
    told = {"class": "Nursing Year 1", "next_step": "Check the wristband twice.", "never": ["tasks"]}
    rows = (
        told | {"want": [["wristband", "once|twice"]], "occasion": ["shifts"]},
        told | {"want": [["wristband"]], "occasion": ["essays"]},
        told | {"want": [["wristband", "thrice"]]},
        told | {"want": [["wristband"]], "never": ["my next __ shifts."]},
        told | {"want": [], "offer": False},
        {"next_step": "Well done!", "want": [], "offer": False},
    )
    file = tmp_path / "rubric.jsonl"
    scores = []
    for row in (*rows, {"next_step": "Well done!"}):
        file.write_text(json.dumps(row), "utf-8")
        scores.append(
            json.loads(runner.invoke(command_line(), ["llm", "eval", "--by-rule", str(file)]).output)["usable"]
        )
    assert scores == [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, None]


@pytest.mark.parametrize("content", ["no json", "[]", "{}", "7", '{"next_step": "Try", "want": 7}'])
def test_eval_says_which_line_is_wrong(tmp_path: Path, content: str) -> None:
    file = tmp_path / "feedback.jsonl"
    file.write_text('{"next_step": "Try"}\n' + content, "utf-8")
    result = runner.invoke(command_line(), ["llm", "eval", "--by-rule", str(file)])
    assert result.exit_code == 1
    assert "line 2" in result.output


def test_eval_without_a_model_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_LLM_MODEL", "")
    result = runner.invoke(command_line(), ["llm", "eval", str(DATA)])
    assert result.exit_code == 1
    assert "ACCORD_LLM_MODEL" in result.output
