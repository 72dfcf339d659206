"""Somebody teaches a class no more: they are told, and another teacher has the contracts that were theirs."""

from collections.abc import Sequence
from datetime import datetime

from bot.activities import access
from bot.activities.contract.steps import store
from bot.activities.ports import UnitOfWork
from bot.activities.teaching.roles_notices import ContractsTakenOver, ContractTakenOver, RolesBrief, TeacherRemoved
from bot.domain import contract as life
from bot.domain.actor import Actor
from bot.domain.classroom import Classroom
from bot.domain.contract import OPEN, Contract
from bot.domain.errors import Refusal
from bot.messages.briefs import NothingToSay, name_of, only_a_teacher, only_to, prepares
from bot.messages.tell import render_again, show_home, tell

FIELD = "takes_over"


def contracts_of(uow: UnitOfWork, teacher: str, classroom: int) -> list[Contract]:
    """The open contracts of a class that are this teacher's: they decided or signed last."""
    open_ones = uow.contracts.of_classroom(classroom, *sorted(OPEN))
    return [contract for contract in open_ones if life.teacher_of(contract) == teacher]


def heir_of(uow: UnitOfWork, classroom: int, former: Sequence[str], staying: Sequence[str], chosen: str) -> str:
    """Who has the contracts of those who teach no more: who was chosen, or the only one who stays. "" where there are
    no contracts. Refuses where that is open, or can not be."""
    theirs = [contract for user in former for contract in contracts_of(uow, user, classroom)]
    if not theirs:
        return ""
    if chosen and chosen not in staying:
        raise Refusal("takes-over-no-teacher", field=FIELD)
    heirs = [chosen] if chosen else list(dict.fromkeys(staying))
    able = [user for user in heirs if user not in {contract.student for contract in theirs}]
    if not able:
        raise Refusal("takes-over-own", field=FIELD)
    if len(able) > 1:
        raise Refusal("takes-over-whom", field=FIELD, count=len(theirs))
    return able[0]


def hand_over(uow: UnitOfWork, actor: Actor, classroom: Classroom, former: str, heir: str, now: datetime) -> None:
    """Give their contracts to the heir, and tell all whom it concerns."""
    theirs = contracts_of(uow, former, classroom.id)
    for contract in theirs:
        taken = store(uow, life.take_over(contract, heir, now), now)
        tell(uow, taken.student, ContractTakenOver(taken.id, former), now)
    tell(uow, former, TeacherRemoved(classroom.id, actor.user, heir if theirs else "", len(theirs)), now)
    show_home(uow, former, now)
    _clear_cards(uow, former, classroom.id, now)
    if theirs:
        tell(uow, heir, ContractsTakenOver(classroom.id, actor.user, former, len(theirs)), now)


def _clear_cards(uow: UnitOfWork, former: str, classroom: int, now: datetime) -> None:
    """What stands of open contracts in their messages is theirs to read no longer, nor to decide on."""
    for contract in uow.contracts.of_classroom(classroom, *sorted(OPEN)):
        for card in uow.outbox.cards(f"contract:{contract.id}"):
            if card.reader == former:
                render_again(uow, card, now)


@prepares(TeacherRemoved)
def _removed(uow: UnitOfWork, notice: TeacherRemoved, reader: str) -> RolesBrief:
    if reader in access.teachers_of(uow, notice.classroom):
        raise NothingToSay("named again")
    heir = name_of(uow, notice.heir) if notice.heir else ""
    by = name_of(uow, notice.by)
    return RolesBrief(_name(uow, notice.classroom), by=by, heir=heir, contracts=notice.contracts)


@prepares(ContractsTakenOver)
def _taken_over(uow: UnitOfWork, notice: ContractsTakenOver, reader: str) -> RolesBrief:
    only_a_teacher(uow, notice.classroom, reader)
    former, by = name_of(uow, notice.former), name_of(uow, notice.by)
    return RolesBrief(_name(uow, notice.classroom), by=by, former=former, contracts=notice.contracts)


@prepares(ContractTakenOver)
def _with_somebody_else(uow: UnitOfWork, notice: ContractTakenOver, reader: str) -> RolesBrief:
    contract = uow.contracts.get(notice.contract)
    teacher = life.teacher_of(contract) if contract is not None else None
    if contract is None or contract.status not in OPEN or teacher in (None, notice.former):
        raise NothingToSay("contract")
    only_to(contract.student, reader)
    former, heir = name_of(uow, notice.former), name_of(uow, str(teacher))
    return RolesBrief(_name(uow, contract.classroom), former=former, heir=heir)


def _name(uow: UnitOfWork, classroom: int) -> str:
    found = uow.classrooms.get(classroom)
    if found is None:
        raise NothingToSay("classroom")
    return found.name
