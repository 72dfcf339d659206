"""A student decides whether the class may see a milestone."""

import re

from bot.activities.celebrating import use_cases as celebrating
from bot.domain.actor import Refusal
from handlers.context import Context, Routes
from handlers.inbound import Press

_CLAIM = re.compile(r"([0-9]{1,9}):([0-9a-f]{16})")


async def share(press: Press, context: Context) -> None:
    await _decide(press, context, share=True)


async def keep(press: Press, context: Context) -> None:
    await _decide(press, context, share=False)


async def _decide(press: Press, context: Context, *, share: bool) -> None:
    claim = _CLAIM.fullmatch(press.value)
    if claim is None:
        raise Refusal("old-button")
    await context.runner.once(press.incoming, press.actor, celebrating.decide, int(claim[1]), claim[2], share)


ROUTES = Routes(presses={"celebrating.share": share, "celebrating.keep": keep})
