"""A menu of the app's own: as one types, the app says what there is."""

from __future__ import annotations

from functools import partial
from typing import Any

from sandbox.fields import KEYS, LISTS, state_for, with_suggested
from sandbox.page.choices import chosen_keys
from sandbox.page.fields import LIVE, Field
from sandbox.page.tags import Tag, button, said
from sandbox.state import Json, View


class SearchField(Field):
    """A line to type into, what is chosen with a way to take it back, and what the app suggests."""

    def draw(self) -> None:
        self._chosen = Tag("div", "handed-in")
        self.control = Tag("input", "input", autocomplete="off", type="text")
        self.control.set("placeholder", self.placeholder)
        self.control.on("input", self._typed, js_handler=LIVE)
        self.control.on("focus", self._typed, js_handler=LIVE)
        self._list = Tag("div", "suggested", role="listbox")

    async def _typed(self, event: Any) -> None:
        typed = str(said(event) or "")
        if len(typed) < self.element.get("min_query_length", 3):
            return
        tab = self.surface.tab
        await tab.does(tab.person.searches(self.element["action_id"], typed))
        self._list.clear()
        with self._list:
            for option in self._suggested():
                button("suggestion", option["text"]["text"], partial(self._choose, option), role="option")

    def _suggested(self) -> list[Json]:
        where = self.surface.where()
        return where.suggested.get(self.element["action_id"], []) if isinstance(where, View) else []

    async def _choose(self, option: Json) -> None:
        held = [one for one in self._held() if one["value"] != option["value"]]
        await self._hold([*held, option] if self.element["type"] in LISTS else [option])
        self._list.clear()

    async def _take_back(self, value: str) -> None:
        await self._hold([one for one in self._held() if one["value"] != value])

    def _held(self) -> list[Json]:
        found = self.surface.state_of(self.block, self.element).get(KEYS[self.element["type"]][0])
        return list(found) if isinstance(found, list) else [found] if found else []

    async def _hold(self, options: list[Json]) -> None:
        known = with_suggested(self.element, options)
        wanted: Any = options if self.element["type"] in LISTS else next(iter(options), None)
        await self.surface.choose(self.block, self.element, state_for(known, wanted))
        self.show(self.surface.state_of(self.block, self.element))

    def show(self, state: Json) -> None:
        keys = chosen_keys(self.element, state)
        if keys == self.shown:
            return
        self.shown = keys
        self._chosen.clear()
        with self._chosen:
            for option in self._held():
                with Tag("span", "chip"):
                    label = option["text"]["text"]
                    Tag("span", "", label)
                    button("x", "×", partial(self._take_back, option["value"]), aria_label=f"Remove {label}")
