"""What the workspace knows of ids that an event names: whose a conversation is, how somebody is called."""

from collections.abc import Sequence
from datetime import datetime

from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor

Names = dict[str, str]


def conversation(uow: UnitOfWork, actor: Actor, channel: str, *, now: datetime) -> str | None:
    """The user id of who has this conversation with Accord; None where Accord has said nothing there of late."""
    return uow.outbox.reader_in(channel)


def called(
    uow: UnitOfWork, actor: Actor, people: Sequence[str], channels: Sequence[str], *, now: datetime
) -> tuple[Names, Names]:
    """The names of those people and of those class channels that are known, by id."""
    found = uow.people.all(user=list(people)) if people else []
    classes = uow.classrooms.all(channel=list(channels)) if channels else []
    return {p.user: p.name for p in found}, {c.channel: c.name for c in classes}
