"""One browser window: who one is in it, what one looks at, and what it shows of the workspace."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Mapping
from typing import Any
from urllib.parse import urlencode

from nicegui import ui

from sandbox.channels import Channel
from sandbox.page.desk import Desk
from sandbox.page.frame import Frame
from sandbox.page.markup.mrkdwn import Reader
from sandbox.page.tags import Tag
from sandbox.people import Person
from sandbox.state import Conversation, Json

SOON = 0.02
"""Seconds in which several changes become one look at the workspace."""

TICK = 5.0
"""Seconds between looks at the clock."""


class Tab:
    """A window. `refresh` brings all its parts in line with the workspace."""

    def __init__(self, desk: Desk, query: Mapping[str, str]) -> None:
        self.desk = desk
        self.ws = desk.ws
        self.client = ui.context.client
        self.at = "messages"
        self._timer: asyncio.TimerHandle | None = None
        self._gone = False
        person = desk.person(query.get("as", ""))
        if person is None:
            Tag("p", "nothing", "Nobody is in this workspace yet.")
            return
        self.person = person
        self._look_at(query.get("at", ""))
        self.frame = Frame(self)
        ui.on("went", lambda event: self._went(event.args))
        ui.timer(TICK, self.refresh)
        self._stops = [desk.attach(self.soon), self.ws.core.on_change(self.soon), self.ws.clock.on_change(self.soon)]
        self.client.on_delete(self._close)
        self.frame.refresh()
        ui.timer(0.01, self._arrives, once=True)

    # Who one is, and where.

    @property
    def reader(self) -> Reader:
        return Reader(self.ws.core.state, self.person.id)

    @property
    def channel(self) -> Channel | None:
        """The channel one looks at; None in direct messages and on Home."""
        return next((c for c in self.ws.channels.values() if c.name == self.at), None)

    @property
    def place(self) -> Conversation:
        """The conversation one looks at, or would return to from Home."""
        return self.channel.place if self.channel else self.person.dm

    def address(self, who: Person | None = None, at: str | None = None) -> str:
        """Return the address of the page for somebody, somewhere."""
        return "/?" + urlencode({"as": (who or self.person).name, "at": at or self.at})

    def _look_at(self, at: str) -> None:
        names = {place.name for place in self.desk.places_of(self.person) if place.name}
        self.at = at if at in {"messages", "home", *names} else "messages"

    async def goes(self, who: Person | None = None, at: str | None = None, *, remember: bool = True) -> None:
        """Be somebody else, or look somewhere else."""
        if who is not None and who is not self.person:
            self.person = who
            self.frame.start_again()
        self._look_at(at or self.at)
        if remember:
            self.run(f"goTo({json.dumps(self.address())})")
        self.frame.went()
        self.refresh()
        await self._arrives()

    async def _went(self, query: Any) -> None:
        """The browser's back button was pressed."""
        if isinstance(query, dict):
            who = self.desk.person(str(query.get("as", "")))
            await self.goes(who, str(query.get("at") or "messages"), remember=False)

    async def _arrives(self) -> None:
        """Tell the app that one looks at it, as Slack does."""
        if self.at == "home":
            await self.does(self.person.opens_home())
        elif self.at == "messages":
            await self.does(self.person.opens_messages())

    # What one does.

    async def does(self, act: Awaitable[Any]) -> bool:
        """Do something; what goes wrong is said on the page. Returns whether it went well."""
        try:
            await act
        except AssertionError as problem:
            self.frame.notices.say("That did not work", str(problem))
            return False
        finally:
            self.soon()
        return True

    async def confirms(self, dialog: Json) -> bool:
        """Ask what the app wants to be asked before something is done."""
        return await self.frame.modal.asks(dialog)

    # What one sees.

    def soon(self) -> None:
        """Look at the workspace again in a moment: many changes come together."""
        if self._timer is None and not self._gone:
            self._timer = asyncio.get_running_loop().call_later(SOON, self.refresh)

    def refresh(self) -> None:
        """Bring every part in line with the workspace."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._gone:
            self.desk.look_for_problems()
            self.frame.refresh()

    def _close(self) -> None:
        self._gone = True
        if self._timer is not None:
            self._timer.cancel()
        for stop in self._stops:
            stop()

    # What only the browser can do.

    def run(self, script: str) -> None:
        """Run a line of script in this window."""
        self.client.run_javascript(script)

    def focus(self, element: Tag) -> None:
        """Put the cursor there, once it is drawn."""
        self.run(f"focusOn({element.html_id!r})")

    def set_value(self, element: Tag, value: Any, *, name: str = "value") -> None:
        """Set what stands in a control, unless the person is in it."""
        self.run(f"setValue({element.html_id!r}, {name!r}, {json.dumps(value)})")
