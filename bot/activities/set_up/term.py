"""A term that ends: what still runs is named a week and a day before, and where a shorter term cuts somebody short."""

from collections.abc import Sequence
from datetime import timedelta

from bot.activities import access
from bot.activities.changing import together
from bot.activities.checking_in import planning
from bot.activities.contract.steps import setting_of
from bot.activities.set_up import messages
from bot.activities.set_up.messages import (
    CutShort,
    CutShortBrief,
    EndsWithTerm,
    EndsWithTermBrief,
    TermEnds,
    TermEndsBrief,
)
from bot.domain import check_ins, recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import OPEN, RUNNING, Contract
from bot.domain.terms import Terms
from bot.language.terms_typed import with_dates
from bot.messages.briefs import NothingToSay, names_of, only_a_teacher, only_to, say
from bot.messages.registry import Notice
from bot.messages.tell import refresh, tell, tell_where_none_stands
from storage.unit_of_work import UnitOfWork

AHEAD = (7, 1)
"""So many days before the last day of a term it is said."""


def look(uow: UnitOfWork, actor: Actor) -> None:
    """Tell teachers and students of each class whose term ends in a week or tomorrow, once."""
    access.accord_itself(actor)
    for classroom in uow.classrooms.not_archived():
        left = (classroom.term_ends_on - recurrence.local_day(uow.now, classroom.timezone)).days
        ahead = min((days for days in AHEAD if 0 <= left <= days), default=None)
        if ahead is not None:
            _tell(uow, classroom, ahead)


def _tell(uow: UnitOfWork, classroom: Classroom, ahead: int) -> None:
    """Each out of their quiet hours: a student has them on their own clock."""
    still_open = _open(uow, classroom)
    once = f"term:{classroom.id}:{classroom.term_ends_on}:{ahead}"

    def say_to(user: str, notice: Notice, timezone: str) -> None:
        moment = check_ins.out_of_quiet(uow.now, classroom, timezone)
        tell(uow, user, notice, once=f"{once}:{user}", not_before=moment, expires_at=moment + timedelta(days=1))

    for teacher in access.teachers_of(uow, classroom.id) if still_open else []:
        say_to(teacher, TermEnds(classroom.id), classroom.timezone)
    for contract in still_open:
        say_to(contract.student, EndsWithTerm(contract.id), planning.zone_of(uow, contract.student, classroom))


def _open(uow: UnitOfWork, classroom: Classroom) -> list[Contract]:
    here = set(access.students_of(uow, classroom.id))
    return [c for c in uow.contracts.of_classroom(classroom.id, *OPEN) if c.student in here]


def _ends(uow: UnitOfWork, notice: TermEnds, reader: str) -> TermEndsBrief:
    room = _classroom(uow, notice.classroom)
    only_a_teacher(uow, room.id, reader)
    found = _open(uow, room)
    if not found or recurrence.local_day(uow.now, room.timezone) > room.term_ends_on:
        raise NothingToSay("the term goes on, or nobody has anything open")
    running = [c.student for c in found if c.status in RUNNING]
    waiting = [c.student for c in found if c.status not in RUNNING]
    return TermEndsBrief(room, _names(uow, running), _names(uow, waiting))


def _ends_with_it(uow: UnitOfWork, notice: EndsWithTerm, reader: str) -> EndsWithTermBrief:
    contract = uow.contracts.get(notice.contract)
    if contract is None or contract.status not in OPEN:
        raise NothingToSay("contract")
    only_to(contract.student, reader)
    room = _classroom(uow, contract.classroom)
    if recurrence.local_day(uow.now, room.timezone) > room.term_ends_on:
        raise NothingToSay("the term is over")
    return EndsWithTermBrief(room, contract.in_force.terms.ends_on if contract.status in RUNNING else None)


# A term is made shorter: contracts that were signed go on until their own end.


def cut_short(uow: UnitOfWork, teacher: str, classroom: Classroom) -> None:
    """Name those whose contracts go on after the new end, where there are any."""
    card = CutShort(classroom.id)
    if teacher and _beyond(uow, classroom):
        tell_where_none_stands(uow, [teacher], card, once=card.subject)
    refresh(uow, card.subject)


def suggest_end(uow: UnitOfWork, actor: Actor, classroom: int) -> int:
    """Suggest the last day of the term to all contracts that go on after it."""
    room = access.teacher_in(uow, actor, classroom)
    done = together.suggest(uow, actor.user, room, _until(uow, actor, room))
    if not done:
        raise Refusal("nobody-to-suggest-it-to")
    refresh(uow, CutShort(classroom).subject)
    return done


def _until(uow: UnitOfWork, actor: Actor, classroom: Classroom) -> together.Anew:
    """The same until the last day of the term; a target that was due after it is due on it."""
    last = classroom.term_ends_on

    def anew(contract: Contract) -> Terms | None:
        terms = contract.in_force.terms
        if terms.ends_on <= last:
            return None
        setting = setting_of(uow, actor, contract, classroom, Side.TEACHER)
        try:
            return with_dates(setting, last, [min(target.due_on, last) for target in terms.targets])
        except Refusal:  # what it says can not end then: its teacher has to look at it
            return None

    return anew


def _beyond(uow: UnitOfWork, classroom: Classroom) -> list[Contract]:
    return [
        c for c in _open(uow, classroom) if c.status in RUNNING and c.in_force.terms.ends_on > classroom.term_ends_on
    ]


def _cut(uow: UnitOfWork, notice: CutShort, reader: str) -> CutShortBrief:
    room = _classroom(uow, notice.classroom)
    only_a_teacher(uow, room.id, reader)
    found = _beyond(uow, room)
    asked = [c.student for c in found if c.on_the_table.terms.ends_on <= room.term_ends_on]
    keep = [c.student for c in found if c.student not in asked]
    return CutShortBrief(room, _names(uow, keep), _names(uow, asked))


def _names(uow: UnitOfWork, users: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(names_of(uow, users)))


def _classroom(uow: UnitOfWork, classroom: int) -> Classroom:
    found = uow.classrooms.get(classroom)
    if found is None:
        raise LookupError("classroom")
    return found


say(TermEnds, shown=_ends, blocks=messages.term_ends)
say(EndsWithTerm, shown=_ends_with_it, blocks=messages.ends_with_term)
say(CutShort, shown=_cut, blocks=messages.cut_short)
