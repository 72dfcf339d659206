"""What the message about standards needs, read when it is sent."""

from bot.activities import access
from bot.activities.standards import messages
from bot.activities.standards.messages import StandardsBrief, StandardsStand
from bot.domain.contract import Status
from bot.domain.standards import Coverage, coverage
from bot.messages.briefs import NothingToSay, name_of, only_a_teacher, say
from storage.unit_of_work import UnitOfWork

NOT_SIGNED = frozenset({Status.DRAFTING, Status.CLOSED})


def coverage_of(uow: UnitOfWork, classroom: int) -> Coverage:
    """What signed contracts name counts, also of those that are over."""
    signed = [status for status in Status if status not in NOT_SIGNED]
    contracts = [one for one in uow.contracts.of_classroom(classroom, *signed) if one.agreed is not None]
    served = [(c.student, one) for c in contracts for t in c.in_force.terms.targets for one in t.standards]
    return coverage(uow.standards.of(classroom), served, access.students_of(uow, classroom))


def _standards(uow: UnitOfWork, notice: StandardsStand, reader: str) -> StandardsBrief:
    """For those who teach the class; of a contract of their own they see nothing as a teacher."""
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay("classroom")
    only_a_teacher(uow, classroom.id, reader)
    found = coverage_of(uow, classroom.id)
    students = [(name_of(uow, user), labels) for user, labels in found.of_student if user != reader]
    helping = len(uow.catalogue.with_resources(classroom.id))
    return StandardsBrief(classroom, found, tuple(sorted(students, key=lambda one: one[0].casefold())), helping)


say(StandardsStand, shown=_standards, blocks=messages.standards_stand)
