"""After a contract Accord proposes how much its student chooses in the next one; a teacher decides."""

from dataclasses import replace

from bot.activities import access
from bot.activities.contract import telling
from bot.activities.freedom import messages
from bot.activities.freedom.messages import FreedomBrief, FreedomNext, FreedomSet, subject_of
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Autonomy, Classroom, Membership
from bot.domain.contract import Contract, Status
from bot.domain.freedom import STEPS, FreedomStep, Record, next_step, record_of
from bot.messages.briefs import NothingToSay, name_of, only_their_teacher, only_to, say
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def propose(uow: UnitOfWork, contract: Contract) -> None:
    """Both have looked back on it. Those who teach its student are asked, where there is a step to propose."""
    place, room = _place(uow, contract), uow.classrooms.get(contract.classroom)
    if place is None or room is None or next_step(place.level(room), _record(uow, contract)) is None:
        return
    for teacher in access.teachers_for(uow, contract.student, contract.classroom):
        once = f"freedom:{contract.id}:{teacher}"
        telling.tell_one(uow, contract, teacher, FreedomNext(contract.id), once=once)


def ask(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """A teacher opens it for one student: at the end of a term not every card comes by itself."""
    found, room = access.contract_as_teacher(uow, actor, contract)
    if not is_to_decide(uow, found, room):
        raise Refusal("old-button")
    tell(uow, actor.user, FreedomNext(found.id))


def is_to_decide(uow: UnitOfWork, contract: Contract, room: Classroom) -> bool:
    """Whether there is a step to propose after it, and nobody decided."""
    place = _place(uow, contract)
    if place is None or contract.status is not Status.COMPLETED or _is_decided(contract, place):
        return False
    return next_step(place.level(room), _record(uow, contract)) is not None


def take(uow: UnitOfWork, actor: Actor, contract: int, step: int) -> None:
    """The step that was proposed; the student hears of it. A contract that runs stays as it was signed."""
    found, room, place = _undecided(uow, actor, contract)
    proposed = next_step(place.level(room), _record(uow, found))
    if proposed is None or step != STEPS.index(proposed.to):
        raise Refusal("old-button")
    _decide(uow, actor, found, replace(place, autonomy=proposed.to.value))
    tell(uow, found.student, FreedomSet(found.id), once=f"freedom-set:{found.id}")


def keep(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """It stays as it is: nobody else is asked about it any more."""
    found, _, place = _undecided(uow, actor, contract)
    _decide(uow, actor, found, place)


def back(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """What the class has holds for this student again."""
    found, _ = access.contract_as_teacher(uow, actor, contract)
    place = _place(uow, found)
    if place is None or not place.autonomy:
        raise Refusal("old-button")
    _decide(uow, actor, found, replace(place, autonomy=""))


def _undecided(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom, Membership]:
    found, room = access.contract_as_teacher(uow, actor, contract)
    place = _place(uow, found)
    if place is None or found.status is not Status.COMPLETED or _is_decided(found, place):
        raise Refusal("old-button")
    return found, room, place


def _decide(uow: UnitOfWork, actor: Actor, contract: Contract, place: Membership) -> None:
    uow.memberships.save(replace(place, autonomy_by=actor.user, autonomy_at=uow.now))
    refresh(uow, subject_of(contract.id))


def _place(uow: UnitOfWork, contract: Contract) -> Membership | None:
    return uow.memberships.here(contract.classroom, contract.student)


def _is_decided(contract: Contract, place: Membership) -> bool:
    """Somebody decided since it came to its end."""
    return place.autonomy_at is not None and place.autonomy_at >= (contract.ends_at or contract.started_at)


def _record(uow: UnitOfWork, contract: Contract) -> Record:
    return record_of(check_in.state for check_in in uow.check_ins.of_contract(contract.id))


def _brief(uow: UnitOfWork, notice: FreedomNext | FreedomSet, reader: str) -> FreedomBrief:
    contract = uow.contracts.get(notice.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    place = _place(uow, contract) if contract is not None else None
    if contract is None or room is None or place is None:
        raise NothingToSay("contract")
    if isinstance(notice, FreedomNext):
        only_their_teacher(uow, contract.student, contract.classroom, reader)
    else:
        only_to(contract.student, reader)
    level, record, decided = place.level(room), _record(uow, contract), _is_decided(contract, place)
    step: FreedomStep | None = None if decided else next_step(level, record)
    return FreedomBrief(
        student=name_of(uow, contract.student),
        classroom=room.name,
        record=record,
        level=level,
        step=step,
        decided_by=name_of(uow, place.autonomy_by) if decided and place.autonomy_by else "",
        own=bool(place.autonomy) and place.autonomy != room.autonomy,
    )


def level_of(uow: UnitOfWork, classroom: Classroom, student: str) -> tuple[Autonomy, str]:
    """How much somebody chooses there, and who decided so for them alone: a user id, "" where the class decides."""
    place = uow.memberships.of(classroom.id, student)
    if place is None or not place.autonomy:
        return classroom.autonomy, ""
    return place.level(classroom), place.autonomy_by


say(FreedomNext, shown=_brief, blocks=messages.next_one)
say(FreedomSet, shown=_brief, blocks=messages.set_for)
