"""A student says which standards a piece of their work shows; they, and who teaches them, see what is next."""

from collections.abc import Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.journey import use_cases as journey
from bot.activities.standards.evidence_messages import SHOWN, ClassTable, ShowsForm, StandardsTable
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import RUNNING, Contract
from bot.domain.evidence import Piece
from bot.domain.standards import SERVED_MOST, as_text, from_text, own_standards
from bot.messages.briefs import name_of
from bot.messages.tell import refresh
from storage.unit_of_work import UnitOfWork


def open_table(uow: UnitOfWork, actor: Actor, student: str) -> StandardsTable:
    """As far as the actor may read the student's contracts, and with them their work."""
    contracts = journey.to_print(uow, actor, student)
    if not contracts:
        raise Refusal("no-contract-yet")
    rooms = uow.classrooms.among(sorted({one.classroom for one in contracts}))
    tables = []
    for room in rooms:
        here = [one for one in contracts if one.classroom == room.id]
        standards = [one.served for one in uow.standards.of(room.id)]
        named = [
            (standard, target.statement, one.status in RUNNING)
            for one in here
            for target in one.in_force.terms.targets
            for standard in target.standards
        ]
        pieces = _pieces(uow, here)
        work = [(piece.name, from_text(piece.standards)) for piece in pieces]
        own = own_standards(standards, named, work)
        if standards or own.shown or own.next:
            tables.append(ClassTable(room.id, room.name, own, bool(pieces) and bool(standards)))
    name = "" if student == actor.user else name_of(uow, student)
    return StandardsTable(student, name, tuple(tables))


def open_shows(uow: UnitOfWork, actor: Actor, classroom: int) -> ShowsForm:
    """Their work in this class."""
    pieces = _own(uow, actor, classroom)
    if not pieces:
        raise Refusal("standards-no-work")
    return ShowsForm(classroom, tuple(pieces))


def shows(uow: UnitOfWork, actor: Actor, classroom: int, piece: str, chosen: Sequence[int]) -> StandardsTable:
    """In the place of what it showed before; nothing chosen is nothing shown. The table as it stands then."""
    found = next((one for one in _own(uow, actor, classroom) if str(one.id) == piece), None)
    if found is None:
        raise Refusal("standards-choose-work", field="piece")
    if len(chosen) > SERVED_MOST:
        raise Refusal("standards-most", field=SHOWN, most=SERVED_MOST)
    here = {one.id: one.served for one in uow.standards.among(chosen) if one.classroom == classroom} if chosen else {}
    if any(id not in here for id in chosen):
        raise Refusal("standards-gone", field=SHOWN)
    uow.pieces.save(replace(found, standards=as_text([here[id] for id in dict.fromkeys(chosen)])))
    refresh(uow, f"evidence:{found.id}")
    return open_table(uow, actor, actor.user)


def _own(uow: UnitOfWork, actor: Actor, classroom: int) -> list[Piece]:
    access.student_in(uow, actor, classroom)
    return _pieces(uow, [one for one in uow.contracts.of_student(actor.user) if one.classroom == classroom])


def _pieces(uow: UnitOfWork, contracts: Sequence[Contract]) -> list[Piece]:
    """What stands to be shown, newest first."""
    found = [piece for one in contracts for piece in uow.pieces.of_contract(one.id) if piece.can_be_shown]
    return sorted(found, key=lambda piece: (piece.came_at, piece.id), reverse=True)
