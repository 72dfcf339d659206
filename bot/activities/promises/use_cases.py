"""Asking a teacher about what they promised, one message for all of it, and taking the answer."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.activities import access
from bot.activities.checking_in import planning as check_in_planning
from bot.activities.promises import planning, reads
from bot.activities.promises.messages import WORD_MOST, PromiseNotKept, PromisesDue, subject_of
from bot.domain import check_ins, promises, recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, teacher_of
from bot.domain.days_off import DAY, DaysOff
from bot.domain.promises import Promise, PromiseState
from bot.domain.schedule import next_school_day
from bot.messages.briefs import name_of
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

STANDS = timedelta(days=1)
"""So long the message may wait to be sent."""


@dataclass(frozen=True, slots=True)
class _Due:
    """One that is planned, with whom it concerns."""

    promise: Promise
    contract: Contract
    classroom: Classroom
    teacher: str


# The scheduler's part.


def ask_due(uow: UnitOfWork, actor: Actor, promise: int) -> None:
    """Its time has come: its teacher is asked about it, and about all that they promised for the next days. Too early,
    or done already, it does nothing."""
    access.accord_itself(actor)
    found = uow.promises.get(promise)
    if found is None or found.wake_at is None or found.wake_at > uow.now:
        return
    due = _whom(uow, found)
    if due is None:
        uow.promises.save(promises.ended(found, PromiseState.DROPPED))
        return
    today = recurrence.local_day(uow.now, due.classroom.timezone)
    asked = [one for one in [due, *_others(uow, due, today)] if _ask(uow, one, today)]
    if asked:
        _tell(uow, due, today)


def _others(uow: UnitOfWork, first: _Due, today: date) -> list[_Due]:
    """What the same teacher promised for the next days."""
    planned = [one for one in uow.promises.planned() if one.due_on <= today + promises.AHEAD]
    uow.contracts.among([one.contract for one in planned])
    found = (_whom(uow, one) for one in planned if one.id != first.promise.id)
    return [one for one in found if one is not None and one.teacher == first.teacher]


def _whom(uow: UnitOfWork, promise: Promise) -> _Due | None:
    """None where it is promised no more, or nobody teaches the student there."""
    contract = uow.contracts.get(promise.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or room is None or room.archived or not _is_promised(promise, contract):
        return None
    teachers = access.teachers_for(uow, contract.student, room.id)
    mine = teacher_of(contract)
    teacher = mine if mine in teachers else next(iter(teachers), None)
    return _Due(promise, contract, room, teacher) if teacher else None


def _is_promised(promise: Promise, contract: Contract) -> bool:
    return (promise.mark, promise.promised) in planning.promised_in(contract)


def _ask(uow: UnitOfWork, due: _Due, today: date) -> bool:
    """Ask about this one, and plan the next; or go on to the next, where it falls on a day off or is long over."""
    promise, off = due.promise, _off(uow, due)
    after = max(promise.due_on, today)
    asks = not (off.covers(after) or promises.is_stale(promise, today)) and _is_here(uow, due.contract)
    if not asks and not promises.weekday_of(promise.promised):
        uow.promises.save(planning.at(promise, due.classroom, off.first_open(after + DAY)))
        return False
    if asks:
        _leave_unsaid(uow, promise)
        uow.promises.save(promises.asked(promise, due.teacher, today))
    else:
        uow.promises.save(promises.ended(promise, PromiseState.DROPPED))
    if promises.weekday_of(promise.promised) and not promise.put_off:
        planning.plan_next(uow, due.contract, due.classroom, off, after, promise.mark, promise.promised)
    return asks


def _off(uow: UnitOfWork, due: _Due) -> DaysOff:
    return check_in_planning.days_off(uow, due.classroom.id) | check_in_planning.away_from(uow, due.contract)


def _is_here(uow: UnitOfWork, contract: Contract) -> bool:
    place = uow.memberships.of(contract.classroom, contract.student)
    return place is not None and place.left_at is None


def _leave_unsaid(uow: UnitOfWork, promise: Promise) -> None:
    """What nobody answered until now is not asked about any more."""
    for one in uow.promises.of_contract(promise.contract):
        if one.state is PromiseState.ASKED and one.id != promise.id and one.mark == promise.mark:
            uow.promises.save(promises.ended(one, PromiseState.UNSAID))


def _tell(uow: UnitOfWork, due: _Due, today: date) -> None:
    """Once a day, out of quiet hours; what else is due on it stands in the same message."""
    subject = subject_of(due.teacher, f"{today}")
    zone = check_in_planning.zone_of(uow, due.teacher, due.classroom)
    moment = check_ins.out_of_quiet(uow.now, due.classroom, zone)
    notice = PromisesDue(due.teacher, f"{today}")
    tell(uow, due.teacher, notice, once=subject, not_before=moment, expires_at=moment + STANDS)
    refresh(uow, subject)
    show_home(uow, due.teacher)


# The teacher's answers.


def done(uow: UnitOfWork, actor: Actor, promise: int) -> None:
    """The student sees it kept."""
    _answer(uow, actor, promise, PromiseState.KEPT)


def all_done(uow: UnitOfWork, actor: Actor, day: str) -> None:
    """All of the message of this day that nobody has answered."""
    if not access.places_of(uow, actor.user, Side.TEACHER):
        raise Refusal("for-teachers")
    for one in uow.promises.asked_on(actor.user, day):
        if one.state is PromiseState.ASKED:
            _answer(uow, actor, one.id, PromiseState.KEPT)


def tomorrow(uow: UnitOfWork, actor: Actor, promise: int) -> None:
    """Asked again on the next school day, once."""
    found, contract, room = _asked(uow, actor, promise)
    if found.state is PromiseState.PLANNED:
        return
    if found.put_off:
        raise Refusal("promise-put-off")
    _not_answered(uow, found)
    today = recurrence.local_day(uow.now, room.timezone)
    closed = check_in_planning.days_off(uow, room.id) | check_in_planning.away_from(uow, contract)
    moved = planning.at(found, room, next_school_day(today + DAY, closed, room))
    uow.promises.save(replace(moved, put_off=True))
    _show(uow, found)


def open_form(uow: UnitOfWork, actor: Actor, promise: int) -> tuple[str, str]:
    """The name of the student, and what was promised."""
    found, contract, _ = _asked(uow, actor, promise)
    _not_answered(uow, found)
    return name_of(uow, found.student), reads.text_of(contract, found.mark)


def can_not(uow: UnitOfWork, actor: Actor, promise: int, word: str) -> None:
    """The student is told, with a word of the teacher where there is one."""
    if len(word.strip()) > WORD_MOST:
        raise Refusal("too-long", field="word", most=WORD_MOST)
    if _answer(uow, actor, promise, PromiseState.NOT_KEPT, word.strip()):
        found, _, _ = _asked(uow, actor, promise)
        tell(uow, found.student, PromiseNotKept(promise), once=f"promise:{promise}")


def _answer(uow: UnitOfWork, actor: Actor, promise: int, state: PromiseState, word: str = "") -> bool:
    """False where just that was answered already."""
    found, contract, _ = _asked(uow, actor, promise)
    if found.state is state:
        return False
    _not_answered(uow, found)
    uow.promises.save(promises.answered(found, state, actor.user, uow.now, word))
    _show(uow, found)
    refresh(uow, f"contract:{contract.id}")
    show_home(uow, found.student)
    return True


def _asked(uow: UnitOfWork, actor: Actor, promise: int) -> tuple[Promise, Contract, Classroom]:
    """One that somebody was asked about, for who teaches the class."""
    found = uow.promises.get(promise)
    if found is None or not found.asked_on:
        raise Refusal("no-such-contract")
    contract, room = access.contract_as_teacher(uow, actor, found.contract)
    if found.state is PromiseState.DROPPED:
        raise Refusal("promise-dropped")
    return found, contract, room


def _not_answered(uow: UnitOfWork, promise: Promise) -> None:
    if promise.said_at is not None:
        raise Refusal("promise-answered", name=name_of(uow, promise.said_by))


def _show(uow: UnitOfWork, promise: Promise) -> None:
    refresh(uow, subject_of(promise.teacher, promise.asked_on))
    show_home(uow, promise.teacher)
