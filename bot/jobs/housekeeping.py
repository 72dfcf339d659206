"""What is past its time is erased, a little at a time, in one workspace after the other; and what Slack did not say yet
of people who are known is asked for."""

import asyncio
from collections.abc import Callable, Sequence

import structlog

from bot.activities.privacy import retaining
from bot.activities.set_up import asking_anew
from bot.domain.actor import Actor
from bot.runner import Desk

log = structlog.get_logger(__name__)


async def keep(desk: Desk, workspaces: Sequence[str], turn: asyncio.Lock, stopping: Callable[[], bool]) -> None:
    """Erase all of it. Each batch is a transaction and takes its `turn`, so that what is due need not wait long."""
    for workspace in workspaces:
        try:
            more = True
            while more and not stopping():
                async with turn:
                    more = await desk.run(retaining.forget, Actor(workspace, ""))
                await asyncio.sleep(0)
            async with turn:
                await desk.run(asking_anew.ask_anew, Actor(workspace, ""))
        except Exception:  # one school's trouble must not keep the others' data for longer; it is tried again later
            log.exception("retention failed", action="retention-failed", workspace=workspace)
