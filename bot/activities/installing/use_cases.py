"""A workspace removes Accord, and may install it again.

Nothing of its classes is deleted then: what was to be sent waits, what falls due is not looked at (storage keeps it
apart), and what people agreed on stands. When the workspace is back, it all goes on; prompts whose time is over are
not made up for.
"""

from dataclasses import replace
from datetime import timedelta

import structlog

from bot.domain.actor import Actor
from bot.domain.installation import FOREVER, Departure, Reason
from bot.domain.outbox import Errand, ErrandKind
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

STILL_WORTH_SAYING = timedelta(days=7)
"""What was to be said longer ago than this is not said to a workspace that is back."""


def leave(uow: UnitOfWork, actor: Actor, reason: Reason) -> None:
    """From this transaction's commit on, nothing is sent to the workspace."""
    departure = uow.departures.standing()
    if departure is not None and departure.back_at is None:
        return
    uow.departures.put(Departure(uow.workspace, reason, uow.now))
    uow.outbox.rest(FOREVER)
    log.warning("workspace left", action="workspace-left", workspace=uow.workspace, reason=reason.value)


def come_back(uow: UnitOfWork, actor: Actor) -> bool:
    """Let everything go on; False where the workspace never left. Who is in its classes is read anew."""
    departure = uow.departures.standing()
    if departure is None or departure.back_at is not None:
        return False
    uow.departures.save(replace(departure, back_at=uow.now))
    uow.outbox.expire_waiting(uow.now - STILL_WORTH_SAYING)
    uow.outbox.rest(uow.now)
    for classroom in uow.classrooms.not_archived():
        asked = {"classroom": classroom.id, "by": ""}
        uow.errands.add(Errand(uow.workspace, ErrandKind.SYNC_ROSTER, asked, uow.now))
    log.info("workspace back", action="workspace-back", workspace=uow.workspace)
    return True


def speak_again(uow: UnitOfWork, actor: Actor) -> None:
    """The workspace's token can be read again: what rested for want of it goes on. One that left goes on resting."""
    departure = uow.departures.standing()
    if departure is None or departure.back_at is not None:
        uow.outbox.rest(uow.now)
