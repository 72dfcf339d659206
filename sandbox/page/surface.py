"""Where blocks stand, and what a person can do with their elements."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.interactions import Where
from sandbox.page.markup.mrkdwn import Reader
from sandbox.shapes import state_values
from sandbox.state import Json, View

if TYPE_CHECKING:
    from sandbox.page.tab import Tab

Act = Callable[[], Awaitable[None]]


@dataclass
class Surface:
    """A message, a modal or Home, as one window shows it. `where` returns it as it stands now."""

    tab: Tab
    where: Callable[[], Where | None]

    @property
    def reader(self) -> Reader:
        return self.tab.reader

    @property
    def inputs(self) -> dict[str, dict[str, Json]]:
        where = self.where()
        if where is None:
            return {}
        return where.inputs if isinstance(where, View) else where.post.inputs

    def state_of(self, block: Json, element: Json) -> Json:
        """Return what stands in a field now."""
        states: dict[str, Json] = state_values([block], self.inputs).get(block["block_id"], {})
        return states.get(element["action_id"], {})

    async def use(self, block: Json, element: Json, chosen: Json | None = None) -> None:
        """The person used an element, after her confirmation where the app asked for one."""
        confirm = element.get("confirm")
        if confirm and not await self.tab.confirms(confirm):
            return
        where = self.where()
        if where is not None:
            await self.tab.does(self.tab.person.uses(where, block, element, chosen))

    def put(self, block: Json, element: Json, state: Json) -> None:
        """The person put something into a field that the app hears of later."""
        where = self.where()
        if where is not None:
            self.tab.person.puts(where, block, element, state)

    async def choose(self, block: Json, element: Json, state: Json) -> None:
        """The person chose something: the app hears of it now, unless it stands in a form."""
        if state == self.state_of(block, element):
            return
        if block["type"] == "input" and not block.get("dispatch_action"):
            self.put(block, element, state)
        else:
            await self.use(block, element, state)
