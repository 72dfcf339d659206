"""The real program, in a process and a working directory of its own."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox.workspace import LocalWorkspace

HOUSE = Path(__file__).parents[3]
STARTS_WITHIN = 60.0
"""Seconds, on a machine that is busy with other tests."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str


def environment(**settings: str) -> dict[str, str]:
    """Nothing of whoever runs the tests but what Python needs, and these settings."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    return {**kept, "PYTHONPATH": str(HOUSE), "PYTHONUNBUFFERED": "1", "COLUMNS": "400", **settings}


def settings_of(ws: LocalWorkspace, folder: Path) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": ws.bot_token,
        "SLACK_APP_TOKEN": ws.app_token,
        "SLACK_API_URL": ws.api_url,
        "ACCORD_DATABASE_URL": f"sqlite:///{folder}/var/accord.db",
    }


async def start(
    folder: Path, settings: Mapping[str, str], *words: str, module: str = "bot"
) -> asyncio.subprocess.Process:
    """A command, with its outputs to be read."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *words,
        cwd=folder,
        env=environment(**settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def accord(folder: Path, settings: Mapping[str, str], *words: str, module: str = "bot") -> Ended:
    """Run a command to its end."""
    process = await start(folder, settings, *words, module=module)
    try:
        async with asyncio.timeout(STARTS_WITHIN):
            out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return Ended(process.returncode, out.decode(), err.decode())


@dataclass(slots=True)
class Running:
    """`accord run` at work. After the block `ended` says how it ended."""

    process: asyncio.subprocess.Process
    greeting: str
    log: "Log"
    ended: Ended | None = None


class Log:
    """What a program writes to standard error, as it comes."""

    def __init__(self, stream: asyncio.StreamReader) -> None:
        self.lines: list[str] = []
        self._stream = stream
        self._more = asyncio.Condition()

    async def read(self) -> str:
        """To its end."""
        while line := await self._stream.readline():
            async with self._more:
                self.lines.append(line.decode())
                self._more.notify_all()
        return "".join(self.lines)

    async def says(self, action: str) -> dict[str, Any]:
        """Wait for the first line with this action; TimeoutError where none comes."""
        async with asyncio.timeout(STARTS_WITHIN), self._more:
            await self._more.wait_for(lambda: self.with_action(action))
        return self.with_action(action)[0]

    def with_action(self, action: str) -> list[dict[str, Any]]:
        said = [json.loads(line) for line in self.lines if line.startswith("{")]
        return [line for line in said if line.get("action") == action]


@asynccontextmanager
async def running(
    ws: LocalWorkspace, folder: Path, settings: Mapping[str, str], *, module: str = "bot"
) -> AsyncIterator[Running]:
    """`accord run` while the block runs; then SIGTERM, unless it has ended."""
    process = await start(folder, settings, "run", module=module)
    assert process.stdout is not None
    assert process.stderr is not None
    log = Log(process.stderr)
    err = asyncio.create_task(log.read())
    try:
        async with asyncio.timeout(STARTS_WITHIN):
            greeting = (await process.stdout.readline()).decode()
        if not greeting:
            raise AssertionError(f"it did not start: {await err}")
        await ws.connected(within=STARTS_WITHIN)
        at_work = Running(process, greeting, log)
        yield at_work
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STARTS_WITHIN):
            code = await process.wait()
        at_work.ended = Ended(code, greeting + (await process.stdout.read()).decode(), await err)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        await err
