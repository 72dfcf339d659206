"""The final number of each target, asked for at the look back where the last day left it open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.activities.checking_in import planning, use_cases
from bot.activities.checking_in.written_numbers import written
from bot.activities.ports import UnitOfWork
from bot.domain import check_ins, last_day
from bot.domain.actor import Actor
from bot.domain.check_ins import AWAITING, CheckIn, CheckInState, Reply
from bot.domain.contract import Contract
from bot.domain.look_back import final_field, wanted_numbers

_ANSWERABLE = (*sorted(AWAITING), CheckInState.ANSWERED, CheckInState.EXCUSED)


def wanted(uow: UnitOfWork, contract: Contract) -> Mapping[int, Reply | None]:
    """The targets whose final number nobody is sure of, each with the newest reply that has a number."""
    terms = contract.in_force.terms
    since = last_day.begin_of(terms.ends_on, _zone(uow, contract))
    return wanted_numbers(terms, uow.replies.all(contract=contract.id), since)


def take(uow: UnitOfWork, actor: Actor, contract: Contract, typed: Mapping[int, str], now: datetime) -> None:
    """Note the numbers that were typed, by target, as an answer to the last check-in. Refusal under the field of one
    that can not be read; an empty one says nothing."""
    targets = contract.in_force.terms.targets
    read = {i: written(text, targets[i], final_field(i)) for i, text in typed.items() if i in range(len(targets))}
    numbers = {i: value for i, value in read.items() if value is not None}
    if numbers:
        use_cases.note(uow, actor, _last_check_in(uow, contract, now).id, numbers, now=now)


def _last_check_in(uow: UnitOfWork, contract: Contract, now: datetime) -> CheckIn:
    """The one that waits for an answer, or that is the last day's; else one of its own."""
    asked = uow.check_ins.newest(contract=contract.id, state=_ANSWERABLE)
    terms = contract.in_force.terms
    if asked is not None and (asked.state in AWAITING or last_day.is_last(asked, terms, _zone(uow, contract))):
        return asked
    newest = uow.check_ins.newest(contract=contract.id)
    number = newest.number + 1 if newest else 1
    made = check_ins.planned(uow.workspace, contract.id, contract.student, number, now, now)
    return uow.check_ins.add(replace(check_ins.let_be(made), state=CheckInState.PROMPTED))


def _zone(uow: UnitOfWork, contract: Contract) -> str:
    classroom = uow.classrooms.get(contract.classroom)
    if classroom is None:
        raise LookupError("classroom")
    return planning.zone_of(uow, contract.student, classroom)
