"""reactions.add and pins.add: https://docs.slack.dev/reference/methods/reactions.add"""

from __future__ import annotations

import re

from sandbox import events, posting, shapes
from sandbox.errors import Refusal
from sandbox.state import Conversation, Json, Post, Reaction
from sandbox.web_api.registry import Call, method

_TS = re.compile(r"\d+\.\d+")
_EMOJI = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def _message(place: Conversation, ts: str | None) -> Post:
    if not ts:
        raise Refusal("no_item_specified")
    if not _TS.fullmatch(ts):
        raise Refusal("bad_timestamp")
    message = place.by_ts.get(ts)
    if message is None or message.ephemeral_to:
        raise Refusal("message_not_found")
    return message


@method(
    "reactions.add",
    scopes=("reactions:write",),
    tier=3,
    required=("channel", "name"),
    channel="str", name="str", timestamp="str",
)  # fmt: skip
def add_reaction(call: Call) -> Json:
    core = call.core
    place = posting.visible_to_bot(core, call["channel"])
    if shapes.is_archived(core, place):
        raise Refusal("is_archived")
    name = call["name"].strip(":")
    if not _EMOJI.fullmatch(name):
        raise Refusal("invalid_name")
    message = _message(place, call["timestamp"])
    bot = core.state.bot_user
    known = next((reaction for reaction in message.reactions if reaction.name == name), None)
    if known and bot in known.users:
        raise Refusal("already_reacted")
    if known:
        known.users.append(bot)
    else:
        message.reactions.append(Reaction(name, [bot]))
    core.changed()
    events.reaction_changed(core, message, bot, name, added=True)
    return {}


@method("pins.add", scopes=("pins:write",), tier=2, required=("channel",), channel="str", timestamp="str")
def add_pin(call: Call) -> Json:
    core = call.core
    place = posting.visible_to_bot(core, call["channel"])
    if core.state.bot_user not in place.members:
        raise Refusal("not_in_channel")
    message = _message(place, call["timestamp"])
    if message.ts in place.pins:
        raise Refusal("already_pinned")
    if len(place.pins) >= 100:
        raise Refusal("too_many_pins")
    place.pins.append(message.ts)
    core.changed()
    return {}
