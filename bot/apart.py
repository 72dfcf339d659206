"""Work on what may be hostile, done by a program of its own that is ended when it takes too long."""

import asyncio
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any


class Failed(Exception):
    """It did not answer. `endless`: it was ended, for its time or by a limit of the system's."""

    def __init__(self, *, endless: bool) -> None:
        super().__init__("endless" if endless else "broken")
        self.endless = endless


async def answer_of(program: Path, asked: bytes, patience: float) -> dict[str, Any]:
    """What the program says to this, as JSON. It is told nothing of our environment: what is hostile finds no token."""
    pipe = asyncio.subprocess.PIPE
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-I", str(program), stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL, env=_bare()
    )
    try:
        said, _ = await asyncio.wait_for(worker.communicate(asked), patience)
    except TimeoutError:
        raise Failed(endless=True) from None
    finally:
        if worker.returncode is None:
            with suppress(ProcessLookupError):
                worker.kill()
            await worker.wait()
    if worker.returncode:  # below 0, a limit of the system's ended it
        raise Failed(endless=worker.returncode < 0)
    answer: dict[str, Any] = json.loads(said)
    return answer


def _bare() -> dict[str, str]:
    """Windows starts no program without this one."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
