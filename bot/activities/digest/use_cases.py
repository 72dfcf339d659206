"""A teacher's digest: who has one, when it is due, and what a teacher chooses of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.digest.forms import DigestForm
from bot.activities.digest.messages import TeacherDigest
from bot.activities.digest.reads import rooms_of, standing_choice, zone_of
from bot.domain import check_ins, digest, recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.days_off import DaysOff
from bot.domain.digest import Digest
from bot.domain.schedule import has_school
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

A_DAY = timedelta(days=1)


def open_form(uow: UnitOfWork, actor: Actor) -> DigestForm:
    _teaches(uow, actor)
    found = standing_choice(uow, actor.user)
    return DigestForm(found.how, found.day, found.at)


def choose(uow: UnitOfWork, actor: Actor, how: str, day: str, at: time | None) -> None:
    """From the next one on."""
    _teaches(uow, actor)
    often, on, hour = digest.chosen(how, day, at)
    wanted = replace(standing_choice(uow, actor.user), how=often, day=on, at=hour)
    uow.digests.put(replace(wanted, wake_at=digest.next_at(wanted, zone_of(uow, actor.user), uow.now)))


def _teaches(uow: UnitOfWork, actor: Actor) -> None:
    if not access.places_of(uow, actor.user, Side.TEACHER):
        raise Refusal("for-teachers")


# The scheduler's part.


def begin(uow: UnitOfWork, actor: Actor) -> None:
    """Whoever teaches and has none yet gets one, once a week."""
    access.accord_itself(actor)
    known = {one.user for one in uow.digests.all()}
    teaches = {place.user for place in uow.memberships.everywhere() if place.side is Side.TEACHER}
    for user in sorted(teaches - known):
        made = Digest(uow.workspace, user, None)
        uow.digests.add(replace(made, wake_at=digest.next_at(made, zone_of(uow, user), uow.now)))


def tell_due(uow: UnitOfWork, actor: Actor, due: int) -> None:
    """Its time has come. Where none of the teacher's classes has school today, it comes on the next day that has; out
    of quiet hours. Too early, or done already, it does nothing."""
    access.accord_itself(actor)
    found = uow.digests.get(due)
    if found is None or found.wake_at is None or found.wake_at > uow.now:
        return
    rooms, timezone = rooms_of(uow, found.user), zone_of(uow, found.user)
    today = recurrence.local_day(uow.now, timezone)
    taught = partial(_is_taught, [(room, planning.days_off(uow, room.id)) for room in rooms])
    if rooms and not taught(today):
        uow.digests.save(replace(found, wake_at=digest.put_off(found, timezone, uow.now)))
        return
    uow.digests.save(replace(found, wake_at=digest.next_at(found, timezone, uow.now)))
    if rooms:
        days = (today - digest.begins(found, today, taught)).days
        moment = max(check_ins.out_of_quiet(uow.now, room, timezone) for room in rooms)
        once = f"digest:{found.user}:{today}"
        tell(uow, found.user, TeacherDigest(f"{today}", days), once=once, not_before=moment, expires_at=moment + A_DAY)


def _is_taught(rooms: Sequence[tuple[Classroom, DaysOff]], day: date) -> bool:
    return any(has_school(room, off, day) for room, off in rooms)
