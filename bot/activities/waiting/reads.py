"""Who is waited for, and what is shown of it when it is said."""

from collections.abc import Collection, Sequence

from bot.activities import access
from bot.activities.home import desk_reads
from bot.activities.home.desk_reads import Desk
from bot.activities.waiting import messages
from bot.activities.waiting.messages import (
    LINES_MOST,
    RemindedBrief,
    TeacherReminded,
    TurnBrief,
    WaitsBrief,
    WaitsForYou,
    YourTurn,
)
from bot.domain import desk, recurrence
from bot.domain.actor import Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status, teacher_of
from bot.domain.desk import Learner, Want, decision_on, oldest_first
from bot.domain.paper import has_no_account
from bot.domain.waiting import LAST, turn_of
from bot.messages.briefs import NothingToSay, name_of, names_of, only_a_teacher, only_to, say
from storage.unit_of_work import UnitOfWork


def whose_turn(learner: Learner) -> Side | None:
    """Of those who are here."""
    wondered = learner.moved == desk.WONDERED
    return turn_of(learner.status, by_student=learner.by_student, wondered=wondered) if learner.here else None


def is_theirs(learner: Learner) -> bool:
    """Whether a student is waited for, who may have been reminded: also where they alone have not looked back."""
    if has_no_account(learner.user):
        return False
    return whose_turn(learner) is Side.STUDENT or (learner.here and desk.owes_look_back(learner))


def asked_first(contract: Contract, teachers: Sequence[str]) -> Sequence[str]:
    """Whose the decision is, of those who teach the student: whoever decided last, all of them where nobody did."""
    mine = teacher_of(contract)
    return [mine] if mine in teachers and mine is not None else teachers


def _turn(uow: UnitOfWork, contract: Contract) -> tuple[Side | None, bool]:
    """Who is waited for now, and whether its student asked last."""
    moved = [entry.action for entry in uow.contracts.history(contract.id) if entry.action != "took-over"]
    wondered = bool(moved) and moved[-1] == desk.WONDERED
    by_student = contract.current is None or contract.current.author is Side.STUDENT
    return turn_of(contract.status, by_student=by_student, wondered=wondered), wondered


# To a teacher: all that waits for them in a class.


def _waits(uow: UnitOfWork, notice: WaitsForYou, reader: str) -> WaitsBrief:
    room = uow.classrooms.get(notice.classroom)
    if room is None or room.archived:
        raise NothingToSay("class")
    only_a_teacher(uow, room.id, reader)
    learners = [one for one in desk_reads.learners_of(uow, reader, {room.id: room}) if one.contract]
    contracts = {found.id: found for found in uow.contracts.among([one.contract for one in learners])}
    decisions = oldest_first(found for one in learners if (found := decision_on(one)) is not None)
    theirs = [one for one in decisions if _is_theirs(uow, contracts[one.ref], room, reader)]
    reminded = _reminded_on(notice.day, learners, contracts, room)
    if not theirs and not reminded:
        raise NothingToSay("nothing waits any more")
    shown = Desk({room.id: room}, theirs, (), names=desk_reads.names_in(learners))
    names = tuple(sorted(names_of(uow, reminded), key=str.casefold)) if reminded else ()
    first = {one.ref for one in theirs if reader in _asked(uow, contracts[one.ref], room)}
    today = recurrence.local_day(uow.now, room.timezone)
    return WaitsBrief(
        room.id,
        room.name,
        desk_reads.lines_of(shown, theirs[:LINES_MOST]),
        len(theirs),
        len(first) < len(theirs),
        names,
        today,
    )


def _asked(uow: UnitOfWork, contract: Contract, room: Classroom) -> Sequence[str]:
    return asked_first(contract, access.teachers_for(uow, contract.student, room.id))


def _is_theirs(uow: UnitOfWork, contract: Contract, room: Classroom, reader: str) -> bool:
    """To decide on: a colleague's as soon as that one was reminded for the last time."""
    return contract.reminded >= LAST or reader in _asked(uow, contract, room)


def _reminded_on(day: str, learners: Collection[Learner], contracts: dict[int, Contract], room: Classroom) -> list[str]:
    """The students who were reminded on this day, and have not answered since."""
    theirs = (contracts[one.contract] for one in learners if is_theirs(one))
    found = ((one.student, one.reminded_at) for one in theirs)
    return [user for user, at in found if at is not None and f"{recurrence.local_day(at, room.timezone)}" == day]


# To a student.


def _your_turn(uow: UnitOfWork, notice: YourTurn, reader: str) -> TurnBrief:
    contract, room = _waiting(uow, notice.contract, reader, Side.STUDENT)
    waits = contract.decided_by if contract.status is Status.QUESTIONED else contract.on_the_table.author_user
    teacher = name_of(uow, waits) if waits else ""
    return TurnBrief(contract.id, contract.status, teacher, room.name, contract.reminded)


def _teacher_reminded(uow: UnitOfWork, notice: TeacherReminded, reader: str) -> RemindedBrief:
    contract, room = _waiting(uow, notice.contract, reader, Side.TEACHER)
    what = {Status.AMENDED: Want.QUESTION, Status.RENEGOTIATING: Want.CHANGE}.get(contract.status, Want.PROPOSAL)
    return RemindedBrief(what, names_of(uow, _asked(uow, contract, room)), room.name)


def _waiting(uow: UnitOfWork, contract: int, reader: str, side: Side) -> tuple[Contract, Classroom]:
    """The reader's own contract, where somebody on this side is still waited for, and was reminded."""
    found = uow.contracts.get(contract)
    room = uow.classrooms.get(found.classroom) if found is not None else None
    if found is None or room is None or room.archived:
        raise NothingToSay("contract")
    only_to(found.student, reader)
    if not found.reminded or _turn(uow, found)[0] is not side:
        raise NothingToSay("decided meanwhile")
    return found, room


say(WaitsForYou, shown=_waits, blocks=messages.waits_for_you)
say(YourTurn, shown=_your_turn, blocks=messages.your_turn)
say(TeacherReminded, shown=_teacher_reminded, blocks=messages.teacher_reminded)
