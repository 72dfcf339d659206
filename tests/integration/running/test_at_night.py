"""What the log of the real program says while PostgreSQL is away: one trouble, with its remedy, and that it is over."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError
from structlog.testing import capture_logs

from bot import logs
from bot.troubles import DatabaseTrouble, Trouble
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from tests.integration.privacy.test_logs import everything_logged
from tests.integration.running.program import STARTS_WITHIN, settings_of, start

WITHIN = 30.0
NIGHT = 12
"""Seconds."""

PASSWORD = "sesame-at-night"


class Relay:
    """A port that leads to PostgreSQL's socket, and can be shut: then connections are refused, and open ones cut."""

    def __init__(self, socket: str, port: int = 0) -> None:
        self._socket = socket
        self.port = port
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._take, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in list(self._open):
            writer.transport.abort()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back, forth = await asyncio.open_unix_connection(self._socket)
        self._open |= {writer, forth}
        await asyncio.gather(_copy(reader, forth), _copy(back, writer))
        self._open -= {writer, forth}


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


class Log:
    """The lines of a program, as they come."""

    def __init__(self, stream: asyncio.StreamReader) -> None:
        self._stream = stream
        self.lines: list[str] = []

    async def until(self, action: str, *keys: str) -> dict[str, Any]:
        """The next line with this action and these keys."""
        async with asyncio.timeout(WITHIN):
            while line := (await self._stream.readline()).decode():
                self.lines.append(line)
                said = json.loads(line)
                if said["action"] == action and all(key in said for key in keys):
                    found: dict[str, Any] = said
                    return found
        raise AssertionError(f"no {action} in {self.lines}")

    async def rest(self) -> None:
        self.lines += (await self._stream.read()).decode().splitlines(keepends=True)


@pytest.fixture
async def relay(postgres_url: str) -> AsyncIterator[Relay]:
    url = make_url(postgres_url)
    engine = open_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))  # the program makes its own tables
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    folder = url.query["host"]
    made = Relay(f"{folder}/.s.PGSQL.{url.port or 5432}")
    await made.open()
    yield made
    await made.shut()


@asynccontextmanager
async def at_work(ws: LocalWorkspace, folder: Path, database: str) -> AsyncIterator[Log]:
    process = await start(folder, {**settings_of(ws, folder), "ACCORD_DATABASE_URL": database}, "run")
    assert process.stderr is not None
    log = Log(process.stderr)
    try:
        await log.until("connected")
        await ws.connected(within=STARTS_WITHIN)
        yield log
        process.terminate()
        async with asyncio.timeout(STARTS_WITHIN):
            await log.rest()
            await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_a_night_without_its_database(
    ws: LocalWorkspace, tmp_path: Path, postgres_url: str, relay: Relay
) -> None:
    url = make_url(postgres_url)
    database = f"postgresql://{url.username}:{PASSWORD}@127.0.0.1:{relay.port}/{url.database}"
    ana = ws.add_person("ana", "Ana Horvat")
    async with at_work(ws, tmp_path, database) as log:
        await ana.says("hi")
        await ana.sees("help", within=WITHIN)
        await relay.shut()
        told = await log.until("database-trouble", "remedy")
        for number in range(NIGHT):
            await ana.says(f"are you there? {number}", acked=False)
            await asyncio.sleep(1)  # it is how long it lasts that is tried
        await relay.open()
        over = await log.until("database-trouble", "over_after_seconds")
    assert f"127.0.0.1:{relay.port}" in told["place"]
    assert told["reason"]
    assert told["place"] in told["remedy"]
    assert over["place"] == told["place"]
    assert over["over_after_seconds"] >= NIGHT
    started = next(json.loads(line) for line in log.lines if json.loads(line)["action"] == "connected")
    assert started["version"]
    assert started["database"] == told["place"]
    written = "".join(log.lines)
    assert PASSWORD not in written
    assert "Traceback" not in written
    troubled = [json.loads(line) for line in log.lines if json.loads(line)["level"] in ("warning", "error", "critical")]
    ours = sorted(line["action"] for line in troubled if line["action"] != "library")  # a busy machine misses ticks
    assert ours == ["database-trouble", "waking.lost"]
    libraries = [(line["logger"], line["at"]) for line in troubled if line["action"] == "library"]
    assert len(libraries) == len(set(libraries))


def test_where_nobody_answers_the_line_says_where_why_and_what_to_do() -> None:
    trouble = DatabaseTrouble(f"postgresql://ana:{PASSWORD}@127.0.0.1:9/accord")
    engine = open_engine(f"postgresql://ana:{PASSWORD}@127.0.0.1:9/accord")
    with capture_logs() as logged:
        for _ in range(50):
            with pytest.raises(OperationalError) as refused:
                engine.connect()
            assert trouble.takes(refused.value)
    (line,) = logged
    assert line["place"] == "127.0.0.1:9/accord"
    assert "refused" in line["reason"].lower()
    assert line["place"] in line["remedy"]
    assert PASSWORD not in str(line)


def test_what_a_statement_is_to_blame_for_is_no_trouble_of_the_database(engine: Engine) -> None:
    trouble = DatabaseTrouble(str(engine.url.render_as_string(hide_password=False)))
    with engine.connect() as connection, pytest.raises(DBAPIError) as wrong:
        connection.execute(text("SELECT nothing FROM nowhere"))
    assert not trouble.takes(wrong.value)
    assert not trouble.takes(ValueError())


def test_a_trouble_is_told_at_its_beginning_once_a_minute_and_at_its_end() -> None:
    now = [0.0]
    trouble = Trouble("a-trouble", seconds=lambda: now[0])
    with capture_logs() as logged:
        trouble.over("well")
        for second in range(125):
            now[0] = second
            trouble.seen("ill")
        trouble.over("well")
        trouble.over("well")
    assert [line.get("seconds", line.get("over_after_seconds")) for line in logged] == [0, 60, 120, 124]


def test_a_line_of_a_library_is_json_with_an_action_once_a_minute() -> None:
    with everything_logged() as written:
        for _ in range(5):
            logging.getLogger("apscheduler.executors").error("what somebody wrote")
    (line,) = [json.loads(line) for line in written.getvalue().splitlines()]
    assert (line["action"], line["logger"]) == ("library", "apscheduler.executors")
    assert "somebody" not in written.getvalue()


def test_a_library_that_meets_the_trouble_says_nothing_of_its_own() -> None:
    trouble = DatabaseTrouble("postgresql://a@127.0.0.1:9/accord")
    with everything_logged() as written:
        logs.set_up_logs("DEBUG", trouble.takes)
        try:
            open_engine("postgresql://a@127.0.0.1:9/accord").connect()
        except OperationalError:
            logging.getLogger("apscheduler.executors").exception("Job raised an exception")
            structlog.get_logger().exception("tick failed", action="tick-failed")
    assert [json.loads(line)["action"] for line in written.getvalue().splitlines()] == ["database-trouble"]
