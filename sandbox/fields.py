"""Elements that hold a value: what they hold at first, and what they hold once a person has chosen.

The shapes are those of `state.values` in
https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
"""

from __future__ import annotations

from typing import Any

from sandbox.blocks.check import elements_of
from sandbox.blocks.objects import options_of
from sandbox.state import Json

KEYS: dict[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "file_input": ("files", "initial_files"),
}
"""For each element type: the key of its value in the state, and of its initial value in the element."""

LISTS = frozenset({"checkboxes", "file_input", *(name for name in KEYS if name.startswith("multi_"))})
EXTERNAL = frozenset({"external_select", "multi_external_select"})
"""What there is to choose, the app says as somebody types."""
WITH_OPTIONS = frozenset({"static_select", "radio_buttons", "checkboxes", "multi_static_select", *EXTERNAL})


class NotPossible(AssertionError):
    """A person can not do this with what is on her screen; says what she could do."""


def initial_state(block: Json) -> list[tuple[Json, Json]]:
    """Return each stateful element of a block with its state before anybody touched it."""
    found = []
    for element in elements_of(block):
        kind = element["type"]
        if kind in KEYS:
            key, initial = KEYS[kind]
            default: Any = [] if kind in LISTS else None
            found.append((element, {"type": kind, key: element.get(initial, default)}))
    return found


def with_suggested(element: Json, suggested: list[Json]) -> Json:
    """Return the element with what may be chosen now: what stands in it, and what the app suggested last."""
    if element["type"] not in EXTERNAL:
        return element
    initial = element.get("initial_options") or [element.get("initial_option")]
    return element | {"options": [option for option in (*initial, *suggested) if option]}


def state_for(element: Json, value: Any) -> Json:
    """Return the state of `element` after a person put in `value` (plain values, ids, option labels)."""
    kind = element["type"]
    if kind not in KEYS:
        raise NotPossible(f"{kind} {element.get('action_id')} holds no value")
    key = KEYS[kind][0]
    if kind in LISTS:
        given = [] if value is None else list(value) if isinstance(value, list | tuple | set) else [value]
        chosen: Any = [_option(element, item) for item in given] if kind in WITH_OPTIONS else given
    elif value is None:
        chosen = None
    elif kind in WITH_OPTIONS:
        chosen = _option(element, value)
    elif kind == "datetimepicker":
        chosen = int(value.timestamp()) if hasattr(value, "timestamp") else int(value)
    elif kind == "rich_text_input":
        chosen = value if isinstance(value, dict) else _rich(str(value))
    else:
        chosen = _plain(value)
    state: Json = {"type": kind, key: chosen}
    if kind == "timepicker" and element.get("timezone"):
        state["timezone"] = element["timezone"]
    return state


def _plain(value: Any) -> str:
    if hasattr(value, "isoformat"):
        text: str = value.isoformat()
        return text[:5] if text.count(":") == 2 and "-" not in text else text
    return str(value)


def _rich(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}


def _option(element: Json, wanted: Any) -> Json:
    options = options_of(element)
    for option in options:
        if wanted in (option["value"], option["text"]["text"]) or wanted == option:
            return option
    known = ", ".join(f"{o['value']} ({o['text']['text']})" for o in options)
    raise NotPossible(f"{element.get('action_id')} has no option {wanted!r}; it has: {known}")
