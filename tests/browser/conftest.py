"""A browser, and a class with Accord in it, with the page on it.

NiceGUI lives in one event loop for a process, so these tests share one.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.scene import School, school
from prompts.words import words_for
from sandbox import page
from tests.browser.screen import Screen, chromium, window


@asynccontextmanager
async def class_on_page(folder: Path) -> AsyncIterator[tuple[School, str]]:
    """A class with Accord on a clock that stands still, and the address of the page on it."""
    words = words_for()
    async with school(f"sqlite:///{folder}/accord.db") as scene:
        jumps = [page.Jump(words("demo-jump"), scene.next_check_in, words("demo-no-jump"))]
        async with page.serving(scene.ws, jumps=jumps) as address:
            yield scene, address


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The system's Chromium, headless."""
    async with chromium() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def screen(browser: Browser) -> AsyncIterator[Screen]:
    """One window."""
    async with window(browser) as opened:
        yield opened


@pytest.fixture
def second_screen(browser: Browser) -> object:
    """Another window, of another browser profile."""
    return window(browser)
