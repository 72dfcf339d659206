"""A class that nobody teaches any more: the students who wait for an answer hear it, and the admins; and when somebody
teaches it again."""

from bot.activities import access
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.teaching import messages
from bot.activities.teaching.messages import (
    ClassGiven,
    ClassUntaught,
    TeacherFound,
    TeacherGone,
    UntaughtBrief,
    WaitingBrief,
    Waits,
    teachers_of,
)
from bot.domain.actor import Actor, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import OPEN, Contract, Status
from bot.domain.outbox import Errand, ErrandKind
from bot.messages.briefs import NothingToSay, name_of, names_of, say
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork


def is_taught(uow: UnitOfWork, classroom: int) -> bool:
    return bool(access.teachers_of(uow, classroom))


def classes(uow: UnitOfWork) -> list[Classroom]:
    """Those that nobody teaches, by name. Nothing is asked in an archived one, and nobody has to be found for it."""
    found = [c for c in uow.classrooms.not_archived() if not is_taught(uow, c.id)]
    return sorted(found, key=lambda c: (c.name, c.id))


def follow(uow: UnitOfWork, classroom: int, was_taught: bool) -> None:
    """Something has changed about who teaches the class: say so to those who wait for it."""
    found, taught = uow.classrooms.get(classroom), is_taught(uow, classroom)
    if found is None or found.archived or taught is was_taught:
        return
    tell_all = _found if taught else _gone
    tell_all(uow, found, waiting_in(uow, classroom))


def _gone(uow: UnitOfWork, classroom: Classroom, waiting: list[Contract]) -> None:
    for contract in waiting:
        tell(uow, contract.student, TeacherGone(contract.id))
    since = uow.now.isoformat()
    _tell_admins(uow, classroom.id, since)
    uow.errands.add(Errand(uow.workspace, ErrandKind.FIND_ADMINS, {"classroom": classroom.id, "since": since}, uow.now))


def admins_found(uow: UnitOfWork, actor: Actor, classroom: int, since: str) -> None:
    """All admins are known now: those who had nothing to do with Accord so far hear it too."""
    if not is_taught(uow, classroom):
        _tell_admins(uow, classroom, since)


def _tell_admins(uow: UnitOfWork, classroom: int, since: str) -> None:
    """Each of them once for each time that it happens."""
    for admin in access.admins_of(uow):
        tell(uow, admin, ClassUntaught(classroom), once=f"untaught:{classroom}:{since}:{admin}")
        show_home(uow, admin)


def _found(uow: UnitOfWork, classroom: Classroom, waiting: list[Contract]) -> None:
    refresh(uow, teachers_of(classroom.id))
    for contract in waiting:
        tell(uow, contract.student, TeacherFound(contract.id))
        if contract.status is Status.PROPOSED:
            reviewing.announce(uow, contract)
    for user in (*access.teachers_of(uow, classroom.id), *access.admins_of(uow)):
        show_home(uow, user)


def waiting_in(uow: UnitOfWork, classroom: int) -> list[Contract]:
    """The open contracts whose students wait for a teacher."""
    return [c for c in uow.contracts.of_classroom(classroom, *sorted(OPEN)) if waits_for(uow, c) is not None]


def waits_for(uow: UnitOfWork, contract: Contract) -> Waits | None:
    """What the student waits for from a teacher; None where the next step is the student's own, or nobody's."""
    match contract.status:
        case Status.PROPOSED | Status.QUESTIONED:
            return Waits.PROPOSAL
        case Status.AMENDED if _asked_last(uow, contract):
            return Waits.QUESTION
        case Status.RENEGOTIATING if contract.on_the_table.author is Side.STUDENT:
            return Waits.CHANGE
        case Status.REASSESSING if uow.assessments.of(contract.id, Side.TEACHER) is None:
            return Waits.LOOK_BACK
    return None


def _asked_last(uow: UnitOfWork, contract: Contract) -> bool:
    said = [h.action for h in uow.contracts.history(contract.id) if h.action != "took-over"]
    return said[-1] == "wondered"


def _waiting(uow: UnitOfWork, notice: TeacherGone | TeacherFound, reader: str) -> WaitingBrief:
    contract = uow.contracts.get(notice.contract)
    classroom = uow.classrooms.get(contract.classroom) if contract else None
    what = waits_for(uow, contract) if contract else None
    if contract is None or classroom is None or what is None or contract.student != reader:
        raise NothingToSay("nobody waits")
    teachers = names_of(uow, access.teachers_of(uow, classroom.id))
    if bool(teachers) is isinstance(notice, TeacherGone):
        raise NothingToSay("it has changed again")
    return WaitingBrief(what, classroom.name, teachers, admins_know=bool(access.admins_of(uow)))


def _untaught(uow: UnitOfWork, notice: ClassUntaught | ClassGiven, reader: str) -> UntaughtBrief:
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay("classroom")
    return UntaughtBrief(
        classroom.name,
        names_of(uow, access.teachers_of(uow, classroom.id)),
        waiting=len(waiting_in(uow, classroom.id)),
        by=name_of(uow, notice.by) if isinstance(notice, ClassGiven) else "",
    )


say(TeacherGone, shown=_waiting, blocks=messages.teacher_gone)
say(TeacherFound, shown=_waiting, blocks=messages.teacher_found)
say(ClassUntaught, shown=_untaught, blocks=messages.class_untaught)
say(ClassGiven, shown=_untaught, blocks=messages.class_given)
