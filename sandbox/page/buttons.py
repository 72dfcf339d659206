"""Buttons and what acts like one: overflow menus, feedback and icon buttons."""

from __future__ import annotations

from functools import partial
from typing import Any

from sandbox.page.markup.emoji import EMOJI
from sandbox.page.markup.mrkdwn import SAFE_LINKS
from sandbox.page.surface import Surface
from sandbox.page.tags import Tag, button, press
from sandbox.state import Json


def draw_button(surface: Surface, block: Json, element: Json) -> None:
    """Draw an element that a person presses."""
    match element["type"]:
        case "overflow":
            _overflow(surface, block, element)
        case "feedback_buttons":
            for part in ("positive_button", "negative_button"):
                chosen = {"value": element[part].get("value", ""), "text": element[part]["text"]}
                button("btn", label(element[part]["text"]), partial(surface.use, block, element, chosen))
        case _:
            _button(surface, block, element)


def _button(surface: Surface, block: Json, element: Json) -> None:
    text = label(element["text"])
    spoken = element.get("accessibility_label")
    url = str(element.get("url") or "")
    looks = f"btn {element.get('style', '')}".strip()
    action: dict[str, Any] = {"aria_label": spoken, "data_action": element.get("action_id")}
    if url.startswith(SAFE_LINKS):
        link = Tag("a", looks, text, href=url, target="_blank", rel="noreferrer noopener", **action)
        press(link, partial(surface.use, block, element))
        return
    button(looks, text, partial(surface.use, block, element), **action)


def _overflow(surface: Surface, block: Json, element: Json) -> None:
    with Tag("details", "menu", data_action=element.get("action_id")):
        Tag("summary", "btn quiet", "⋯", aria_label="More choices")
        with Tag("div", "choices"):
            for option in element["options"]:
                chosen = {name: value for name, value in option.items() if name != "url"}
                button("choice", label(option["text"]), partial(surface.use, block, element, chosen))


def label(text: Json) -> str:
    """Return a plain text object's words."""
    words = str(text.get("text") or "")
    for name, sign in EMOJI.items():
        if f":{name}:" in words:
            words = words.replace(f":{name}:", sign)
    return words
