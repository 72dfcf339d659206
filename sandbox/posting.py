"""The rules of messages: who may post where, what a message may hold, what changes when one is edited."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from sandbox import events, shapes, text
from sandbox.blocks.check import check_message_blocks, text_in_all, with_ids
from sandbox.core import Core
from sandbox.deliveries import Envelope
from sandbox.errors import Refusal, with_messages
from sandbox.ids import ts_key
from sandbox.state import SLACKBOT, TOMBSTONE, Conversation, Json, Post

TEXT_CUT = 40_000
UPDATE_TEXT = 4_000
TEXT_IN_BLOCKS = 12_000
"""Slack documents the error msg_blocks_too_long, and not the limit; this one is what its staff named in
https://github.com/slackapi/bolt-js/issues/2509. Stay well below it: containers count too."""
METADATA_BYTES = 16_000
"""Metadata above this size is refused; Slack documents the error, not the size."""
GONE = "This message was deleted."
_TS = re.compile(r"\d+\.\d{6}")


@dataclass
class Draft:
    """What somebody wants to post."""

    text: str = ""
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    metadata: Json | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    link_names: bool = False
    files: list[str] = field(default_factory=list)
    me: bool = False
    """Typed after `/me`: somebody speaks of themselves."""


def visible_to_bot(core: Core, channel: str) -> Conversation:
    """Return the conversation, or refuse with channel_not_found. Private ones show themselves to members only."""
    place = core.state.conversations.get(channel)
    if place is None or (place.kind != "channel" and core.state.bot_user not in place.members):
        raise Refusal("channel_not_found")
    return place


def postable(core: Core, channel: str, scopes: frozenset[str]) -> Conversation:
    """Return where the bot may post: takes a conversation's id, a person's (their DM), or a channel's name."""
    if channel in core.state.users and not core.state.users[channel].is_bot:
        place = core.im_of(channel)
    else:
        place = visible_to_bot(core, _by_name(core, channel))
    if shapes.is_archived(core, place):
        raise Refusal("is_archived")
    if core.state.bot_user not in place.members and "chat:write.public" not in scopes:
        raise Refusal("not_in_channel")
    if place.kind == "im" and not core.app.messages_enabled:
        raise Refusal("messages_tab_disabled")
    return place


def _by_name(core: Core, channel: str) -> str:
    if channel in core.state.conversations:
        return channel
    name = channel.removeprefix("#")
    for place in core.state.conversations.values():
        if place.name and place.name == name and place.kind == "channel":
            return place.id
    return channel


def check_content(core: Core, draft: Draft, *, longest: int | None = None) -> None:
    """Refuse what Slack refuses in a message; complete its blocks with ids."""
    if draft.blocks is not None:
        if not isinstance(draft.blocks, list):
            raise Refusal("invalid_blocks_format")
        problems = check_message_blocks(draft.blocks)
        problems += [] if core.takes_charts else _charts_in(draft.blocks)
        if problems:
            raise with_messages("invalid_blocks", problems)
        if text_in_all(draft.blocks) > TEXT_IN_BLOCKS:
            raise Refusal("msg_blocks_too_long")
        draft.blocks = with_ids(draft.blocks, lambda: core.ids.new("b", 5))
    if not draft.text and not draft.blocks and not draft.attachments and not draft.files:
        raise Refusal("no_text")
    if longest is not None and len(draft.text) > longest:
        raise Refusal("msg_too_long")
    draft.text = draft.text[:TEXT_CUT]
    if draft.attachments is not None:
        check_attachments(draft.attachments)
    if draft.metadata not in (None, {}):
        check_metadata(draft.metadata)


def _charts_in(blocks: list[Json]) -> list[str]:
    """And tables that can be sorted: both came together."""
    found = ((place, block["type"]) for place, block in enumerate(blocks) if block["type"] in _NEW)
    return [f"[ERROR] unsupported type: {kind} [json-pointer:/blocks/{place}/type]" for place, kind in found]


_NEW = ("data_visualization", "data_table")


def check_attachments(attachments: Any) -> None:
    """https://docs.slack.dev/messaging/formatting-message-text#attachments"""
    if not isinstance(attachments, list) or not all(isinstance(part, dict) for part in attachments):
        raise Refusal("invalid_attachments")
    if len(attachments) > 100:
        raise Refusal("too_many_attachments")
    problems = [problem for part in attachments if "blocks" in part for problem in check_message_blocks(part["blocks"])]
    if problems:
        raise with_messages("invalid_attachments", problems)


def check_metadata(metadata: Any) -> None:
    """https://docs.slack.dev/messaging/message-metadata"""
    if not isinstance(metadata, dict):
        raise Refusal("invalid_metadata_format")
    kind, payload = metadata.get("event_type"), metadata.get("event_payload")
    if not isinstance(kind, str) or not kind or not isinstance(payload, dict):
        raise Refusal("invalid_metadata_schema")
    if set(metadata) - {"event_type", "event_payload", "entities"}:
        raise Refusal("invalid_metadata_schema")
    if len(json.dumps(metadata, ensure_ascii=False).encode()) > METADATA_BYTES:
        raise Refusal("metadata_too_large")


def post(core: Core, place: Conversation, author: str, draft: Draft, *, to: str | None = None) -> Post:
    """Put a message there; with `to`, an ephemeral one that only this person sees and no event tells of."""
    by_bot = author == core.state.bot_user
    thread = _thread_root(place, draft.thread_ts)
    message = Post(
        ts=core.next_ts(),
        channel=place.id,
        user=author,
        text=draft.text,
        by_bot=by_bot,
        blocks=draft.blocks,
        attachments=draft.attachments,
        metadata=draft.metadata or None,
        thread_ts=thread,
        broadcast=draft.broadcast,
        ephemeral_to=to,
        files=draft.files,
        client_msg_id=None if by_bot else core.ids.uuid(),
        subtype=_subtype(draft, by_bot=by_bot),
    )
    message.notifies = _notifies(core, place, message, draft)
    place.add(message)
    if place.kind == "im":
        place.open = True
    for file_id in draft.files:
        core.state.files[file_id].shared_in[place.id] = message.ts
    core.shown(message)
    return message


def _subtype(draft: Draft, *, by_bot: bool) -> str | None:
    if draft.files and not by_bot:
        return "file_share"
    if draft.me:
        return "me_message"
    return "thread_broadcast" if draft.broadcast and draft.thread_ts else None


def _thread_root(place: Conversation, thread_ts: str | None) -> str | None:
    """Return the parent's ts: a reply to a reply goes under the same parent."""
    if thread_ts is None:
        return None
    if not _TS.fullmatch(thread_ts):
        raise Refusal("invalid_thread_ts")
    parent = place.by_ts.get(thread_ts)
    if parent is None or parent.ephemeral_to:
        raise Refusal("thread_not_found")
    return parent.thread_ts or parent.ts


def _notifies(core: Core, place: Conversation, message: Post, draft: Draft) -> frozenset[str]:
    marks = text.mentions(message.text, link_words=draft.link_names)
    marks |= text.mentions_in_blocks(message.blocks or ())
    return text.notified(core.state, place, message.user, marks)


def change(core: Core, place: Conversation, message: Post, draft: Draft) -> Envelope | None:
    """Replace what a message says; metadata that is None stays as it is."""
    before = shapes.message(core, message)
    message.text = draft.text
    message.blocks = draft.blocks
    message.attachments = draft.attachments
    if draft.metadata is not None:
        message.metadata = draft.metadata or None
    if not (message.by_bot and draft.blocks):
        # An update with blocks shows no "(edited)": https://docs.slack.dev/reference/methods/chat.update
        message.edited_ts = core.next_ts()
    message.inputs.clear()
    message.changes += 1
    core.shown(message)
    if message.ephemeral_to is not None:
        return None
    return events.message_changed(core, place, message, before)


def delete(core: Core, place: Conversation, message: Post) -> Envelope | None:
    """Take a message away. One that has replies leaves a tombstone above them, and that goes with the last of them."""
    if place.threads.get(message.ts):
        return _bury(core, place, message)
    before = shapes.message(core, message)
    place.remove(message)
    core.changed()
    if message.ephemeral_to is not None:
        return None
    told = events.message_deleted(core, place, before)
    root = place.by_ts.get(message.thread_ts or "")
    if root is not None and root.is_tombstone and not place.threads[root.ts]:
        delete(core, place, root)  # undocumented when Slack does this; that it tells of a tombstone was seen
    return told


def _bury(core: Core, place: Conversation, message: Post) -> Envelope | None:
    """Undocumented: what Slack shows instead of a message that has replies, as it was seen."""
    before = shapes.message(core, message)
    message.subtype, message.user, message.by_bot = TOMBSTONE, SLACKBOT.id, False
    message.text, message.blocks, message.attachments, message.metadata = GONE, None, None, None
    message.files, message.reactions, message.client_msg_id, message.edited_ts = [], [], None, None
    message.changes += 1
    core.shown(message)
    return events.message_changed(core, place, message, before)


def between(posts: list[Post], oldest: str | None, latest: str | None, *, inclusive: bool) -> list[Post]:
    """Return the messages in a window of timestamps."""
    low = ts_key(oldest) if oldest else (-1, 0)
    high = ts_key(latest) if latest else (10**12, 0)

    def inside(message: Post) -> bool:
        key = ts_key(message.ts)
        return low <= key <= high if inclusive else low < key < high

    return [message for message in posts if inside(message)]
