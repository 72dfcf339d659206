"""Whose direct messages a conversation is."""

from datetime import datetime

from bot.domain.actor import Actor
from bot.services.ports import UnitOfWork


def conversation(uow: UnitOfWork, actor: Actor, channel: str, *, now: datetime) -> str | None:
    """The user id of who has this conversation with Accord; None where Accord has said nothing there of late."""
    return uow.outbox.reader_in(channel)
