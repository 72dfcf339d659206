"""Reminding whose turn it is, a class at a time, and telling who waits that it was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.digest.messages import TeacherDigest
from bot.activities.home import desk_reads
from bot.activities.waiting.messages import TeacherReminded, WaitsForYou, YourTurn
from bot.activities.waiting.reads import asked_first, whose_turn
from bot.domain import check_ins, recurrence, waiting
from bot.domain import contract as life
from bot.domain.actor import Actor, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.domain.days_off import DaysOff
from bot.domain.paper import has_no_account
from bot.domain.schedule import has_school
from bot.messages.registry import Notice
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

A_DAY = timedelta(days=1)
SOON = timedelta(days=3)
LISTS = frozenset({WaitsForYou.kind, TeacherDigest.kind})
"""What lists all that waits for a teacher: what began to wait before the newest of them stood there."""


@dataclass(frozen=True, slots=True)
class _Due:
    """A reminder that is due, for the `number`th time."""

    contract: Contract
    side: Side
    began: datetime
    number: int


def remind(uow: UnitOfWork, actor: Actor, classroom: int) -> None:
    """Remind everybody in a class for whom something has waited long enough. What was reminded of stands with the
    contract, so that doing it again says nothing twice."""
    access.accord_itself(actor)
    room = uow.classrooms.get(classroom)
    if room is None or room.archived:
        return
    off = planning.days_off(uow, classroom)
    if not waiting.is_time(uow.now, room, partial(has_school, room, off)):
        return
    teachers: set[str] = set()
    for due in list(_due(uow, room, off)):
        teachers |= _remind(uow, room, due)
    day = recurrence.local_day(uow.now, room.timezone)
    for teacher in sorted(teachers):
        _tell(uow, room, teacher, WaitsForYou(classroom, f"{day}"), f"waits:{classroom}:{day}:{teacher}", room.timezone)


def _due(uow: UnitOfWork, room: Classroom, off: DaysOff) -> Iterator[_Due]:
    """Counted by the class's calendar; for a student without the days on which they are away."""
    turns = _turns(uow, room)
    today = recurrence.local_day(uow.now, room.timezone)
    for contract in uow.contracts.among(sorted(turns)) if turns else []:
        side, since = turns[contract.id]
        closed = off | planning.away_from(uow, contract) if side is Side.STUDENT else off
        days = waiting.school_days(recurrence.local_day(since, room.timezone), today, partial(has_school, room, closed))
        number = waiting.reminder_due(days, contract.reminded)
        if number and has_school(room, closed, today):
            yield _Due(contract, side, since, number)


def _turns(uow: UnitOfWork, room: Classroom) -> dict[int, tuple[Side, datetime]]:
    """Who is waited for, and since when, by contract."""
    found: dict[int, tuple[Side, datetime]] = {}
    for one in desk_reads.learners_of(uow, "", {room.id: room}):
        side = whose_turn(one)
        if side is Side.STUDENT and has_no_account(one.user):
            continue  # nobody can remind them: their contract stands on its card
        if side is not None and one.moved_at is not None:
            found[one.contract] = side, one.moved_at
    return found


def _remind(uow: UnitOfWork, room: Classroom, due: _Due) -> set[str]:
    """Say it to the student, where it is said to them; return the teachers who are to hear of it. Where nobody teaches
    the class, that is said elsewhere."""
    contract, since = due.contract, f"{due.contract.id}:{due.began:%Y%m%dT%H%M%S}"
    teachers = access.teachers_for(uow, contract.student, room.id)
    if not teachers:
        return set()
    first, mine = contract.reminded == 0, set(asked_first(contract, teachers))
    unaware = {one for one in mine if not uow.outbox.told_since(one, LISTS, _told_until(due))}
    if first and due.side is Side.TEACHER and unaware and all(_reads_soon(uow, one) for one in unaware):
        return set()  # it stands there, and is said to have been remembered then
    reminded = uow.contracts.save(life.remind(contract, due.number, uow.now))
    zone = planning.zone_of(uow, contract.student, room)
    if due.side is Side.STUDENT:
        _tell(uow, room, contract.student, YourTurn(reminded.id), f"your-turn:{since}:{due.number}", zone)
        return {one for one in mine if not _has_digest(uow, one)} if first else set()
    if first and not planning.is_resting(uow, contract):
        _tell(uow, room, contract.student, TeacherReminded(reminded.id), f"teacher-reminded:{since}", zone)
    return unaware | (set(teachers) - mine if due.number >= waiting.LAST else set())


def _told_until(due: _Due) -> datetime:
    """What was listed for a teacher after that was listed since it waits, or since it was last remembered."""
    return due.contract.reminded_at if due.contract.reminded and due.contract.reminded_at else due.began


def _reads_soon(uow: UnitOfWork, teacher: str) -> bool:
    """Whether their digest comes before another school day is over: on Friday, Monday's."""
    found = uow.digests.of(teacher)
    return found is not None and found.wake_at is not None and uow.now < found.wake_at < uow.now + SOON


def _has_digest(uow: UnitOfWork, teacher: str) -> bool:
    """Then they read there who was reminded."""
    found = uow.digests.of(teacher)
    return found is not None and found.is_on


def _tell(uow: UnitOfWork, room: Classroom, user: str, notice: Notice, once: str, timezone: str) -> None:
    """Out of their quiet hours."""
    moment = check_ins.out_of_quiet(uow.now, room, timezone)
    tell(uow, user, notice, once=once, not_before=moment, expires_at=moment + A_DAY)
