"""chat.*: https://docs.slack.dev/reference/methods?family=chat"""

from __future__ import annotations

from typing import Any

from sandbox import events, posting, shapes
from sandbox.core import Core
from sandbox.errors import Refusal
from sandbox.posting import Draft
from sandbox.state import Conversation, Json, Post
from sandbox.web_api.registry import POSTING, Call, method

MARKDOWN_TEXT = 12_000


def _draft(call: Call) -> Draft:
    markdown = call["markdown_text"]
    if markdown is not None:
        if call["text"] or call["blocks"]:
            raise Refusal("markdown_text_conflict")
        if len(markdown) > MARKDOWN_TEXT:
            raise Refusal("msg_too_long")
    return Draft(
        text=markdown or call["text"] or "",
        blocks=_without_empty(call["blocks"]),
        attachments=_without_empty(call["attachments"]),
        metadata=call["metadata"],
        thread_ts=call["thread_ts"],
        broadcast=bool(call["reply_broadcast"]),
        link_names=bool(call["link_names"]) or call["parse"] == "full",
    )


def _without_empty(value: Any) -> Any:
    return None if value == [] else value


def own_message(core: Core, place: Conversation, ts: str, otherwise: str) -> Post:
    """Return the bot's message, or refuse; ephemeral ones can not be reached again."""
    message = place.by_ts.get(ts)
    if message is None or message.ephemeral_to or message.is_tombstone:
        raise Refusal("message_not_found")
    if not message.by_bot:
        raise Refusal(otherwise)
    return message


@method(
    "chat.postMessage",
    scopes=("chat:write",),
    tier=POSTING,
    required=("channel",),
    channel="str", text="str", blocks="json", attachments="json", metadata="json", thread_ts="str",
    reply_broadcast="bool", link_names="bool", parse="str", mrkdwn="bool", unfurl_links="bool",
    unfurl_media="bool", username="str", icon_emoji="str", icon_url="str", markdown_text="str",
)  # fmt: skip
def post_message(call: Call) -> Json:
    core = call.core
    scopes = call.token.scopes if call.token else frozenset()
    place = posting.postable(core, call["channel"], scopes)
    draft = _draft(call)
    posting.check_content(core, draft)
    message = posting.post(core, place, core.state.bot_user, draft)
    events.message_posted(core, place, message)
    return {"channel": place.id, "ts": message.ts, "message": shapes.message(core, message)}


@method(
    "chat.update",
    scopes=("chat:write",),
    tier=3,
    required=("channel", "ts"),
    channel="str", ts="str", text="str", blocks="json", attachments="json", metadata="json",
    link_names="bool", parse="str", reply_broadcast="bool", markdown_text="str", file_ids="json",
)  # fmt: skip
def update(call: Call) -> Json:
    core = call.core
    place = posting.visible_to_bot(core, call["channel"])
    message = own_message(core, place, call["ts"], "cant_update_message")
    if shapes.is_archived(core, place):
        raise Refusal("is_inactive")
    draft = _draft(call)
    draft.files = message.files
    if call["blocks"] is None and call["text"] is None and call["markdown_text"] is None:
        draft.text, draft.blocks = message.text, message.blocks
    if call["attachments"] is None:
        draft.attachments = message.attachments
    posting.check_content(core, draft, longest=posting.UPDATE_TEXT)
    posting.change(core, place, message, draft)
    shape = shapes.message(core, message)
    return {"channel": place.id, "ts": message.ts, "text": message.text, "message": shape}


@method("chat.delete", scopes=("chat:write",), tier=3, required=("channel", "ts"), channel="str", ts="str")
def delete(call: Call) -> Json:
    place = posting.visible_to_bot(call.core, call["channel"])
    message = own_message(call.core, place, call["ts"], "cant_delete_message")
    posting.delete(call.core, place, message)
    return {"channel": place.id, "ts": message.ts}


@method(
    "chat.postEphemeral",
    scopes=("chat:write",),
    tier=4,
    required=("channel", "user"),
    channel="str", user="str", text="str", blocks="json", attachments="json", metadata="json",
    thread_ts="str", link_names="bool", parse="str", markdown_text="str",
)  # fmt: skip
def post_ephemeral(call: Call) -> Json:
    core = call.core
    place = posting.postable(core, call["channel"], frozenset())
    if call["user"] not in place.members:
        raise Refusal("user_not_in_channel")
    draft = _draft(call)
    posting.check_content(core, draft)
    message = posting.post(core, place, core.state.bot_user, draft, to=call["user"])
    return {"message_ts": message.ts}


@method("chat.getPermalink", required=("channel", "message_ts"), channel="str", message_ts="str")
def get_permalink(call: Call) -> Json:
    place = posting.visible_to_bot(call.core, call["channel"])
    message = place.by_ts.get(call["message_ts"])
    if message is None or message.ephemeral_to:
        raise Refusal("message_not_found")
    link = f"{call.core.base_url}/archives/{place.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={place.id}"
    return {"channel": place.id, "permalink": link}
