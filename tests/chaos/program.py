"""`accord run` as a process that can be killed at any moment."""

import asyncio
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.integration.running.program import environment


class Replica:
    """One process, started again and again. What it logs is appended to a file."""

    def __init__(self, number: int, folder: Path, settings: Mapping[str, str]) -> None:
        self.log = folder / f"replica-{number}.log"
        self._folder = folder
        self._settings = dict(settings)
        self._process: asyncio.subprocess.Process | None = None
        self._began = 0.0
        self.has_connected = False

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        self._began = time.monotonic()
        self.has_connected = False
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=self._folder,
                env=environment(**self._settings),
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )

    async def connected(self) -> float | None:
        """Wait until it says that it is connected: seconds since the start; None where it ended instead."""
        assert self._process is not None
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        self.has_connected = bool(line)
        return time.monotonic() - self._began if line else None

    async def kill(self) -> bool:
        """SIGKILL. False where it had ended by itself."""
        if self._process is None:
            return False
        was_alive = self.alive
        if was_alive:
            self._process.kill()
        await self._process.wait()
        return was_alive
