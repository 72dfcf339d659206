"""What the cards of somebody without an account, and the paper to be signed, need when they leave."""

from bot.activities.documents.sheets import DocumentBrief
from bot.activities.paper import messages
from bot.activities.paper.messages import (
    PaperContract,
    PaperContractBrief,
    PaperPerson,
    PaperPersonBrief,
    PaperSheet,
)
from bot.domain import recurrence
from bot.domain.actor import Side
from bot.domain.check_ins import ASKED
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.messages.briefs import NothingToSay, name_of, names_of, only_a_teacher, only_to, say
from storage.unit_of_work import UnitOfWork


def _person(uow: UnitOfWork, notice: PaperPerson, reader: str) -> PaperPersonBrief:
    only_a_teacher(uow, notice.classroom, reader)
    person, room = uow.people.of(notice.student), uow.classrooms.get(notice.classroom)
    if person is None or room is None or person.entered_at is None:
        raise NothingToSay("person")
    standing = uow.contracts.open_of(notice.student, room.id)
    return PaperPersonBrief(
        person.name,
        room.name,
        name_of(uow, person.entered_by),
        recurrence.local_day(person.entered_at, room.timezone),
        here=uow.memberships.here(room.id, notice.student) is not None,
        contract=standing.id if standing is not None else None,
    )


def _of(uow: UnitOfWork, contract: int, reader: str) -> tuple[Contract, Classroom]:
    found = uow.contracts.get(contract)
    room = uow.classrooms.get(found.classroom) if found is not None else None
    if found is None or room is None or found.current is None:
        raise NothingToSay("contract")
    only_a_teacher(uow, room.id, reader)
    return found, room


def _contract(uow: UnitOfWork, notice: PaperContract, reader: str) -> PaperContractBrief:
    found, room = _of(uow, notice.contract, reader)
    waits = uow.check_ins.newest(found.id, tuple(ASKED))
    agreed = found.agreed.signatures if found.agreed is not None else ()
    by = next((one.on_paper for one in agreed if one.side is Side.STUDENT), "")
    version = found.current or found.agreed
    return PaperContractBrief(
        found,
        name_of(uow, found.student),
        room.name,
        version.terms if version is not None else None,
        waits.id if waits is not None else None,
        name_of(uow, by) if by else "",
        uow.assessments.of(found.id, Side.STUDENT) is not None,
    )


def _sheet(uow: UnitOfWork, notice: PaperSheet, reader: str) -> DocumentBrief:
    """Of what is on the table: the teacher has signed it, and the student is to."""
    only_to(notice.by, reader)
    found, room = _of(uow, notice.contract, reader)
    signers = [one.user for one in found.on_the_table.signatures]
    student = name_of(uow, found.student)
    names = dict(zip(signers, names_of(uow, signers), strict=True))
    missing = "" if found.on_the_table.signed_by(Side.STUDENT) else student
    return DocumentBrief(
        found.on_the_table, student, room.name, room.timezone, names, change_waits=False, own=False, missing=missing
    )


say(PaperPerson, shown=_person, blocks=messages.person_card)
say(PaperContract, shown=_contract, blocks=messages.contract_card)
say(PaperSheet, shown=_sheet, blocks=messages.paper_sheet)
