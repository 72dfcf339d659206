"""Events as Slack would send them, with what is filled in; and the workspace as it is after them."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from sandbox import events
from sandbox.core import Core
from sandbox.ids import ts_key
from sandbox.state import Conversation, Post
from tests.transcripts.vocabulary import Unknown

_HOLE = re.compile(r"\$\{([^{}]+)\}")
Fill = Callable[[str], str]


def filled(value: Any, fill: Fill) -> Any:
    """The event with every `${…}` filled in."""
    if isinstance(value, str):
        return _HOLE.sub(lambda hole: fill(hole[1]), value)
    if isinstance(value, Mapping):
        return {key: filled(inner, fill) for key, inner in value.items()}
    return [filled(inner, fill) for inner in value] if isinstance(value, list) else value


def wrapped(core: Core, event: dict[str, Any]) -> dict[str, Any]:
    """The payload that brings the event."""
    place = core.state.conversations.get(str(event.get("channel")))
    around: dict[str, Any] = {"event_ts": event.get("ts") or core.next_ts()}
    if event["type"] == "message" and place is not None:
        around["channel_type"] = events.CHANNEL_TYPE[place.kind]
    return events.callback(core, around | event)


def happens(core: Core, event: Mapping[str, Any]) -> None:
    """Let the workspace be as it is when this has happened, for whoever reads a conversation later."""
    place = core.state.conversations.get(str(event.get("channel")))
    if event["type"] != "message" or place is None:
        return
    if event.get("subtype") == "message_deleted":
        _remove(place, str(event.get("deleted_ts")))
    elif event.get("subtype") == "message_changed":
        _change(core, place, event.get("message") or {})
    elif event.get("user") and event.get("ts"):
        _add(core, place, event)


def _remove(place: Conversation, ts: str) -> None:
    post = place.by_ts.get(ts)
    if post is not None:
        place.remove(post)


def _change(core: Core, place: Conversation, message: Mapping[str, Any]) -> None:
    post = place.by_ts.get(str(message.get("ts")))
    if post is None:
        return
    post.text, post.subtype = str(message.get("text") or ""), message.get("subtype")
    post.user, post.blocks, post.changes = (
        str(message.get("user") or post.user),
        message.get("blocks"),
        post.changes + 1,
    )
    core.shown(post)


def _add(core: Core, place: Conversation, event: Mapping[str, Any]) -> None:
    ts = str(event["ts"])
    if ts in place.by_ts:
        return
    try:
        ts_key(ts)
    except ValueError as error:
        raise Unknown(f"{ts!r} is no ts") from error
    post = Post(ts, place.id, str(event["user"]), str(event.get("text") or ""), subtype=event.get("subtype"))
    post.thread_ts = None if event.get("thread_ts") == ts else event.get("thread_ts")
    place.add(post)
    place.posts.sort(key=lambda one: ts_key(one.ts))
    core.shown(post)
