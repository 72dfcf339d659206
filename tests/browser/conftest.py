"""A browser and its windows. NiceGUI lives in one event loop for a process, so these tests share one."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.screen import Screen, chromium, window


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
def second_screen(browser: Browser) -> AbstractAsyncContextManager[Screen]:
    """Another window, of another browser profile."""
    return window(browser)
