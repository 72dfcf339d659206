"""What Slack says of somebody is kept, and what follows from it."""

from dataclasses import replace
from datetime import datetime

from bot.activities.admitting import places
from bot.activities.admitting import use_cases as admitting
from bot.activities.checking_in import use_cases as checking_in
from bot.activities.ports import UnitOfWork
from bot.activities.set_up.notices import away_from
from bot.activities.teaching import untaught
from bot.domain.actor import Actor, Side
from bot.domain.belonging import Role, may_be
from bot.domain.classroom import Person
from bot.messages.tell import refresh


def learn(uow: UnitOfWork, actor: Actor, person: Person, *, now: datetime) -> None:
    """Keep what Slack says of somebody. Who moved to another time zone takes their check-ins along."""
    known = uow.people.first(user=person.user)
    if known is not None and known == replace(person, id=known.id):
        return
    teaches = [p.classroom for p in uow.memberships.all(user=person.user, side=Side.TEACHER, left_at=None)]
    taught = {classroom: untaught.is_taught(uow, classroom) for classroom in teaches}
    uow.people.put(person, "user")
    if person.is_active and not may_be(person, Role.TEACHER):
        _teaches_no_more(uow, person, now)
    for classroom, was_taught in taught.items():
        untaught.follow(uow, classroom, was_taught, now)
    if known is not None and known.timezone != person.timezone:
        checking_in.move_with(uow, person.user, now)
    if known is not None and known.is_active is not person.is_active:
        _comes_or_goes(uow, person, now)
    admitting.follow(uow, person, now)


def _comes_or_goes(uow: UnitOfWork, person: Person, now: datetime) -> None:
    for place in uow.memberships.all(user=person.user, side=Side.STUDENT, left_at=None):
        if person.is_active:
            refresh(uow, away_from(place.classroom), now)
        else:
            places.tell_teachers(uow, place, now)


def _teaches_no_more(uow: UnitOfWork, person: Person, now: datetime) -> None:
    """Slack says of somebody who was made a teacher that they are of another organisation."""
    for place in uow.memberships.all(user=person.user, side=Side.TEACHER, left_at=None):
        uow.memberships.save(replace(place, side=Side.STUDENT, left_at=now))
    grant = uow.grants.first(user=person.user)
    if grant is not None:
        uow.grants.remove(grant.id)
