"""What Slack's own client checks before it lets a person submit a modal.

Slack documents the limits with each element (https://docs.slack.dev/reference/block-kit/block-elements), not the
wording of what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sandbox.fields import KEYS, LISTS
from sandbox.shapes import state_values
from sandbox.state import Json, View

REQUIRED = "Please complete this required field."
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://\S+")


def complaints(view: View) -> dict[str, str]:
    """Return what stands in the way of submitting, by block_id."""
    states = state_values(view.blocks, view.inputs)
    found: dict[str, str] = {}
    for block in view.blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        value = states[block["block_id"]][element["action_id"]].get(KEYS[element["type"]][0])
        complaint = _complaint(block, element, value)
        if complaint:
            found[block["block_id"]] = complaint
    return found


def _complaint(block: Json, element: Json, value: Any) -> str | None:
    if value in (None, "", []):
        return None if block.get("optional") else REQUIRED
    check = _CHECKS.get(element["type"])
    if check is None and element["type"] in LISTS:
        check = _few_enough
    return check(element, value) if check else None


def _text(element: Json, value: str) -> str | None:
    if len(value) < element.get("min_length", 0):
        return f"Must be at least {element['min_length']} characters."
    if len(value) > element.get("max_length", 3000):
        return f"Must be at most {element.get('max_length', 3000)} characters."
    return None


def _number(element: Json, value: str) -> str | None:
    try:
        number = float(value)
    except ValueError:
        return "Must be a number."
    if not element["is_decimal_allowed"] and not re.fullmatch(r"-?\d+", value.strip()):
        return "Must be a whole number."
    if number < float(element.get("min_value", "-inf")):
        return f"Must be at least {element['min_value']}."
    if number > float(element.get("max_value", "inf")):
        return f"Must be at most {element['max_value']}."
    return None


def _email(element: Json, value: str) -> str | None:
    return None if _EMAIL.fullmatch(value) else "Must be an email address."


def _url(element: Json, value: str) -> str | None:
    return None if _URL.fullmatch(value) else "Must be a web address."


def _few_enough(element: Json, value: list[Any]) -> str | None:
    most = element.get("max_selected_items") or element.get("max_files")
    return f"Choose at most {most}." if most and len(value) > most else None


_CHECKS: dict[str, Callable[[Json, Any], str | None]] = {
    "plain_text_input": _text,
    "number_input": _number,
    "email_text_input": _email,
    "url_text_input": _url,
}
