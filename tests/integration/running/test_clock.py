"""The real program on a computer whose clock leaps by hours, and by years."""

import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.demo.scene import MANIFEST
from sandbox.clock import MovableClock
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.migrate import migrate
from tests.integration.running.program import Ended, accord, running, settings_of
from tests.world import START, World

WITHIN = 60.0
SHIFTED = "tests.integration.running.shifted"
MANY = 24
"""More than leave at once in a workspace."""

LEAPS = pytest.mark.parametrize("leap", [-timedelta(hours=2), timedelta(days=400)])


@dataclass
class Computer:
    """Where a program runs; its clock can be set."""

    ws: LocalWorkspace
    folder: Path

    def __post_init__(self) -> None:
        self._true = START - datetime.now(UTC)
        self.settings = settings_of(self.ws, self.folder) | {"SHIFTED_BY": str(self._file)}
        self.set_by(timedelta(0))

    @property
    def _file(self) -> Path:
        return self.folder / "shifted-by"

    def set_by(self, leap: timedelta) -> None:
        """Off by so much."""
        fresh = self.folder / "to-be"
        fresh.write_text(str((self._true + leap).total_seconds()), "utf-8")
        os.replace(fresh, self._file)

    async def accord(self, *words: str) -> Ended:
        return await accord(self.folder, self.settings, *words, module=SHIFTED)

    def asks(self, question: str) -> list[str]:
        """The rows that the database answers with."""
        with closing(sqlite3.connect(self.folder / "var" / "accord.db")) as database:
            return [str(row[0]) for row in database.execute(question)]


@pytest.fixture
async def computer(tmp_path: Path) -> AsyncIterator[Computer]:
    """Whose clock goes with Slack's."""
    clock = MovableClock(START)
    async with LocalWorkspace.running(clock, MANIFEST, patience=20.0, redeliver_after=30.0) as ws:
        yield Computer(ws, tmp_path)


def aware(written: str) -> datetime:
    """An instant, as SQLite has it."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


async def everybody_is_answered(ws: LocalWorkspace) -> None:
    """Many write at once, each their first message, and each is answered."""
    newcomers = [ws.add_person(f"p{len(ws.core.state.users)}-{n}", f"P {n}") for n in range(MANY)]
    for person in newcomers:
        await person.says("hi")
    for person in newcomers:
        await person.sees("help", within=WITHIN)


@LEAPS
async def test_answers_go_on_and_it_is_said(computer: Computer, leap: timedelta) -> None:
    async with running(computer.ws, computer.folder, computer.settings, module=SHIFTED) as bot:
        await everybody_is_answered(computer.ws)
        computer.set_by(leap)
        await everybody_is_answered(computer.ws)
        line = await bot.log.says("clock.leapt")
        doctor = await computer.accord("doctor")
        computer.set_by(timedelta(0))
        await bot.log.says("clock.righted")
        await everybody_is_answered(computer.ws)
    assert abs(line["ahead_seconds"] - leap.total_seconds()) < 5
    assert line["remedy"]
    assert line["computer"] in doctor.out
    assert "accord clock confirm" in doctor.out
    assert [one["action"] for one in bot.log.with_action("clock.leapt")] == ["clock.leapt"]
    assert set(computer.asks("SELECT state FROM outbox")) == {"sent"}


@LEAPS
async def test_a_new_time_that_is_confirmed_is_gone_by(computer: Computer, leap: timedelta) -> None:
    async with running(computer.ws, computer.folder, computer.settings, module=SHIFTED) as bot:
        await everybody_is_answered(computer.ws)
        computer.set_by(leap)
        await bot.log.says("clock.leapt")
        assert (await computer.accord("clock", "confirm")).code == 0
        await bot.log.says("clock.taken")
        await everybody_is_answered(computer.ws)
        (newest,) = computer.asks("SELECT created_at FROM outbox ORDER BY id DESC LIMIT 1")
        assert abs(aware(newest) - (computer.ws.core.now() + leap)) < timedelta(minutes=2)
        assert (await computer.accord("clock", "confirm")).code == 1


async def test_no_contract_ends_by_a_leap(computer: Computer) -> None:
    url = computer.settings["ACCORD_DATABASE_URL"]
    engine = open_engine(url)
    migrate(engine)
    World(engine).agree()
    engine.dispose()
    ana = computer.ws.add_person("ana", "Ana Horvat")
    status = "SELECT status FROM contract"
    async with running(computer.ws, computer.folder, computer.settings, module=SHIFTED) as bot:
        computer.set_by(timedelta(days=400))
        await bot.log.says("clock.leapt")
        await ana.says("hi")
        await ana.sees("help", within=WITHIN)
        await computer.accord("doctor")
        assert computer.asks(status) == ["active"]
        await computer.accord("clock", "confirm")
        await bot.log.says("clock.taken")
        await bot.log.says("contracts-ended")
    assert computer.asks(status) == ["reassessing"]


async def test_a_start_with_a_wrong_clock_goes_by_slacks_time(computer: Computer) -> None:
    ana = computer.ws.add_person("ana", "Ana Horvat")
    for leap in (timedelta(0), timedelta(days=-20_000), timedelta(days=400)):
        computer.set_by(leap)
        async with running(computer.ws, computer.folder, computer.settings, module=SHIFTED):
            await ana.says("hi")
            await ana.sees("help", within=WITHIN)
    written = map(aware, computer.asks("SELECT created_at FROM outbox"))
    assert all(abs(at - computer.ws.core.now()) < timedelta(minutes=10) for at in written)
