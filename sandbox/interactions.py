"""What people do with the app's buttons, fields, modals, commands and shortcuts, as Slack reports it.

https://docs.slack.dev/reference/interaction-payloads
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox import shapes
from sandbox.core import VERIFICATION_TOKEN, Core
from sandbox.deliveries import Envelope
from sandbox.fields import KEYS
from sandbox.state import Conversation, Json, Post, ResponseUrl, View
from sandbox.viewing import new_trigger

PASSED_ON = ("type", "block_id", "action_id", "text", "value", "url", "style")


@dataclass(frozen=True)
class OnMessage:
    """An element in a message; `shown` is the message as the person sees it, old or new."""

    place: Conversation
    post: Post
    shown: Json


Where = OnMessage | View


def _common(core: Core, kind: str, user_id: str, trigger_view: str | None = None) -> Json:
    person = core.state.users[user_id]
    return {
        "type": kind,
        "team": {"id": core.state.team_id, "domain": "local"},
        "user": {
            "id": user_id,
            "username": person.name,
            "name": person.name,
            "team_id": core.state.team_id,
        },
        "api_app_id": core.state.app_id,
        "token": VERIFICATION_TOKEN,
        "trigger_id": new_trigger(core, user_id, trigger_view),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def response_url(core: Core, user_id: str, channel: str, kind: Any, message_ts: str | None = None) -> str:
    """Give out a response_url."""
    key = core.ids.secret()
    core.state.response_urls[key] = ResponseUrl(key, user_id, channel, core.now(), message_ts, kind)
    return f"{core.base_url}/{kind}/{core.state.team_id}/{len(core.state.response_urls)}/{key}"


def act(core: Core, user_id: str, where: Where, block: Json, element: Json, chosen: Json | None) -> Envelope:
    """A person used an element; `chosen` is its new state, or an overflow menu's option."""
    action = _action(core, block, element, chosen)
    if isinstance(where, View):
        payload = _common(core, "block_actions", user_id, where.id if where.kind == "modal" else None)
        _remember(where.inputs, block, element, chosen)
        view = shapes.view(core, where)
        payload |= {
            "container": {"type": "view", "view_id": where.id},
            "view": view,
            "state": view["state"],
            "actions": [action],
        }
        if where.kind == "modal":
            payload["response_urls"] = []
    else:
        _remember(where.post.inputs, block, element, chosen)
        payload = _common(core, "block_actions", user_id) | _message_part(core, user_id, where)
        payload["actions"] = [action]
    return core.send("interactive", payload, answerable=False)


def _message_part(core: Core, user_id: str, where: OnMessage) -> Json:
    ephemeral = where.post.ephemeral_to is not None
    container: Json = {
        "type": "message",
        "message_ts": where.post.ts,
        "channel_id": where.place.id,
        "is_ephemeral": ephemeral,
    }
    if where.post.thread_ts:
        container["thread_ts"] = where.post.thread_ts
    values = shapes.state_values(where.shown.get("blocks") or [], where.post.inputs)
    part: Json = {
        "container": container,
        "channel": {"id": where.place.id, "name": where.place.name or "directmessage"},
        "state": {"values": values},
        "response_url": response_url(core, user_id, where.place.id, "actions", where.post.ts),
    }
    if not ephemeral:
        part["message"] = where.shown
    return part


def _remember(inputs: dict[str, dict[str, Json]], block: Json, element: Json, chosen: Json | None) -> None:
    if chosen is not None and element["type"] in KEYS:
        inputs.setdefault(block["block_id"], {})[element["action_id"]] = chosen


def _action(core: Core, block: Json, element: Json, chosen: Json | None) -> Json:
    """https://docs.slack.dev/reference/interaction-payloads/block_actions-payload"""
    action = {name: element[name] for name in PASSED_ON if name in element}
    action["block_id"] = block["block_id"]
    action["action_ts"] = core.next_ts()
    for name in ("placeholder", "initial_option", "initial_date", "confirm"):
        if name in element:
            action[name] = element[name]
    if element["type"] == "overflow":
        action["selected_option"] = chosen
    elif chosen is not None:
        action |= chosen
    return action


def suggest(core: Core, user_id: str, view: View, block: Json, element: Json, typed: str) -> Envelope:
    """A person typed into a field of a modal for which the app suggests what to choose.

    https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
    """
    payload = _common(core, "block_suggestion", user_id)
    del payload["trigger_id"]
    payload |= {
        "container": {"type": "view", "view_id": view.id},
        "view": shapes.view(core, view),
        "block_id": block["block_id"],
        "action_id": element["action_id"],
        "value": typed,
    }
    return core.send("interactive", payload, answerable=True)


def submit(core: Core, user_id: str, view: View) -> Envelope:
    """A person pressed a modal's submit button."""
    view.errors = {}
    payload = _common(core, "view_submission", user_id, view.id)
    payload |= {"view": shapes.view(core, view), "response_urls": _response_urls(core, user_id, view)}
    return core.send("interactive", payload, answerable=True)


def _response_urls(core: Core, user_id: str, view: View) -> list[Json]:
    """Return a URL for each conversation that a select with `response_url_enabled` chose."""
    found = []
    for block in view.blocks:
        element = block.get("element") or {}
        if not element.get("response_url_enabled"):
            continue
        chosen = view.inputs.get(block["block_id"], {}).get(element["action_id"], {})
        channel = chosen.get("selected_conversation") or chosen.get("selected_channel")
        if channel:
            url = response_url(core, user_id, channel, "commands")
            found.append(
                {
                    "block_id": block["block_id"],
                    "action_id": element["action_id"],
                    "channel_id": channel,
                    "response_url": url,
                }
            )
    return found


def closed(core: Core, user_id: str, view: View, *, cleared: bool) -> Envelope | None:
    """A person closed a modal; the app hears of it when it asked to (`notify_on_close`)."""
    if not view.body.get("notify_on_close"):
        return None
    payload = _common(core, "view_closed", user_id)
    del payload["trigger_id"]
    payload |= {"view": shapes.view(core, view), "is_cleared": cleared}
    return core.send("interactive", payload, answerable=False)


def command(core: Core, user_id: str, place: Conversation, name: str, text: str) -> Envelope:
    """A person typed a slash command. https://docs.slack.dev/interactivity/implementing-slash-commands"""
    payload = {
        "token": VERIFICATION_TOKEN,
        "team_id": core.state.team_id,
        "team_domain": "local",
        "channel_id": place.id,
        "channel_name": _channel_name(place),
        "user_id": user_id,
        "user_name": core.state.users[user_id].name,
        "command": name,
        "text": text,
        "api_app_id": core.state.app_id,
        "is_enterprise_install": "false",
        "response_url": response_url(core, user_id, place.id, "commands"),
        "trigger_id": new_trigger(core, user_id),
    }
    return core.send("slash_commands", payload, answerable=True)


def _channel_name(place: Conversation) -> str:
    return {"im": "directmessage", "private": "privategroup", "channel": place.name}[place.kind]


def shortcut(core: Core, user_id: str, callback_id: str) -> Envelope:
    """A person used a global shortcut. https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload"""
    payload = _common(core, "shortcut", user_id)
    payload |= {"callback_id": callback_id, "action_ts": core.next_ts()}
    return core.send("interactive", payload, answerable=False)


def message_shortcut(core: Core, user_id: str, callback_id: str, where: OnMessage) -> Envelope:
    """A person used a shortcut on a message."""
    payload = _common(core, "message_action", user_id)
    payload |= {
        "callback_id": callback_id,
        "action_ts": core.next_ts(),
        "message_ts": where.post.ts,
        "message": where.shown,
        "channel": {"id": where.place.id, "name": _channel_name(where.place)},
        "response_url": response_url(core, user_id, where.place.id, "actions", where.post.ts),
    }
    return core.send("interactive", payload, answerable=False)
