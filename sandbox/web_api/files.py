"""files.*: https://docs.slack.dev/messaging/working-with-files"""

from __future__ import annotations

import mimetypes
import re
from typing import Any

from sandbox import events, posting, shapes
from sandbox.core import Core
from sandbox.errors import Refusal, with_messages
from sandbox.posting import Draft
from sandbox.state import Conversation, Json, StoredFile
from sandbox.web_api.registry import Call, method

PLACE = re.compile(r"[CGDZ][A-Z0-9_]+")
"""What files.completeUploadExternal takes as a channel_id: no user, whose DM has an id of its own.
https://github.com/slackapi/bolt-js/issues/2115"""

ALT_TEXT = 1000
"""The longest alt_txt; Slack documents it with files.getUploadURLExternal."""


def store(core: Core, name: str, content: bytes, user_id: str, *, title: str | None = None) -> StoredFile:
    """Keep a file that a person uploaded."""
    stored = _new(core, name, user_id)
    stored.title = title or name
    stored.content, stored.uploaded, stored.complete = content, True, True
    stored.trouble = core.state.file_trouble
    return stored


def _new(core: Core, name: str, user_id: str) -> StoredFile:
    mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
    stored = StoredFile(core.ids.new("F"), name, name, user_id, core.now_s(), mimetype)
    core.state.files[stored.id] = stored
    return stored


@method(
    "files.getUploadURLExternal",
    scopes=("files:write",),
    tier=4,
    required=("filename", "length"),
    filename="str", length="int", alt_txt="str", snippet_type="str",
)  # fmt: skip
def get_upload_url(call: Call) -> Json:
    core = call.core
    if call["length"] <= 0:
        raise Refusal("missing_argument")
    if len(call["alt_txt"] or "") > ALT_TEXT:
        raise Refusal("alt_txt_too_large")
    stored = _new(core, call["filename"], core.state.bot_user)
    stored.expected, stored.alt_text = call["length"], call["alt_txt"] or ""
    stored.upload_key = core.ids.secret()
    return {"upload_url": f"{core.base_url}/upload/v1/{stored.upload_key}", "file_id": stored.id}


def receive(core: Core, key: str, content: bytes) -> bool:
    """Take in what was sent to an upload URL; False when the URL is unknown, used or the size is not the announced."""
    for stored in core.state.files.values():
        if stored.upload_key == key and not stored.uploaded and len(content) == stored.expected:
            stored.content, stored.uploaded = content, True
            core.changed()
            return True
    return False


@method(
    "files.completeUploadExternal",
    scopes=("files:write",),
    tier=4,
    required=("files",),
    files="json", channel_id="str", channels="str", thread_ts="str", initial_comment="str", blocks="json",
)  # fmt: skip
def complete_upload(call: Call) -> Json:
    core = call.core
    if not isinstance(call["files"], list) or not call["files"]:
        raise Refusal("invalid_arguments")
    stored = [_uploaded(core, entry) for entry in call["files"]]
    if call["initial_comment"] and call["blocks"]:
        raise Refusal("invalid_arguments")
    places = _places(call)
    for entry, file in zip(call["files"], stored, strict=True):
        file.title = str(entry.get("title") or file.name)
        file.complete = True
    for place in places:
        draft = Draft(
            text=call["initial_comment"] or "",
            blocks=call["blocks"],
            thread_ts=call["thread_ts"],
            files=[file.id for file in stored],
        )
        posting.check_content(core, draft)
        events.message_posted(core, place, posting.post(core, place, core.state.bot_user, draft))
    # Where it came to stand is not said: sharing is done after the answer.
    return {"files": [shapes.file(core, file) | {"shares": {}} for file in stored]}


def _uploaded(core: Core, entry: Any) -> StoredFile:
    stored = core.state.files.get(str(entry.get("id"))) if isinstance(entry, dict) else None
    if stored is None or not stored.uploaded or stored.complete:
        raise Refusal("file_not_found")
    return stored


def _places(call: Call) -> list[Conversation]:
    names = [call["channel_id"]] if call["channel_id"] else (call["channels"] or "").split(",")
    names = [name for name in names if name]
    if call["channel_id"] and not PLACE.fullmatch(call["channel_id"]):
        problem = f"[ERROR] must match pattern: ^{PLACE.pattern}$ [json-pointer:/channel_id]"
        raise with_messages("invalid_arguments", [problem])
    if len(names) > 100:
        raise Refusal("channels_limit_exceeded")
    places = [posting.visible_to_bot(call.core, name) for name in names]
    for place in places:
        if call.core.state.bot_user not in place.members:
            raise Refusal("not_in_channel")
        if shapes.is_archived(call.core, place):
            raise Refusal("posting_to_channel_denied")
    return places


@method("files.delete", scopes=("files:write",), tier=3, required=("file",), file="str")
def delete(call: Call) -> Json:
    stored = call.core.state.files.get(call["file"])
    if stored is None or not stored.complete:
        raise Refusal("file_not_found")
    if stored.deleted:
        raise Refusal("file_deleted")
    if stored.user != call.core.state.bot_user:
        raise Refusal("cant_delete_file")
    stored.deleted, stored.content = True, b""
    call.core.changed()
    return {}


@method("files.info", scopes=("files:read",), tier=4, required=("file",), file="str", cursor="str", limit="int")
def info(call: Call) -> Json:
    stored = call.core.state.files.get(call["file"])
    if stored is None or not stored.complete:
        raise Refusal("file_not_found")
    if not visible_to_bot(call.core, stored):
        raise Refusal("file_not_found")
    if stored.deleted:
        raise Refusal("file_deleted")
    if stored.trouble.stub == "access_denied":
        raise Refusal("access_denied")
    told = shapes.file(call.core, stored, asked=True)
    return {"file": told, "comments": [], "response_metadata": {"next_cursor": ""}}


def served(core: Core, stored: StoredFile) -> tuple[int, bytes, str]:
    """What comes of a download by whoever may: status, body, media type. What is not scanned yet can not be had."""
    if stored.trouble.scanned_at > core.now().timestamp():
        return 404, b"", stored.mimetype
    if stored.trouble.served == "page":
        return 200, b"<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in</body></html>", "text/html"
    if stored.trouble.served == "half":
        return 200, stored.content[: len(stored.content) // 2], stored.mimetype
    return 200, b"" if stored.trouble.served == "nothing" else stored.content, stored.mimetype


def visible_to_bot(core: Core, stored: StoredFile) -> bool:
    """Whether the bot may see a file: its own, one in a conversation it is in, or one handed in with a modal."""
    bot = core.state.bot_user
    places = [core.state.conversations[name] for name in stored.shared_in]
    return stored.user == bot or not places or any(bot in place.members for place in places)
