"""The demo as a process: it ends at once and wholly, whoever is looking at it."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.browser.screen import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")

PATIENCE = 90.0
"""Seconds after which a process that does not end is killed; it ends within two."""

COMMAND = (sys.executable, "-m", "bot", "demo", "--port")
ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def demo(folder: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """`accord demo` in a process group of its own, in an empty folder."""
    process = await asyncio.create_subprocess_exec(
        *COMMAND, str(port), cwd=folder, start_new_session=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


async def test_ctrl_c_ends_it_and_leaves_no_process(screen: Screen, tmp_path: Path) -> None:
    async with demo(tmp_path, 0) as process, asyncio.timeout(PATIENCE):
        assert process.stdout is not None
        line = (await process.stdout.readline()).decode()
        address = next(word for word in line.split() if word.startswith("http://"))
        await screen.opens(address, "ana")
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)
        screen.complaints.clear()


async def test_a_busy_port_is_one_line_with_the_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with demo(tmp_path, port) as process, asyncio.timeout(PATIENCE):
            _, errors = await process.communicate()
            said = [line for line in errors.decode().splitlines() if str(port) in line]
            assert process.returncode == 1
            assert len(said) == 1
            assert "--port" in said[0]
