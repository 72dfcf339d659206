"""What the app is told about through the Events API. https://docs.slack.dev/reference/events

Each function builds one event and queues it, if the app subscribed to it and may see it.
"""

from __future__ import annotations

from sandbox import shapes
from sandbox.core import VERIFICATION_TOKEN, Core
from sandbox.deliveries import Envelope
from sandbox.state import Conversation, Json, Post, User

SUBSCRIPTION = {"im": "message.im", "channel": "message.channels", "private": "message.groups"}
CHANNEL_TYPE = {"im": "im", "channel": "channel", "private": "group"}


def callback(core: Core, event: Json) -> Json:
    """Wrap an event as Slack does. https://docs.slack.dev/apis/events-api#callback-field"""
    state = core.state
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": state.team_id,
        "context_team_id": state.team_id,
        "context_enterprise_id": None,
        "api_app_id": state.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": core.ids.new("Ev"),
        "event_time": core.now_s(),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": state.team_id,
                "user_id": state.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{core.ids.uuid()}",
    }


def send(core: Core, subscription: str, event: Json) -> Envelope | None:
    """Queue an event; None when the app did not subscribe to it or is not installed."""
    if subscription not in core.app.events or not core.state.installed:
        return None
    return core.send("events_api", callback(core, event))


def _about_message(core: Core, place: Conversation, event: Json) -> Envelope | None:
    if core.state.bot_user not in place.members:
        return None
    event["channel_type"] = CHANNEL_TYPE[place.kind]
    return send(core, SUBSCRIPTION[place.kind], event)


def message_posted(core: Core, place: Conversation, post: Post) -> Envelope | None:
    """`message`; Slack sends the app its own messages too, and Bolt ignores those."""
    event = shapes.message(core, post) | {"channel": place.id, "event_ts": post.ts}
    return _about_message(core, place, event)


def message_changed(core: Core, place: Conversation, post: Post, before: Json) -> Envelope | None:
    """`message_changed`. https://docs.slack.dev/reference/events/message/message_changed"""
    ts = core.next_ts()
    return _about_message(
        core,
        place,
        {
            "type": "message",
            "subtype": "message_changed",
            "message": shapes.message(core, post) | {"source_team": core.state.team_id},
            "previous_message": before,
            "channel": place.id,
            "hidden": True,
            "ts": ts,
            "event_ts": ts,
        },
    )


def message_deleted(core: Core, place: Conversation, before: Json) -> Envelope | None:
    """`message_deleted`. https://docs.slack.dev/reference/events/message/message_deleted"""
    ts = core.next_ts()
    return _about_message(
        core,
        place,
        {
            "type": "message",
            "subtype": "message_deleted",
            "previous_message": before,
            "channel": place.id,
            "hidden": True,
            "deleted_ts": before["ts"],
            "ts": ts,
            "event_ts": ts,
        },
    )


def home_opened(core: Core, user_id: str, tab: str) -> Envelope | None:
    """`app_home_opened`, with the view that is published. https://docs.slack.dev/reference/events/app_home_opened"""
    event: Json = {
        "type": "app_home_opened",
        "user": user_id,
        "channel": core.im_of(user_id).id,
        "tab": tab,
        "event_ts": core.next_ts(),
    }
    view_id = core.state.homes.get(user_id)
    if view_id and tab == "home":
        event["view"] = shapes.view(core, core.state.views[view_id])
    return send(core, "app_home_opened", event)


def member_joined(core: Core, place: Conversation, user_id: str, inviter: str | None) -> Envelope | None:
    """`member_joined_channel`. https://docs.slack.dev/reference/events/member_joined_channel"""
    event = _membership(core, "member_joined_channel", place, user_id)
    if inviter:
        event["inviter"] = inviter
    if core.state.bot_user not in place.members:
        return None
    return send(core, "member_joined_channel", event)


def member_left(core: Core, place: Conversation, user_id: str) -> Envelope | None:
    """`member_left_channel`. https://docs.slack.dev/reference/events/member_left_channel"""
    if core.state.bot_user not in place.members and user_id != core.state.bot_user:
        return None
    return send(core, "member_left_channel", _membership(core, "member_left_channel", place, user_id))


def _membership(core: Core, kind: str, place: Conversation, user_id: str) -> Json:
    return {
        "type": kind,
        "user": user_id,
        "channel": place.id,
        "channel_type": "C" if place.kind == "channel" else "G",
        "team": core.state.team_id,
        "event_ts": core.next_ts(),
    }


def user_changed(core: Core, person: User) -> Envelope | None:
    """`user_change`. https://docs.slack.dev/reference/events/user_change"""
    with_email = "users:read.email" in core.app.scopes
    user = shapes.user(core, person, with_locale=True, with_email=with_email)
    event = {"type": "user_change", "user": user, "cache_ts": core.now_s(), "event_ts": core.next_ts()}
    return send(core, "user_change", event)


def archived(core: Core, place: Conversation, by: str) -> Envelope | None:
    """`channel_archive` or `group_archive`. https://docs.slack.dev/reference/events/channel_archive"""
    kind = "channel_archive" if place.kind == "channel" else "group_archive"
    if place.kind == "private" and core.state.bot_user not in place.members:
        return None
    event = {"type": kind, "channel": place.id, "user": by, "is_moved": 0, "event_ts": core.next_ts()}
    return send(core, kind, event)


def shared(core: Core, place: Conversation, team: str) -> Envelope | None:
    """`channel_shared`, of private channels, too. https://docs.slack.dev/reference/events/channel_shared"""
    return _sharing(core, place, {"type": "channel_shared", "connected_team_id": team})


def unshared(core: Core, place: Conversation, team: str) -> Envelope | None:
    """`channel_unshared`. https://docs.slack.dev/reference/events/channel_unshared"""
    event = {"type": "channel_unshared", "previously_connected_team_id": team, "is_ext_shared": False}
    return _sharing(core, place, event)


def _sharing(core: Core, place: Conversation, event: Json) -> Envelope | None:
    if place.kind == "private" and core.state.bot_user not in place.members:
        return None
    return send(core, event["type"], {**event, "channel": place.id, "event_ts": core.next_ts()})


def renamed(core: Core, place: Conversation) -> Envelope | None:
    """`channel_rename` or `group_rename`. https://docs.slack.dev/reference/events/channel_rename"""
    kind = "channel_rename" if place.kind == "channel" else "group_rename"
    if place.kind == "private" and core.state.bot_user not in place.members:
        return None
    channel = {
        "id": place.id,
        "is_channel": place.kind == "channel",
        "is_mpim": False,
        "name": place.name,
        "name_normalized": place.name,
        "created": place.created,
    }
    return send(core, kind, {"type": kind, "channel": channel, "event_ts": core.next_ts()})


def reaction_changed(core: Core, post: Post, user_id: str, name: str, *, added: bool) -> Envelope | None:
    """`reaction_added` or `reaction_removed`. https://docs.slack.dev/reference/events/reaction_added"""
    kind = "reaction_added" if added else "reaction_removed"
    event: Json = {
        "type": kind,
        "user": user_id,
        "reaction": name,
        "item": {"type": "message", "channel": post.channel, "ts": post.ts},
        "item_user": post.user,
        "event_ts": core.next_ts(),
    }
    return send(core, kind, event)


def tokens_revoked(core: Core) -> Envelope | None:
    """`tokens_revoked`. https://docs.slack.dev/reference/events/tokens_revoked"""
    event: Json = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [core.state.bot_user]}}
    return send(core, "tokens_revoked", event | {"event_ts": core.next_ts()})


def app_uninstalled(core: Core) -> Envelope | None:
    """`app_uninstalled`. https://docs.slack.dev/reference/events/app_uninstalled"""
    return send(core, "app_uninstalled", {"type": "app_uninstalled", "event_ts": core.next_ts()})
