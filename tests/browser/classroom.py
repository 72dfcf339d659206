"""A class with Accord in it, and the page on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.demo.scene import School, school
from prompts.words import words_for
from sandbox import page


@asynccontextmanager
async def class_on_page(folder: Path) -> AsyncIterator[tuple[School, str]]:
    """A class with Accord on a clock that stands still, and the address of the page on it."""
    words = words_for()
    async with school(f"sqlite:///{folder}/accord.db") as scene:
        jumps = [page.Jump(words("demo-jump"), scene.next_check_in, words("demo-no-jump"))]
        async with page.serving(scene.ws, jumps=jumps) as address:
            yield scene, address
