"""What Slack sends, as plain typed values. A payload that lacks what it must have is a Malformed."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.domain.actor import Actor
from bot.domain.interview.typed import clean

Payload = Mapping[str, Any]
ID_MOST = 255
"""Characters: the most that Slack allows for the longest of its names, those of actions and blocks."""
TEAM_MOST = 32
"""Characters that a column holds of a workspace's id; Slack's have 9 to 11."""


WRITTEN = (None, "file_share", "me_message", "thread_broadcast")
"""Subtypes of what a person wrote. The rest says what happened: https://docs.slack.dev/reference/events/message"""


class Malformed(Exception):
    """A payload that Slack would not send: acknowledged, logged by its shape, and otherwise ignored."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button, or a choice made in a message or on Home. `value` is what the button carries: a claim."""

    actor: Actor
    action: str
    value: str
    trigger: str
    incoming: str
    channel: str
    """"" on Home and in a modal."""
    message: str
    """The ts of the message that the button stands in, or ""."""
    view: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """A modal sent. `values` maps block ids to a str, a list of str, or None; `written` are those that hold words."""

    actor: Actor
    callback: str
    values: Mapping[str, Any]
    metadata: str
    trigger: str
    incoming: str
    written: Sequence[str] = ()

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value.strip() if isinstance(value, str) else ""

    def chosen(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name)
        return tuple(value) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class Command:
    """`/accord word rest`. `channel` is where it was typed."""

    actor: Actor
    channel: str
    word: str
    rest: str
    trigger: str
    incoming: str


@dataclass(frozen=True, slots=True)
class Said:
    """A direct message to Accord. For an edit, `ts` is the edited message's and `edited` is true; for a deletion
    `ts` is that of the message that is gone, `deleted` is true, and there is no text.

    `thread` is the ts of the message that it was written under, "" at the top level and for a message that only has
    replies. `files` are the names of what came along, "" for one whose name Slack does not tell.
    """

    actor: Actor
    channel: str
    text: str
    ts: str
    incoming: str
    edited: bool = False
    deleted: bool = False
    thread: str = ""
    files: tuple[str, ...] = ()


def press_of(body: Payload) -> Press:
    action = _dict(_first(body.get("actions")))
    container = _dict(body.get("container", {}))
    actor = actor_of(body)
    action_id = _id(action, "action_id")
    stamp = _id(action, "action_ts", needed=False) or _id(body, "trigger_id")
    return Press(
        actor=actor,
        action=action_id,
        value=_action_value(action),
        trigger=_id(body, "trigger_id", needed=False),
        incoming=f"press:{actor.user}:{action_id}:{stamp}",
        channel=_id(_dict(body.get("channel") or {}), "id", needed=False),
        message=_id(container, "message_ts", needed=False),
        view=_id(_dict(body.get("view") or {}), "id", needed=False),
    )


def submission_of(body: Payload) -> Submission:
    view = _dict(body.get("view"))
    state = _dict(_dict(view.get("state", {})).get("values", {}))
    return Submission(
        actor=actor_of(body),
        callback=_id(view, "callback_id"),
        values={block: _input_value(_dict(elements)) for block, elements in state.items()},
        metadata=_id(view, "private_metadata", needed=False),
        trigger=_id(body, "trigger_id", needed=False),
        incoming=f"view:{_id(view, 'id')}:{_digest(state)}",
        written=[block for block, elements in state.items() if _is_written(_dict(elements))],
    )


def _digest(state: Payload) -> str:
    """What was filled in, so that a form sent again with other words, while the first answer was late, is heard."""
    return sha256(json.dumps(state, sort_keys=True, default=str).encode("utf-8", "replace")).hexdigest()[:16]


def command_of(body: Payload) -> Command:
    word, _, rest = clean(_text(body, "text", needed=False)).partition(" ")
    return Command(
        actor=Actor(workspace_of(body.get("team_id")), _id(body, "user_id")),
        channel=_id(body, "channel_id"),
        word=word.lower(),
        rest=rest.strip(),
        trigger=_id(body, "trigger_id"),
        incoming=f"command:{_id(body, 'trigger_id')}",
    )


def said_of(body: Payload) -> Said | None:
    """A message that a person wrote to Accord, or an edit or the deletion of one; None for what is no such thing."""
    event = _dict(body.get("event"))
    subtype = event.get("subtype")
    if subtype == "message_changed":
        return _edit_of(body, event)
    if subtype == "message_deleted":
        return _deletion_of(body, event)
    if subtype not in WRITTEN or event.get("bot_id") or not event.get("user"):
        return None
    channel, ts = _id(event, "channel"), _id(event, "ts")
    return Said(
        actor=Actor(_team(body), _id(event, "user")),
        channel=channel,
        text=plain_text(_text(event, "text", needed=False)),
        ts=ts,
        incoming=f"said:{channel}:{ts}",
        thread=_thread_of(event, ts),
        files=_files_of(event),
    )


def _edit_of(body: Payload, event: Payload) -> Said | None:
    message, before = _dict(event.get("message")), _dict(event.get("previous_message") or {})
    if message.get("bot_id") or not message.get("user") or message.get("text") == before.get("text"):
        return None  # our own cards, and links that Slack unfurled
    channel, ts = _id(event, "channel"), _id(message, "ts")
    stamp = _id(_dict(message.get("edited") or {}), "ts", needed=False) or _id(event, "ts")
    return Said(
        actor=Actor(_team(body), _id(message, "user")),
        channel=channel,
        text=plain_text(_text(message, "text", needed=False)),
        ts=ts,
        incoming=f"edit:{channel}:{ts}:{stamp}",
        edited=True,
        thread=_thread_of(message, ts),
        files=_files_of(message),
    )


def _thread_of(message: Payload, ts: str) -> str:
    """A message with replies below it names itself: https://docs.slack.dev/reference/events/message/message_replied"""
    root = _id(message, "thread_ts", needed=False)
    return "" if root == ts else root


def _files_of(message: Payload) -> tuple[str, ...]:
    files = message.get("files")
    found = [one for one in files if isinstance(one, Mapping)] if isinstance(files, list) else []
    return tuple(clean(_text(one, "name", needed=False)) for one in found)


def _deletion_of(body: Payload, event: Payload) -> Said | None:
    """https://docs.slack.dev/reference/events/message/message_deleted"""
    before = _dict(event.get("previous_message") or {})
    if before.get("bot_id") or not before.get("user"):
        return None
    channel, ts = _id(event, "channel"), _id(before, "ts")
    incoming = f"deletion:{channel}:{ts}"
    return Said(Actor(_team(body), _id(before, "user")), channel, "", ts, incoming, deleted=True)


_SPECIAL = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


def plain_text(text: str) -> str:
    """What a person typed, out of Slack's escaped form: `<https://a.b|a.b>` is a.b again, `&lt;` is <."""
    shown = _SPECIAL.sub(_shown, clean(text))
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _shown(match: re.Match[str]) -> str:
    target, label = match[1], match[2]
    if target.startswith("@"):
        return f"@{label or target[1:]}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return label or f"@{target[1:].split('^')[0]}"
    return label if label and target.startswith("mailto:") else target


def actor_of(body: Payload) -> Actor:
    return Actor(_team(body), _id(_dict(body.get("user")), "id"))


def _team(body: Payload) -> str:
    team = body.get("team")
    if isinstance(team, Mapping):
        return workspace_of(team.get("id"))
    for found in (team, body.get("team_id"), _dict(body.get("user", {}) or {}).get("team_id")):
        if is_id(found):
            return workspace_of(found)
    raise Malformed("team")


def _action_value(action: Payload) -> str:
    value = action.get("value")
    if isinstance(value, str):
        return clean(value)
    chosen = _input_element(action)
    return chosen if isinstance(chosen, str) else ""


def _input_value(elements: Payload) -> Any:
    element = next(iter(elements.values()), None)
    return _input_element(_dict(element)) if element is not None else None


def _is_written(elements: Payload) -> bool:
    element = _dict(next(iter(elements.values()), {}))
    return element.get("type") == "plain_text_input" and bool(_input_element(element))


_PLAIN_VALUES = (
    "value",
    "selected_date",
    "selected_time",
    "selected_user",
    "selected_conversation",
    "selected_channel",
)


def _input_element(element: Payload) -> Any:
    for name in _PLAIN_VALUES:
        if isinstance(element.get(name), str):
            return clean(element[name])
    if isinstance(element.get("selected_option"), Mapping):
        return clean(_text(element["selected_option"], "value"))
    if isinstance(element.get("selected_options"), list):
        return [clean(_text(_dict(o), "value")) for o in element["selected_options"]]
    if isinstance(element.get("selected_users"), list):
        return [u for u in element["selected_users"] if is_id(u)]
    return None


def is_id(value: Any) -> bool:
    """Whether Slack, or we, would name anything like this. What is no such thing no database keeps either."""
    return isinstance(value, str) and 0 < len(value) <= ID_MOST and value.isascii() and value.isprintable()


def workspace_of(team: Any) -> str:
    """The id of a workspace, which every row carries. Malformed for what is none."""
    if not is_id(team) or len(team) > TEAM_MOST:
        raise Malformed("team")
    return str(team)


def _id(payload: Payload, name: str, *, needed: bool = True) -> str:
    """An id; "" where it may be missing and is."""
    value = _text(payload, name, needed=needed)
    if value and not is_id(value):
        raise Malformed(name)
    return value


def _dict(value: Any) -> Payload:
    if not isinstance(value, Mapping):
        raise Malformed("object expected")
    return value


def _first(value: Any) -> Any:
    if not isinstance(value, list) or not value:
        raise Malformed("list expected")
    return value[0]


def _text(payload: Payload, name: str, *, needed: bool = True) -> str:
    value = payload.get(name)
    if isinstance(value, str) and (value or not needed):
        return value
    if needed:
        raise Malformed(name)
    return ""
