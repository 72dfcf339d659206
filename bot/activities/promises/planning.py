"""Which time a promise is due next: one row lies ahead for each contract that runs and promises something."""

from dataclasses import replace
from datetime import date

from bot.domain import promises, recurrence
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract
from bot.domain.days_off import DaysOff
from bot.domain.promises import Promise, PromiseState
from storage.unit_of_work import UnitOfWork

_OPEN = frozenset({PromiseState.PLANNED, PromiseState.ASKED})


def follow(uow: UnitOfWork, contract: Contract, classroom: Classroom, off: DaysOff) -> None:
    """Make them follow what is in force; doing it again changes nothing. `off`: the days on which it is not due."""
    promised = promised_in(contract)
    standing = uow.promises.of_contract(contract.id)
    for one in standing:
        if one.state in _OPEN and one.promised != promised:
            uow.promises.save(promises.ended(one, PromiseState.DROPPED))
    if promised and not any(one.promised == promised for one in standing if one.state is not PromiseState.DROPPED):
        today = recurrence.local_day(uow.now, classroom.timezone)
        plan_next(uow, contract, classroom, off, promises.first_after(promised, today))


def promised_in(contract: Contract) -> str:
    return contract.in_force.terms.promised if contract.status in RUNNING else ""


def plan_next(uow: UnitOfWork, contract: Contract, classroom: Classroom, off: DaysOff, after: date) -> None:
    terms = contract.in_force.terms
    due_on = promises.next_due(terms.promised, after, terms.ends_on, off)
    if due_on is not None:
        made = Promise(uow.workspace, contract.id, contract.student, terms.promised, due_on, None)
        uow.promises.add(at(made, classroom, due_on))


def at(promise: Promise, classroom: Classroom, due_on: date) -> Promise:
    """Due on this day."""
    wake_at = recurrence.instant(due_on, promises.AT, classroom.timezone)
    return replace(promise, due_on=due_on, wake_at=wake_at, state=PromiseState.PLANNED)
