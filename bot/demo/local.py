"""A small class in a local workspace, to play with: `accord demo`."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.run import Misconfigured
from bot.demo.scene import School, newcomer, school
from bot.demo.term import Term, begins
from bot.logs import set_up_logs
from prompts.words import words_for
from sandbox import page
from sandbox.workspace import PortBusy

FOLDER = Path("var/demo")


@asynccontextmanager
async def _demo(database_url: str, port: int, *, in_term: bool) -> AsyncIterator[str]:
    """The class at work, and the page on it; gives the page's address."""
    words = words_for()
    page.prepare()
    async with _in_term(database_url) if in_term else _new(database_url) as scene:
        jumps = [page.Jump(words("demo-jump"), scene.next_check_in, words("demo-no-jump"))]
        async with page.serving(scene.ws, port, jumps=jumps) as address:
            yield address


@asynccontextmanager
async def _new(database_url: str) -> AsyncIterator[School]:
    async with school(database_url, frozen=False, start=datetime.now(UTC)) as scene:
        await newcomer(scene)
        yield scene


@asynccontextmanager
async def _in_term(database_url: str) -> AsyncIterator[School]:
    """Six weeks lie behind it."""
    now = datetime.now(UTC)
    async with school(database_url, start=begins(now)) as scene:
        await Term(scene, now).play()
        scene.clock.run()
        yield scene


def own_folder(folder: Path) -> None:
    """Make it where it is not, and what it lies in, for its owner alone: a school's own database comes to lie beside
    it. The class of before goes."""
    for place in (folder.parent, folder):
        place.mkdir(0o700, exist_ok=True)
    for old in folder.glob("accord.db*"):
        old.unlink()


async def run_demo(port: int, say: Callable[[str], None], *, in_term: bool = False) -> None:
    """Serve the workspace's page until Ctrl-C. The class is new each time; its clock starts now."""
    set_up_logs("WARNING")
    own_folder(FOLDER)
    stopped = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stopped.set)
    words = words_for()
    try:
        if in_term:
            say(words("demo-plays"))
        async with _demo(f"sqlite:///{FOLDER}/accord.db", port, in_term=in_term) as address:
            say(words("demo-ready-in-term" if in_term else "demo-ready", url=address))
            await stopped.wait()
    except ModuleNotFoundError as error:
        raise Misconfigured(words("demo-needs-page", module=str(error.name))) from error
    except PortBusy as error:
        raise Misconfigured(words("demo-port-busy", port=str(port))) from error
    finally:
        # The interpreter's last look at a million dead objects would be most of the wait after Ctrl-C.
        gc.freeze()
