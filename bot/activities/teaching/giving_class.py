"""An admin gives a class that nobody teaches another teacher."""

from datetime import datetime

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.ports import UnitOfWork
from bot.activities.teaching import untaught
from bot.activities.teaching import use_cases as teaching_use_cases
from bot.activities.teaching.messages import ClassGiven
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Person
from bot.messages.tell import tell


def open_form(uow: UnitOfWork, actor: Actor, classroom: int, *, now: datetime) -> Classroom:
    """The class, while nobody teaches it."""
    access.admin(uow, actor)
    found = uow.classrooms.get(classroom)
    if found is None:
        raise Refusal("no-class-here")
    if untaught.is_taught(uow, classroom):
        raise Refusal("class-is-taught", classroom=found.name)
    return found


def give(uow: UnitOfWork, actor: Actor, classroom: int, chosen: Person | None, *, now: datetime) -> None:
    """Make somebody the teacher. `chosen` is what Slack says of them now; None where it does not know them."""
    found = open_form(uow, actor, classroom, now=now)
    if chosen is None:
        raise Refusal("teacher-unknown", field="teacher")
    teaching_use_cases.check(uow, actor, [chosen.user], {chosen.user: chosen}, now, field="teacher")
    if _learns_here(uow, chosen, found):
        raise Refusal("teacher-learns-here", field="teacher", name=chosen.name)
    admitting.put_in_class(uow, found, chosen.user, Side.TEACHER, now)
    tell(uow, chosen.user, ClassGiven(found.id, actor.user), now)
    if chosen.user == actor.user:
        teaching_use_cases.admin_joined(uow, actor, found.id, (), now)
    untaught.follow(uow, found.id, False, now)


def _learns_here(uow: UnitOfWork, chosen: Person, classroom: Classroom) -> bool:
    place = uow.memberships.first(classroom=classroom.id, user=chosen.user, left_at=None)
    return place is not None and place.side is Side.STUDENT
