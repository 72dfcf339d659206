"""An aide or an observer looks at a class: counts for both, the students' work for aides."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from bot.activities import access
from bot.activities.assisting.messages import ClassSeen, HelpedClass, HelpedStudent
from bot.activities.home import student_page
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckInState
from bot.domain.contract import OPEN, RUNNING, Contract, Status
from bot.domain.desk import page_of
from bot.domain.rights import FEWEST_COUNTED, Right, may
from bot.messages.briefs import names_of
from storage.unit_of_work import UnitOfWork

STUDENTS_MOST = 20
"""On one page."""
LATELY = timedelta(days=7)

_STANDS = {
    Status.PROPOSED: "waiting",
    Status.QUESTIONED: "waiting",
    Status.AMENDED: "waiting",
    Status.DRAFTING: "none",
    Status.REASSESSING: "looking-back",
}
STANDS = ("running", "waiting", "looking-back", "none")
ANSWERS = (CheckInState.ANSWERED, CheckInState.MISSED)


def open_class(uow: UnitOfWork, actor: Actor, classroom: int, number: int) -> ClassSeen:
    """How many students are how far; with their names for who may read their work."""
    room, role = access.with_right(uow, actor, classroom, Right.COUNTS)
    students = [user for user in access.learners_of(uow, room.id) if user != actor.user]
    reads = may(role, Right.WORK)
    names = sorted(zip(names_of(uow, students), students, strict=True)) if reads and students else []
    counted = reads or len(students) >= FEWEST_COUNTED
    contracts = [one for one in uow.contracts.of_classroom(room.id, *sorted(OPEN)) if one.student in students]
    return ClassSeen(
        room.id,
        room.name,
        role,
        len(students),
        _stand(contracts, len(students)) if counted else {},
        _lately(uow, contracts) if counted else {},
        page_of(names, number, STUDENTS_MOST).made(lambda one: (one[1], one[0])) if reads else None,
    )


def _stand(contracts: Sequence[Contract], students: int) -> dict[str, int]:
    """How many students stand where, by `STANDS`."""
    found = Counter("running" if one.status in RUNNING else _STANDS[one.status] for one in contracts)
    found["none"] += students - len(contracts)
    return {key: found[key] for key in STANDS}


def _lately(uow: UnitOfWork, contracts: Sequence[Contract]) -> dict[CheckInState, int]:
    """How many check-ins of the last week were answered, and missed."""
    found = uow.check_ins.in_state([one.id for one in contracts], ANSWERS) if contracts else []
    counts = Counter(one.state for one in found if one.due_at > uow.now - LATELY)
    return {state: counts[state] for state in ANSWERS}


def open_student(uow: UnitOfWork, actor: Actor, classroom: int, student: str, number: int) -> HelpedStudent:
    return HelpedStudent(classroom, student_page.open_work(uow, actor, classroom, student, number))


def helped_by(uow: UnitOfWork, user: str) -> tuple[HelpedClass, ...]:
    """The open classes in which somebody is an aide or an observer, by name."""
    seen = [HelpedClass(room.id, room.name, role) for room, role in access.helps_in(uow, user)]
    return tuple(sorted(seen, key=lambda one: (one.name.casefold(), one.classroom)))
