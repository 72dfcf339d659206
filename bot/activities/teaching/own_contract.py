"""Somebody came to teach a class in which they have a contract as a student: it ends, or stays with another teacher.

Until then, and afterwards, they are the student of it and nothing else: they decide on it, answer and read as a
student, and those who teach beside them are its teachers.
"""

from datetime import datetime

from bot.activities import access
from bot.activities.contract.steps import store
from bot.activities.ports import UnitOfWork
from bot.activities.teaching.roles_notices import OwnContract, OwnContractBrief, OwnContractKept
from bot.domain import contract as life
from bot.domain.actor import Actor, Side
from bot.domain.contract import OPEN, Contract
from bot.domain.errors import Refusal
from bot.messages.briefs import NothingToSay, name_of, names_of, only_their_teacher, only_to, prepares
from bot.messages.tell import show_home, tell


def ask(uow: UnitOfWork, user: str, classroom: int, now: datetime) -> None:
    """They teach the class from now on: ask what happens to their own contract, where one is open."""
    contract = uow.contracts.open_of(user, classroom)
    if contract is not None:
        tell(uow, user, OwnContract(contract.id), now, once=f"own-contract:{contract.id}:{now.isoformat()}")
        show_home(uow, user, now)


def keep(uow: UnitOfWork, actor: Actor, contract: int, teacher: str, *, now: datetime) -> None:
    """It goes on with another teacher of the class, who hears of it."""
    found = uow.contracts.get(contract)
    if found is None or found.student != actor.user:
        raise Refusal("no-such-contract")
    access.teacher_in(uow, actor, found.classroom)
    if teacher not in access.teachers_for(uow, actor.user, found.classroom):
        raise Refusal("own-contract-no-teacher")
    store(uow, life.take_over(found, teacher, now), now)
    tell(uow, teacher, OwnContractKept(found.id), now)


@prepares(OwnContract)
def _own(uow: UnitOfWork, notice: OwnContract, reader: str) -> OwnContractBrief:
    contract = _contract(uow, notice.contract)
    only_to(contract.student, reader)
    place = uow.memberships.first(classroom=contract.classroom, user=reader, left_at=None)
    if place is None or place.side is not Side.TEACHER:
        raise NothingToSay("a student again")
    return _brief(uow, contract)


@prepares(OwnContractKept)
def _kept(uow: UnitOfWork, notice: OwnContractKept, reader: str) -> OwnContractBrief:
    contract = _contract(uow, notice.contract)
    only_their_teacher(uow, contract.student, contract.classroom, reader)
    return _brief(uow, contract)


def _contract(uow: UnitOfWork, contract: int) -> Contract:
    found = uow.contracts.get(contract)
    if found is None:
        raise NothingToSay("contract")
    return found


def _brief(uow: UnitOfWork, contract: Contract) -> OwnContractBrief:
    classroom = uow.classrooms.get(contract.classroom)
    others = access.teachers_for(uow, contract.student, contract.classroom)
    return OwnContractBrief(
        contract,
        classroom.name if classroom else "",
        name_of(uow, contract.student),
        tuple(zip(others, names_of(uow, others), strict=True)) if others else (),
        keeper=_keeper(uow, contract, others) if contract.status in OPEN else "",
    )


def _keeper(uow: UnitOfWork, contract: Contract, others: list[str]) -> str:
    """Who took it over last, while they teach the class."""
    takers = [h.user for h in uow.contracts.history(contract.id) if h.action == "took-over"]
    return name_of(uow, takers[-1]) if takers and takers[-1] in others else ""
