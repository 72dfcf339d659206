"""Asking Slack anew who somebody is, where something hangs on what they are."""

import asyncio
from collections.abc import Iterable

from bot.activities.admitting import use_cases as admitting
from bot.domain.actor import Actor
from bot.domain.classroom import Person
from handlers.context import Context
from handlers.inbound import is_id


async def meet_again(actor: Actor, context: Context) -> None:
    """Keep what Slack says now of whoever acts: an admin of yesterday is none. Where it does not answer, what is known
    decides."""
    me = await context.views.who_is(actor.workspace, actor.user)
    if me is not None:
        await context.desk.run(admitting.learn, actor, me)


async def who_they_are(actor: Actor, users: Iterable[str], context: Context) -> dict[str, Person | None]:
    """What Slack says now of each, all asked at once: whoever sent the form waits."""
    asked = [user for user in dict.fromkeys(users) if is_id(user)]
    said = await asyncio.gather(*(context.views.who_is(actor.workspace, user) for user in asked))
    return dict(zip(asked, said, strict=True))
