"""Plain HTML elements in NiceGUI, with few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup
from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement
from nicegui.events import GenericEventArguments

Props = dict[str, Any]


class Tag(TextElement):
    """An HTML element. Its text is text: the browser never reads it as HTML."""

    def __init__(self, tag: str, looks: str = "", text: str = "", **props: Any) -> None:
        super().__init__(tag=tag, text=text)
        if looks:
            self.classes(looks)
        for name, value in props.items():
            self.set(name, value)

    def set(self, name: str, value: Any) -> None:
        """Set an attribute (`aria_label` is aria-label, `for_` is for); None and False take it away."""
        name = name.rstrip("_").replace("_", "-")
        if value is None or value is False:
            if name in self.props:
                del self.props[name]
                self.update()
        elif name not in self.props or self.props[name] != value:
            self.props[name] = value
            self.update()

    def says(self, text: str) -> None:
        """Set the text, if it is another."""
        if self.text != text:
            self.set_text(text)

    def looks(self, name: str, on: bool) -> None:
        """Add or take away a class."""
        if on != (name in self.classes):
            self.classes(add=name) if on else self.classes(remove=name)


def markup(content: Markup, looks: str = "", tag: str = "div") -> ui.html:
    """Show markup that was built here; anything that people wrote is escaped in it."""
    return ui.html(str(content), sanitize=False, tag=tag).classes(looks)


def press(element: Tag, handler: Callable[[], Any]) -> Tag:
    """Call `handler` on a click."""
    element.on("click", lambda _: handler(), js_handler="() => emit()")
    return element


def button(looks: str, text: str, handler: Callable[[], Any], **props: Any) -> Tag:
    """A button."""
    return press(Tag("button", looks, text, type="button", **props), handler)


def said(event: GenericEventArguments) -> Any:
    """Return what a js_handler emitted: one value, or a list of several."""
    return event.args


def put_at(container: Tag, element: Tag, index: int) -> None:
    """Let an element be at this place among its container's; nothing happens when it is there."""
    children = container.default_slot.children
    if index >= len(children) or children[index] is not element:
        element.move(container, target_index=index)
