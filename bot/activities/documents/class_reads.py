"""What stands in the documents of a class, read when they leave."""

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.documents import class_messages
from bot.activities.documents.class_messages import ClassContracts, ClassOverview
from bot.activities.documents.class_sheet import ClassOnPaper, OverviewBrief, OverviewLine
from bot.activities.documents.reads import document_of
from bot.activities.home import desk_reads
from bot.activities.home.desk_messages import StudentRow
from bot.domain import recurrence
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import OPEN, RUNNING, Contract
from bot.messages.briefs import NothingToSay, names_of, only_a_teacher, only_to, say
from storage.unit_of_work import UnitOfWork


def signed_in(uow: UnitOfWork, classroom: int, reader: str) -> list[Contract]:
    """The open contracts of a class that both signed; without the reader's own, where they learn there, too."""
    here = set(access.students_of(uow, classroom)) - {reader}
    found = uow.contracts.of_classroom(classroom, *sorted(OPEN))
    return [one for one in found if one.agreed is not None and one.student in here]


def _room(uow: UnitOfWork, classroom: int, by: str, reader: str) -> Classroom:
    only_to(by, reader)
    only_a_teacher(uow, classroom, reader)
    room = uow.classrooms.get(classroom)
    if room is None:
        raise NothingToSay("class")
    return room


def _contracts(uow: UnitOfWork, notice: ClassContracts, reader: str) -> ClassOnPaper:
    room = _room(uow, notice.classroom, notice.by, reader)
    found = signed_in(uow, room.id, reader)
    names_of(uow, sorted({one.student for one in found})) if found else ()
    documents = [document_of(uow, one, room, reader) for one in found]
    return ClassOnPaper(room.name, room.timezone, tuple(sorted(documents, key=lambda one: one.student.casefold())))


def _overview(uow: UnitOfWork, notice: ClassOverview, reader: str) -> OverviewBrief:
    room = _room(uow, notice.classroom, notice.by, reader)
    desk = desk_reads.desk_of(uow, reader, [room])
    rows = sorted(desk_reads.rows_of(uow, desk, desk.standings), key=lambda row: (row.name.casefold(), row.user))
    return OverviewBrief(room.name, room.timezone, tuple(_line(uow, row, room) for row in rows))


def _line(uow: UnitOfWork, row: StudentRow, room: Classroom) -> OverviewLine:
    contract = row.contract if row.status in RUNNING else None
    planned = uow.check_ins.newest(contract.id, CheckInState.PLANNED) if contract is not None else None
    if contract is None or planned is None or planned.wake_at is None:
        return OverviewLine(row, None)
    return OverviewLine(row, recurrence.local_day(planned.wake_at, planning.zone_of(uow, row.user, room)))


say(ClassContracts, shown=_contracts, blocks=class_messages.class_contracts)
say(ClassOverview, shown=_overview, blocks=class_messages.class_overview)
