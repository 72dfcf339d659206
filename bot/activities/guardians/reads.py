"""What is shown of a note to a family, read when it leaves."""

from bot.activities.guardians import messages
from bot.activities.guardians.messages import FamilyNoteBrief, FamilyNoteCard, FamilyNotePaper
from bot.activities.guardians.sheets import PaperBrief
from bot.domain.actor import Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.domain.guardians import FamilyNote, NoteState
from bot.domain.recurrence import local_day
from bot.messages.briefs import NothingToSay, name_of, only_a_party, only_to, say
from storage.unit_of_work import UnitOfWork


def _found(uow: UnitOfWork, id: int, reader: str) -> tuple[FamilyNote, Contract, Classroom]:
    """For its student, and for who teaches them now."""
    note = uow.family_notes.get(id)
    contract = uow.contracts.get(note.contract) if note is not None else None
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if note is None or contract is None or room is None:
        raise NothingToSay("family note")
    only_a_party(uow, contract, reader)
    return note, contract, room


def _card(uow: UnitOfWork, notice: FamilyNoteCard, reader: str) -> FamilyNoteBrief:
    note, contract, room = _found(uow, notice.family_note, reader)
    side = Side.STUDENT if reader == contract.student else Side.TEACHER
    back_on = local_day(note.back_at, room.timezone) if note.back_at is not None else None
    return FamilyNoteBrief(note, side, name_of(uow, contract.student), name_of(uow, note.asked_by), back_on)


def _paper(uow: UnitOfWork, notice: FamilyNotePaper, reader: str) -> PaperBrief:
    """For a teacher only as long as the student says yes, also where it was on its way already."""
    only_to(notice.by, reader)
    note, contract, room = _found(uow, notice.family_note, reader)
    own = reader == contract.student
    if not own and note.state is not NoteState.GIVEN:
        raise NothingToSay("not given")
    version = uow.contracts.version(contract.id, note.version)
    if version is None:
        raise NothingToSay("version")
    names = name_of(uow, contract.student), name_of(uow, note.asked_by)
    return PaperBrief(note, version, *names, room.name, room.timezone, own)


say(FamilyNoteCard, shown=_card, blocks=messages.card)
say(FamilyNotePaper, shown=_paper, blocks=messages.paper)
