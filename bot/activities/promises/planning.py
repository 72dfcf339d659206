"""Which time a promise is due next: one row lies ahead for each thing that a contract which runs promises."""

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
        if one.state in _OPEN and (one.mark, one.promised) not in promised:
            uow.promises.save(promises.ended(one, PromiseState.DROPPED))
    there = {(one.mark, one.promised) for one in standing if one.state is not PromiseState.DROPPED}
    today = recurrence.local_day(uow.now, classroom.timezone)
    for mark, when in sorted(promised - there):
        plan_next(uow, contract, classroom, off, promises.first_after(when, today), mark, when)


def promised_in(contract: Contract) -> set[tuple[str, str]]:
    """The mark and the rhythm of each thing that its teacher is asked about."""
    if contract.status not in RUNNING:
        return set()
    terms = contract.in_force.terms
    found = {("", terms.promised), *((one.mark, one.when) for one in terms.further)}
    return {(mark, when) for mark, when in found if when}


def plan_next(
    uow: UnitOfWork, contract: Contract, classroom: Classroom, off: DaysOff, after: date, mark: str, when: str
) -> None:
    due_on = promises.next_due(when, after, contract.in_force.terms.ends_on, off)
    if due_on is not None:
        made = Promise(uow.workspace, contract.id, contract.student, when, due_on, None, mark=mark)
        uow.promises.add(at(made, classroom, due_on))


def at(promise: Promise, classroom: Classroom, due_on: date) -> Promise:
    """Due on this day."""
    wake_at = recurrence.instant(due_on, promises.AT, classroom.timezone)
    return replace(promise, due_on=due_on, wake_at=wake_at, state=PromiseState.PLANNED)
