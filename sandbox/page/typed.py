"""Fields that are typed into: text, numbers, addresses, dates and times."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.fields import KEYS, state_for
from sandbox.page.fields import LIVE, Field
from sandbox.page.tags import Tag, said
from sandbox.state import Json

KINDS: dict[str, dict[str, str]] = {
    "number_input": {"type": "text", "inputmode": "decimal"},
    "email_text_input": {"type": "text", "inputmode": "email"},
    "url_text_input": {"type": "text", "inputmode": "url"},
    "datepicker": {"type": "date"},
    "timepicker": {"type": "time"},
    "datetimepicker": {"type": "datetime-local"},
}
PICKED = frozenset({"datepicker", "timepicker", "datetimepicker"})


class TypedField(Field):
    """A line, or several, of text; or the browser's own picker of dates and times."""

    def draw(self) -> None:
        kind = self.element["type"]
        long = self.element.get("multiline") or kind == "rich_text_input"
        looks = "input long" if long else f"input {kind.replace('_', '-')}"
        attributes = {} if long else KINDS.get(kind, {"type": "text"})
        self.control = Tag("textarea" if long else "input", looks, autocomplete="off", **attributes)
        if long:
            self.control.set("rows", 3)
        self.control.set("placeholder", self.placeholder)
        if kind in PICKED:
            self.control.on("change", self._chosen, js_handler=LIVE)
        else:
            self.control.on("input", self._typed, js_handler=LIVE)
            self.control.on("change", self._chosen, js_handler=LIVE)

    def _typed(self, event: Any) -> None:
        self.shown = said(event)
        if self.block["type"] == "input":
            self.surface.put(self.block, self.element, self._state(self.shown))

    async def _chosen(self, event: Any) -> None:
        self.shown = said(event)
        await self.surface.choose(self.block, self.element, self._state(self.shown))
        if self.block.get("dispatch_action") and self.element["type"] not in PICKED:
            await self.surface.use(self.block, self.element, self._state(self.shown))

    def _state(self, value: str) -> Json:
        if value == "":
            return state_for(self.element, None)
        if self.element["type"] == "datetimepicker":
            return state_for(self.element, datetime.fromisoformat(value).replace(tzinfo=self._zone()))
        return state_for(self.element, value)

    def show(self, state: Json) -> None:
        value = self._written(state.get(KEYS[self.element["type"]][0]))
        if self.shown is None:
            self.control.set(".defaultValue", value)
        elif value != self.shown:
            # Somebody else put it there: another window of the same person, or the app.
            self.surface.tab.set_value(self.control, value)
        self.shown = value

    def _written(self, value: Any) -> str:
        if value is None:
            return ""
        if self.element["type"] == "datetimepicker":
            return datetime.fromtimestamp(value, UTC).astimezone(self._zone()).strftime("%Y-%m-%dT%H:%M")
        if isinstance(value, dict):
            parts = (inner.get("text", "") for part in value["elements"] for inner in part.get("elements") or ())
            return "".join(parts)
        return str(value)

    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.surface.tab.person.user.tz)
