"""How it stands for the two, and for those who are told of a report."""

from collections.abc import Sequence

from bot.activities import access
from bot.activities.mentoring import messages
from bot.activities.mentoring.messages import (
    MentorAsked,
    MentorEnded,
    MentoringBrief,
    MentorInvited,
    MentorReported,
    MentorSaid,
    MentorTarget,
    OfMentoring,
)
from bot.activities.peers.reads import learns_here, told_of
from bot.domain.contract import RUNNING, Contract
from bot.domain.look_back import newest_values
from bot.domain.mentoring import Mentoring, MentoringState
from bot.messages.briefs import NothingToSay, NotTheirs, name_of, names_of, only_to, say
from storage.unit_of_work import UnitOfWork


def told_about(uow: UnitOfWork, one: Mentoring, contract: Contract, about: str) -> list[str]:
    """Who is told of a report about one of the two."""
    return told_of(uow, contract.classroom, (one.student, one.mentor), about)


def brief_of(uow: UnitOfWork, one: Mentoring, about: str) -> MentoringBrief:
    """`about`: whom a report would be about, or is."""
    contract = uow.contracts.get(one.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or room is None or contract.agreed is None:
        raise NothingToSay("contract")
    targets = contract.in_force.terms.targets
    if one.target >= len(targets):
        raise NothingToSay("target")
    told = told_about(uow, one, contract, about)
    return MentoringBrief(
        one,
        contract,
        targets[one.target],
        newest_values(uow.replies.on(contract.id)).get(one.target),
        name_of(uow, one.student),
        name_of(uow, one.mentor),
        room.name,
        told=names_of(uow, told) if told else (),
        student_is_here=learns_here(uow, one.student, room.id),
        mentor_may=access.may_mentor(uow, one.mentor, contract),
        runs=contract.status in RUNNING,
        timezone=room.timezone,
    )


def mentors_named(uow: UnitOfWork, contracts: Sequence[Contract]) -> tuple[tuple[str, str], ...]:
    """(name, statement) of those who help with a target of a contract that runs: for its teachers."""
    found = []
    for contract in (one for one in contracts if one.status in RUNNING):
        targets = contract.in_force.terms.targets
        for one in uow.mentorings.of_contract(contract.id):
            helps = one.state is MentoringState.AGREED and access.may_mentor(uow, one.mentor, contract)
            if helps and one.target < len(targets):
                found.append((name_of(uow, one.mentor), targets[one.target].statement))
    return tuple(found)


def _to_mentor(uow: UnitOfWork, notice: OfMentoring, reader: str) -> MentoringBrief:
    one = _one(uow, notice.mentoring)
    only_to(one.mentor, reader)
    brief = brief_of(uow, one, one.student)
    if not brief.mentor_may:
        raise NotTheirs("may not be one any more")
    return brief


def _target(uow: UnitOfWork, notice: MentorTarget, reader: str) -> MentoringBrief:
    """Nothing of it before they have said yes."""
    brief = _to_mentor(uow, notice, reader)
    if brief.mentoring.state in (MentoringState.ASKED, MentoringState.DECLINED):
        raise NothingToSay("not agreed")
    return brief


def _to_student(uow: UnitOfWork, notice: OfMentoring | MentorEnded, reader: str) -> MentoringBrief:
    one = _one(uow, notice.mentoring)
    only_to(one.student, reader)
    return brief_of(uow, one, one.mentor)


def _reported(uow: UnitOfWork, notice: MentorReported, reader: str) -> MentoringBrief:
    one = _one(uow, notice.mentoring)
    contract = uow.contracts.get(one.contract)
    if contract is None or not one.reported_by:
        raise NothingToSay("report")
    about = one.other(one.reported_by)
    if reader not in told_about(uow, one, contract, about):
        raise NotTheirs("not told of it any more")
    return brief_of(uow, one, about)


def _one(uow: UnitOfWork, id: int) -> Mentoring:
    found = uow.mentorings.get(id)
    if found is None:
        raise NothingToSay("mentoring")
    return found


say(MentorAsked, shown=_to_mentor, blocks=messages.asked)
say(MentorTarget, shown=_target, blocks=messages.target)
say(MentorInvited, shown=_to_student, blocks=messages.invited)
say(MentorSaid, shown=_to_student, blocks=messages.said)
say(MentorEnded, shown=_to_student, blocks=messages.ended)
say(MentorReported, shown=_reported, blocks=messages.reported)
