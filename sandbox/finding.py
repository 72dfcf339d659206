"""Finding what a person means on her screen: a button, a menu's option, a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.blocks.check import cards_within, elements_of
from sandbox.blocks.objects import options_of
from sandbox.fields import KEYS, LISTS, NotPossible, state_for
from sandbox.interactions import Where
from sandbox.state import Json

PRESSED_BY_OPTION = frozenset({"overflow", "static_select", "radio_buttons", "checkboxes", "multi_static_select"})


@dataclass(frozen=True)
class Screen:
    """One thing that shows blocks: a message or a view, with what has been put into its fields."""

    name: str
    where: Where
    blocks: list[Json]
    inputs: dict[str, dict[str, Json]]


@dataclass(frozen=True)
class Found:
    """An element, where it stands, and the state that the press gives it."""

    screen: Screen
    block: Json
    element: Json
    chosen: Json | None


def each_element(screen: Screen) -> Iterator[tuple[Json, Json]]:
    """Yield every element with its block, in the order shown."""
    for block in cards_within(screen.blocks):
        for element in elements_of(block):
            yield block, element


def find_press(screens: list[Screen], wanted: str, within: str | None = None) -> Found:
    """Return the newest element with this label, option or action_id. Raises NotPossible when there is none."""
    for screen in screens:
        for exact in (_labelled, _named, _with_option):
            for block, element in each_element(screen):
                found = exact(screen, block, element, wanted)
                if found and within in (None, block["block_id"]):
                    return found
    raise NotPossible(f"there is nothing to press named {wanted!r}; there is: {_overview(screens)}")


def _labelled(screen: Screen, block: Json, element: Json, wanted: str) -> Found | None:
    label = element.get("text")
    if isinstance(label, dict) and label.get("text") == wanted:
        return Found(screen, block, element, None)
    return None


def _named(screen: Screen, block: Json, element: Json, wanted: str) -> Found | None:
    """A field is nothing to press: something is chosen in it, or put into it."""
    if element.get("action_id") == wanted and element["type"] not in PRESSED_BY_OPTION and element["type"] not in KEYS:
        return Found(screen, block, element, None)
    return None


def _with_option(screen: Screen, block: Json, element: Json, wanted: str) -> Found | None:
    if element["type"] not in PRESSED_BY_OPTION:
        return None
    for option in options_of(element):
        if wanted in (option["text"]["text"], option["value"]):
            return Found(screen, block, element, _choose(screen, block, element, option))
    return None


def _choose(screen: Screen, block: Json, element: Json, option: Json) -> Json:
    """Return the state after a press on an option; a ticked one of several is unticked by it."""
    if element["type"] == "overflow":
        return option
    if element["type"] not in LISTS:
        return state_for(element, option)
    before = screen.inputs.get(block["block_id"], {}).get(element["action_id"], {})
    ticked: list[Json] = before.get("selected_options") or element.get("initial_options") or []
    without = [known for known in ticked if known["value"] != option["value"]]
    after = without if len(without) < len(ticked) else [*ticked, option]
    return state_for(element, after)


def find_field(screens: list[Screen], wanted: str, within: str | None = None) -> Found:
    """Return the newest field with this block_id, action_id or label. Raises NotPossible when there is none."""
    for screen in screens:
        for block, element in each_element(screen):
            if within not in (None, block["block_id"]) or element["type"] == "button":
                continue
            label = (block.get("label") or {}).get("text")
            if wanted in (element.get("action_id"), block.get("block_id"), label):
                return Found(screen, block, element, None)
    raise NotPossible(f"there is no field named {wanted!r}; there is: {_overview(screens)}")


def _overview(screens: list[Screen]) -> str:
    parts = []
    for screen in screens:
        names = [_describe(element) for _, element in each_element(screen)]
        if names:
            parts.append(f"{screen.name}: {', '.join(names)}")
    return "; ".join(parts[:8]) or "nothing"


def _describe(element: Json) -> str:
    label = element.get("text")
    shown = label.get("text") if isinstance(label, dict) else None
    options = [option["text"]["text"] for option in options_of(element)][:6]
    described = f"{shown or element['type']} [{element.get('action_id')}]"
    return f"{described} ({' | '.join(options)})" if options else described
