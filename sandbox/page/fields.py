"""Fields: what a person fills in, in a modal, on Home or in a message."""

from __future__ import annotations

from typing import Any

from sandbox.page.surface import Surface
from sandbox.page.tags import Tag
from sandbox.state import Json

LIVE = "(e) => emit(e.target.value)"


class Field:
    """One field with its label and hint. Subclasses draw the control and know its value."""

    def __init__(self, surface: Surface, block: Json, element: Json) -> None:
        self.surface = surface
        self.block = block
        self.element = element
        self.shown: Any = None
        self.control: Tag
        label = (block.get("label") or {}).get("text")
        hint = (block.get("hint") or {}).get("text")
        with Tag("div", "field", data_field=element["action_id"]):
            caption = self._caption(label) if label else None
            self.draw()
            if hint:
                Tag("p", "hint", hint)
        if caption is not None:
            self._belongs(caption)
        elif element.get("placeholder"):
            self.control.set("aria_label", element["placeholder"]["text"])

    def _caption(self, label: str) -> Tag:
        with Tag("label", "caption") as caption:
            Tag("span", "", label)
            if self.block.get("optional"):
                Tag("span", "aside", "optional")
        return caption

    def _belongs(self, caption: Tag) -> None:
        caption.set("for_", self.control.html_id)

    @property
    def placeholder(self) -> str:
        return str((self.element.get("placeholder") or {}).get("text") or "")

    def draw(self) -> None:
        """Draw the control."""
        raise AssertionError(f"{self.element['type']} has no control")

    def show(self, state: Json) -> None:
        """Show what stands in the field, wherever it was put in."""
        raise AssertionError(f"{self.element['type']} shows no value")

    def wrong(self, problem: str, described_by: str) -> None:
        """Mark the field as wrong, or as right again."""
        self.control.looks("wrong", bool(problem))
        self.control.set("aria_invalid", "true" if problem else None)
        self.control.set("aria_describedby", described_by if problem else None)

    def focus(self) -> None:
        """Put the cursor there."""
        self.surface.tab.focus(self.control)
