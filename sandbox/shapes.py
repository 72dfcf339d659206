"""How Slack writes things down in JSON: users, conversations, messages, files, views."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sandbox import text as slack_text
from sandbox.core import Core
from sandbox.fields import initial_state
from sandbox.state import Conversation, Json, Post, StoredFile, User, View


def user(core: Core, person: User, *, with_locale: bool = False, with_email: bool = False) -> Json:
    """https://docs.slack.dev/reference/objects/user-object"""
    shift = core.now().astimezone(ZoneInfo(person.tz)).utcoffset()
    profile: Json = {
        "title": person.title,
        "real_name": person.real_name,
        "display_name": person.shown,
        "real_name_normalized": person.real_name,
        "display_name_normalized": person.shown,
        "team": core.state.team_id,
        "image_48": f"{core.base_url}/avatar/{person.id}.png",
    }
    if with_email and not person.is_bot:
        profile["email"] = person.email
    if person.is_bot:
        profile |= {"api_app_id": core.state.app_id, "bot_id": core.state.bot_id}
    shape: Json = {
        "id": person.id,
        "team_id": person.team or core.state.team_id,
        "name": person.name,
        "deleted": person.deleted,
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": person.tz.rpartition("/")[2].replace("_", " "),
        "tz_offset": int(shift.total_seconds()) if shift else 0,
        "profile": profile,
        "is_admin": person.is_admin or person.is_owner,
        "is_owner": person.is_owner,
        "is_primary_owner": False,
        "is_restricted": person.is_guest or person.is_single_channel_guest,
        "is_ultra_restricted": person.is_single_channel_guest,
        "is_stranger": bool(person.team) and core.state.team_id not in (person.organisation or ()),
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": person.updated,
        "is_email_confirmed": not person.is_bot,
    }
    if person.organisation is not None:
        shape["enterprise_user"] = {
            "id": person.id,
            "enterprise_id": f"E{person.organisation[0][1:]}",
            "enterprise_name": "Schools",
            "is_admin": False,
            "is_owner": False,
            "teams": list(person.organisation),
        }
    if with_locale:
        shape["locale"] = person.locale
    return shape


def conversation(core: Core, place: Conversation, *, num_members: bool = False) -> Json:
    """https://docs.slack.dev/reference/objects/conversation-object"""
    state = core.state
    shape: Json = {
        "id": place.id,
        "created": place.created,
        "is_archived": is_archived(core, place),
        "is_im": place.kind == "im",
        "is_org_shared": False,
        "context_team_id": state.team_id,
        "updated": place.created * 1000,
    }
    if place.kind == "im":
        partner = place.members[0]
        return shape | {
            "user": partner,
            "is_user_deleted": state.users[partner].deleted,
            "is_open": place.open,
            "priority": 0,
        }
    private = place.kind == "private"
    blank = {"value": "", "creator": "", "last_set": 0}
    shape |= {
        "name": place.name,
        "name_normalized": place.name,
        "is_channel": True,
        "is_group": private,
        "is_mpim": False,
        "is_private": private,
        "is_general": False,
        "is_shared": False,
        "is_ext_shared": False,
        "is_pending_ext_shared": False,
        "is_member": state.bot_user in place.members,
        "unlinked": 0,
        "creator": place.creator,
        "topic": dict(blank),
        "purpose": dict(blank),
        "previous_names": [],
    }
    if num_members:
        shape["num_members"] = len(place.members)
    return shape


def is_archived(core: Core, place: Conversation) -> bool:
    """Whether nothing can be posted there. A DM with a deactivated member counts as archived."""
    if place.kind == "im":
        return core.state.users[place.members[0]].deleted
    return place.archived


def message(core: Core, post: Post, *, with_metadata: bool = True) -> Json:
    """https://docs.slack.dev/reference/events/message"""
    shape: Json = {"type": "message", "user": post.user, "ts": post.ts, "text": post.text}
    if post.subtype:
        shape["subtype"] = post.subtype
    if post.client_msg_id:
        shape["client_msg_id"] = post.client_msg_id
    shape["team"] = core.state.team_id
    if post.by_bot:
        shape |= {"bot_id": core.state.bot_id, "app_id": core.state.app_id, "bot_profile": bot_profile(core)}
    if post.blocks is not None:
        shape["blocks"] = post.blocks
    if post.attachments:
        shape["attachments"] = post.attachments
    if post.metadata is not None and with_metadata and core.keeps_metadata:
        shape["metadata"] = post.metadata
    if post.edited_ts:
        shape["edited"] = {"user": post.user, "ts": post.edited_ts}
    if post.files:
        shape |= {"files": [file(core, core.state.files[name]) for name in post.files], "upload": not post.by_bot}
    if post.reactions:
        shape["reactions"] = [{"name": r.name, "users": list(r.users), "count": len(r.users)} for r in post.reactions]
    return shape | _by_subtype(core, post) | _thread(core, post)


def _by_subtype(core: Core, post: Post) -> Json:
    """https://docs.slack.dev/reference/events/message/thread_broadcast for its root; a tombstone is undocumented."""
    if post.is_tombstone:
        return {"hidden": True}
    root = core.state.conversations[post.channel].by_ts.get(post.thread_ts or "")
    return {"root": message(core, root)} if root and post.subtype == "thread_broadcast" else {}


def _thread(core: Core, post: Post) -> Json:
    place = core.state.conversations[post.channel]
    if post.thread_ts and post.thread_ts != post.ts:
        parent = place.by_ts.get(post.thread_ts)
        return {"thread_ts": post.thread_ts} | ({"parent_user_id": parent.user} if parent else {})
    replies = place.threads.get(post.ts)
    if not replies:
        return {}
    writers = list(dict.fromkeys(place.by_ts[ts].user for ts in replies))
    return {
        "thread_ts": post.ts,
        "reply_count": len(replies),
        "reply_users_count": len(writers),
        "latest_reply": replies[-1],
        "reply_users": writers,
        "is_locked": False,
        "subscribed": True,
    }


def bot_profile(core: Core) -> Json:
    """Return the short form of the bot that its messages carry."""
    return {
        "id": core.state.bot_id,
        "deleted": not core.state.installed,
        "name": core.app.name,
        "updated": core.state.users[core.state.bot_user].updated,
        "app_id": core.state.app_id,
        "user_id": core.state.bot_user,
        "team_id": core.state.team_id,
    }


def file(core: Core, stored: StoredFile, *, asked: bool = False) -> Json:
    """https://docs.slack.dev/reference/objects/file-object. `asked`: by files.info, which tells of a file of another
    organisation what a message does not."""
    if stored.deleted:
        return {"id": stored.id, "mode": "tombstone"}
    if stored.trouble.stub == "hidden_by_limit":
        return {"id": stored.id, "mode": "hidden_by_limit"}
    if stored.trouble.stub in ("check_file_info", "access_denied") and not asked:
        return {"id": stored.id, "mode": "file_access", "file_access": "check_file_info"}
    private = f"{core.base_url}/files-pri/{core.state.team_id}-{stored.id}"
    name = stored.name.replace("/", "_")
    shares: dict[str, Json] = {"public": {}, "private": {}}
    for channel, ts in stored.shared_in.items():
        kind = "public" if core.state.conversations[channel].kind == "channel" else "private"
        shares[kind][channel] = [{"ts": ts}]
    return {
        "id": stored.id,
        "created": stored.created,
        "timestamp": stored.created,
        "name": stored.name,
        "title": stored.title,
        "mimetype": stored.mimetype,
        "filetype": stored.name.rpartition(".")[2] or "text",
        "pretty_type": stored.name.rpartition(".")[2].upper(),
        "user": stored.user,
        "user_team": core.state.team_id,
        "editable": False,
        "size": len(stored.content),
        "mode": "external" if stored.trouble.stub == "external" else "hosted",
        "is_external": stored.trouble.stub == "external",
        "external_type": "",
        "is_public": bool(shares["public"]),
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": f"{private}/{name}",
        "url_private_download": f"{private}/download/{name}",
        "permalink": f"{core.base_url}/files/{stored.user}/{stored.id}/{name}",
        "file_access": "visible",
        "channels": [c for c in stored.shared_in if core.state.conversations[c].kind == "channel"],
        "groups": [c for c in stored.shared_in if core.state.conversations[c].kind == "private"],
        "ims": [c for c in stored.shared_in if core.state.conversations[c].kind == "im"],
        "shares": {kind: value for kind, value in shares.items() if value},
        "comments_count": 0,
    }


def view(core: Core, shown: View) -> Json:
    """https://docs.slack.dev/reference/views"""
    body = shown.body
    return {
        "id": shown.id,
        "team_id": core.state.team_id,
        "type": shown.kind,
        "blocks": body["blocks"],
        "private_metadata": body.get("private_metadata") or "",
        "callback_id": body.get("callback_id") or "",
        "state": {"values": state_values(shown.blocks, shown.inputs)},
        "hash": shown.hash,
        "title": body.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": bool(body.get("clear_on_close")),
        "notify_on_close": bool(body.get("notify_on_close")),
        "close": body.get("close"),
        "submit": body.get("submit"),
        "submit_disabled": bool(body.get("submit_disabled")),
        "previous_view_id": shown.previous_id,
        "root_view_id": shown.root_id,
        "app_id": core.state.app_id,
        "external_id": body.get("external_id") or "",
        "app_installed_team_id": core.state.team_id,
        "bot_id": core.state.bot_id,
    }


def state_values(blocks: list[Json], inputs: dict[str, dict[str, Json]]) -> Json:
    """Return `state.values`: every stateful element, with what was put in or its initial value."""
    values: dict[str, Any] = {}
    for block in blocks:
        for element, value in initial_state(block):
            given = inputs.get(block["block_id"], {}).get(element["action_id"])
            values.setdefault(block["block_id"], {})[element["action_id"]] = given or value
    return values


def typed_rich_text(core: Core, written: str) -> list[Json]:
    """Return the rich_text block that Slack makes of what a person typed (marks such as * stay as they are)."""
    section = {"type": "rich_text_section", "elements": slack_text.rich_elements(written)}
    return [{"type": "rich_text", "block_id": core.ids.new("b", 5), "elements": [section]}]
