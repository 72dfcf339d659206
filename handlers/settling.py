"""What an event leaves open about a message: whose it was, and how those are called whom it mentions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.activities.set_up import whose
from bot.domain.actor import Actor
from handlers.context import Context
from handlers.inbound import Said
from handlers.inbound_messages import bots_of, referred_to, said_of
from handlers.typed_text import Called, Referred

BOT = "Accord"


async def settled(said: Said, body: Mapping[str, Any], context: Context) -> Said | None:
    """The same, by a person and with names in the place of ids; None for a deletion in a conversation that nobody is
    known to have with Accord."""
    if not said.actor.user:
        user = await context.desk.read(whose.conversation, said.actor, said.channel)
        return replace(said, actor=Actor(said.actor.workspace, user)) if user else None
    mentions = referred_to(body)
    return said_of(body, await _called(mentions, body, said.actor, context)) if mentions else said


async def _called(mentions: Referred, body: Mapping[str, Any], actor: Actor, context: Context) -> Called:
    words = await context.words(actor)
    people, channels = await context.desk.read(whose.called, actor, mentions.people, mentions.channels)
    bots = {str(bot): BOT for bot in bots_of(body)}
    return Called(
        people={**people, **bots},
        channels=channels,
        somebody=words("typed-somebody"),
        a_channel=words("typed-a-channel"),
        a_group=words("typed-a-group"),
    )
