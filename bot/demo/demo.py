"""`accord demo`: a local workspace with a small class, and Accord connected to it."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.run import Misconfigured
from bot.demo.scene import school
from bot.logs import set_up_logs
from prompts.words import words_for
from sandbox import page
from sandbox.workspace import PortBusy

FOLDER = Path("var/demo")


@asynccontextmanager
async def _demo(database_url: str, port: int) -> AsyncIterator[str]:
    """The class at work, and the page on it; gives the page's address."""
    words = words_for()
    page.prepare()
    async with school(database_url, frozen=False, start=datetime.now(UTC)) as scene:
        jumps = [page.Jump(words("demo-jump"), scene.next_check_in, words("demo-no-jump"))]
        async with page.serving(scene.ws, port, jumps=jumps) as address:
            yield address


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
        async with _demo(f"sqlite:///{FOLDER}/accord.db", port) as address:
            say(words("demo-ready", url=address))
            await stopped.wait()
    except ModuleNotFoundError as error:
        raise Misconfigured(words("demo-needs-page", module=str(error.name))) from error
    except PortBusy as error:
        raise Misconfigured(words("demo-port-busy", port=str(port))) from error
    finally:
        # The interpreter's last look at a million dead objects would be most of the wait after Ctrl-C.
        gc.freeze()
