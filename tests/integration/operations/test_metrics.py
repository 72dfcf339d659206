"""The numbers move with what happens, keep their names, and tell of nobody."""

import asyncio
import re
import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.request import urlopen

import pytest
from sqlalchemy import Engine

from bot import metrics
from bot.cli.run import Misconfigured, serve
from bot.demo.scene import School
from bot.domain.drafts import Call, CallOutcome
from bot.domain.outbox import Backlog
from bot.llm.drafter import Drafter, DraftMaterial
from bot.llm.prompt import AnswerFormat, Messages, ModelReply, prompt
from bot.settings import Settings
from prompts.words import words_for
from sandbox.workspace import LocalWorkspace
from storage.queries.backlog import read_backlog
from storage.tables.classes import ErrandRow, OutboxRow, table
from tests.acceptance.steps import agree, check_in_due, set_up
from tests.integration.running.program import running, settings_of
from tests.world import START

NAMES = {
    "accord_events",
    "accord_acknowledgement_seconds",
    "accord_last_event_timestamp_seconds",
    "accord_sends",
    "accord_rate_limited",
    "accord_errands",
    "accord_llm_call_seconds",
    "accord_clock_leaps",
    "accord_clock_ahead_seconds",
    "accord_build_info",
    "accord_database_up",
    "accord_schools_locked_out",
    "accord_outbox_waiting",
    "accord_outbox_lag_seconds",
    "accord_check_in_due_lag_seconds",
    "accord_dead_letters",
}
PROCESS = re.compile("accord_process_[a-z_]+")


class Counts:
    """How much each number grew since the test began."""

    def __init__(self) -> None:
        self._before = self._now()

    def __call__(self, name: str, **labels: str) -> float:
        key = (name, tuple(sorted(labels.items())))
        return self._now().get(key, 0.0) - self._before.get(key, 0.0)

    def _now(self) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
        samples = (sample for metric in metrics.REGISTRY.collect() for sample in metric.samples)
        return {(s.name, tuple(sorted(s.labels.items()))): s.value for s in samples}


@pytest.fixture
def grown() -> Counts:
    return Counts()


async def test_a_story_moves_them(scene: School, grown: Counts) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("5 of 10")
    await scene.quiet()

    assert grown("accord_events_total", kind="command", outcome="done") == 1
    assert grown("accord_events_total", kind="view", outcome="done") == 1
    assert grown("accord_events_total", kind="message", outcome="done") >= 5
    assert grown("accord_events_total", kind="action", outcome="done") >= 2
    assert grown("accord_acknowledgement_seconds_count", kind="command") == 1
    assert grown("accord_sends_total", verb="post", outcome="sent") >= 10
    assert grown("accord_errands_total", kind="sync-roster", outcome="done") >= 1
    assert grown("accord_events_total", kind="message", outcome="failed") == 0
    assert metrics.REGISTRY.get_sample_value("accord_database_up") == 1
    assert metrics.REGISTRY.get_sample_value("accord_last_event_timestamp_seconds") != 0


async def test_refused_repeated_and_limited_are_told_apart(scene: School, grown: Counts) -> None:
    await scene.ana.types("/accord setup", in_=scene.english)
    await scene.quiet()
    assert grown("accord_events_total", kind="command", outcome="refused") == 1

    scene.ws.faults.next("chat.postMessage", kind="http_429", seconds=1.0)
    await scene.ana.says("hi")
    await scene.quiet()
    await scene.later(seconds=30)
    assert grown("accord_sends_total", verb="post", outcome="limited") == 1
    assert grown("accord_rate_limited_total", verb="post") == 1
    assert grown("accord_sends_total", verb="post", outcome="sent") == 1


async def test_they_tell_of_nobody(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    told = metrics.exposition().decode()
    state = scene.ws.core.state
    somebody = {scene.accord.workspace, state.team_name, scene.english.id, *state.users}
    assert len(somebody) > 5
    assert not [one for one in somebody if one in told]
    assert "workspace=" not in told
    labels = {label for m in metrics.REGISTRY.collect() for s in m.samples for label in s.labels}
    assert labels == {"kind", "outcome", "verb", "of", "le", "version", "direction"}


async def test_their_names_stay(scene: School) -> None:
    names = {m.name for m in metrics.REGISTRY.collect()}
    assert {n for n in names if not PROCESS.fullmatch(n)} == NAMES


def test_nothing_about_what_waits_without_a_program() -> None:
    assert metrics.REGISTRY.get_sample_value("accord_database_up") is None


class StillClock:
    def now(self) -> datetime:
        return START


@pytest.fixture
def away() -> Iterator[None]:
    def read() -> Backlog:
        raise ConnectionError("away")

    unwatch = metrics.watch(read, StillClock())
    yield
    unwatch()


@pytest.mark.usefixtures("away")
def test_a_database_that_is_away_takes_nothing_else_along(grown: Counts) -> None:
    with metrics.handling("message"):
        pass
    assert metrics.REGISTRY.get_sample_value("accord_database_up") == 0
    assert grown("accord_events_total", kind="message", outcome="done") == 1


def test_what_fails_is_counted_and_not_acknowledged(grown: Counts) -> None:
    with pytest.raises(ZeroDivisionError), metrics.handling("message"):
        _ = 1 / 0
    assert grown("accord_events_total", kind="message", outcome="failed") == 1
    assert grown("accord_acknowledgement_seconds_count", kind="message") == 0


outbox, errand = table(OutboxRow), table(ErrandRow)
SAID = {"workspace": "T1", "lane": "U1", "verb": "post", "notice": "help", "args": {}, "reader": "U1", "attempts": 0}
ASKED = {"workspace": "T1", "kind": "learn-person", "args": {}, "not_before": START, "attempts": 1}


def test_the_backlog(engine: Engine) -> None:
    """What may leave only later is no lag; what was sent, or done, is not dead."""
    empty = Backlog(0, None, None, 0, 0)
    assert read_backlog(engine, START) == empty
    assert (empty.outbox_lag(START), empty.due_lag(START)) == (timedelta(), timedelta())
    hour = timedelta(hours=1)
    early, late = START - hour, START + hour
    with engine.begin() as connection:
        for at, state in ((early, "waiting"), (late, "waiting"), (early, "sent"), (early, "failed")):
            connection.execute(outbox.insert().values(**SAID, created_at=at, not_before=at, state=state))
        for done, error in ((True, None), (True, "user_not_found"), (False, "TimeoutError")):
            connection.execute(errand.insert().values(**ASKED, done=done, error=error))
    found = read_backlog(engine, START)
    assert found == Backlog(2, START - hour, None, 1, 1)
    assert found.outbox_lag(START) == hour
    assert found.outbox_lag(START - 2 * hour) == timedelta()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((metrics.HERE, 0))
        port: int = probe.getsockname()[1]
        return port


async def test_a_program_offers_them_on_this_machine(ws: LocalWorkspace, tmp_path: Path) -> None:
    ana, port = ws.add_person("ana", "Ana Horvat"), _free_port()
    settings = settings_of(ws, tmp_path) | {"ACCORD_METRICS_PORT": str(port)}
    async with running(ws, tmp_path, settings) as bot:
        await ana.says("hi")
        await ana.sees("help", within=30.0)
        told = await asyncio.to_thread(lambda: urlopen(f"http://{metrics.HERE}:{port}/metrics").read().decode())
    assert 'accord_events_total{kind="message",outcome="done"} 1.0' in told
    assert "accord_database_up 1.0" in told
    assert ana.id not in told
    assert bot.ended is not None
    assert bot.ended.code == 0


async def test_a_port_that_is_taken(tmp_path: Path) -> None:
    """Said before Slack is asked for anything."""
    with socket.socket() as taken:
        taken.bind((metrics.HERE, 0))
        taken.listen()
        port = taken.getsockname()[1]
        given = {"slack_bot_token": "xoxb-1", "slack_app_token": "xapp-1", "accord_metrics_port": port}
        url = f"sqlite:///{tmp_path}/accord.db"
        with pytest.raises(Misconfigured) as refused:
            await serve(Settings.model_validate({**given, "accord_database_url": url}))
    assert str(refused.value) == words_for()("run-metrics-port-taken", port=str(port))


class Stumbling:
    """A server that fails once, then declines."""

    model = "local"

    def __init__(self) -> None:
        self._outcomes = iter((CallOutcome.SERVER_FAILED, CallOutcome.REFUSED))

    async def ask(self, messages: Messages, way: AnswerFormat) -> ModelReply:
        return ModelReply(next(self._outcomes))

    async def close(self) -> None: ...


class NoBook:
    async def open(self, call: Call) -> Call | None:
        return call

    async def close(self, call: Call) -> None: ...


async def test_calls_to_a_language_model_are_counted_by_how_they_end(grown: Counts) -> None:
    async def at_once(_: float) -> None: ...

    drafter = Drafter(
        Stumbling(), prompt("draft_targets"), NoBook(), lambda: START, timeout=60, time=lambda: 0.0, sleep=at_once
    )
    said = {"seen": "All begin alike", "matters": "It tires", "next_step": "Vary them"}
    assert await drafter.draft(DraftMaterial("T1", said)) == ()
    assert grown("accord_llm_call_seconds_count", outcome="server-failed") == 1
    assert grown("accord_llm_call_seconds_count", outcome="refused") == 1
