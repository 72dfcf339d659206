"""What is read of an absence or a pause when something is said of it."""

from datetime import date

from bot.activities import access
from bot.activities.absence import messages
from bot.activities.absence import use_cases as absences
from bot.activities.absence.messages import (
    AwayBrief,
    AwayEnded,
    AwayNoted,
    BackBrief,
    Move,
    PauseBrief,
    PauseEnded,
    PauseNoted,
)
from bot.activities.changing import moving
from bot.activities.checking_in import planning
from bot.domain import recurrence
from bot.domain.absence import Absence
from bot.domain.check_ins import LIVE
from bot.domain.contract import RUNNING, Contract, Status
from bot.messages.briefs import NothingToSay, name_of, only_their_teacher, say
from storage.unit_of_work import UnitOfWork


def _noted(uow: UnitOfWork, notice: AwayNoted, reader: str) -> AwayBrief:
    """A teacher reads of their own class alone."""
    found = _read(uow, notice.absence, reader)
    mine = reader == found.student
    together = absences.said_together(uow, found) if mine else [found]
    rooms = uow.classrooms.among([one.classroom for one in together])
    everywhere = {room.id for room in rooms} >= set(access.learns_in(uow, found.student))
    room = uow.classrooms.get(found.classroom)  # it may be of a class that they left since
    if room is None:
        raise NothingToSay("classroom")
    today = absences.today_of(uow, found.student, room)
    stands = found.stands(uow.now)
    return AwayBrief(
        found,
        found.last_on,
        mine,
        name_of(uow, found.student),
        name_of(uow, found.by) if found.by != found.student else "",
        () if everywhere or not mine else tuple(room.name for room in rooms),
        stands,
        today,
        tuple(move for one in together if stands for move in _moves(uow, one, today)),
    )


def _moves(uow: UnitOfWork, absence: Absence, today: date) -> list[Move]:
    contract = uow.contracts.open_of(absence.student, absence.classroom)
    room = uow.classrooms.get(absence.classroom)
    if contract is None or room is None or contract.status is not Status.ACTIVE:
        return []
    moved = moving.moved_end(uow, contract, room, absence)
    if moved is None:
        return []
    return [Move(contract.id, contract.on_the_table.number, room.name, moved)]


def _ended(uow: UnitOfWork, notice: AwayEnded, reader: str) -> BackBrief:
    found = _read(uow, notice.absence, reader)
    mine = reader == found.student
    contracts = access.own_contracts(uow, found.student) if mine else [_of_class(uow, found)]
    days = [day for one in contracts if one is not None and (day := _next_on(uow, one)) is not None]
    return BackBrief(mine, name_of(uow, found.student), min(days, default=None))


def _pause(uow: UnitOfWork, notice: PauseNoted | PauseEnded, reader: str) -> PauseBrief:
    found = _read(uow, notice.absence, reader)
    contract = uow.contracts.get(found.contract) if found.contract is not None else None
    room = uow.classrooms.get(found.classroom)
    if contract is None or room is None:
        raise NothingToSay("contract")
    return PauseBrief(
        found,
        reader == found.student,
        name_of(uow, found.student),
        name_of(uow, found.by) if found.by not in (reader, found.student) else "",
        room.name,
        found.stands(uow.now),
        _next_on(uow, contract),
    )


def _read(uow: UnitOfWork, absence: int, reader: str) -> Absence:
    """For its student, and for those who teach them there: for nobody else."""
    found = uow.absences.get(absence)
    if found is None:
        raise NothingToSay("absence")
    if reader != found.student:
        only_their_teacher(uow, found.student, found.classroom, reader)
    return found


def _of_class(uow: UnitOfWork, absence: Absence) -> Contract | None:
    return uow.contracts.open_of(absence.student, absence.classroom)


def _next_on(uow: UnitOfWork, contract: Contract) -> date | None:
    """The day of the check-in that comes, in the student's zone."""
    ahead = uow.check_ins.newest(contract.id, tuple(LIVE)) if contract.status in RUNNING else None
    room = uow.classrooms.get(contract.classroom)
    if ahead is None or room is None:
        return None
    return recurrence.local_day(ahead.wake_at or ahead.due_at, planning.zone_of(uow, contract.student, room))


say(AwayNoted, shown=_noted, blocks=messages.away_noted)
say(AwayEnded, shown=_ended, blocks=messages.away_ended)
say(PauseNoted, shown=_pause, blocks=messages.pause_noted)
say(PauseEnded, shown=_pause, blocks=messages.pause_ended)
