"""Whose a message was, where Slack's event about its deletion does not say."""

from dataclasses import replace

from bot.domain.actor import Actor
from bot.services import whose
from handlers.context import Context
from handlers.inbound import Said


async def with_its_person(said: Said, context: Context) -> Said | None:
    """The same, by a person; None for a deletion in a conversation that nobody is known to have with Accord."""
    if said.actor.user:
        return said
    user = await context.desk.read(whose.conversation, said.actor, said.channel)
    return replace(said, actor=Actor(said.actor.workspace, user)) if user else None
