"""A teacher looks at a shoutout after its student's yes: it is posted, or stays between them."""

from bot.activities import access
from bot.activities.celebrating import looking_messages as messages
from bot.activities.celebrating.looking_messages import LookedAtBrief, ShoutoutLookedAt, ShoutoutsBrief, ShoutoutWaits
from bot.activities.celebrating.messages import ShoutoutsWait
from bot.activities.celebrating.use_cases import ask_teachers, go_public, settle, who_looks, whole
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import Consent, Milestone
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.domain.shoutouts import waited_too_long
from bot.language.shoutout import token
from bot.messages.briefs import NothingToSay, Over, name_of, only_a_teacher, only_to, say
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork


def decide(uow: UnitOfWork, actor: Actor, milestone: int, shown: str, post: bool) -> None:
    """A teacher's answer to the very text that the student said yes to, while that yes stands."""
    found = uow.milestones.get(milestone)
    if found is None:
        raise Refusal("no-such-contract")
    contract, classroom = access.contract_as_teacher(uow, actor, found.contract)
    if found.consent is (Consent.GIVEN if post else Consent.HELD):
        return  # pressed twice, or a colleague was faster
    if not _stands(uow, found) or token(found) != shown:
        raise Refusal("shoutout-not-waiting")
    if contract.student not in access.students_of(uow, classroom.id):
        settle(uow, found, Consent.HELD)  # who is not here can not take the yes back
        return
    if post:
        go_public(uow, contract, classroom, found, shown)
    else:
        settle(uow, found, Consent.HELD)
    _tell_student(uow, contract, found.id, actor.user)


def _stands(uow: UnitOfWork, milestone: Milestone) -> bool:
    return milestone.consent is Consent.WAITS and not waited_too_long(milestone, uow.now)


def _tell_student(uow: UnitOfWork, contract: Contract, milestone: int, by: str) -> None:
    """What became of it; where they are asked anew, that says it."""
    after = uow.milestones.get(milestone)
    if after is not None and after.consent in (Consent.GIVEN, Consent.HELD):
        tell(uow, contract.student, ShoutoutLookedAt(milestone, by))


def end_wait(uow: UnitOfWork, actor: Actor, milestone: int) -> None:
    """No teacher had time for a week. Of one that was decided, or waits anew, nothing changes."""
    access.accord_itself(actor)
    found = uow.milestones.get(milestone)
    contract = uow.contracts.get(found.contract) if found is not None else None
    if found is None or contract is None or found.consent is not Consent.WAITS:
        return
    if waited_too_long(found, uow.now):
        settle(uow, found, Consent.HELD)
        _tell_student(uow, contract, found.id, "")


def hand_over(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> None:
    """Another teacher has the contract: what waits in it waits for them now."""
    for milestone in uow.milestones.of_contracts(contract.id):
        if milestone.consent is Consent.WAITS:
            ask_teachers(uow, contract, classroom, milestone)


# What is said of it.


def _wait(uow: UnitOfWork, notice: ShoutoutsWait, reader: str) -> ShoutoutsBrief:
    only_a_teacher(uow, notice.classroom, reader)
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay("class")
    here = [m for m in uow.milestones.waiting() if m.gathered == notice.gathered and _stands(uow, m)]
    here.sort(key=lambda one: (one.shared_at or one.reached_at, one.id))
    found = ((m, uow.contracts.get(m.contract)) for m in here)
    theirs = [(m, c) for m, c in found if c is not None and _is_theirs(uow, c, classroom, reader)]
    waits = tuple(ShoutoutWaits(m, token(m), name_of(uow, c.student)) for m, c in theirs)
    brief = ShoutoutsBrief(classroom.name, waits)
    if not waits:
        raise Over(brief)
    return brief


def _is_theirs(uow: UnitOfWork, contract: Contract, classroom: Classroom, reader: str) -> bool:
    return contract.classroom == classroom.id and reader in who_looks(uow, contract)


def _looked_at(uow: UnitOfWork, notice: ShoutoutLookedAt, reader: str) -> LookedAtBrief:
    milestone, contract, classroom = whole(uow, notice.milestone)
    only_to(contract.student, reader)
    if milestone.consent not in (Consent.GIVEN, Consent.HELD):
        raise NothingToSay("it fell meanwhile")
    by = name_of(uow, notice.by) if notice.by else ""
    return LookedAtBrief(milestone.consent is Consent.GIVEN, by, classroom.name)


say(ShoutoutsWait, shown=_wait, blocks=messages.shoutouts_wait)
say(ShoutoutLookedAt, shown=_looked_at, blocks=messages.shoutout_looked_at)
