"""The whole story, played by one person at one window who is everybody in turn."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from playwright.async_api import expect

from bot.demo.scene import School
from bot.demo.tour import Story
from prompts.words import words_for
from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.seeing import Message
from tests.browser.screen import Screen

words = words_for()

Look = Callable[[str], Awaitable[None]]
"""Called with the name of a moment at which the page is worth a picture."""


async def _no_look(_moment: str) -> None:
    """Nobody takes pictures."""


class StoryOnPage(Story):
    """The parts are those of the tour; here they are played with mouse and keyboard."""

    def __init__(self, scene: School, screen: Screen, look: Look = _no_look) -> None:
        super().__init__(scene, lambda _line: None)
        self.screen = screen
        self._who: Person | None = None
        self._look = look

    async def play(self, *, after: int = 0, until: int = 8) -> None:
        """Play the parts, or some of them."""
        parts = (
            self.set_up, self.feedback, self.interview, self.review,
            self.check_in, self.milestone, self.change, self.end,
        )  # fmt: skip
        if not after:
            await self._come_in()
        for part in parts[after:until]:
            await part()

    async def _come_in(self) -> None:
        """Everybody opens the direct messages once, and is greeted."""
        s = self.scene
        for person in (s.ada, s.ben, s.mia, s.bell, s.lee, s.ana):
            await self.be(person)
            await self.settles()
            await self._look(f"greeting-{person.name}")
            person.skips()

    async def be(self, who: Person, where: Channel | None = None) -> None:
        """Sit down as somebody, and look at a channel or at the direct messages."""
        if self._who is not who:
            await self.screen.becomes(who)
            self._who = who
        at = where.name if where else "messages"
        if not self.screen.page.url.endswith(f"at={at}"):
            await self.screen.goes(at)

    async def types(self, who: Person, line: str, where: Channel | None = None) -> None:
        await self.be(who, where)
        await self.screen.writes(line)
        await self.settles()

    async def answers(self, who: Person, key: str, then: str = "interview-question", *, quietly: bool = False) -> None:
        await self.be(who)
        answer = words(f"tour-answer-{key}")
        said = self.screen.messages.filter(has=self.screen.page.get_by_text(answer, exact=True))
        before = await said.count()
        await self.screen.writes(answer)
        await expect(said.nth(before)).to_be_visible()
        await self.scene.quiet()
        await self.sees(who, then, quietly=quietly)
        await self._look(f"answer-{key}")

    async def takes(self, who: Person, opens: str, form: str, field: str) -> None:
        """Here the class has brought nothing that could be taken."""

    async def presses(self, who: Person, wanted: str) -> None:
        await self.be(who)
        before = len(self.scene.ws.envelopes)
        await self.screen.button(wanted).click()
        assert await self.scene.ws.changes.until(lambda: len(self.scene.ws.envelopes) > before, 20.0), wanted
        await self.settles()

    async def sends(self, who: Person, form: str, values: Mapping[str, Any]) -> None:
        view = await who.sees_modal(form)
        await expect(self.screen.modal.locator("h2").first).to_have_text(view.title)
        for block, value in values.items():
            await self.screen.fills(block, value)
        await self._look(form)
        await self.screen.submits()
        went_on = await self.scene.ws.changes.until(lambda: who.modal is None or who.modal.callback_id != form, 20.0)
        assert went_on, who.modal
        if who.modal is None:
            await expect(self.screen.modal).to_have_count(0)
        await self.settles()

    async def sees(self, who: Person, kind: str, where: Channel | None = None, *, quietly: bool = False) -> Message:
        message = await super().sees(who, kind, where, quietly=quietly)
        if not quietly:
            await self.be(who, where)
            shown = self.screen.message(message.ts)
            await expect(shown).to_be_visible()
            for label in message.buttons:
                await expect(shown.get_by_text(label, exact=True).last).to_be_visible()
            await self._look(kind)
        return message

    async def time_passes(self, until: datetime) -> None:
        """Move the clock with its buttons: to the next check-in, by days, by hours."""
        while self.scene.clock.now() < until:
            upcoming = self.scene.next_check_in()
            left = until - self.scene.clock.now()
            if upcoming is not None and upcoming <= until:
                press = words("demo-jump")
            else:
                press = "+1 day" if left.days else "+1 hour"
            before = self.scene.clock.now()
            await self.screen.page.get_by_role("button", name=press, exact=True).click()
            assert await self.scene.ws.changes.until(lambda now=before: self.scene.clock.now() > now, 20.0)  # type: ignore[misc]
            await self.scene.quiet()

    async def settles(self) -> None:
        """Wait until nothing more is on its way."""
        await self.screen.page.evaluate("() => new Promise((done) => setTimeout(done, 30))")
        await self.scene.quiet()
