"""Whoever has not looked back is remembered like all that waits: after so many school days (`bot.domain.waiting`)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.contract.telling import tell_one
from bot.activities.looking_back.messages import LookBackOverdue, LookBackReminder
from bot.domain import check_ins, recurrence, waiting
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status
from bot.domain.days_off import DaysOff
from bot.domain.schedule import has_school
from bot.domain.waiting import LAST, REMINDED_AFTER
from storage.unit_of_work import UnitOfWork


def first_at(uow: UnitOfWork, contract: Contract, room: Classroom) -> datetime | None:
    """When whoever has not looked back is reminded for the first time, of a contract that ends now."""
    return _next(uow, room, uow.now, _owed(uow, contract))


def remind(uow: UnitOfWork, contract: Contract, room: Classroom) -> None:
    """Remind each side that has not looked back, where it is time; the last time, tell the teachers where things stand
    instead. Doing it again says nothing twice."""
    ended, owed = _ended_at(uow, contract), _owed(uow, contract)
    numbers = {side: _due(uow, room, ended, closed) for side, closed in owed.items()}
    last = max([contract.reminded, *numbers.values()])
    moved = life.remind(contract, last, uow.now) if last > contract.reminded else contract
    saved = uow.contracts.save(replace(moved, ends_at=_next(uow, room, ended, owed)))
    number = numbers.get(Side.STUDENT, 0)
    if number:
        tell_one(uow, saved, saved.student, LookBackReminder(saved.id), once=_key(saved.id, saved.student, number))
    for teacher in access.teachers_for(uow, saved.student, saved.classroom):
        _tell(uow, saved, teacher, numbers)


def _tell(uow: UnitOfWork, contract: Contract, teacher: str, numbers: Mapping[Side, int]) -> None:
    if LAST in numbers.values():
        once = f"look-back-overdue:{contract.id}:{teacher}"
        tell_one(uow, contract, teacher, LookBackOverdue(contract.id), once=once)
    elif numbers.get(Side.TEACHER):
        tell_one(uow, contract, teacher, LookBackReminder(contract.id), once=_key(contract.id, teacher, 1))


def keys_of(contract: int, user: str) -> list[str]:
    """Of what was queued for somebody, to be withdrawn once both have looked back."""
    numbers = range(1, LAST + 1)
    return [*(_key(contract, user, number) for number in numbers), f"look-back-overdue:{contract}:{user}"]


def _key(contract: int, user: str, number: int) -> str:
    first = f"look-back-reminder:{contract}:{user}"
    return first if number == 1 else f"{first}:{number}"


def _owed(uow: UnitOfWork, contract: Contract) -> dict[Side, DaysOff]:
    """The sides that have not looked back, each with the days that do not count: for a student those on which they are
    away, too."""
    off = planning.days_off(uow, contract.classroom)
    owed = {Side.STUDENT: off | planning.away_from(uow, contract), Side.TEACHER: off}
    for assessment in uow.assessments.of_contract(contract.id):
        owed.pop(Side(assessment.side), None)
    return owed


def _due(uow: UnitOfWork, room: Classroom, ended: datetime, closed: DaysOff) -> int:
    """Which reminder is due: 0 for none."""
    return sum(moment <= uow.now for moment in _moments(room, ended, closed))


def _next(uow: UnitOfWork, room: Classroom, ended: datetime, owed: Mapping[Side, DaysOff]) -> datetime | None:
    moments = [moment for closed in owed.values() for moment in _moments(room, ended, closed)]
    return min((moment for moment in moments if moment > uow.now), default=None)


def _moments(room: Classroom, ended: datetime, closed: DaysOff) -> Iterator[datetime]:
    since = recurrence.local_day(ended, room.timezone)
    for number in REMINDED_AFTER:
        day = waiting.day_after(since, number, partial(has_school, room, closed))
        if day is not None:
            moment = recurrence.instant(day, room.check_in_time, room.timezone)
            yield check_ins.out_of_quiet(moment, room, room.timezone)


def _ended_at(uow: UnitOfWork, contract: Contract) -> datetime:
    ends = [h.at for h in uow.contracts.history(contract.id) if h.after is Status.REASSESSING]
    return ends[-1] if ends else contract.started_at
