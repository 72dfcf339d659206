"""A window on the local workspace's page, in the words of a person who sits at it."""

import base64
import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from sandbox.people import Person
from tests.browser.find import FLAGS, browser

DESK = (1280, 800)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
PHONE = (390, 844)

PATIENCE = 20_000
"""Milliseconds for something to show: a busy machine is no failure."""

expect.set_options(timeout=PATIENCE)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The system's browser while the block runs."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=browser(), args=list(FLAGS))
        try:
            yield started
        finally:
            await started.close()


@asynccontextmanager
async def window(started: Browser, *, size: tuple[int, int] = DESK, dark: bool = False) -> AsyncIterator["Screen"]:
    """A new window; what its console complains of fails the test."""
    context = await started.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light", locale="en-GB"
    )
    await context.route("https://images.example/**", lambda route: route.fulfill(body=PIXEL, content_type="image/png"))
    screen = Screen(await context.new_page())
    try:
        yield screen
        assert not screen.complaints, screen.complaints
    finally:
        await context.close()


class Screen:
    """What stands on the page, by the page's own marks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        self.modal = page.locator(".sheet.modal")
        self.question = page.locator(".sheet.dialog")
        self.notices = page.locator(".notice")
        self.messages = page.locator(".conversation .message")
        self.composer = page.locator(".main .composer textarea")

    def _hear(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    async def opens(self, address: str, who: Person | str, at: str = "messages") -> None:
        """Open the page as somebody, somewhere."""
        name = who if isinstance(who, str) else who.name
        await self.page.goto(f"{address}?as={name}&at={at}")
        await self.is_ready()

    async def is_ready(self) -> None:
        """Wait until the page is drawn and connected."""
        await expect(self.page.locator(".app")).to_be_visible()
        await self.page.wait_for_function("() => window.did_handshake === true")

    def person(self, who: Person) -> Locator:
        """The line in the sidebar of a person to be."""
        return self.page.locator(f'.line[href^="/?as={who.name}&"]').first

    def place(self, at: str) -> Locator:
        """The line in the sidebar of a place to look at."""
        return self.page.get_by_role("navigation", name="Places").locator(f'.line[href$="&at={at}"]')

    async def becomes(self, who: Person) -> None:
        """Be somebody else, with one press."""
        await self.person(who).click()
        await expect(self.person(who)).to_have_attribute("aria-current", "true")

    async def goes(self, at: str) -> None:
        """Look at `messages` or a channel."""
        await self.place(at).click()
        await expect(self.page).to_have_url(re.compile(rf"at={at}$"))

    async def goes_home(self) -> None:
        """Look at the app's Home."""
        await self.page.get_by_role("button", name="Home", exact=True).click()

    async def writes(self, words: str) -> None:
        """Write into the composer and send it with Enter."""
        await self.composer.fill(words)
        await self.composer.press("Enter")

    def message(self, ts: str) -> Locator:
        """The message with this ts."""
        return self.page.locator(f'.message[data-ts="{ts}"]')

    def button(self, wanted: str) -> Locator:
        """The newest button with this action_id or label, in the modal if there is one."""
        by_id = self.page.locator(f'.app:not([inert]) [data-action="{wanted}"], .layer [data-action="{wanted}"]')
        by_label = self.page.get_by_role("button", name=wanted, exact=True)
        return by_id.or_(by_label).last

    def field(self, block: str) -> Locator:
        """The block of a form with this block_id."""
        return self.page.locator(f'[data-block="{block}"]')

    async def fills(self, block: str, value: Any) -> None:
        """Fill in a field: text, an option's value, a person, or a list of those."""
        field = self.field(block)
        if await field.locator(".ticks").count():
            await self._ticks(field, value if isinstance(value, list | tuple | set) else [value])
        elif await field.locator("select").count():
            await field.locator("select").select_option(value=_key(value))
        else:
            await field.locator("input, textarea").fill(str(value))
            await field.locator("input, textarea").blur()

    async def _ticks(self, field: Locator, wanted: Iterable[Any]) -> None:
        """Tick these and untick the others; one of several alone is chosen by ticking it."""
        keys = {_key(item) for item in wanted}
        for box in await field.locator("input").all():
            ticked = await box.get_attribute("data-key") in keys
            if ticked or await box.get_attribute("type") == "checkbox":
                await box.set_checked(ticked)

    async def submits(self) -> None:
        """Press the modal's submit button."""
        await self.modal.locator("footer .primary").click()


def _key(value: Any) -> str:
    return str(getattr(value, "id", value))
