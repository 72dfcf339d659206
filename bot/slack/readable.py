"""Whether Bolt can look at a payload. It looks before any handler of ours does, and breaks on what Slack never sends.

What is not for Bolt is malformed for us too: acknowledged, logged without a word of it, and otherwise ignored.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from slack_bolt.request.payload_utils import is_action, is_event, is_options, is_shortcut, is_view

OBJECTS = frozenset(
    {"event", "view", "container", "item", "assistant_thread", "function_data", "message", "previous_message"}
)
"""Objects where they are there."""

NAMED = frozenset({"user", "team", "enterprise", "channel"})
"""An id, or an object with one."""

LISTS = frozenset({"actions", "authorizations", "response_urls"})
"""Lists of objects, where they are there."""

TEXTS = frozenset(
    {
        "type",
        "subtype",
        "command",
        "id",
        "team_id",
        "enterprise_id",
        "user_id",
        "channel_id",
        "thread_ts",
        "callback_id",
    }
    | {"action_id", "block_id", "app_installed_team_id", "response_url", "bot_id"}
)

NEEDED = {
    "event_callback": ("event",),
    "block_actions": ("actions",),
    "view_submission": ("view",),
    "view_closed": ("view",),
}
"""What each type of payload is about."""


KINDS = (is_event, is_action, is_view, is_options, is_shortcut)
"""What Bolt has listeners for, besides commands."""

HANDSHAKE = "url_verification"
"""Bolt answers it by itself."""


def for_bolt(body: Any) -> bool:
    """Whether Bolt can look at it and has listeners for its kind. It answers 404 to another, and logs it whole."""
    return readable(body) and _is_of_a_kind(body)


def _is_of_a_kind(body: Mapping[str, Any]) -> bool:
    if body.get("type") == HANDSHAKE or isinstance(body.get("command"), str):
        return True
    return any(is_kind(dict(body)) for is_kind in KINDS)


def readable(body: Any) -> bool:
    """Whether everything that Bolt reads is what it takes it for."""
    if not isinstance(body, Mapping) or not all(_fits(name, value) for name, value in _read(body)):
        return False
    needed = NEEDED.get(body.get("type") or "", ())
    urls = body.get("response_urls", ())
    one_at_most = urls is not None and len(urls) <= 1  # of several Bolt complains to a logger that it has not made yet
    return all(body.get(name) for name in needed) and one_at_most and _names_its_action(body)


def _names_its_action(body: Mapping[str, Any]) -> bool:
    return body.get("type") != "block_actions" or isinstance(body["actions"][0].get("action_id"), str)


def _read(body: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What Bolt reads in a payload: its fields, and those of the objects in it."""
    for name, value in body.items():
        yield name, value
        if name in OBJECTS or name in NAMED:
            yield from value.items() if isinstance(value, Mapping) else ()
            for inner in ("message", "previous_message", "item"):
                nested = value.get(inner) if isinstance(value, Mapping) else None
                yield from nested.items() if isinstance(nested, Mapping) else ()
        elif name in LISTS and isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield from value[0].items()


def _fits(name: str, value: Any) -> bool:
    if value is None:
        return True
    if name in TEXTS:
        return isinstance(value, str)
    if name in OBJECTS:
        return isinstance(value, Mapping)
    if name in NAMED:
        return isinstance(value, str | Mapping)
    if name in LISTS:
        return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)
    return True
