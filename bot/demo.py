"""`accord demo`: a local workspace with a small class, and Accord connected to it."""

import asyncio
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.logs import set_up_logs
from bot.running import Misconfigured
from bot.scene import school
from prompts.words import words_for
from sandbox.workspace import PortBusy

FOLDER = Path("var/demo")


async def run_demo(port: int, say: Callable[[str], None]) -> None:
    """Serve the workspace's page until Ctrl-C. The class is new each time; its clock starts now."""
    set_up_logs("WARNING")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("accord.db*"):
        old.unlink()
    stopped = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stopped.set)
    words = words_for()
    try:
        async with school(f"sqlite:///{FOLDER}/accord.db", port=port, frozen=False, start=datetime.now(UTC)) as scene:
            say(words("demo-ready", url=scene.ws.url))
            await stopped.wait()
    except PortBusy as error:
        raise Misconfigured(words("demo-port-busy", port=port)) from error
