"""People who were known before all their names were kept: Slack is asked about them once more."""

from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.errand import Errand, ErrandKind

A_SECOND = timedelta(seconds=1)


def ask_anew(uow: UnitOfWork, actor: Actor, *, now: datetime) -> int:
    """Have Slack asked about those of whom only the shown name is known; how many. They are spread, a second for each,
    so that what else is to be done need not wait for them."""
    access.accord_itself(actor)
    if uow.errands.first(kind=ErrandKind.LEARN_PERSON, done=False) is not None:
        return 0  # they are being asked about
    half_known = [person for person in uow.people.all(other_names=None) if person.is_active]
    for place, person in enumerate(half_known):
        when = now + place * A_SECOND
        uow.errands.add(Errand(uow.workspace, ErrandKind.LEARN_PERSON, {"user": person.user}, when))
    return len(half_known)
