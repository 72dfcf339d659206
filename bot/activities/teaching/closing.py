"""An admin closes a class, or opens it again; and what an admin's Home says of the classes that may need one.

Of a class that they do not teach an admin sees its name and numbers, and nobody who learns there.
"""

from dataclasses import replace

from bot.activities import access
from bot.activities.teaching import closing_messages as messages
from bot.activities.teaching import untaught
from bot.activities.teaching.closing_messages import ClassClosed, ClosedBrief, SchoolBrief, Stale
from bot.domain import recurrence, waiting
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import OPEN
from bot.messages.briefs import NothingToSay, name_of, say
from bot.messages.tell import show_home, tell
from storage.unit_of_work import UnitOfWork


def close(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
    """Nothing is asked in it from now on, as in one whose channel is archived; nothing in it is lost."""
    _archive(uow, actor, classroom, closed=True)


def open_again(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
    _archive(uow, actor, classroom, closed=False)


def _archive(uow: UnitOfWork, actor: Actor, classroom: int, *, closed: bool) -> None:
    """Its teachers are told, and those whose contract is open there."""
    access.admin(uow, actor)
    found = uow.classrooms.get(classroom)
    if found is None:
        raise Refusal("no-class-here")
    if found.archived is not closed:
        uow.classrooms.save(replace(found, archived=closed))
        for user in _concerned(uow, classroom):
            if user != actor.user:
                tell(uow, user, ClassClosed(classroom, actor.user, closed))
            show_home(uow, user)
    show_home(uow, actor.user)


def _concerned(uow: UnitOfWork, classroom: int) -> list[str]:
    learners = [contract.student for contract in uow.contracts.of_classroom(classroom, *sorted(OPEN))]
    return sorted({*access.teachers_of(uow, classroom), *learners})


def school_brief(uow: UnitOfWork) -> SchoolBrief:
    rooms = sorted(uow.classrooms.all(), key=lambda room: (room.name.casefold(), room.id))
    here = [room for room in rooms if not room.archived]
    learnt_in = {place.classroom for place in uow.memberships.everywhere() if place.side is Side.STUDENT}
    return SchoolBrief(
        stale=_stale(uow, here),
        empty=tuple((room.name, room.id) for room in here if room.id not in learnt_in),
        closed=tuple((room.name, room.id) for room in rooms if room.archived),
    )


def _stale(uow: UnitOfWork, rooms: list[Classroom]) -> tuple[Stale, ...]:
    """The classes in which proposals have waited for weeks, that one first where one has waited longest."""
    waits = uow.desk.proposals(uow.now - waiting.WEEKS)
    found = [(waits[room.id], room) for room in rooms if room.id in waits and untaught.is_taught(uow, room.id)]
    return tuple(
        Stale(room.name, room.id, len(since), recurrence.local_day(min(since), room.timezone))
        for since, room in sorted(found, key=lambda one: (min(one[0]), one[1].id))
    )


def _closed(uow: UnitOfWork, notice: ClassClosed, reader: str) -> ClosedBrief:
    found = uow.classrooms.get(notice.classroom)
    if found is None or found.archived is not notice.closed or reader not in _concerned(uow, notice.classroom):
        raise NothingToSay("classroom")
    teaches = reader in access.teachers_of(uow, notice.classroom)
    return ClosedBrief(found.name, name_of(uow, notice.by), teaches)


say(ClassClosed, shown=_closed, blocks=messages.class_closed)
