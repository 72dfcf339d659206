"""Giving people their place in a class, and taking it back."""

from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.drafting import draft_cards
from bot.activities.ports import UnitOfWork
from bot.activities.set_up.notices import StudentAway, away_from
from bot.domain.actor import Side
from bot.domain.classroom import Classroom, Membership
from bot.messages.tell import refresh, show_home, tell


def put_in_class(uow: UnitOfWork, classroom: Classroom, user: str, side: Side, now: datetime) -> None:
    """Give somebody their place, or another side, or their place back."""
    standing = uow.memberships.first(classroom=classroom.id, user=user)
    if standing is None:
        uow.memberships.add(Membership(uow.workspace, classroom.id, user, side, now))
    elif standing.side is not side or standing.left_at is not None:
        uow.memberships.save(replace(standing, side=side, left_at=None))
        if standing.left_at is not None:
            refresh(uow, away_from(classroom.id), now)
            draft_cards.follow(uow, user, classroom.id, now)


def take_out(uow: UnitOfWork, standing: Membership, now: datetime) -> None:
    """A student is in the class no longer. Their contract stays as it is, and its teachers know."""
    uow.memberships.save(replace(standing, left_at=now))
    draft_cards.follow(uow, standing.user, standing.classroom, now)
    tell_teachers(uow, standing, now)


def tell_teachers(uow: UnitOfWork, away: Membership, now: datetime) -> None:
    """A student is away: those who have an open contract with them hear of it."""
    standing = uow.contracts.open_of(away.user, away.classroom)
    if standing is None or not standing.versions:
        return  # of a draft that nobody saw, nobody need hear
    for teacher in access.teachers_for(uow, away.user, away.classroom):
        tell(uow, teacher, StudentAway(away.user, away.classroom), now)
        show_home(uow, teacher, now)
