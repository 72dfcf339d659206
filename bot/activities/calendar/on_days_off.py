"""Contracts whose dates fall on a day off: found, and moved to the next school day by a change that students sign."""

from dataclasses import dataclass, replace
from datetime import date

from bot.activities import access
from bot.activities.changing import together
from bot.activities.checking_in import planning
from bot.domain import recurrence, schedule
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status
from bot.domain.days_off import DaysOff
from bot.domain.terms import Target, Terms
from bot.language.agreement import check_agrees, with_day
from bot.messages.briefs import lang_of, name_of
from bot.messages.tell import refresh
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class OnDayOff:
    """A contract whose end, or a target's day, falls on a day off: the first such day, and where it could go. `moved`
    is None where the dates can not be moved by themselves."""

    contract: Contract
    student: str
    day: date
    to: date
    moved: Terms | None


def on_days_off(uow: UnitOfWork, classroom: Classroom) -> list[OnDayOff]:
    """Those that run, by the name of the student; not those on which a change waits."""
    off = planning.days_off(uow, classroom.id)
    running = uow.contracts.of_classroom(classroom.id, Status.ACTIVE)
    here = set(access.students_of(uow, classroom.id))
    found = [_look_at(uow, contract, classroom, off) for contract in running if contract.student in here]
    return sorted((one for one in found if one is not None), key=lambda one: (one.student.casefold(), one.contract.id))


def waiting(uow: UnitOfWork, classroom: Classroom, reader: str) -> int:
    """Contracts with such a date on which a teacher's change waits for the student; none of the reader's own."""
    offered = uow.contracts.of_classroom(classroom.id, Status.RENEGOTIATING)
    by_teachers = [c for c in offered if c.on_the_table.author is Side.TEACHER and c.student != reader]
    return sum(planning.falls_on_days_off(uow, contract) for contract in by_teachers)


def _look_at(uow: UnitOfWork, contract: Contract, classroom: Classroom, off: DaysOff) -> OnDayOff | None:
    terms = contract.in_force.terms
    today = recurrence.local_day(uow.now, classroom.timezone)
    days = [day for day in (terms.ends_on, *(t.due_on for t in terms.targets)) if day >= today and off.covers(day)]
    if not days:
        return None
    day = min(days)
    lang = lang_of(uow, contract.student)
    name = name_of(uow, contract.student)
    return OnDayOff(contract, name, day, _school_day(day, off, classroom), _moved(terms, off, classroom, today, lang))


def _school_day(day: date, off: DaysOff, classroom: Classroom) -> date:
    """The next one, or the last one before it where the term ends first."""
    after = schedule.next_school_day(day, off, classroom)
    return after if after <= classroom.term_ends_on else schedule.last_school_day(day, off, classroom)


def _moved(terms: Terms, off: DaysOff, classroom: Classroom, today: date, lang: str) -> Terms | None:
    """The same terms, with what falls on a day off on a school day; None where a sentence names its day in a way that
    can not be changed for certain, or where a day would be over."""

    def moved(day: date) -> date:
        return _school_day(day, off, classroom) if day >= today and off.covers(day) else day

    try:
        targets = tuple(_with_day(target, moved(target.due_on), today, lang) for target in terms.targets)
    except Refusal:
        return None
    ends_on = max([moved(terms.ends_on), *(target.due_on for target in targets)])
    fits = ends_on > today and all(target.due_on > today for target in targets if off.covers(target.due_on))
    return replace(terms, targets=targets, ends_on=ends_on) if fits and ends_on <= classroom.term_ends_on else None


def _with_day(target: Target, day: date, today: date, lang: str) -> Target:
    """Its sentence says the same day, where it says any."""
    if day == target.due_on:
        return target
    said = with_day(target.statement, day, today, day_first=True, lang=lang)
    moved = replace(target, due_on=day, statement=said or target.statement)
    check_agrees(moved, lang)
    return moved


def move_dates(uow: UnitOfWork, actor: Actor, classroom: int) -> int:
    """Suggest to each student whose dates fall on a day off that they move. Returns to how many; Refusal where there is
    none."""
    found = access.teacher_in(uow, actor, classroom)
    moved = {one.contract.id: one.moved for one in on_days_off(uow, found)}
    done = together.suggest(uow, actor.user, found, lambda contract: moved.get(contract.id))
    if not done:
        raise Refusal("nothing-on-days-off")
    refresh(uow, f"calendar:{classroom}")
    return done
