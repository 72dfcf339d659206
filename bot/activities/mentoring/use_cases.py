"""A student names somebody beside a target, who agrees first, sees that target, and sends one word a week."""

from bot.activities import access
from bot.activities.admitting.use_cases import learn
from bot.activities.mentoring.forms import MentorForm
from bot.activities.mentoring.messages import (
    MentorAsked,
    MentorEnded,
    MentoringBrief,
    MentorInvited,
    MentorReported,
    MentorSaid,
    MentorTarget,
)
from bot.activities.mentoring.reads import brief_of, told_about
from bot.activities.mentoring.stopping import stop_mentoring
from bot.activities.peers.reads import learns_here
from bot.domain import mentoring
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Belonging, Classroom, Person, of_person
from bot.domain.contract import RUNNING, Contract
from bot.domain.mentoring import Mentoring
from bot.messages.briefs import name_of
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

# A student names somebody.


def open_ask(uow: UnitOfWork, actor: Actor, contract: int) -> MentorForm:
    """For the targets that have nobody yet. Refusal where each has somebody."""
    found, _ = _to_ask(uow, actor, contract)
    taken = {one.target for one in uow.mentorings.of_contract(found.id) if one.is_live}
    targets = enumerate(found.in_force.terms.targets)
    free = [(place, target.statement) for place, target in targets if place not in taken]
    if not free:
        raise Refusal("mentor-each-has-one")
    return MentorForm(found.id, free)


def ask(uow: UnitOfWork, actor: Actor, contract: int, target: int, mentor: str, person: Person | None) -> None:
    """They are asked, and see nothing of the target before a yes. `person` is what Slack says of them now; None where
    it does not know them."""
    found, room = _to_ask(uow, actor, contract)
    if target not in range(len(found.in_force.terms.targets)):
        raise Refusal("mentor-target-gone", field="target")
    if person is not None:
        learn(uow, actor, person)
    _may_be_mentor(uow, actor, found, mentor)
    _let_go(uow, found)
    mentoring.may_be_named(uow.mentorings.of_contract(found.id), mentor, target)
    one = uow.mentorings.add(Mentoring(uow.workspace, found.id, actor.user, mentor, target, uow.now))
    when = out_of_quiet(uow.now, room, room.timezone)
    tell(uow, mentor, MentorAsked(one.id, found.id), once=f"mentor:{one.id}:asked", not_before=when)
    tell(uow, actor.user, MentorInvited(one.id, found.id))


def _may_be_mentor(uow: UnitOfWork, actor: Actor, contract: Contract, mentor: str) -> None:
    """Refusal under the field, with what it is that can not be."""
    if mentor == actor.user:
        raise Refusal("mentor-yourself", field="mentor")
    if mentor in access.teachers_of(uow, contract.classroom):
        raise Refusal("mentor-teaches", field="mentor", name=name_of(uow, mentor))
    if access.may_mentor(uow, mentor, contract):
        return
    person = uow.people.of(mentor)
    if person is None:
        raise Refusal("mentor-unknown", field="mentor")
    reason = "mentor-from-outside" if of_person(person) is Belonging.OUTSIDE else "mentor-guest"
    raise Refusal(reason if person.is_active and not person.is_bot else "mentor-gone", field="mentor", name=person.name)


def _let_go(uow: UnitOfWork, contract: Contract) -> None:
    """What can not go on stands in nobody's way."""
    for one in uow.mentorings.of_contract(contract.id):
        if one.is_live and not access.may_mentor(uow, one.mentor, contract):
            stop_mentoring(uow, one, "", says=False)


def _to_ask(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom]:
    found, room = access.contract_as_student(uow, actor, contract)
    if found.status not in RUNNING:
        raise Refusal("mentor-over")
    return found, room


# Who was named says yes or no, and writes.


def say_yes(uow: UnitOfWork, actor: Actor, id: int) -> None:
    """From here on they see the target."""
    agreed = mentoring.decided(_as_mentor(uow, actor, id), yes=True)
    uow.mentorings.save(agreed)
    tell(uow, actor.user, MentorTarget(agreed.id, agreed.contract), once=f"mentor:{agreed.id}:target")
    refresh(uow, f"contract:{agreed.contract}")


def say_no(uow: UnitOfWork, actor: Actor, id: int) -> None:
    found = mentoring.decided(_asked(uow, actor, id), yes=False)
    uow.mentorings.save(found)
    tell(uow, found.student, MentorEnded(found.id, found.contract), once=f"mentor:{found.id}:ended")
    refresh(uow, f"contract:{found.contract}")


def open_write(uow: UnitOfWork, actor: Actor, id: int) -> MentoringBrief:
    found = _as_mentor(uow, actor, id)
    mentoring.may_say(found, uow.now)
    return brief_of(uow, found, found.student)


def write(uow: UnitOfWork, actor: Actor, id: int, text: str) -> None:
    """One word a week; the student alone reads it."""
    found = _as_mentor(uow, actor, id)
    given = mentoring.said(found, text, uow.now)
    uow.mentorings.save(given)
    number = len(given.said) - 1
    room = _room(uow, given)
    when = out_of_quiet(uow.now, room, room.timezone)
    word = MentorSaid(given.id, given.contract, number)
    tell(uow, given.student, word, once=f"mentor:{given.id}:said:{number}", not_before=when)
    refresh(uow, f"contract:{given.contract}")


def _room(uow: UnitOfWork, one: Mentoring) -> Classroom:
    contract = uow.contracts.get(one.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if room is None:
        raise Refusal("mentor-over")
    return room


def _as_mentor(uow: UnitOfWork, actor: Actor, id: int) -> Mentoring:
    """One that the actor was asked for, while the contract runs. Somebody else's is as good as none."""
    found = _asked(uow, actor, id)
    contract = uow.contracts.get(found.contract)
    if contract is None or contract.status not in RUNNING:
        raise Refusal("mentor-over")
    if not learns_here(uow, found.student, contract.classroom):
        raise Refusal("mentor-student-left", name=name_of(uow, found.student))
    return found


def _asked(uow: UnitOfWork, actor: Actor, id: int) -> Mentoring:
    found = uow.mentorings.get(id)
    contract = uow.contracts.get(found.contract) if found is not None else None
    if found is None or contract is None or found.mentor != actor.user:
        raise Refusal("old-button")
    if not access.may_mentor(uow, actor.user, contract):
        raise Refusal("mentor-not-now")
    return found


# Either stops or reports it.


def stop(uow: UnitOfWork, actor: Actor, id: int) -> None:
    """Nothing of the words is left."""
    found, _ = _either(uow, actor, id)
    stop_mentoring(uow, found, actor.user)


def report(uow: UnitOfWork, actor: Actor, id: int) -> None:
    """It stops at once. The words stay for those who are told."""
    found, contract = _either(uow, actor, id)
    told = told_about(uow, found, contract, found.other(actor.user))
    stop_mentoring(uow, found, actor.user, report=True)
    for user in told:
        once = f"mentor:{found.id}:reported:{user}"
        tell(uow, user, MentorReported(found.id, found.contract), once=once)


def _either(uow: UnitOfWork, actor: Actor, id: int) -> tuple[Mentoring, Contract]:
    """One of the two, as long as they have a place in the school."""
    found = uow.mentorings.get(id)
    contract = uow.contracts.get(found.contract) if found is not None else None
    if found is None or contract is None or actor.user not in (found.student, found.mentor):
        raise Refusal("old-button")
    if actor.user == found.student:
        access.student_in(uow, actor, contract.classroom)
    elif not access.may_mentor(uow, actor.user, contract):
        raise Refusal("mentor-not-now")
    return found, contract
