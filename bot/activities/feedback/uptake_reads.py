"""How far feedback and replies have come, read when it is shown."""

from bot.activities import access
from bot.domain.check_ins import Response
from bot.domain.classroom import Feedback
from bot.domain.contract import OPEN, Contract
from bot.domain.interview import About
from bot.domain.uptake import Uptake, UptakeShown, uptake_of, ways_of
from storage.unit_of_work import UnitOfWork


def shown_of_feedback(uow: UnitOfWork, given: Feedback) -> UptakeShown:
    leads = _is_there(uow, given.classroom, given.student, given.teacher)
    return UptakeShown(About.FEEDBACK.value, given.id, ways_of(given), leads)


def shown_of_response(uow: UnitOfWork, given: Response, contract: Contract) -> UptakeShown:
    leads = contract.status in OPEN and _is_there(uow, contract.classroom, contract.student, given.teacher)
    return UptakeShown(About.RESPONSE.value, given.id, ways_of(given), leads)


def _is_there(uow: UnitOfWork, classroom: int, student: str, teacher: str) -> bool:
    room = uow.classrooms.get(classroom)
    there = room is not None and not room.archived and classroom in access.learns_in(uow, student)
    return there and teacher in access.teachers_for(uow, student, classroom)


def of_feedback(uow: UnitOfWork, given: Feedback) -> Uptake:
    wrote = any(note.text for note in uow.notes.on_by(About.FEEDBACK, given.id, given.student))
    contracts = uow.contracts.of_student(given.student)
    target = any(one.feedback == given.id and one.agreed is not None for one in contracts)
    return uptake_of(given, wrote=wrote, target=target)
