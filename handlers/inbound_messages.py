"""A message in somebody's direct messages with Accord, out of the events in which Slack tells of it.

https://docs.slack.dev/reference/events/message
"""

from collections.abc import Mapping

from bot.domain.actor import Actor
from bot.domain.seen import clean
from handlers.inbound import Payload, Said, dict_of, id_in, team_of, text_in
from handlers.typed_text import UNKNOWN, Called, Referred, plain_text, referred

WRITTEN = (None, "file_share", "me_message", "thread_broadcast")
"""Subtypes of what a person wrote. The rest says what happened."""

TOMBSTONE = "tombstone"
"""What is left of a deleted message that has replies below it. Slack's own user signs it, not who wrote the message."""

SLACK_ITSELF = "USLACKBOT"


def said_of(body: Payload, called: Called = UNKNOWN) -> Said | None:
    """A message that a person wrote to Accord, or an edit or the deletion of one; None for what is no such thing.

    `called` says how those are called whom the text refers to by id.
    """
    event = dict_of(body.get("event"))
    subtype = event.get("subtype")
    if subtype == "message_changed":
        return _changed(body, event, called)
    if subtype == "message_deleted":
        return _deletion_of(body, event, {})
    if subtype == TOMBSTONE:
        return _deletion_of(body, {"channel": event.get("channel")}, event)
    if subtype not in WRITTEN or not _by_a_person(body, event):
        return None
    channel, ts = id_in(event, "channel"), id_in(event, "ts")
    return Said(
        actor=Actor(team_of(body), id_in(event, "user")),
        channel=channel,
        text=plain_text(text_in(event, "text", needed=False), called),
        ts=ts,
        incoming=f"said:{channel}:{ts}",
        thread=_thread_of(event, ts),
        files=_files_of(event),
    )


def referred_to(body: Payload) -> Referred:
    """Whom and what such a message refers to by id."""
    event = dict_of(body.get("event"))
    return referred(text_in(dict_of(event.get("message") or event), "text", needed=False))


def bots_of(body: Payload) -> list[object]:
    """The users as whom Accord gets this event."""
    known = body.get("authorizations")
    found = [one for one in known if isinstance(one, Mapping)] if isinstance(known, list) else []
    return [one.get("user_id") for one in found if one.get("is_bot")]


def _changed(body: Payload, event: Payload, called: Called) -> Said | None:
    message, before = dict_of(event.get("message")), dict_of(event.get("previous_message") or {})
    if message.get("subtype") == TOMBSTONE:
        return _deletion_of(body, event, message)
    if not _by_a_person(body, message) or message.get("text") == before.get("text"):
        return None  # our own cards, and links that Slack unfurled
    channel, ts = id_in(event, "channel"), id_in(message, "ts")
    stamp = id_in(dict_of(message.get("edited") or {}), "ts", needed=False) or id_in(event, "ts")
    return Said(
        actor=Actor(team_of(body), id_in(message, "user")),
        channel=channel,
        text=plain_text(text_in(message, "text", needed=False), called),
        ts=ts,
        incoming=f"edit:{channel}:{ts}:{stamp}",
        edited=True,
        thread=_thread_of(message, ts),
        files=_files_of(message),
    )


def _deletion_of(body: Payload, event: Payload, left: Payload) -> Said | None:
    """`left` is the tombstone in its place, where there is one. One message is deleted once, however often and in
    whatever form Slack tells of it; `previous_message` is not promised. Nobody is the actor where Slack does not say
    whose the message was."""
    before = dict_of(event.get("previous_message") or {})
    if _is_ours(body, before) or _is_ours(body, left):
        return None
    channel = id_in(event, "channel")
    ts = id_in(event, "deleted_ts", needed=False) or id_in(left, "ts", needed=False) or id_in(before, "ts")
    author = id_in(before, "user", needed=False)
    who = "" if author == SLACK_ITSELF else author
    return Said(Actor(team_of(body), who), channel, "", ts, f"deletion:{channel}:{ts}", deleted=True)


def _by_a_person(body: Payload, message: Payload) -> bool:
    return bool(message.get("user")) and message.get("user") != SLACK_ITSELF and not _is_ours(body, message)


def _is_ours(body: Payload, message: Payload) -> bool:
    """Whether a bot wrote it: it says so, or its user is one of those for whom Slack brings us this event."""
    return bool(message.get("bot_id")) or (bool(message.get("user")) and message["user"] in bots_of(body))


def _thread_of(message: Payload, ts: str) -> str:
    """A message with replies below it names itself: https://docs.slack.dev/reference/events/message/message_replied"""
    root = id_in(message, "thread_ts", needed=False)
    return "" if root == ts else root


def _files_of(message: Payload) -> tuple[str, ...]:
    files = message.get("files")
    found = [one for one in files if isinstance(one, Mapping)] if isinstance(files, list) else []
    return tuple(clean(text_in(one, "name", needed=False)) for one in found)
