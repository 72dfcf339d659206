"""Somebody who teaches a class now says with whom a contract of their own stays."""

import re

from bot.activities.teaching import use_cases as teaching
from bot.activities.teaching.messages import KEEP, OTHERS_MOST
from bot.domain.actor import Refusal
from handlers.context import Context, Routes
from handlers.inbound import Press

_CLAIM = re.compile(r"([0-9]{1,15}):([UW][A-Z0-9]{1,30})", re.ASCII)


async def keep(press: Press, context: Context) -> None:
    claim = _CLAIM.fullmatch(press.value)
    if claim is None:
        raise Refusal("old-button")
    await context.desk.run(teaching.keep, press.actor, int(claim[1]), claim[2], incoming=press.incoming)


ROUTES = Routes(presses={f"{KEEP}.{n}": keep for n in range(OTHERS_MOST)})
