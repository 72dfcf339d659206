"""What Slack sends, as plain typed values. A payload that lacks what it must have is a Malformed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.domain.actor import Actor
from bot.domain.seen import clean

# How a payload of Slack's is read: its parts, or Malformed.


Payload = Mapping[str, Any]
ID_MOST = 255
"""Characters: the most that Slack allows for the longest of its names, those of actions and blocks."""
TEAM_MOST = 32
"""Characters that a column holds of a workspace's id; Slack's have 9 to 11."""


class Malformed(Exception):
    """A payload that Slack would not send: acknowledged, logged by its shape, and otherwise ignored."""


def actor_of(body: Payload) -> Actor:
    return Actor(team_of(body), id_in(dict_of(body.get("user")), "id"))


def team_of(body: Payload) -> str:
    """The workspace that installed Accord and gets this. In a channel shared with another organisation, a form and an
    event also name the workspace of whoever acts, or of whoever shared the channel.

    https://docs.slack.dev/apis/slack-connect, https://docs.slack.dev/apis/events-api#authorizations
    """
    team = body.get("team")
    for found in (
        _part(body.get("view"), "app_installed_team_id"),
        team.get("id") if isinstance(team, Mapping) else team,
        _part(_first_or_nothing(body.get("authorizations")), "team_id"),
        body.get("team_id"),
        _part(body.get("user"), "team_id"),
    ):
        if found is not None:
            return workspace_of(found)
    raise Malformed("team")


def _part(whole: Any, name: str) -> Any:
    return whole.get(name) if isinstance(whole, Mapping) else None


def _first_or_nothing(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else None


def is_id(value: Any) -> bool:
    """Whether Slack, or we, would name anything like this. What is no such thing no database keeps either."""
    return isinstance(value, str) and 0 < len(value) <= ID_MOST and value.isascii() and value.isprintable()


def workspace_of(team: Any) -> str:
    """The id of a workspace, which every row carries. Malformed for what is none."""
    if not is_id(team) or len(team) > TEAM_MOST:
        raise Malformed("team")
    return str(team)


def id_in(payload: Payload, name: str, *, needed: bool = True) -> str:
    """An id; "" where it may be missing and is."""
    value = text_in(payload, name, needed=needed)
    if value and not is_id(value):
        raise Malformed(name)
    return value


def text_in(payload: Payload, name: str, *, needed: bool = True) -> str:
    value = payload.get(name)
    if isinstance(value, str) and (value or not needed):
        return value
    if needed:
        raise Malformed(name)
    return ""


def dict_of(value: Any) -> Payload:
    if not isinstance(value, Mapping):
        raise Malformed("object expected")
    return value


def first_of(value: Any) -> Any:
    if not isinstance(value, list) or not value:
        raise Malformed("list expected")
    return value[0]


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
    action = dict_of(first_of(body.get("actions")))
    container = dict_of(body.get("container", {}))
    actor = actor_of(body)
    action_id = id_in(action, "action_id")
    stamp = id_in(action, "action_ts", needed=False) or id_in(body, "trigger_id")
    return Press(
        actor=actor,
        action=action_id,
        value=_action_value(action),
        trigger=id_in(body, "trigger_id", needed=False),
        incoming=f"press:{actor.user}:{action_id}:{stamp}",
        channel=id_in(dict_of(body.get("channel") or {}), "id", needed=False),
        message=id_in(container, "message_ts", needed=False),
        view=id_in(dict_of(body.get("view") or {}), "id", needed=False),
    )


def submission_of(body: Payload) -> Submission:
    view = dict_of(body.get("view"))
    state = dict_of(dict_of(view.get("state", {})).get("values", {}))
    return Submission(
        actor=actor_of(body),
        callback=id_in(view, "callback_id"),
        values={block: _input_value(dict_of(elements)) for block, elements in state.items()},
        metadata=id_in(view, "private_metadata", needed=False),
        trigger=id_in(body, "trigger_id", needed=False),
        incoming=f"view:{id_in(view, 'id')}:{_digest(state)}",
        written=[block for block, elements in state.items() if _is_written(dict_of(elements))],
    )


def _digest(state: Payload) -> str:
    """What was filled in, so that a form sent again with other words, while the first answer was late, is heard."""
    return sha256(json.dumps(state, sort_keys=True, default=str).encode("utf-8", "replace")).hexdigest()[:16]


def command_of(body: Payload) -> Command:
    word, *rest = clean(text_in(body, "text", needed=False)).split(maxsplit=1) or [""]
    return Command(
        actor=Actor(workspace_of(body.get("team_id")), id_in(body, "user_id")),
        channel=id_in(body, "channel_id"),
        word=word.lower(),
        rest=rest[0].strip() if rest else "",
        trigger=id_in(body, "trigger_id"),
        incoming=f"command:{id_in(body, 'trigger_id')}",
    )


def _action_value(action: Payload) -> str:
    value = action.get("value")
    if isinstance(value, str):
        return clean(value)
    chosen = _input_element(action)
    return chosen if isinstance(chosen, str) else ""


def _input_value(elements: Payload) -> Any:
    element = next(iter(elements.values()), None)
    return _input_element(dict_of(element)) if element is not None else None


def _is_written(elements: Payload) -> bool:
    element = dict_of(next(iter(elements.values()), {}))
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
        return clean(text_in(element["selected_option"], "value"))
    if isinstance(element.get("selected_options"), list):
        return [clean(text_in(dict_of(o), "value")) for o in element["selected_options"]]
    if isinstance(element.get("selected_users"), list):
        return [u for u in element["selected_users"] if is_id(u)]
    return None
