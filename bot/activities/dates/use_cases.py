"""Somebody asks for their dates."""

from bot.activities.dates.messages import OwnDates
from bot.domain.actor import Actor
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork


def ask(uow: UnitOfWork, actor: Actor) -> None:
    """Whoever they are: what they get holds what is theirs when it leaves."""
    tell(uow, actor.user, OwnDates(actor.user))
