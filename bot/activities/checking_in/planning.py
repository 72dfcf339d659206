"""When a contract's check-ins come: exactly one ahead, by the terms in force, in the student's time zone."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.promises import planning as promises
from bot.domain import check_ins, schedule
from bot.domain.absence import days_away, in_days
from bot.domain.actor import Actor
from bot.domain.check_ins import ASKED, LEFT_OUT, LIVE, CheckIn, CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.days_off import DaysOff
from bot.domain.rounds import round_at
from bot.domain.schedule import Coming, Schedule
from bot.domain.terms import Terms
from bot.messages.tell import following, render_again, show_home, show_round
from storage.unit_of_work import UnitOfWork

PROMPT, REMINDER = "prompt", "reminder"
"""In the `once` of what asks: "check-in:7:prompt"."""

MOMENT = timedelta(microseconds=1)
BREATH = timedelta(hours=4)
"""After an answer, nobody is asked again sooner than this."""

_NOT_AHEAD = tuple(sorted(set(CheckInState) - {CheckInState.PLANNED}))


def follow(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> Contract:
    """Make check-ins follow the contract; return it with `ends_at` set, for the caller to save.

    While it runs, one check-in lies ahead: planned by the terms in force, or asked already and still open (the
    next is then written when that one ends); none after the one of the last day. Otherwise nothing lies ahead.
    Doing it again changes nothing.
    """
    promises.follow(uow, contract, classroom, days_off(uow, classroom.id) | away_from(uow, contract))
    live = uow.check_ins.in_state(contract.id, tuple(LIVE))
    if contract.status not in RUNNING:
        for check_in in live:
            _stop(uow, check_in)
        return replace(contract, ends_at=None)
    standing = next(iter(live), None)
    if standing is None or not (standing.state in ASKED or _is_due(uow, standing, contract, classroom)):
        _plan(uow, contract, classroom, standing, uow.now)
    return replace(contract, ends_at=end_of(uow, contract, classroom))


def end_of(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> datetime:
    """When the last day of the terms in force is over, in the student's zone as it is now."""
    return schedule.end_of(contract.in_force.terms.ends_on, zone_of(uow, contract.student, classroom))


def schedule_of(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> Schedule:
    """When the check-ins of a contract come, by the terms in force."""
    return schedule_by(uow, contract, classroom, contract.in_force.terms)


def schedule_by(uow: UnitOfWork, contract: Contract, classroom: Classroom, terms: Terms) -> Schedule:
    """When they would come by these terms."""
    timezone = zone_of(uow, contract.student, classroom)
    began = began_at(uow, contract) if terms.after_each else None
    return Schedule(terms, classroom, timezone, days_off(uow, classroom.id), away_from(uow, contract), began)


def began_at(uow: UnitOfWork, contract: Contract) -> datetime:
    """When both had signed for the first time; now, where they have not."""
    if contract.status not in RUNNING:
        return uow.now
    agreed = (h.at for h in uow.contracts.history(contract.id) if h.after is Status.ACTIVE)
    return next(agreed, contract.started_at)


def days_off(uow: UnitOfWork, classroom: int) -> DaysOff:
    """Those of a class."""
    return DaysOff.of(entry.span for entry in uow.days_off.closing(classroom))


def away_from(uow: UnitOfWork, contract: Contract) -> DaysOff:
    """The days on which its student is away, or the contract pauses."""
    return days_away(uow.absences.of(contract.student, contract.classroom), contract.id)


def is_resting(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether one of these is now."""
    here = uow.absences.of(contract.student, contract.classroom)
    return any(one.holds(uow.now) for one in here if one.contract in (None, contract.id))


def rest(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> None:
    """Who is away, or is back, was said anew: what is open is set aside on a day away, what is planned comes after."""
    if is_resting(uow, contract):
        for check_in in uow.check_ins.in_state(contract.id, tuple(ASKED)):
            excuse(uow, check_in)
    followed = follow(uow, contract, classroom)
    if followed != contract:
        uow.contracts.save(followed)


def falls_on_days_off(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether what is in force ends, or has a target that is due, on a day off of the class."""
    terms, off = contract.in_force.terms, days_off(uow, contract.classroom)
    return any(off.covers(day) for day in (terms.ends_on, *(target.due_on for target in terms.targets)))


def write_next(uow: UnitOfWork, ended: CheckIn, contract: Contract, classroom: Classroom) -> None:
    """The check-in after one that has ended; part of the transaction that ends it."""
    if contract.status not in RUNNING:
        return
    answered = ended.state is CheckInState.ANSWERED
    _plan(uow, contract, classroom, None, max(ended.due_at, uow.now + BREATH if answered else uow.now))


def plan_after(uow: UnitOfWork, contract: Contract, classroom: Classroom, after: datetime) -> None:
    """Write the first check-in that is due after `after`, where one is left; part of the transaction that ends the one
    that was ahead."""
    if contract.status in RUNNING:
        _plan(uow, contract, classroom, None, after)


def one_more(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> CheckIn:
    """A check-in of now for a contract that has none ahead: dropped until it is answered."""
    number = _last_number(uow, contract.id) + 1
    its = round_of(uow, contract, classroom, uow.now)
    ahead = check_ins.planned(contract.workspace, contract.id, contract.student, number, uow.now, uow.now, its)
    return uow.check_ins.add(check_ins.dropped(ahead))


def move_with(uow: UnitOfWork, user: str) -> None:
    """The student's time zone has changed: the days on which they are away, and what is planned, move with them."""
    for absence in uow.absences.of_student(user):
        room = uow.classrooms.get(absence.classroom)
        if absence.stands(uow.now) and room is not None:
            uow.absences.save(in_days(absence, absence.span, zone_of(uow, user, room), uow.now))
    for contract in uow.contracts.open_for(user):
        classroom = uow.classrooms.get(contract.classroom)
        if contract.status in RUNNING and classroom is not None:
            followed = follow(uow, contract, classroom)
            if followed != contract:
                uow.contracts.save(followed)


def move_on(uow: UnitOfWork, standing: CheckIn, contract: Contract, classroom: Classroom) -> None:
    """A planned check-in goes to its next date; where none is left, or the contract stopped, it is dropped."""
    if contract.status in RUNNING and not _is_the_last(uow, standing, contract, classroom):
        _plan(uow, contract, classroom, standing, uow.now)
    else:
        uow.check_ins.save(check_ins.dropped(standing))


def contract_of(uow: UnitOfWork, check_in: CheckIn) -> tuple[Contract, Classroom]:
    contract = uow.contracts.get(check_in.contract)
    classroom = uow.classrooms.get(contract.classroom) if contract else None
    if contract is None or classroom is None:
        raise LookupError("the contract of a check-in")
    return contract, classroom


def zone_of(uow: UnitOfWork, student: str, classroom: Classroom) -> str:
    """The student's time zone, or the class's where Slack names none we know."""
    person = uow.people.of(student)
    return check_ins.zone_for(person.timezone if person else "", classroom)


def _plan(uow: UnitOfWork, contract: Contract, classroom: Classroom, standing: CheckIn | None, after: datetime) -> None:
    """Write or move the planned check-in to the first one after `after`; drop it where none is left."""
    coming = _coming(uow, contract, classroom, after)
    if coming is None:
        if standing is not None:
            uow.check_ins.save(check_ins.dropped(standing))
    elif standing is None:
        number = _last_number(uow, contract.id) + 1
        its = round_of(uow, contract, classroom, coming.due_at)
        uow.check_ins.add(check_ins.planned(contract.workspace, contract.id, contract.student, number, *coming, its))
    elif (standing.due_at, standing.wake_at) != coming:
        uow.check_ins.save(check_ins.moved(standing, *coming, round_of(uow, contract, classroom, coming.due_at)))


def round_of(uow: UnitOfWork, contract: Contract, classroom: Classroom, due_at: datetime) -> str:
    """The round of a check-in that is due then."""
    return round_at(classroom.id, due_at, zone_of(uow, contract.student, classroom)).key


def _coming(uow: UnitOfWork, contract: Contract, classroom: Classroom, after: datetime) -> Coming | None:
    newest = uow.check_ins.newest(contract.id, _NOT_AHEAD)
    return schedule_of(uow, contract, classroom).next_check_in(after, newest)


def _is_due(uow: UnitOfWork, standing: CheckIn, contract: Contract, classroom: Classroom) -> bool:
    """Whether its time has come, by the terms in force, and only nobody has asked yet: then it stays."""
    if standing.due_at > uow.now:
        return False
    if _is_the_last(uow, standing, contract, classroom):
        return True
    coming = _coming(uow, contract, classroom, standing.due_at - MOMENT)
    return coming is not None and coming.due_at == standing.due_at


def _is_the_last(uow: UnitOfWork, standing: CheckIn, contract: Contract, classroom: Classroom) -> bool:
    return schedule_of(uow, contract, classroom).falls_on_last_day(standing.due_at)


def _last_number(uow: UnitOfWork, contract: int) -> int:
    last = uow.check_ins.newest_of(contract)
    return last.number if last else 0


def _stop(uow: UnitOfWork, check_in: CheckIn) -> None:
    if check_in.state is CheckInState.PLANNED:
        uow.check_ins.save(check_ins.dropped(check_in))
    elif check_in.wake_at is not None:
        take_back(uow, check_in.id)
        uow.check_ins.save(check_ins.let_be(check_in))


def never_arrived(uow: UnitOfWork, check_in: int) -> bool:
    """Whether what asked was lost on the way: Slack was away, or could not deliver it."""
    asked = [f"check-in:{check_in}:{word}" for word in (PROMPT, REMINDER)]
    return uow.outbox.were_lost(asked)


def excuse(uow: UnitOfWork, check_in: CheckIn) -> None:
    """Set a check-in aside: nothing more is asked about it, nobody missed it, and the next one is planned. What ended
    already stays as it ended. To the teachers it looks like any that was left out."""
    if check_in.state not in LIVE:
        return
    contract, classroom = contract_of(uow, check_in)
    take_back(uow, check_in.id)
    aside = check_ins.excused(check_in)
    uow.check_ins.save(aside)
    write_next(uow, aside, contract, classroom)
    for card in following(uow, f"check-in:{check_in.id}"):
        if card.reader == check_in.student:
            render_again(uow, card)
    show_round(uow, check_in)
    for user in (check_in.student, *access.teachers_of(uow, classroom.id)):
        show_home(uow, user)


def left_out(newest: CheckIn | None) -> CheckInState | None:
    """How the newest check-in of a running contract that is not ahead was left out; None where it was not."""
    return newest.state if newest is not None and newest.state in LEFT_OUT else None


def take_back(uow: UnitOfWork, check_in: int) -> None:
    """What was asked and has not left yet is not said any more."""
    uow.outbox.withdraw(*(f"check-in:{check_in}:{word}" for word in (PROMPT, REMINDER)))


# The clock was ahead, and is right again: check-ins that were planned for too late come at their time.


def plan_anew(uow: UnitOfWork, actor: Actor) -> None:
    """What lies ahead of each running contract of the workspace is planned as if that were done now."""
    access.accord_itself(actor)
    for classroom in uow.classrooms.not_archived():
        plan_class_anew(uow, classroom)


def plan_class_anew(uow: UnitOfWork, classroom: Classroom) -> None:
    """What lies ahead of each running contract of a class goes by its days off and its rhythm as they are now."""
    for contract in uow.contracts.of_classroom(classroom.id, *RUNNING):
        followed = follow(uow, contract, classroom)
        if followed != contract:
            uow.contracts.save(followed)
