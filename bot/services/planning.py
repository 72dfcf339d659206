"""When a contract's check-ins come: exactly one ahead, by the terms in force, in the student's time zone."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import check_ins, recurrence
from bot.domain.check_ins import ASKED, LIVE, CheckIn, CheckInState
from bot.domain.classroom import Classroom, Person
from bot.domain.contract import RUNNING, Contract
from bot.domain.errors import Refusal
from bot.domain.terms import Terms
from bot.services.ports import UnitOfWork

MOMENT = timedelta(microseconds=1)
BREATH = timedelta(hours=4)
"""After an answer, nobody is asked again sooner than this."""


def follow(uow: UnitOfWork, contract: Contract, classroom: Classroom, now: datetime) -> Contract:
    """Make check-ins follow the contract; return it with `ends_at` set, for the caller to save.

    While it runs, one check-in lies ahead: planned by the terms in force, or asked already and still open (the
    next is then written when that one ends); none where the end comes first. Otherwise nothing lies ahead.
    Doing it again changes nothing.
    """
    live = uow.check_ins.all(contract=contract.id, state=tuple(LIVE))
    if contract.status not in RUNNING:
        for check_in in live:
            _stop(uow, check_in)
        return replace(contract, ends_at=None)
    timezone = zone_of(uow, contract.student, classroom)
    terms = contract.in_force.terms
    if not any(c.state in ASKED for c in live):
        _plan(uow, contract, classroom, next((c for c in live), None), now)
    return replace(contract, ends_at=recurrence.instant(terms.ends_on, terms.check_in_time, timezone))


def write_next(uow: UnitOfWork, ended: CheckIn, contract: Contract, classroom: Classroom, now: datetime) -> None:
    """The check-in after one that has ended; part of the transaction that ends it."""
    if contract.status not in RUNNING:
        return
    answered = ended.state is CheckInState.ANSWERED
    _plan(uow, contract, classroom, None, max(ended.due_at, now + BREATH if answered else now))


def zone_of(uow: UnitOfWork, student: str, classroom: Classroom) -> str:
    """The student's time zone; the class's where Slack does not say (it says UTC then) or names none we know."""
    person = uow.people.first(user=student)
    return zone_for(person, classroom)


def zone_for(person: Person | None, classroom: Classroom) -> str:
    if person is None or person.timezone in ("", "UTC"):
        return classroom.timezone
    try:
        recurrence.zone(person.timezone)
    except Refusal:
        return classroom.timezone
    return person.timezone


def _plan(uow: UnitOfWork, contract: Contract, classroom: Classroom, standing: CheckIn | None, after: datetime) -> None:
    """Write or move the planned check-in to the first occurrence after `after`; drop it where the end is first."""
    terms = contract.in_force.terms
    timezone = zone_of(uow, contract.student, classroom)
    if standing is not None:
        after = min(after, standing.due_at - MOMENT) if _is_due(standing, terms, timezone, after) else after
    due = recurrence.next_occurrence(terms.check_in_days, terms.check_in_time, timezone, after)
    wake = recurrence.after_quiet(due, classroom.quiet_from, classroom.quiet_until, timezone)
    if recurrence.local_day(wake, timezone) >= terms.ends_on:
        if standing is not None:
            uow.check_ins.save(check_ins.dropped(standing))
    elif standing is None:
        number = _last_number(uow, contract.id) + 1
        uow.check_ins.add(check_ins.planned(contract.workspace, contract.id, contract.student, number, due, wake))
    elif (standing.due_at, standing.wake_at) != (due, wake):
        uow.check_ins.save(check_ins.moved(standing, due, wake))


def _is_due(standing: CheckIn, terms: Terms, timezone: str, now: datetime) -> bool:
    """Whether its time has come, by these terms, and only nobody has asked yet: then it stays."""
    if standing.due_at > now:
        return False
    just_before = standing.due_at - MOMENT
    found = recurrence.next_occurrence(terms.check_in_days, terms.check_in_time, timezone, just_before)
    return found == standing.due_at


def _last_number(uow: UnitOfWork, contract: int) -> int:
    last = uow.check_ins.newest(contract=contract)
    return last.number if last else 0


def _stop(uow: UnitOfWork, check_in: CheckIn) -> None:
    if check_in.state is CheckInState.PLANNED:
        uow.check_ins.save(check_ins.dropped(check_in))
    elif check_in.wake_at is not None:
        uow.outbox.withdraw(prompt_once(check_in.id))
        uow.outbox.withdraw(reminder_once(check_in.id))
        uow.check_ins.save(check_ins.let_be(check_in))


def prompt_once(check_in: int) -> str:
    return f"check-in:{check_in}:prompt"


def reminder_once(check_in: int) -> str:
    return f"check-in:{check_in}:reminder"
