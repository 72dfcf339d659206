"""Who teaches a class changes, and with it whose the contracts are."""

from collections.abc import Mapping, Sequence

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.celebrating import looking
from bot.activities.contract.steps import store
from bot.activities.privacy import disclosing
from bot.activities.teaching import messages, untaught
from bot.activities.teaching.messages import (
    AdminTeaches,
    ChangedBrief,
    ClassGiven,
    ContractsTakenOver,
    ContractTakenOver,
    OwnContract,
    OwnContractBrief,
    OwnContractKept,
    RolesBrief,
    TeacherRemoved,
    TeachersChanged,
)
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Belonging, Classroom, Person, Role, may_be, of_person
from bot.domain.contract import OPEN, Contract
from bot.domain.disclosure import DisclosureKind
from bot.messages.briefs import NothingToSay, name_of, names_of, only_a_teacher, only_their_teacher, only_to, say
from bot.messages.tell import render_again, show_home, tell
from storage.unit_of_work import UnitOfWork

# Somebody teaches a class no more: they are told, and another teacher has the contracts that were theirs.


FIELD = "takes_over"


def contracts_of(uow: UnitOfWork, teacher: str, classroom: int) -> list[Contract]:
    """The open contracts of a class that are this teacher's: they decided or signed last."""
    open_ones = uow.contracts.of_classroom(classroom, *sorted(OPEN))
    return [contract for contract in open_ones if life.teacher_of(contract) == teacher]


def heir_of(uow: UnitOfWork, classroom: int, former: Sequence[str], staying: Sequence[str], chosen: str) -> str:
    """Who has the contracts of those who teach no more: who was chosen, or the only one who stays. "" where there are
    no contracts. Refuses where that is open, or can not be."""
    theirs = [contract for user in former for contract in contracts_of(uow, user, classroom)]
    if not theirs:
        return ""
    if chosen and chosen not in staying:
        raise Refusal("takes-over-no-teacher", field=FIELD)
    heirs = [chosen] if chosen else list(dict.fromkeys(staying))
    able = [user for user in heirs if user not in {contract.student for contract in theirs}]
    if not able:
        raise Refusal("takes-over-own", field=FIELD)
    if len(able) > 1:
        raise Refusal("takes-over-whom", field=FIELD, count=len(theirs))
    return able[0]


def hand_over(uow: UnitOfWork, actor: Actor, classroom: Classroom, former: str, heir: str) -> None:
    """Give their contracts to the heir, and tell all whom it concerns."""
    theirs = contracts_of(uow, former, classroom.id)
    for contract in theirs:
        taken = store(uow, life.take_over(contract, heir, uow.now))
        tell(uow, taken.student, ContractTakenOver(taken.id, former))
        looking.hand_over(uow, taken, classroom)
    tell(uow, former, TeacherRemoved(classroom.id, actor.user, heir if theirs else "", len(theirs)))
    show_home(uow, former)
    _clear_cards(uow, former, classroom.id)
    if theirs:
        tell(uow, heir, ContractsTakenOver(classroom.id, actor.user, former, len(theirs)))


def _clear_cards(uow: UnitOfWork, former: str, classroom: int) -> None:
    """What stands of open contracts in their messages is theirs to read no longer, nor to decide on."""
    for contract in uow.contracts.of_classroom(classroom, *sorted(OPEN)):
        for card in uow.outbox.cards(f"contract:{contract.id}"):
            if card.reader == former:
                render_again(uow, card)


def _removed(uow: UnitOfWork, notice: TeacherRemoved, reader: str) -> RolesBrief:
    if reader in access.teachers_of(uow, notice.classroom):
        raise NothingToSay("named again")
    heir = name_of(uow, notice.heir) if notice.heir else ""
    by = name_of(uow, notice.by)
    return RolesBrief(_name(uow, notice.classroom), by=by, heir=heir, contracts=notice.contracts)


def _taken_over(uow: UnitOfWork, notice: ContractsTakenOver, reader: str) -> RolesBrief:
    only_a_teacher(uow, notice.classroom, reader)
    former, by = name_of(uow, notice.former), name_of(uow, notice.by)
    return RolesBrief(_name(uow, notice.classroom), by=by, former=former, contracts=notice.contracts)


def _with_somebody_else(uow: UnitOfWork, notice: ContractTakenOver, reader: str) -> RolesBrief:
    contract = uow.contracts.get(notice.contract)
    teacher = life.teacher_of(contract) if contract is not None else None
    if contract is None or contract.status not in OPEN or teacher in (None, notice.former):
        raise NothingToSay("contract")
    only_to(contract.student, reader)
    former, heir = name_of(uow, notice.former), name_of(uow, str(teacher))
    return RolesBrief(_name(uow, contract.classroom), former=former, heir=heir)


def _name(uow: UnitOfWork, classroom: int) -> str:
    found = uow.classrooms.get(classroom)
    if found is None:
        raise NothingToSay("classroom")
    return found.name


# An admin makes themselves a teacher of a class: its teachers see it, and so does the record.


REASON = "an admin made themselves a teacher of the class"
REASON_OTHERS = "an admin said who teaches the class"


def admin_joined(uow: UnitOfWork, actor: Actor, classroom: int, before: Sequence[str]) -> None:
    """From now on they read what its teachers read. `before` are those who taught it until now."""
    disclosing.record(uow, DisclosureKind.TEACHES, actor.user, None, REASON, {"classroom": classroom})
    for teacher in before:
        tell(uow, teacher, AdminTeaches(classroom, actor.user))


def admin_changed(uow: UnitOfWork, actor: Actor, classroom: int, before: Sequence[str]) -> None:
    """An admin who does not teach the class said who does. All who teach it now hear it; whoever does no more is told
    elsewhere. `before` are those who taught it until now."""
    now = access.teachers_of(uow, classroom)
    came = set(now) - {*before, actor.user}
    if came:
        _record_others(uow, actor, classroom, len(came))
    if came or set(before) - set(now):
        for teacher in now:
            if teacher != actor.user:
                tell(uow, teacher, TeachersChanged(classroom, actor.user))


def _record_others(uow: UnitOfWork, actor: Actor, classroom: int, people: int) -> None:
    detail = {"classroom": classroom, "people": people}
    disclosing.record(uow, DisclosureKind.TEACHES, actor.user, None, REASON_OTHERS, detail)


def _changed(uow: UnitOfWork, notice: TeachersChanged, reader: str) -> ChangedBrief:
    only_a_teacher(uow, notice.classroom, reader)
    teachers = tuple(names_of(uow, access.teachers_of(uow, notice.classroom)))
    return ChangedBrief(_name(uow, notice.classroom), name_of(uow, notice.by), teachers)


def _admin_teaches(uow: UnitOfWork, notice: AdminTeaches, reader: str) -> RolesBrief:
    found = uow.classrooms.get(notice.classroom)
    if found is None or notice.by not in access.teachers_of(uow, notice.classroom):
        raise NothingToSay("classroom")
    only_a_teacher(uow, notice.classroom, reader)
    return RolesBrief(found.name, by=name_of(uow, notice.by))


# Naming somebody as a teacher: only whom Slack knows, and who belongs to the workspace.


WhoIs = Mapping[str, Person | None]
"""What Slack says now of those who are named, by user id; None where it does not say. Of whom it was not asked, what is
known decides."""


def check(uow: UnitOfWork, actor: Actor, users: Sequence[str], people: WhoIs, *, field: str = "co_teachers") -> None:
    """Learn what Slack says of them, and refuse the first who can not be a teacher."""
    for user in users:
        said = people.get(user)
        if said is not None:
            admitting.learn(uow, actor, said)
        person = uow.people.of(user)
        if person is None:
            raise Refusal("teacher-unknown", field=field)
        reason = unfit(person)
        if reason:
            raise Refusal(reason, field=field, name=person.name)


def unfit(person: Person) -> str:
    """Why somebody can not be named; "" where they can."""
    if may_be(person, Role.NAMED):
        return ""
    if not person.is_active:
        return "teacher-closed"
    if person.is_bot:
        return "teacher-bot"
    return "teacher-from-outside" if of_person(person) is Belonging.OUTSIDE else "teacher-guest"


# Somebody came to teach a class in which they have a contract as a student: it ends, or stays with another teacher.
#
# Until then, and afterwards, they are the student of it and nothing else: they decide on it, answer and read as a
# student, and those who teach beside them are its teachers.


def ask(uow: UnitOfWork, user: str, classroom: int) -> None:
    """They teach the class from now on: ask what happens to their own contract, where one is open."""
    contract = uow.contracts.open_of(user, classroom)
    if contract is not None:
        tell(uow, user, OwnContract(contract.id), once=f"own-contract:{contract.id}:{uow.now.isoformat()}")
        show_home(uow, user)


def keep(uow: UnitOfWork, actor: Actor, contract: int, teacher: str) -> None:
    """It goes on with another teacher of the class, who hears of it."""
    found = uow.contracts.get(contract)
    if found is None or found.student != actor.user:
        raise Refusal("no-such-contract")
    access.teacher_in(uow, actor, found.classroom)
    if teacher not in access.teachers_for(uow, actor.user, found.classroom):
        raise Refusal("own-contract-no-teacher")
    store(uow, life.take_over(found, teacher, uow.now))
    tell(uow, teacher, OwnContractKept(found.id))


def _own(uow: UnitOfWork, notice: OwnContract, reader: str) -> OwnContractBrief:
    contract = _contract(uow, notice.contract)
    only_to(contract.student, reader)
    place = uow.memberships.here(contract.classroom, reader)
    if place is None or place.side is not Side.TEACHER:
        raise NothingToSay("a student again")
    return _brief(uow, contract)


def _kept(uow: UnitOfWork, notice: OwnContractKept, reader: str) -> OwnContractBrief:
    contract = _contract(uow, notice.contract)
    only_their_teacher(uow, contract.student, contract.classroom, reader)
    return _brief(uow, contract)


def _contract(uow: UnitOfWork, contract: int) -> Contract:
    found = uow.contracts.get(contract)
    if found is None:
        raise NothingToSay("contract")
    return found


def _brief(uow: UnitOfWork, contract: Contract) -> OwnContractBrief:
    classroom = uow.classrooms.get(contract.classroom)
    others = access.teachers_for(uow, contract.student, contract.classroom)
    return OwnContractBrief(
        contract,
        classroom.name if classroom else "",
        name_of(uow, contract.student),
        tuple(zip(others, names_of(uow, others), strict=True)) if others else (),
        keeper=_keeper(uow, contract, others) if contract.status in OPEN else "",
    )


def _keeper(uow: UnitOfWork, contract: Contract, others: list[str]) -> str:
    """Who took it over last, while they teach the class."""
    takers = [h.user for h in uow.contracts.history(contract.id) if h.action == "took-over"]
    return name_of(uow, takers[-1]) if takers and takers[-1] in others else ""


# An admin gives a class that nobody teaches another teacher.


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> Classroom:
    """The class, while nobody teaches it."""
    access.admin(uow, actor)
    found = uow.classrooms.get(classroom)
    if found is None:
        raise Refusal("no-class-here")
    if untaught.is_taught(uow, classroom):
        raise Refusal("class-is-taught", classroom=found.name)
    return found


def give(uow: UnitOfWork, actor: Actor, classroom: int, chosen: Person | None) -> None:
    """Make somebody the teacher. `chosen` is what Slack says of them now; None where it does not know them."""
    found = open_form(uow, actor, classroom)
    if chosen is None:
        raise Refusal("teacher-unknown", field="teacher")
    check(uow, actor, [chosen.user], {chosen.user: chosen}, field="teacher")
    if _learns_here(uow, chosen, found):
        raise Refusal("teacher-learns-here", field="teacher", name=chosen.name)
    admitting.put_in_class(uow, found, chosen.user, Side.TEACHER)
    tell(uow, chosen.user, ClassGiven(found.id, actor.user))
    if chosen.user == actor.user:
        admin_joined(uow, actor, found.id, ())
    else:
        _record_others(uow, actor, found.id, 1)
    untaught.follow(uow, found.id, False)


def _learns_here(uow: UnitOfWork, chosen: Person, classroom: Classroom) -> bool:
    place = uow.memberships.here(classroom.id, chosen.user)
    return place is not None and place.side is Side.STUDENT


say(TeacherRemoved, shown=_removed, blocks=messages.teacher_removed)
say(ContractsTakenOver, shown=_taken_over, blocks=messages.contracts_taken_over)
say(ContractTakenOver, shown=_with_somebody_else, blocks=messages.contract_taken_over)
say(TeachersChanged, shown=_changed, blocks=messages.teachers_changed)
say(AdminTeaches, shown=_admin_teaches, blocks=messages.admin_teaches)
say(OwnContract, shown=_own, blocks=messages.own_contract)
say(OwnContractKept, shown=_kept, blocks=messages.own_contract_kept)
