"""The whole loop, once, through the page."""

from pathlib import Path

import pytest

from tests.browser.classroom import class_on_page
from tests.browser.screen import Screen
from tests.browser.story import StoryOnPage

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_contract_is_proposed_agreed_kept_celebrated_changed_and_looked_back_on(
    screen: Screen, tmp_path: Path
) -> None:
    async with class_on_page(tmp_path) as (scene, address):
        await screen.opens(address, scene.lee)
        await StoryOnPage(scene, screen).play()
        await expect_quiet(screen)


async def expect_quiet(screen: Screen) -> None:
    """Nothing went wrong on the way."""
    assert await screen.notices.count() == 0, await screen.notices.all_text_contents()
