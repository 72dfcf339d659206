"""The real program, in a process and a working directory of its own."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

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


async def _start(folder: Path, settings: Mapping[str, str], *words: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *words,
        cwd=folder,
        env=environment(**settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def accord(folder: Path, settings: Mapping[str, str], *words: str) -> Ended:
    """Run a command to its end."""
    process = await _start(folder, settings, *words)
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
    ended: Ended | None = None


@asynccontextmanager
async def running(ws: LocalWorkspace, folder: Path, settings: Mapping[str, str]) -> AsyncIterator[Running]:
    """`accord run` while the block runs; then SIGTERM, unless it has ended."""
    process = await _start(folder, settings, "run")
    assert process.stdout is not None
    assert process.stderr is not None
    err = asyncio.create_task(process.stderr.read())
    try:
        async with asyncio.timeout(STARTS_WITHIN):
            greeting = (await process.stdout.readline()).decode()
        if not greeting:
            raise AssertionError(f"it did not start: {(await err).decode()}")
        await ws.connected(within=STARTS_WITHIN)
        at_work = Running(process, greeting)
        yield at_work
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STARTS_WITHIN):
            code = await process.wait()
        at_work.ended = Ended(code, greeting + (await process.stdout.read()).decode(), (await err).decode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        await err
