"""What is not needed any more is deleted, a little at a time."""

from datetime import datetime, timedelta

from bot.services.ports import Agenda

INCOMING_KEPT = timedelta(days=14)
"""Slack repeats what was not acknowledged within minutes; nobody's button is pressed twice after two weeks."""

SAID_KEPT = timedelta(days=90)
"""What was sent and is no card is never looked at again."""

BATCH = 2000


def forget(agenda: Agenda, now: datetime) -> bool:
    """Delete one batch of each; whether there may be more."""
    incoming = agenda.forget_incoming(now - INCOMING_KEPT, BATCH)
    said = agenda.forget_said(now - SAID_KEPT, BATCH)
    return max(incoming, said) == BATCH
