"""The real program, before somebody at a terminal."""

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.integration.running.program import STARTS_WITHIN, environment


def at_a_terminal(folder: Path, settings: Mapping[str, str], *words: str, types: str = "") -> tuple[int, str]:
    """Run a command to its end: its exit code, and what stood on the screen. `types` is what is typed meanwhile."""
    ours, its = pty.openpty()
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", *words],
            cwd=folder,
            env=environment(**settings),
            stdin=its,
            stdout=its,
            stderr=its,
        )
        os.close(its)
        os.write(ours, types.encode())
        screen = _read(ours)
        return process.wait(STARTS_WITHIN), screen
    finally:
        os.close(ours)


def _read(terminal: int) -> str:
    """Until nobody holds its other end any more."""
    read = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:  # Linux's way of saying so
            more = b""
        if not more:
            return read.decode().replace("\r\n", "\n")
        read += more
