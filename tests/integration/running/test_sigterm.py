"""SIGTERM: nothing more is taken in, what runs is finished, nothing is lost, and the exit code is 0."""

import asyncio
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.outbox.sender import SETTLED
from sandbox.people import Person
from sandbox.workspace import LocalWorkspace
from tests.integration.running.program import STARTS_WITHIN, Running, running, settings_of

WITHIN = 60.0


@pytest.fixture
def ana(ws: LocalWorkspace) -> Person:
    return ws.add_person("ana", "Ana Horvat")


def database(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / "var" / "accord.db", isolation_level=None)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else can write meanwhile."""
    with closing(database(folder)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def outbox(folder: Path) -> list[str]:
    with closing(database(folder)) as connection:
        return [state for (state,) in connection.execute("SELECT state FROM outbox")]


def helped(ana: Person) -> int:
    return sum(message.kind == "help" for message in ana.inbox())


async def ended(bot: Running) -> int:
    async with asyncio.timeout(STARTS_WITHIN):
        return await bot.process.wait()


async def test_what_is_in_hand_is_finished(ws: LocalWorkspace, tmp_path: Path, ana: Person) -> None:
    settings = settings_of(ws, tmp_path)
    async with running(ws, tmp_path, settings) as bot:
        with locked(tmp_path):
            first = asyncio.ensure_future(ana.says("hi"))
            assert await ws.changes.until(lambda: any(e.sent_at for e in ws.envelopes), WITHIN)
            await ws.changes.until(lambda: False, 0.5)  # it is on its way into the database by now
            bot.process.send_signal(signal.SIGTERM)
        await first
        assert await ended(bot) == 0
    assert len(outbox(tmp_path)) == 1
    await ana.says("hello", acked=False)
    async with running(ws, tmp_path, settings):
        await ws.changes.until(lambda: helped(ana) == 2, WITHIN)
    assert helped(ana) == 2
    assert outbox(tmp_path) == ["sent", "sent"]


@pytest.mark.parametrize("signs", [1, 2])
async def test_what_hangs_is_left_and_found_at_the_next_start(
    ws: LocalWorkspace, tmp_path: Path, ana: Person, signs: int
) -> None:
    settings = settings_of(ws, tmp_path)
    ws.faults.next("chat.postMessage", kind="slow_after", seconds=WITHIN)
    async with running(ws, tmp_path, settings) as bot:
        await ana.says("hi")
        assert await ws.changes.until(lambda: helped(ana) == 1, WITHIN)
        for _ in range(signs):
            bot.process.send_signal(signal.SIGTERM)
            await ws.changes.until(lambda: not ws.sockets.connections, WITHIN)
        assert await ended(bot) == 0
    assert outbox(tmp_path) == ["claimed"]
    async with running(ws, tmp_path, settings):
        await ana.says("hello")
        assert await ws.changes.until(lambda: helped(ana) == 2, WITHIN + SETTLED.total_seconds())
    assert helped(ana) == 2
    assert outbox(tmp_path) == ["sent", "sent"]
