"""A payload that nobody here can read: whoever sent it hears so, where it says who that was."""

from collections.abc import Mapping
from typing import Any

from bot.activities.help import use_cases as helping
from bot.activities.set_up import reads
from bot.domain.actor import Actor
from handlers.context import Context
from handlers.inbound import Malformed, Payload, is_id, team_of
from handlers.inbound_messages import SLACK_ITSELF, bots_of


async def say_so(body: Payload, context: Context) -> None:
    """Tell them, once in an hour; nothing of what they sent is looked at, kept or logged. What merely happened, as
    most events tell, is nobody's doing."""
    does = "event" not in body or _part(body, "event").get("type") == "message"
    actor = await _sender(body, context) if does else None
    if actor is not None:
        await context.desk.run(helping.not_readable, actor)


async def _sender(body: Payload, context: Context) -> Actor | None:
    """Who it was; for a message without a person, whose conversation it stands in. Not a bot."""
    try:
        workspace = team_of(body)
    except Malformed:
        return None
    event = _part(body, "event")
    user, channel = _user_in(body) or _user_in(event), event.get("channel")
    if event.get("bot_id") or user in (SLACK_ITSELF, *bots_of(body)):
        return None
    if not user and is_id(channel):
        known: str | None = await context.desk.read(reads.conversation, Actor(workspace, ""), channel)
        user = known or ""
    return Actor(workspace, user) if user else None


def _user_in(whole: Mapping[str, Any]) -> str:
    """In a form it is an object, in a command and an event an id."""
    user = whole.get("user")
    found = (user.get("id") if isinstance(user, Mapping) else user, whole.get("user_id"))
    return next((str(one) for one in found if is_id(one)), "")


def _part(whole: Payload, name: str) -> Mapping[str, Any]:
    found = whole.get(name)
    return found if isinstance(found, Mapping) else {}
