"""Takes the pictures of the page that the README shows: `python -m tests.browser.pictures [folder]`.

They are of the real page, while the whole story is played on it. With `--all` every moment is kept.
"""

import argparse
import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import Browser, expect

from bot.activities.digest.messages import TeacherDigest
from bot.activities.home.desk_messages import CLASS, STUDENT
from bot.activities.logbook.messages import HowItGoes
from bot.demo.scene import School, school
from bot.demo.term import Term, begins
from bot.logs import set_up_logs
from prompts.words import words_for
from sandbox import page
from tests.browser import homes
from tests.browser.classroom import class_on_page
from tests.browser.screen import PHONE, Screen, chromium, window
from tests.browser.story import StoryOnPage

FOLDER = Path("docs/images")
FRAME = (1160, 740)
HIGH = (1000, 1060)
IN_TERM = datetime(2027, 3, 8, 19, 0, tzinfo=UTC)
"""A Monday evening."""

MOMENTS = {
    "answer-measure": "interview",
    "reviewing.suggest": "modal",
    "proposal-card": "proposal",
    "check-in-due": "check-in",
    "shoutout-posted": "channel",
    "looked-back": "looking-back",
}
"""For each moment of the story that is kept: the name of its picture. The last time counts."""


class Photographer:
    """Keeps pictures of a window."""

    def __init__(self, folder: Path, *, everything: bool) -> None:
        self.folder = folder
        self._everything = everything
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)

    async def takes(self, screen: Screen, name: str) -> None:
        """Take a picture."""
        await screen.page.mouse.move(0, 0)
        await screen.page.evaluate("() => document.fonts.ready")
        await screen.page.wait_for_timeout(350)
        await screen.page.screenshot(path=self.folder / f"{name}.png", caret="hide")

    async def at(self, screen: Screen, moment: str) -> None:
        """Take a picture of a moment of the story, if it is one that is kept."""
        self._count += 1
        if self._everything:
            await self.takes(screen, f"{self._count:02d}-{moment}")
        elif moment in MOMENTS:
            await self.takes(screen, MOMENTS[moment])


async def main(folder: Path, *, everything: bool) -> None:
    """Play the story, and take every picture."""
    set_up_logs("ERROR")
    photographer = Photographer(folder, everything=everything)
    with tempfile.TemporaryDirectory() as place:
        async with (
            chromium() as browser,
            class_on_page(Path(place)) as (scene, address),
            window(browser, size=FRAME) as screen,
        ):

            async def look(moment: str) -> None:
                await photographer.at(screen, moment)

            await screen.opens(address, scene.lee)
            story = StoryOnPage(scene, screen, look)
            await story.play(until=6)
            await _still_views(browser, photographer, scene, address)
            await story.play(after=6)
        async with chromium() as browser:
            await _in_term(browser, photographer, Path(place))
            await homes.take(browser, folder)


async def _still_views(browser: Browser, photographer: Photographer, scene: School, address: str) -> None:
    """Take what the story does not stop at: Home, the inspector, dark, a phone."""
    async with window(browser, size=FRAME) as screen:
        for who, name in ((scene.ana, "home-student"), (scene.lee, "home-teacher")):
            await screen.opens(address, who, "home")
            await expect(screen.page.locator(".home .blk").first).to_be_visible()
            await photographer.takes(screen, name)
        await screen.opens(address, scene.lee)
        await screen.page.get_by_role("button", name="Inspector", exact=True).click()
        await screen.page.locator(".row-of").nth(1).locator("summary").click()
        await photographer.takes(screen, "inspector")
    async with window(browser, size=FRAME, dark=True) as screen:
        await screen.opens(address, scene.ana)
        await photographer.takes(screen, "dark")
    async with window(browser, size=PHONE) as screen:
        await screen.opens(address, scene.ana)
        await photographer.takes(screen, "phone")
        await screen.writes("/accord change")
        await expect(screen.modal).to_be_visible()
        await photographer.takes(screen, "phone-modal")
        await screen.modal.get_by_role("button", name="Close", exact=True).first.click()


async def _in_term(browser: Browser, photographer: Photographer, folder: Path) -> None:
    """Take what a teacher of a class in the middle of a term sees."""
    async with school(f"sqlite:///{folder}/term.db", start=begins(IN_TERM)) as scene:
        await Term(scene, IN_TERM).play()
        await scene.lee.opens_home()
        await scene.quiet()
        await scene.ana.types("/accord progress")
        await scene.quiet()
        async with page.serving(scene.ws) as address:
            for who, kind, name in ((scene.lee, TeacherDigest.kind, "digest"), (scene.ana, HowItGoes.kind, "chart")):
                said = next(m for m in reversed(who.inbox()) if m.kind == kind)
                async with window(browser, size=HIGH) as screen:
                    await screen.opens(address, who)
                    await screen.message(said.ts).screenshot(path=photographer.folder / f"{name}.png")
            async with window(browser, size=PHONE, dark=True) as screen:
                await screen.opens(address, scene.bell, "home")
                await photographer.takes(screen, "phone-home-dark")
            async with window(browser, size=HIGH) as screen:
                await screen.opens(address, scene.lee, "home")
                await photographer.takes(screen, "home-of-a-class")
                await screen.page.locator(f'[data-action="{CLASS}"]').first.click()
                await expect(screen.modal).to_be_visible()
                await photographer.takes(screen, "whole-class")
                await screen.modal.locator(f'[data-action="{STUDENT}"]').first.click()
                title = words_for()("home-student-title")
                await expect(screen.page.locator(".sheet.modal h2").last).to_contain_text(title)
                await photographer.takes(screen, "student-page")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--all", action="store_true", help="keep every moment of the story")
    given = parser.parse_args()
    asyncio.run(main(given.folder, everything=given.all))
